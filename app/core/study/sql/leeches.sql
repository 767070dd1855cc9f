-- Index: card_state_by_lapses.
SELECT card.key, item.kind, parent.key, card_state.lapses, card_state.reps, card_state.stability,
       card_state.difficulty, coalesce (card_mark.suspended, 0)
  FROM main.card_state AS card_state
  JOIN main.card AS card ON card.id = card_state.card
  JOIN library.item AS item ON item.key = card.key
  LEFT JOIN library.item AS parent ON parent.id = item.parent
  LEFT JOIN main.card_mark AS card_mark ON card_mark.card = card_state.card
 WHERE card_state.lapses > 3 AND card_state.lapses >= :least
 ORDER BY card_state.lapses DESC, card_state.card;
