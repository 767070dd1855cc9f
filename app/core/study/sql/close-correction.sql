-- Index: primary key.
UPDATE main.correction SET is_open = 0 WHERE id = :id;
