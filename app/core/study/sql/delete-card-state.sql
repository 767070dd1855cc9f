-- Index: primary key.
DELETE FROM main.card_state WHERE card = :card;
