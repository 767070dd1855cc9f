-- Index: primary key.
INSERT OR REPLACE INTO main.card_mark (card, suspended, buried_until, flag)
VALUES (:card, :suspended, :buried_until, :flag);
