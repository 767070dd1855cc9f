-- Index: primary key.
SELECT path FROM main.source ORDER BY path;
