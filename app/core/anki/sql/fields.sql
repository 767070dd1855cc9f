-- Of Anki's collection from version 15 on. Index: the primary key (ntid, ord).
SELECT ntid, ord, name FROM fields ORDER BY ntid, ord;
