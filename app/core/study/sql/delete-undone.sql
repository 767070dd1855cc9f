-- Index: primary key.
DELETE FROM main.undone WHERE fact = :fact;
