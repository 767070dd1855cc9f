-- Index: none; looks at every card once. Those not seen since a day.
SELECT card, due_day, last_day, stability, difficulty, state
  FROM main.card_state AS card_state
 WHERE state = 2
   AND last_day < :since
   AND NOT EXISTS (SELECT 1
                     FROM main.card_mark AS card_mark
                    WHERE card_mark.card = card_state.card
                      AND (card_mark.suspended <> 0 OR card_mark.buried_until > :today))
 ORDER BY stability DESC, card;
