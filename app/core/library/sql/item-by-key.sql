-- Index: item.key is unique.
SELECT item.id, item.kind, item.number, item.title, item.title_markdown, item.levels,
       item.minutes, item.line, item.end_line, item.fingerprint,
       file.id, file.path, pack.slug, pack.title, parent.key, parent.title
  FROM library.item AS item
  JOIN library.file AS file ON file.id = item.file
  JOIN library.pack AS pack ON pack.id = item.pack
  LEFT JOIN library.item AS parent ON parent.id = item.parent
 WHERE item.key = :key;
