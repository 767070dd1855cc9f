-- Index: primary keys, in their order, and that of undone. What counts of every card;
-- a mark has a kind, an answer has none but an occasion. Whoever needs them card by card
-- sorts them, which takes less time than going through the file card by card.
SELECT card, id, 0 AS kind, rating, 0 AS value, at_ms, day, duration_ms, kind AS occasion,
       iif (json_valid (detail), coalesce (json_array_length (detail, '$.missed'), 0), 0) AS missed
  FROM main.review AS review
 WHERE NOT EXISTS (SELECT 1 FROM main.undone AS undone WHERE undone.fact = review.id)
UNION ALL
SELECT card, id, kind, 0, value, at_ms, day, 0, 0, 0
  FROM main.mark AS mark
 WHERE NOT EXISTS (SELECT 1 FROM main.undone AS undone WHERE undone.fact = mark.id);
