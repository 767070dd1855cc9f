-- Index: card_state_by_due. A new card is due only when a date was set by hand.
SELECT count(*)
  FROM main.card_state AS card_state
  JOIN main.card AS card ON card.id = card_state.card
  JOIN library.item AS item ON item.key = card.key
  LEFT JOIN main.card_mark AS card_mark ON card_mark.card = card_state.card
 WHERE card_state.due_day <= :today
   AND card_state.due_ms <= :now_ms
   AND (card_state.state <> 0 OR card_state.due_day > 0)
   AND coalesce (card_mark.suspended, 0) = 0
   AND coalesce (card_mark.buried_until, 0) <= :today;
