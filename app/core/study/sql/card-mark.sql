-- Index: primary key of card_mark.
SELECT suspended, buried_until, flag FROM main.card_mark WHERE card = :card;
