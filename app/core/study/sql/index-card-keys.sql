-- Index: card.key is unique, and in order. Every card once.
SELECT key, id FROM main.card ORDER BY key;
