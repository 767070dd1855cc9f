-- Index: item_by_file, and the primary key of option.
SELECT item.kind,
       count(*),
       sum((SELECT count(*) FROM library.option AS option WHERE option.item = item.id))
  FROM library.item AS item
 WHERE item.file = :file
 GROUP BY item.kind;
