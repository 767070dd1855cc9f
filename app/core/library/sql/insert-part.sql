-- Index: primary key.
INSERT INTO library.part (item, ord, role, grade, turn, markdown, line)
VALUES (:item, :ord, :role, :grade, :turn, :markdown, :line);
