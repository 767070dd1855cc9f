-- Index: review_by_day, review_by_card and that of undone. What was done on one study
-- day, how many of its reviews were the first of their card, and how many cards that
-- were known before were reviewed. The plus keeps the planner from the index of days.
SELECT count(*),
       coalesce(sum(duration_ms), 0),
       coalesce(sum(NOT EXISTS (SELECT 1
                                  FROM main.review AS earlier
                                 WHERE earlier.card = review.card
                                   AND earlier.id < review.id
                                   AND NOT EXISTS (SELECT 1 FROM main.undone AS undone
                                                    WHERE undone.fact = earlier.id))), 0),
       count(DISTINCT CASE
                        WHEN EXISTS (SELECT 1
                                       FROM main.review AS earlier
                                      WHERE earlier.card = review.card
                                        AND earlier.id < review.id
                                        AND +earlier.day < review.day
                                        AND NOT EXISTS (SELECT 1 FROM main.undone AS undone
                                                         WHERE undone.fact = earlier.id))
                        THEN review.card
                      END)
  FROM main.review AS review
 WHERE day = :day
   AND NOT EXISTS (SELECT 1 FROM main.undone AS undone WHERE undone.fact = review.id);
