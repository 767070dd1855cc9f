-- Index: primary key, backwards: the pace of the last answers.
SELECT coalesce(avg(duration_ms), 0)
  FROM (SELECT duration_ms
          FROM main.review AS review
         WHERE NOT EXISTS (SELECT 1 FROM main.undone AS undone WHERE undone.fact = review.id)
         ORDER BY id DESC
         LIMIT 100);
