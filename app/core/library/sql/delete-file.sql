-- Index: primary key.
DELETE FROM library.file WHERE id = :file;
