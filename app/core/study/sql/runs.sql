-- Index: run_by_start, backwards.
SELECT uuid, key, hash, parent, parent_moves, started_ms, updated_ms, finished, moves,
       score, max, ending, words
  FROM main.run
 ORDER BY started_ms DESC, id DESC;
