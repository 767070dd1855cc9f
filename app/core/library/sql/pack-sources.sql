-- Index: none; lists all packs, of which there are few, and file_by_pack.
SELECT pack.id, pack.source,
       (SELECT count(*) FROM library.file AS file WHERE file.pack = pack.id)
  FROM library.pack AS pack;
