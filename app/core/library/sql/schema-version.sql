-- The same numbers as in schema.c.
PRAGMA library.application_id = 1348947042;
PRAGMA library.user_version = 4;
