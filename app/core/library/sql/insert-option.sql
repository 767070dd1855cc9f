-- Index: primary key.
INSERT INTO library.option (item, ord, label, markdown, reason, correct, line)
VALUES (:item, :ord, :label, :markdown, :reason, :correct, :line);
