-- Index: pack.slug is unique, and in order. There are few.
SELECT id, slug, title FROM library.pack ORDER BY slug;
