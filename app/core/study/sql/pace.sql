-- Index: primary key, backwards: the pace of the last answers.
SELECT coalesce(avg(duration_ms), 0)
  FROM (SELECT duration_ms FROM main.review ORDER BY id DESC LIMIT 100);
