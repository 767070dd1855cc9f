-- Index: primary key.
SELECT key, kind FROM library.item WHERE id = :item;
