-- Index: none; every item once. What was taken out may be new again.
INSERT OR IGNORE INTO library.unseen_item (topic, item)
SELECT coalesce ((SELECT min (link.topic) FROM library.item_topic AS link WHERE link.item = item.id), 0),
       item.id
  FROM library.item AS item
 WHERE item.kind IN (1, 3);
