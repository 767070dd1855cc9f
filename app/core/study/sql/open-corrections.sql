-- Index: correction_open.
SELECT correction.id, card.key, coalesce (card_state.due_day, 0), coalesce (card_state.state, 0)
  FROM main.correction AS correction
  JOIN main.card AS card ON card.id = correction.card
  LEFT JOIN main.card_state AS card_state ON card_state.card = correction.card
 WHERE correction.is_open <> 0
 ORDER BY correction.id;
