-- Index: attempt_by_start for the kind, then the primary key of attempt_question.
SELECT question.key, max(attempt.started_ms)
  FROM main.attempt AS attempt
  JOIN main.attempt_question AS question ON question.attempt = attempt.id
 WHERE attempt.kind = :kind
 GROUP BY question.key;
