-- Index: asked_item.hash is unique; what is there already only gives its id.
INSERT INTO main.asked_item (hash, content)
VALUES (:hash, :content)
ON CONFLICT (hash) DO UPDATE SET hash = excluded.hash
RETURNING id;
