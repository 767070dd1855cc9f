-- Index: card.key is unique, correction_by_card, review_by_card.
SELECT 1
  FROM main.card AS card
  JOIN main.correction AS correction ON correction.card = card.id
 WHERE card.key = :key
   AND correction.at_ms > (SELECT coalesce (max (review.at_ms), 0)
                             FROM main.review AS review
                            WHERE review.card = card.id
                              AND NOT EXISTS (SELECT 1
                                                FROM main.undone AS undone
                                               WHERE undone.fact = review.id))
 LIMIT 1;
