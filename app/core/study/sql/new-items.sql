-- Index: primary keys of unseen_item and item, card.key. Takes the first item of every
-- topic, then the second of every topic, and so on, at most :per_topic of each: with more
-- of them left than are asked for, no others are looked at.
WITH RECURSIVE topics (topic) AS (
  SELECT min (topic) FROM library.unseen_item
  UNION ALL
  SELECT (SELECT min (further.topic) FROM library.unseen_item AS further WHERE further.topic > topics.topic)
    FROM topics
   WHERE topics.topic IS NOT NULL
),
fresh AS (
  SELECT item.id, item.key, topics.topic
    FROM topics
   CROSS JOIN library.item AS item
      ON item.id IN (SELECT unseen.item
                       FROM library.unseen_item AS unseen
                      CROSS JOIN library.item AS candidate ON candidate.id = unseen.item
                      WHERE unseen.topic = topics.topic
                        AND NOT EXISTS (SELECT 1
                                          FROM main.card AS card
                                          LEFT JOIN main.card_state AS card_state ON card_state.card = card.id
                                          LEFT JOIN main.card_mark AS card_mark ON card_mark.card = card.id
                                         WHERE card.key = candidate.key
                                           AND (card_state.state <> 0 OR card_state.due_day > 0 OR
                                                card_mark.suspended <> 0 OR card_mark.buried_until > :today))
                      ORDER BY unseen.item
                      LIMIT :per_topic)
)
SELECT key
  FROM fresh
 ORDER BY row_number () OVER (PARTITION BY topic ORDER BY id), id
 LIMIT :limit;
