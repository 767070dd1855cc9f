-- Index: card_state_by_due. Cards whose item is gone from the library wait for
-- it to come back. Overdue ones first come the ones nearest to being forgotten.
SELECT card.key, item.kind, parent.key, card_state.state, card_state.step, card_state.stability,
       card_state.difficulty, card_state.reps, card_state.lapses, card_state.last_ms,
       card_state.last_day, card_state.due_ms, card_state.due_day, card_state.scheduled_days
  FROM main.card_state AS card_state
  JOIN main.card AS card ON card.id = card_state.card
  JOIN library.item AS item ON item.key = card.key
  LEFT JOIN library.item AS parent ON parent.id = item.parent
 WHERE card_state.due_day <= :today AND card_state.due_ms <= :now_ms
 ORDER BY (:today - card_state.last_day) / card_state.stability DESC, card_state.card
 LIMIT :limit;
