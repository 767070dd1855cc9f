-- What the learner did. Facts are only ever added; what is marked derived can be
-- computed again from them, and a test does so.

-- Items that have a history, by the key that the library gives them. The item
-- itself may be gone; its history stays.
CREATE TABLE main.card (
  id  INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE main.review (
  id          INTEGER PRIMARY KEY,
  uuid        BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  card        INTEGER NOT NULL REFERENCES card,
  kind        INTEGER NOT NULL,        -- DrillReviewKind
  rating      INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
  at_ms       INTEGER NOT NULL,        -- wall clock, since 1970, UTC
  day         INTEGER NOT NULL,        -- study day it counted for when it happened
  duration_ms INTEGER NOT NULL CHECK (duration_ms >= 0),
  device      BLOB NOT NULL CHECK (length (device) = 16),
  detail      TEXT                     -- JSON: options chosen, key points met, own words
) STRICT;
CREATE INDEX main.review_by_card ON review (card, id);
CREATE INDEX main.review_by_day ON review (day);

-- Derived: the fold of a card's reviews by the memory model.
CREATE TABLE main.card_state (
  card           INTEGER PRIMARY KEY REFERENCES card,
  state          INTEGER NOT NULL,     -- DrillCardState
  step           INTEGER NOT NULL,
  stability      REAL NOT NULL,        -- days until recall falls to 90 %
  difficulty     REAL NOT NULL,        -- 1 to 10
  reps           INTEGER NOT NULL,
  lapses         INTEGER NOT NULL,
  last_ms        INTEGER NOT NULL,
  last_day       INTEGER NOT NULL,
  due_ms         INTEGER NOT NULL,     -- an instant, for learning steps; else 0
  due_day        INTEGER NOT NULL,     -- a study day
  scheduled_days INTEGER NOT NULL
) STRICT;
CREATE INDEX main.card_state_by_due ON card_state (due_day, due_ms);

-- Files and folders that the learner chose to load, so that the library can be
-- made again when it is lost.
CREATE TABLE main.source (
  path     TEXT PRIMARY KEY,
  added_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One row: which device this database stands on.
CREATE TABLE main.device (
  id   INTEGER PRIMARY KEY CHECK (id = 1),
  uuid BLOB NOT NULL CHECK (length (uuid) = 16)
) STRICT;
INSERT INTO main.device (id, uuid) VALUES (1, randomblob (16));
