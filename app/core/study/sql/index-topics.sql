-- Index: topic.slug is unique, and in order.
SELECT id, slug, slug FROM library.topic ORDER BY slug;
