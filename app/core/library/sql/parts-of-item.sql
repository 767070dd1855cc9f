-- Index: primary key.
SELECT role, grade, turn, markdown, line FROM library.part WHERE item = :item ORDER BY ord;
