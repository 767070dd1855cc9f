-- Everything here is derived from Markdown files. It is never migrated: when
-- the version in schema.c changes, the file is deleted and filled again.

CREATE TABLE library.pack (
  id          INTEGER PRIMARY KEY,
  slug        TEXT NOT NULL UNIQUE,
  title       TEXT NOT NULL,
  version     TEXT,
  language    TEXT,
  licence     TEXT,
  source      TEXT NOT NULL UNIQUE,    -- the folder or file it was read from
  imported_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE library.file (
  id           INTEGER PRIMARY KEY,
  pack         INTEGER NOT NULL REFERENCES pack ON DELETE CASCADE,
  path         TEXT NOT NULL UNIQUE,
  name         TEXT NOT NULL,          -- as messages name it
  checksum     TEXT NOT NULL,          -- SHA-256 of the bytes that were read
  introduction TEXT,
  tips         TEXT
) STRICT;
CREATE INDEX library.file_by_pack ON file (pack);

CREATE TABLE library.problem (
  id       INTEGER PRIMARY KEY,
  file     INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
  line     INTEGER NOT NULL,
  col      INTEGER NOT NULL,
  severity INTEGER NOT NULL,
  code     TEXT NOT NULL,
  text     TEXT NOT NULL
) STRICT;
CREATE INDEX library.problem_by_file ON problem (file);

CREATE TABLE library.item (
  id             INTEGER PRIMARY KEY,
  key            TEXT NOT NULL UNIQUE, -- what progress refers to: the first name it had
  name           TEXT NOT NULL,        -- pack/id, or pack/ and the start of the fingerprint
  pack           INTEGER NOT NULL REFERENCES pack ON DELETE CASCADE,
  file           INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
  parent         INTEGER REFERENCES item ON DELETE CASCADE,
  kind           INTEGER NOT NULL,     -- DrillItemKind
  number         INTEGER NOT NULL,
  title          TEXT NOT NULL,
  title_markdown TEXT NOT NULL,
  levels         INTEGER NOT NULL,     -- bit set of DrillLevels
  minutes        INTEGER NOT NULL,
  line           INTEGER NOT NULL,
  end_line       INTEGER NOT NULL,
  fingerprint    TEXT NOT NULL,
  text           TEXT NOT NULL         -- what full-text search sees besides the title
) STRICT;
CREATE INDEX library.item_by_name ON item (name) WHERE name <> key;
CREATE INDEX library.item_by_file ON item (file);
CREATE INDEX library.item_by_pack ON item (pack, file, line, kind, levels, parent);
CREATE INDEX library.item_by_kind ON item (kind);
CREATE INDEX library.item_by_parent ON item (parent) WHERE parent IS NOT NULL;

CREATE TABLE library.topic (
  id   INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE library.item_topic (
  item  INTEGER NOT NULL REFERENCES item ON DELETE CASCADE,
  topic INTEGER NOT NULL REFERENCES topic,
  PRIMARY KEY (item, topic)
) STRICT, WITHOUT ROWID;
CREATE INDEX library.item_topic_by_topic ON item_topic (topic, item);

-- Questions and MCQs that were not studied yet, under the first of their topics, 0 for
-- none. An import puts in what it reads, and study takes out what was answered; one that
-- is left in by mistake costs a look and no more, since whoever reads this asks study.
CREATE TABLE library.unseen_item (
  topic INTEGER NOT NULL,
  item  INTEGER NOT NULL UNIQUE REFERENCES item ON DELETE CASCADE,
  PRIMARY KEY (topic, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE library.part (
  item     INTEGER NOT NULL REFERENCES item ON DELETE CASCADE,
  ord      INTEGER NOT NULL,
  role     INTEGER NOT NULL,           -- DrillPartRole
  grade    INTEGER NOT NULL,           -- DrillKeyPointGrade
  turn     INTEGER NOT NULL,
  markdown TEXT NOT NULL,
  line     INTEGER NOT NULL,
  PRIMARY KEY (item, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE library.option (
  item     INTEGER NOT NULL REFERENCES item ON DELETE CASCADE,
  ord      INTEGER NOT NULL,
  label    TEXT NOT NULL,
  markdown TEXT NOT NULL,
  reason   TEXT,
  correct  INTEGER NOT NULL,
  line     INTEGER NOT NULL,
  PRIMARY KEY (item, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE library.reference (
  id    INTEGER PRIMARY KEY,
  file  INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
  slug  TEXT,
  title TEXT NOT NULL,
  url   TEXT
) STRICT;
CREATE INDEX library.reference_by_file ON reference (file);

CREATE TABLE library.item_reference (
  item INTEGER NOT NULL REFERENCES item ON DELETE CASCADE,
  ord  INTEGER NOT NULL,
  slug TEXT NOT NULL,
  PRIMARY KEY (item, ord)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE library.item_search USING fts5 (
  title,
  text,
  content = 'item',
  content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2',
  prefix = '2 3'
);
