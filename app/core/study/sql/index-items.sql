-- Index: item_by_pack covers it, in its order. Every item once.
SELECT id, pack, kind, levels
  FROM library.item
 ORDER BY pack, file, line, id;
