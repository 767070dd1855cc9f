-- Index: primary key.
INSERT OR REPLACE INTO main.card_state (card, state, step, stability, difficulty, reps, lapses,
                                        last_ms, last_day, due_ms, due_day, scheduled_days)
VALUES (:card, :state, :step, :stability, :difficulty, :reps, :lapses,
        :last_ms, :last_day, :due_ms, :due_day, :scheduled_days);
