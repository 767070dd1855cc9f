-- Index: none; every file and pack once, of which there are few.
SELECT file.id, file.checksum, pack.slug, pack.imported_ms
  FROM library.file AS file
  JOIN library.pack AS pack ON pack.id = file.pack
 ORDER BY file.id;
