-- Index: primary key.
INSERT OR IGNORE INTO main.source (path, added_ms) VALUES (:path, :added_ms);
