-- Index: none needed.
INSERT INTO library.problem (file, line, col, severity, code, text)
VALUES (:file, :line, :column, :severity, :code, :text);
