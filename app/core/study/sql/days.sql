-- Index: primary key of day_count.
SELECT day, answers, recalled, duration_ms, introduced, young, young_recalled, mature, mature_recalled
  FROM main.day_count
 WHERE day > :since
 ORDER BY day;
