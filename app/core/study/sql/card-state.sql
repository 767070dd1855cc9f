-- Index: card.key is unique, then the primary key of card_state.
SELECT state, step, stability, difficulty, reps, lapses, last_ms, last_day,
       due_ms, due_day, scheduled_days
  FROM main.card AS card
  JOIN main.card_state AS card_state ON card_state.card = card.id
 WHERE card.key = :key;
