-- Index: item.key and card.key are unique.
SELECT item.kind, parent.key, card_state.state, card_state.step, card_state.stability,
       card_state.difficulty, card_state.reps, card_state.lapses, card_state.last_ms,
       card_state.last_day, card_state.due_ms, card_state.due_day, card_state.scheduled_days
  FROM library.item AS item
  LEFT JOIN library.item AS parent ON parent.id = item.parent
  LEFT JOIN main.card AS card ON card.key = item.key
  LEFT JOIN main.card_state AS card_state ON card_state.card = card.id
 WHERE item.key = :key;
