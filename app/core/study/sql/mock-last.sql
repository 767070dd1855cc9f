-- Index: attempt_by_start, backwards, then the primary key of attempt_question.
SELECT key
  FROM main.attempt_question
 WHERE attempt = (SELECT id FROM main.attempt WHERE kind = :kind ORDER BY started_ms DESC, id DESC LIMIT 1)
 ORDER BY ord;
