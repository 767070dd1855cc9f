-- Of Anki's collection, any version. Every note is wanted: a scan.
SELECT mid, tags, flds FROM notes ORDER BY id;
