-- Index: primary key of attempt_event.
SELECT kind, question, value, boot, boot_ms, monotonic_ms, wall_ms, text, number
  FROM main.attempt_event
 WHERE attempt = :attempt
 ORDER BY number;
