-- Index: card_state_by_due, primary key of card_mark. A new card is due only when a
-- date was set by hand.
SELECT card, due_day, last_day, stability, difficulty, state
  FROM main.card_state AS card_state
 WHERE due_day <= :today
   AND due_ms <= :now_ms
   AND (state <> 0 OR due_day > 0)
   AND NOT EXISTS (SELECT 1
                     FROM main.card_mark AS card_mark
                    WHERE card_mark.card = card_state.card
                      AND (card_mark.suspended <> 0 OR card_mark.buried_until > :today));
