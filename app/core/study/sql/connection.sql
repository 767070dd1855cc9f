-- For a connection that both databases are open on. The usual cache of 2 MB makes
-- every look-up by key in a large collection a read from the file; a page is only
-- held once it was needed, so a small collection takes no more memory.
PRAGMA main.cache_size = -32768;
PRAGMA library.cache_size = -32768;
