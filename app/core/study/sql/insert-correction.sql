-- Index: card.key is unique. What was never answered cannot have been learnt wrongly.
INSERT INTO main.correction (card, at_ms, is_open)
SELECT card.id, :at_ms, 1
  FROM main.card AS card
 WHERE card.key = :key
   AND EXISTS (SELECT 1 FROM main.review AS review WHERE review.card = card.id);
