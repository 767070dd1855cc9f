-- Index: topic.slug is unique. The update changes nothing but makes RETURNING
-- give the id of a topic that is there already.
INSERT INTO library.topic (slug) VALUES (:slug)
ON CONFLICT (slug) DO UPDATE SET slug = excluded.slug
RETURNING id;
