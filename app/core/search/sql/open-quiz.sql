-- Index: attempt_by_start, backwards. Ends at the first that is not finished.
SELECT hex (uuid), name
  FROM main.attempt
 WHERE kind = 1 AND ended_ms = 0
 ORDER BY started_ms DESC
 LIMIT 1;
