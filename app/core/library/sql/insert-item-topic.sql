-- Index: primary key.
INSERT OR IGNORE INTO library.item_topic (item, topic) VALUES (:item, :topic);
