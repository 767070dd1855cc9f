-- Index: primary key.
UPDATE library.item SET key = :key WHERE id = :item;
