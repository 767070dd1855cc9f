-- Index: file.path is unique; the caller has deleted an older row.
INSERT INTO library.file (pack, path, name, checksum, introduction, tips)
VALUES (:pack, :path, :name, :checksum, :introduction, :tips)
RETURNING id;
