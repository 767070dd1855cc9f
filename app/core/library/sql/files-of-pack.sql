-- Index: file_by_pack.
SELECT id, path FROM library.file WHERE pack = :pack ORDER BY id;
