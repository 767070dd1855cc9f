-- Index: run_lesson_by_item, then primary key of run, item.key, and run_by_key. What the
-- newest finished run of each incident showed not to be known.
SELECT item.id, max (run.updated_ms)
  FROM main.run_lesson AS lesson
  JOIN main.run AS run ON run.id = lesson.run
  JOIN library.item AS item ON item.key = lesson.item
 WHERE lesson.item IS NOT NULL
   AND NOT EXISTS (SELECT 1
                     FROM main.run AS newer
                    WHERE newer.key = run.key
                      AND newer.started_ms > run.started_ms
                      AND newer.finished <> 0)
 GROUP BY item.id;
