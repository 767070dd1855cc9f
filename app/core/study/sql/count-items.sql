-- Index: item_by_kind; the primary keys of unseen_item and item, and card.key, for those
-- that were not studied. Counts the items that can be studied, and those never seen.
SELECT (SELECT count(*) FROM library.item WHERE kind IN (1, 3)),
       (SELECT count(*)
          FROM library.unseen_item AS unseen
         CROSS JOIN library.item AS item ON item.id = unseen.item
         WHERE NOT EXISTS (SELECT 1
                             FROM main.card AS card
                             JOIN main.card_state AS card_state ON card_state.card = card.id
                            WHERE card.key = item.key AND card_state.state <> 0));
