-- Index: card_state_by_due.
SELECT card_state.due_day, count(*)
  FROM main.card_state AS card_state
  JOIN main.card AS card ON card.id = card_state.card
  JOIN library.item AS item ON item.key = card.key
  LEFT JOIN main.card_mark AS card_mark ON card_mark.card = card_state.card
 WHERE card_state.due_day > :today
   AND coalesce (card_mark.suspended, 0) = 0
 GROUP BY card_state.due_day
 ORDER BY card_state.due_day
 LIMIT 1;
