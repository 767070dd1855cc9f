-- Index: none; cards that are marked are few.
SELECT card, suspended, buried_until, flag FROM main.card_mark;
