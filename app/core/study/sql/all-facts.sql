-- Index: review_by_card and mark_by_card, merged. What counts of every card, in the
-- order in which it happened; a mark has a kind, an answer has none.
SELECT card, id, 0 AS kind, rating, 0 AS value, at_ms, day
  FROM main.review AS review
 WHERE NOT EXISTS (SELECT 1 FROM main.undone AS undone WHERE undone.fact = review.id)
UNION ALL
SELECT card, id, kind, 0, value, at_ms, day
  FROM main.mark AS mark
 WHERE NOT EXISTS (SELECT 1 FROM main.undone AS undone WHERE undone.fact = mark.id)
 ORDER BY card, id;
