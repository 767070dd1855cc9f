-- Index: item_by_parent.
SELECT key FROM library.item WHERE parent = :item ORDER BY line, id;
