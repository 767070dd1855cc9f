-- Index: card_state_by_due.
SELECT card_state.due_day, count(*)
  FROM main.card_state AS card_state
  JOIN main.card AS card ON card.id = card_state.card
  JOIN library.item AS item ON item.key = card.key
 WHERE card_state.due_day > :today
 GROUP BY card_state.due_day
 ORDER BY card_state.due_day
 LIMIT 1;
