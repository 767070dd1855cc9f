-- Index: item.key is unique.
SELECT file.name, item.line, item.id, item.file
  FROM library.item AS item
  JOIN library.file AS file ON file.id = item.file
 WHERE item.key = :key;
