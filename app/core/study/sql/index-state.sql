-- Index: primary keys. One card: its state, what came of its answers, its marks.
SELECT card_state.state, card_state.last_day, card_state.due_day, card_state.due_ms,
       card_state.stability, card_state.difficulty, card_state.reps, card_state.lapses,
       card_tally.answers, card_tally.last_day, card_tally.last_rating,
       card_tally.last_occasion, card_tally.last_ms, card_tally.quiz_answers,
       card_tally.quiz_wrong, card_tally.last_missed,
       card_mark.suspended, card_mark.buried_until, card_mark.flag
  FROM main.card AS card
  LEFT JOIN main.card_state AS card_state ON card_state.card = card.id
  LEFT JOIN main.card_tally AS card_tally ON card_tally.card = card.id
  LEFT JOIN main.card_mark AS card_mark ON card_mark.card = card.id
 WHERE card.id = :card;
