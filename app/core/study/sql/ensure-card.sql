-- Index: card.key is unique. The update changes nothing but makes RETURNING give
-- the id of a card that is there already.
INSERT INTO main.card (key) VALUES (:key)
ON CONFLICT (key) DO UPDATE SET key = excluded.key
RETURNING id;
