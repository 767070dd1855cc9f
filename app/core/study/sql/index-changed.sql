-- Index: primary keys, for the facts that came since; the unique uuids and mark_by_cause
-- for what was taken back or done again. An undo may name an undo.
WITH RECURSIVE turned (target) AS (
  SELECT target FROM main.revocation WHERE id >= :since
   UNION
  SELECT revocation.target
    FROM turned
    JOIN main.revocation AS revocation ON revocation.uuid = turned.target
)
SELECT card FROM main.review WHERE id >= :since
UNION
SELECT card FROM main.mark WHERE id >= :since
UNION
SELECT review.card FROM turned JOIN main.review AS review ON review.uuid = turned.target
UNION
SELECT mark.card FROM turned JOIN main.mark AS mark ON mark.uuid = turned.target
UNION
SELECT mark.card FROM turned JOIN main.mark AS mark ON mark.cause = turned.target;
