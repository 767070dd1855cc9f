-- Index: primary key. Files, items and what hangs on them go with it.
DELETE FROM library.pack WHERE id = :pack;
