-- Index: review_by_day covers it but for what was taken back. Cards that were answered
-- on these study days.
SELECT DISTINCT card
  FROM main.review AS review
 WHERE day BETWEEN :first AND :last
   AND NOT EXISTS (SELECT 1 FROM main.undone AS undone WHERE undone.fact = review.id);
