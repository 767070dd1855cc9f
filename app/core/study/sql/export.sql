-- Index: primary keys of review, mark and imported_review. Every fact that counts, in the
-- order in which it happened here, imported ones first; a mark has a kind of its own, and
-- its value for detail; what was imported has the occasion 0 and no name.
SELECT review.id, review.card, card.key, review.kind, 0 AS mark, review.rating, review.at_ms,
       review.day, review.duration_ms, hex (review.uuid), review.detail
  FROM main.review AS review
  JOIN main.card AS card ON card.id = review.card
 WHERE NOT EXISTS (SELECT 1 FROM main.undone AS undone WHERE undone.fact = review.id)
UNION ALL
SELECT mark.id, mark.card, card.key, 0, mark.kind, 0, mark.at_ms,
       mark.day, 0, hex (mark.uuid), CAST (mark.value AS TEXT)
  FROM main.mark AS mark
  JOIN main.card AS card ON card.id = mark.card
 WHERE NOT EXISTS (SELECT 1 FROM main.undone AS undone WHERE undone.fact = mark.id)
UNION ALL
SELECT 0, card, 'anki/' || -card, 0, 0, rating, at_ms, day, 0, '', NULL
  FROM main.imported_review
 WHERE rating > 0
 ORDER BY 1;
