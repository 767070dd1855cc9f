-- Index: run_by_start, backwards; few people have more than some hundred runs.
SELECT uuid, key, hash, parent, parent_moves, started_ms, updated_ms, finished, moves,
       score, max, ending, words
  FROM main.run
 WHERE :key IS NULL OR key = :key
 ORDER BY started_ms DESC, id DESC;
