-- Index: pack.source is unique.
SELECT id, slug FROM library.pack WHERE source = :source;
