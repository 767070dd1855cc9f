-- Index: review_by_day and review_by_card. Cards that were answered for the first time
-- on that day.
SELECT DISTINCT card.key
  FROM main.review AS review
  JOIN main.card AS card ON card.id = review.card
 WHERE review.day = :day
   AND NOT EXISTS (SELECT 1 FROM main.undone AS undone WHERE undone.fact = review.id)
   AND NOT EXISTS (SELECT 1
                     FROM main.review AS earlier
                    WHERE earlier.card = review.card
                      AND earlier.id < review.id
                      AND NOT EXISTS (SELECT 1 FROM main.undone AS undone
                                       WHERE undone.fact = earlier.id));
