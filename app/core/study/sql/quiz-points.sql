-- Index: attempt_by_start, backwards. Ends at the limit.
SELECT name, started_ms, questions, right, passed
  FROM main.attempt
 WHERE kind = 1 AND ended_ms > 0
 ORDER BY started_ms DESC
 LIMIT :limit;
