-- Index: file.path is unique; the caller has deleted an older row and gives its
-- id here, so that the file keeps its place in the pack. NULL gives a new id.
INSERT INTO library.file (id, pack, path, name, checksum, introduction, tips)
VALUES (:id, :pack, :path, :name, :checksum, :introduction, :tips)
RETURNING id;
