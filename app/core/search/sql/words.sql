-- Index: item_search, in the order of its rows.
SELECT rowid FROM library.item_search WHERE item_search MATCH :match ORDER BY rowid;
