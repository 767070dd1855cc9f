-- Index: none; it empties the table.
DELETE FROM library.unseen_item;
