-- Index: file_by_pack and problem_by_file. Files that lack an item because its id
-- was taken.
SELECT DISTINCT file.id
  FROM library.file AS file
  JOIN library.problem AS problem ON problem.file = file.id
 WHERE file.pack = :pack AND problem.code = 'E020';
