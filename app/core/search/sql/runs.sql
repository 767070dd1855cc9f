-- Index: run_by_key, backwards, and item.key is unique. Ends at the limit.
SELECT run.uuid, run.key, item.title, run.started_ms, run.score, run.max, run.ending, run.finished
  FROM main.run AS run
  JOIN library.item AS item ON item.key = run.key
 WHERE run.key = :key
 ORDER BY run.started_ms DESC, run.id DESC
 LIMIT :limit;
