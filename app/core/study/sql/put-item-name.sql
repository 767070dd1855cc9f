-- Index: primary key.
INSERT OR REPLACE INTO main.item_name (name, key) VALUES (:name, :key);
