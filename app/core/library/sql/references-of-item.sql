-- Index: primary key of item_reference, then reference_by_file over the files
-- of the pack, because a pack may keep its references in a chapter of their own.
SELECT reference.title, reference.url
  FROM library.item_reference AS link
  JOIN library.item AS item ON item.id = link.item
  JOIN library.file AS file ON file.pack = item.pack
  JOIN library.reference AS reference ON reference.file = file.id AND reference.slug = link.slug
 WHERE link.item = :item
 ORDER BY link.ord;
