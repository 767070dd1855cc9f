-- Index: primary key of item_topic.
INSERT OR IGNORE INTO library.unseen_item (topic, item)
SELECT coalesce (min (topic), 0), :item FROM library.item_topic WHERE item = :item;
