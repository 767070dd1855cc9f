-- Index: revocation_by_target, and the unique indexes of the uuids. A fact is taken
-- back while a revocation names it that no other revocation names; so is what
-- followed from it.
WITH standing AS (
  SELECT revocation.target
    FROM main.revocation AS revocation
   WHERE NOT EXISTS (SELECT 1 FROM main.revocation AS again WHERE again.target = revocation.uuid)
)
INSERT OR IGNORE INTO main.undone (fact)
SELECT review.id FROM standing CROSS JOIN main.review AS review ON review.uuid = standing.target
UNION
SELECT mark.id FROM standing CROSS JOIN main.mark AS mark ON mark.uuid = standing.target
UNION
SELECT mark.id FROM standing CROSS JOIN main.mark AS mark ON mark.cause = standing.target;
