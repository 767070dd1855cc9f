-- Index: item_topic_by_topic, item by primary key, card by key. One row per item
-- of a topic; an item that was never studied has no stability.
SELECT topic.slug, nullif (card_state.stability, 0), card_state.last_day, card_state.lapses
  FROM library.topic AS topic
  JOIN library.item_topic AS link ON link.topic = topic.id
  JOIN library.item AS item ON item.id = link.item AND item.kind IN (1, 3)
  LEFT JOIN main.card AS card ON card.key = item.key
  LEFT JOIN main.card_state AS card_state ON card_state.card = card.id
 ORDER BY topic.slug;
