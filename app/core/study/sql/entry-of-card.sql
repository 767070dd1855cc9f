-- Index: primary key of card, then item.key. A card whose item is gone from the library
-- gives no row: it waits for it to come back.
SELECT item.key, item.kind, parent.key, card_state.state, card_state.step, card_state.stability,
       card_state.difficulty, card_state.reps, card_state.lapses, card_state.last_ms,
       card_state.last_day, card_state.due_ms, card_state.due_day, card_state.scheduled_days,
       coalesce ((SELECT topic.slug
                  FROM library.item_topic AS link
                  JOIN library.topic AS topic ON topic.id = link.topic
                 WHERE link.item = item.id
                 ORDER BY link.topic
                 LIMIT 1),
                 (SELECT topic.slug
                  FROM library.item_topic AS link
                  JOIN library.topic AS topic ON topic.id = link.topic
                 WHERE link.item = item.parent
                 ORDER BY link.topic
                 LIMIT 1)),
       (SELECT slug FROM library.item_reference AS named WHERE named.item = item.id ORDER BY ord LIMIT 1),
       coalesce (card_mark.flag, 0)
  FROM main.card AS card
  JOIN main.card_state AS card_state ON card_state.card = card.id
  JOIN library.item AS item ON item.key = card.key
  LEFT JOIN library.item AS parent ON parent.id = item.parent
  LEFT JOIN main.card_mark AS card_mark ON card_mark.card = card.id
 WHERE card.id = :card;
