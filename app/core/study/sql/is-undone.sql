-- Index: primary key.
SELECT 1 FROM main.undone WHERE fact = :fact;
