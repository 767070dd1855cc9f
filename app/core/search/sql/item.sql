-- Index: primary keys.
SELECT item.key, item.kind, item.title, item.levels, item.line, file.path, pack.slug, pack.title,
       (SELECT group_concat(topic.slug, ' ')
          FROM library.item_topic AS link
          JOIN library.topic AS topic ON topic.id = link.topic
         WHERE link.item = item.id)
  FROM library.item AS item
  JOIN library.file AS file ON file.id = item.file
  JOIN library.pack AS pack ON pack.id = item.pack
 WHERE item.id = :item;
