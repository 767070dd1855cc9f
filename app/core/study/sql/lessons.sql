-- Index: run_by_start, backwards, run_by_key, then primary key of run_lesson; item.key is
-- unique. Of the newest finished run of each incident. Ends at the limit.
SELECT lesson.kind, run.key, lesson.section, lesson.text, lesson.item, item.title, run.updated_ms
  FROM main.run AS run
  JOIN main.run_lesson AS lesson ON lesson.run = run.id
  LEFT JOIN library.item AS item ON item.key = lesson.item
 WHERE run.finished <> 0
   AND NOT EXISTS (SELECT 1
                     FROM main.run AS newer
                    WHERE newer.key = run.key
                      AND newer.started_ms > run.started_ms
                      AND newer.finished <> 0)
 ORDER BY run.started_ms DESC, lesson.ord
 LIMIT :limit;
