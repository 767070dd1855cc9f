-- Index: none; every card's state once.
SELECT card, state, last_day, due_day, due_ms, stability, difficulty, reps, lapses
  FROM main.card_state;
