-- Index: primary key, in its order: card by card, oldest first.
SELECT card, at_ms, kind, rating, day FROM main.imported_review ORDER BY card, at_ms;
