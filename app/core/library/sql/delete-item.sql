-- Index: primary key. Follow-ups and what hangs on them go with it.
DELETE FROM library.item WHERE id = :item;
