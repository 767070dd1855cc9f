-- Index: item.key, for every card once; item of unseen_item. Takes out what was answered:
-- an import has put in all that it read.
DELETE FROM library.unseen_item
 WHERE item IN (SELECT item.id
                  FROM main.card_state AS card_state
                  JOIN main.card AS card ON card.id = card_state.card
                  JOIN library.item AS item ON item.key = card.key
                 WHERE card_state.state <> 0);
