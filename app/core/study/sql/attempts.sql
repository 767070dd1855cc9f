-- Index: attempt_by_start, backwards.
SELECT id, uuid, name, setup, started_ms, ended_ms, questions, phase, elapsed_ms,
       right, wrong, points, passed, median_ms
  FROM main.attempt
 WHERE kind = :kind
 ORDER BY started_ms DESC, id DESC;
