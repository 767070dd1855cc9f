-- Index: the primary key says whether it was imported before.
INSERT INTO main.imported_review (card, at_ms, kind, rating, day)
VALUES (:card, :at_ms, :kind, :rating, :day)
ON CONFLICT (card, at_ms) DO NOTHING
RETURNING card;
