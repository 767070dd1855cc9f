-- Index: primary key, in its order. Of the collection of another program; see
-- anki-log.c for what the columns mean.
SELECT id, cid, ease, type, factor FROM main.revlog ORDER BY id;
