-- Index: primary key, then run_by_key, backwards.
SELECT item.key, item.title,
       coalesce ((SELECT max (run.started_ms) FROM main.run AS run WHERE run.key = item.key), 0)
  FROM library.item AS item
 WHERE item.id = :item;
