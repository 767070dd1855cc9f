-- Index: item.key is unique, then the primary key of part. Key points that an answer must
-- make; in a plain list all of them are.
SELECT part.markdown
  FROM library.item AS item
  JOIN library.part AS part ON part.item = item.id
 WHERE item.key = :key
   AND part.role = 3
   AND part.grade IN (0, 1)
 ORDER BY part.ord;
