-- Index: primary key.
SELECT label, markdown, reason, correct, line FROM library.option WHERE item = :item ORDER BY ord;
