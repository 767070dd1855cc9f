-- Index: run_by_start, backwards, and item.key is unique. Ends at the limit.
SELECT run.key, coalesce (item.title, run.key), run.started_ms, run.score, run.max
  FROM main.run AS run
  LEFT JOIN library.item AS item ON item.key = run.key
 WHERE run.finished <> 0
 ORDER BY run.started_ms DESC
 LIMIT :limit;
