-- Index: the unique indexes of the uuids, and mark_by_cause. One step: an answer or
-- a mark, and the marks that followed from it.
SELECT review.id, review.card, card.key, 0 AS mark, review.rating
  FROM main.review AS review
  JOIN main.card AS card ON card.id = review.card
 WHERE review.uuid = :uuid
UNION ALL
SELECT mark.id, mark.card, card.key, mark.kind, 0
  FROM main.mark AS mark
  JOIN main.card AS card ON card.id = mark.card
 WHERE mark.uuid = :uuid
UNION ALL
SELECT mark.id, mark.card, card.key, mark.kind, 0
  FROM main.mark AS mark
  JOIN main.card AS card ON card.id = mark.card
 WHERE mark.cause = :uuid;
