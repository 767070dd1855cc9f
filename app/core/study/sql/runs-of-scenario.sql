-- Index: run_by_key, backwards.
SELECT uuid, key, hash, parent, parent_moves, started_ms, updated_ms, finished, moves,
       score, max, ending, words
  FROM main.run
 WHERE key = :key
 ORDER BY started_ms DESC, id DESC;
