-- Index: run_by_start, backwards, for the newest runs, then primary key of run_phase.
SELECT phase.name, count (*), avg (phase.score / phase.max)
  FROM (SELECT id FROM main.run WHERE finished <> 0 ORDER BY started_ms DESC LIMIT :limit) AS newest
  JOIN main.run_phase AS phase ON phase.run = newest.id
 WHERE phase.max > 0
 GROUP BY phase.name
 ORDER BY min (phase.ord) DESC;
