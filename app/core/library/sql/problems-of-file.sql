-- Index: problem_by_file.
SELECT line, col, severity, code, text FROM library.problem WHERE file = :file ORDER BY id;
