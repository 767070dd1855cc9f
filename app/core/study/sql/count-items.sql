-- Index: none; counts the items that can be studied, and those never seen.
SELECT count(*),
       coalesce(sum(NOT EXISTS (SELECT 1
                                  FROM main.card AS card
                                  JOIN main.card_state AS card_state ON card_state.card = card.id
                                 WHERE card.key = item.key AND card_state.state <> 0)), 0)
  FROM library.item AS item
 WHERE item.kind IN (1, 3);
