-- Index: pack.slug is unique.
SELECT id, source FROM library.pack WHERE slug = :slug;
