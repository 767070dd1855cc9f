-- Index: review_by_card, which gives each card's reviews in the order they came.
-- What was taken back is left out.
SELECT review.card, card.key, review.rating, review.at_ms, review.day, review.uuid,
       review.kind, review.duration_ms, review.detail
  FROM main.review AS review
  JOIN main.card AS card ON card.id = review.card
 WHERE NOT EXISTS (SELECT 1 FROM main.undone AS undone WHERE undone.fact = review.id)
 ORDER BY review.card, review.id;
