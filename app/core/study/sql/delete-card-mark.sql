-- Index: primary key.
DELETE FROM main.card_mark WHERE card = :card;
