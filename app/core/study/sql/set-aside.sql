-- Index: none; few cards have marks. Those that are not asked today.
SELECT card FROM main.card_mark AS card_mark WHERE suspended <> 0 OR buried_until > :today;
