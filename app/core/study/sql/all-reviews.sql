-- Index: review_by_card, which gives each card's reviews in the order they came.
SELECT review.card, card.key, review.rating, review.at_ms, review.day
  FROM main.review AS review
  JOIN main.card AS card ON card.id = review.card
 ORDER BY review.card, review.id;
