-- Index: primary key of item_topic, in its order. Every topic of every item once.
SELECT item, topic FROM library.item_topic ORDER BY item, topic;
