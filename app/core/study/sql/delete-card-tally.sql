-- Index: primary key.
DELETE FROM main.card_tally WHERE card = :card;
