-- Index: review_by_card and mark_by_card, merged. What counts of one card, in the
-- order in which it happened; a mark has a kind, an answer has none.
SELECT id, 0 AS kind, rating, 0 AS value, at_ms, day, uuid, duration_ms, review.kind AS occasion,
       iif (json_valid (detail), coalesce (json_array_length (detail, '$.missed'), 0), 0) AS missed
  FROM main.review AS review
 WHERE card = :card
   AND NOT EXISTS (SELECT 1 FROM main.undone AS undone WHERE undone.fact = review.id)
UNION ALL
SELECT id, kind, 0, value, at_ms, day, uuid, 0, 0, 0
  FROM main.mark AS mark
 WHERE card = :card
   AND NOT EXISTS (SELECT 1 FROM main.undone AS undone WHERE undone.fact = mark.id)
 ORDER BY id;
