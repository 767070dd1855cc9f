-- Index: primary key of day_count.
SELECT day, answers, recalled, duration_ms
  FROM main.day_count
 WHERE day > :since
 ORDER BY day;
