-- Index: item_by_name, which holds only the items that go by another name.
SELECT key FROM library.item WHERE name = :name AND name <> key;
