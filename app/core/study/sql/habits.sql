-- Index: primary key, backwards, for the last answers only; review_by_card for whether
-- one was the first of its card, or the first of its day. An answer that took very
-- long was a break. The plus keeps the planner from the index of days.
SELECT CASE
         WHEN NOT EXISTS (SELECT 1 FROM main.review AS earlier
                           WHERE earlier.card = review.card AND earlier.id < review.id) THEN 0
         WHEN NOT EXISTS (SELECT 1 FROM main.review AS earlier
                           WHERE earlier.card = review.card AND earlier.id < review.id
                             AND +earlier.day = review.day) THEN 1
         ELSE 2
       END AS place,
       rating,
       count(*),
       avg(min(duration_ms, 300000))
  FROM (SELECT id, card, rating, day, duration_ms
          FROM main.review AS latest
         WHERE NOT EXISTS (SELECT 1 FROM main.undone AS undone WHERE undone.fact = latest.id)
         ORDER BY id DESC
         LIMIT 10000) AS review
 GROUP BY place, rating;
