-- Index: file_by_pack and problem_by_file.
SELECT file.name, problem.line, problem.col, problem.severity, problem.code, problem.text
  FROM library.pack AS pack
  JOIN library.file AS file ON file.pack = pack.id
  JOIN library.problem AS problem ON problem.file = file.id
 WHERE pack.slug = :pack
 ORDER BY file.name, problem.line, problem.id;
