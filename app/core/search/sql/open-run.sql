-- Index: run_by_start, backwards, run_by_key, and item.key is unique. Ends at the first
-- run that is not finished and is the newest of its incident.
SELECT run.key, item.title
  FROM main.run AS run
  JOIN library.item AS item ON item.key = run.key
 WHERE run.finished = 0
   AND NOT EXISTS (SELECT 1
                     FROM main.run AS newer
                    WHERE newer.key = run.key AND newer.started_ms > run.started_ms)
 ORDER BY run.started_ms DESC
 LIMIT 1;
