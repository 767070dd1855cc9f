-- Index: primary keys of item_topic and topic.
SELECT topic.slug
  FROM library.item_topic AS link
  JOIN library.topic AS topic ON topic.id = link.topic
 WHERE link.item = :item
 ORDER BY topic.slug;
