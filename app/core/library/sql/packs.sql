-- Index: item_by_pack. Reads one row per pack and counts its items.
SELECT pack.slug, pack.title, pack.version, pack.language, pack.licence, pack.source,
       (SELECT count(*) FROM library.item AS item
         WHERE item.pack = pack.id AND item.kind <> 2),
       (SELECT count(*) FROM library.problem AS problem
          JOIN library.file AS file ON file.id = problem.file
         WHERE file.pack = pack.id)
  FROM library.pack AS pack
 ORDER BY pack.title COLLATE NOCASE, pack.id;
