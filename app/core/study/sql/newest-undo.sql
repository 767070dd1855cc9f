-- Index: primary keys, backwards, revocation_by_target and the unique uuids. The last
-- undo that stands and that nothing new was done after.
SELECT uuid, target
  FROM main.revocation AS revocation
 WHERE id > max (coalesce ((SELECT max (id) FROM main.review), 0),
                 coalesce ((SELECT max (id) FROM main.mark), 0))
   AND NOT EXISTS (SELECT 1 FROM main.revocation AS again WHERE again.target = revocation.uuid)
   AND NOT EXISTS (SELECT 1 FROM main.revocation AS first WHERE first.uuid = revocation.target)
 ORDER BY id DESC
 LIMIT 1;
