-- Index: primary key, file_by_pack. A pack that still has files stays.
DELETE FROM library.pack
 WHERE id = :pack
   AND NOT EXISTS (SELECT 1 FROM library.file AS file WHERE file.pack = :pack);
