-- Index: card.key is unique.
SELECT id FROM main.card WHERE key = :key;
