-- Index: item_search, ranked by bm25 with a title counting four times its text.
SELECT item.id, item.key, item.kind, item.title, item.levels, item.line, file.path,
       pack.slug, pack.title,
       (SELECT group_concat(topic.slug, ' ')
          FROM library.item_topic AS link
          JOIN library.topic AS topic ON topic.id = link.topic
         WHERE link.item = item.id)
  FROM library.item_search
  JOIN library.item AS item ON item.id = item_search.rowid
  JOIN library.file AS file ON file.id = item.file
  JOIN library.pack AS pack ON pack.id = item.pack
 WHERE item_search MATCH :match
   AND (:kind = 0 OR item.kind = :kind)
   AND (:follow_ups OR item.kind <> 2)
   AND (:level = 0 OR item.levels & :level)
   AND (:pack IS NULL OR pack.slug = :pack)
   AND (:topic IS NULL OR EXISTS (SELECT 1
                                    FROM library.item_topic AS link
                                    JOIN library.topic AS topic ON topic.id = link.topic
                                   WHERE link.item = item.id AND topic.slug = :topic))
 ORDER BY bm25(item_search, 4.0, 1.0), item.id
 LIMIT :limit OFFSET :offset;
