-- Index: item_by_pack for the items, card.key for the test. Takes the first item
-- of every topic, then the second of every topic, and so on.
WITH fresh AS (
  SELECT item.id, item.key,
         (SELECT min(link.topic) FROM library.item_topic AS link WHERE link.item = item.id) AS topic
    FROM library.item AS item
   WHERE item.kind IN (1, 3)
     AND NOT EXISTS (SELECT 1
                       FROM main.card AS card
                       LEFT JOIN main.card_state AS card_state ON card_state.card = card.id
                       LEFT JOIN main.card_mark AS card_mark ON card_mark.card = card.id
                      WHERE card.key = item.key
                        AND (card_state.state <> 0 OR card_state.due_day > 0 OR
                             card_mark.suspended <> 0 OR card_mark.buried_until > :today))
)
SELECT key
  FROM fresh
 ORDER BY row_number() OVER (PARTITION BY topic ORDER BY id), id
 LIMIT :limit;
