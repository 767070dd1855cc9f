-- Index: none; looks at every card once, and at its item by key.
SELECT card_state.stability, card_state.difficulty, card_state.last_day, card_state.due_day
  FROM main.card_state AS card_state
  JOIN main.card AS card ON card.id = card_state.card
  JOIN library.item AS item ON item.key = card.key
 WHERE card_state.state <> 0
   AND NOT EXISTS (SELECT 1
                     FROM main.card_mark AS card_mark
                    WHERE card_mark.card = card_state.card AND card_mark.suspended <> 0)
 ORDER BY card_state.card;
