-- Index: none; counts every review once.
INSERT INTO main.day_count (day, answers, recalled, duration_ms)
SELECT day, count(*), sum(rating > 1), sum(duration_ms)
  FROM main.review AS review
 WHERE NOT EXISTS (SELECT 1 FROM main.undone AS undone WHERE undone.fact = review.id)
 GROUP BY day;
