-- Index: item_by_file. Must run while the items still hold what was indexed.
INSERT INTO library.item_search (item_search, rowid, title, text)
SELECT 'delete', id, title, text FROM library.item WHERE file = :file;
