-- Index: items in the order of the file, then item_topic by its primary key and card by
-- key. One row per topic of an item; an item that was never studied has no stability.
SELECT topic.slug, nullif (card_state.stability, 0), card_state.last_day, card_state.lapses
  FROM library.item AS item
 CROSS JOIN library.item_topic AS link ON link.item = item.id
 CROSS JOIN library.topic AS topic ON topic.id = link.topic
  LEFT JOIN main.card AS card ON card.key = item.key
  LEFT JOIN main.card_state AS card_state ON card_state.card = card.id
 WHERE item.kind IN (1, 3);
