-- What the files of a pack do not tell, so that answers find their items.

-- Items that go by another key than by the one that their id or content gives: the name
-- that they have now, and the key that they were first seen under.
CREATE TABLE main.item_name (
  name TEXT PRIMARY KEY,
  key  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Items with a history that are gone from their pack. They come back when one that is the
-- same, or nearly so, is there again.
CREATE TABLE main.archived_item (
  key         TEXT PRIMARY KEY,
  pack        TEXT NOT NULL,
  has_id      INTEGER NOT NULL,
  kind        INTEGER NOT NULL,        -- DrillItemKind
  fingerprint TEXT NOT NULL,
  trigrams    BLOB NOT NULL,           -- DrillIdentity: 32-bit numbers of this machine
  options     BLOB NOT NULL,
  resembles   TEXT,                    -- key of the item that it may be
  at_ms       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX main.archived_item_by_pack ON archived_item (pack);

-- Items of which another answer is right since then. A correction is open until the memory
-- model has been told of it, and is shown until the item was answered again.
CREATE TABLE main.correction (
  id      INTEGER PRIMARY KEY,
  card    INTEGER NOT NULL REFERENCES card,
  at_ms   INTEGER NOT NULL,
  is_open INTEGER NOT NULL
) STRICT;
CREATE INDEX main.correction_by_card ON correction (card, at_ms);
CREATE INDEX main.correction_open ON correction (id) WHERE is_open <> 0;
