-- Index: primary key of card, item.key and unseen_item.item.
DELETE FROM library.unseen_item
 WHERE item = (SELECT item.id
                 FROM main.card AS card
                 JOIN library.item AS item ON item.key = card.key
                WHERE card.id = :card);
