-- Index: item_search, ranked by bm25 with a title counting four times its text. Every
-- match is rated, so whoever asks has seen that there are few.
SELECT rowid
  FROM library.item_search
 WHERE item_search MATCH :match
 ORDER BY bm25 (item_search, 4.0, 1.0), rowid;
