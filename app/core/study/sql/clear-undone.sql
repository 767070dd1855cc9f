-- Index: none; it empties the table.
DELETE FROM main.undone;
