-- Index: primary key; there is one row.
UPDATE main.fold SET generation = generation + 1 WHERE id = 1;
