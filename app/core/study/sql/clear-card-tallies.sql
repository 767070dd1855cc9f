-- Index: none; it empties the table.
DELETE FROM main.card_tally;
