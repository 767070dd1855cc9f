-- Index: review_by_day.
SELECT day, count(*), sum(rating > 1), sum(duration_ms)
  FROM main.review
 WHERE day > :since
 GROUP BY day
 ORDER BY day;
