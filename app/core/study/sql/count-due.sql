-- Index: card_state_by_due.
SELECT count(*)
  FROM main.card_state AS card_state
  JOIN main.card AS card ON card.id = card_state.card
  JOIN library.item AS item ON item.key = card.key
 WHERE card_state.due_day <= :today AND card_state.due_ms <= :now_ms;
