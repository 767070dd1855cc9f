-- Index: file.path is unique.
SELECT id, pack, checksum, name FROM library.file WHERE path = :path;
