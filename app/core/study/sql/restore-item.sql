-- Index: primary key.
DELETE FROM main.archived_item WHERE key = :key;
