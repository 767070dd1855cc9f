-- Index: primary key and item_by_parent. Must run while the item and its
-- follow-ups still hold what was indexed.
INSERT INTO library.item_search (item_search, rowid, title, text)
SELECT 'delete', id, title, text FROM library.item WHERE id = :item OR parent = :item;
