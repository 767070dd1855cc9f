-- Index: none; looks at every card once. Those not seen since a day, those
-- that are set aside included.
SELECT card, due_day, last_day, stability, state, difficulty
  FROM main.card_state AS card_state
 WHERE state = 2
   AND last_day < :since
 ORDER BY stability DESC, card;
