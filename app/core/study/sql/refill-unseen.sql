-- Index: none for the items, each of which is looked at once; card.key and the primary
-- key of card_state. What was never answered, or is new again.
INSERT INTO library.unseen_item (topic, item)
SELECT coalesce ((SELECT min (link.topic) FROM library.item_topic AS link WHERE link.item = item.id), 0),
       item.id
  FROM library.item AS item
 WHERE item.kind IN (1, 3)
   AND NOT EXISTS (SELECT 1
                     FROM main.card AS card
                     JOIN main.card_state AS card_state ON card_state.card = card.id
                    WHERE card.key = item.key AND card_state.state <> 0);
