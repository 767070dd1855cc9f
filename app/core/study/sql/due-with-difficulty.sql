-- Index: card_state_by_due alone. The same as due.sql, with what an expectation for a
-- date needs as well.
SELECT card, due_day, last_day, stability, state, difficulty
  FROM main.card_state AS card_state
 WHERE due_day <= :today
   AND due_ms <= :now_ms;
