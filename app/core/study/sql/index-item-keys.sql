-- Index: item.key is unique, and in order. Every item once.
SELECT key, id FROM library.item ORDER BY key;
