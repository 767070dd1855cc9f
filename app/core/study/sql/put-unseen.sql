-- Index: primary key of card, item.key, primary key of item_topic.
INSERT OR IGNORE INTO library.unseen_item (topic, item)
SELECT coalesce ((SELECT min (link.topic) FROM library.item_topic AS link WHERE link.item = item.id), 0),
       item.id
  FROM main.card AS card
  JOIN library.item AS item ON item.key = card.key
 WHERE card.id = :card AND item.kind IN (1, 3);
