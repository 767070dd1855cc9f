-- Index: item_topic_by_topic, then the primary key of item.
SELECT topic.slug, count(*)
  FROM library.topic AS topic
  JOIN library.item_topic AS link ON link.topic = topic.id
  JOIN library.item AS item ON item.id = link.item AND item.kind <> 2
 GROUP BY topic.id
 ORDER BY topic.slug;
