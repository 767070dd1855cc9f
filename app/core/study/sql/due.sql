-- Index: card_state_by_due alone. Every due card, those that are set aside included,
-- and new ones on which no date was set: whoever reads this leaves them out, which takes
-- a third of the time that asking for each card takes here.
SELECT card, due_day, last_day, stability, state
  FROM main.card_state AS card_state
 WHERE due_day <= :today
   AND due_ms <= :now_ms;
