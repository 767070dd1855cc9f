-- Attempts at a list of questions: quizzes, and whatever else runs against the clock.
-- The events are what happened; they are only ever added.
CREATE TABLE main.attempt (
  id         INTEGER PRIMARY KEY,
  uuid       BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  kind       INTEGER NOT NULL,         -- DrillAttemptKind
  name       TEXT NOT NULL,            -- of the setup; '' for none
  setup      TEXT NOT NULL,            -- JSON
  started_ms INTEGER NOT NULL,
  questions  INTEGER NOT NULL,
  device     BLOB NOT NULL CHECK (length (device) = 16),

  -- Derived: the fold of its events, once it has ended.
  ended_ms   INTEGER NOT NULL DEFAULT 0,
  phase      INTEGER NOT NULL DEFAULT 0, -- DrillAttemptPhase
  elapsed_ms INTEGER NOT NULL DEFAULT 0,
  right      INTEGER NOT NULL DEFAULT 0,
  wrong      INTEGER NOT NULL DEFAULT 0,
  points     INTEGER NOT NULL DEFAULT 0, -- hundredths
  passed     INTEGER NOT NULL DEFAULT 0,
  median_ms  INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX main.attempt_by_start ON attempt (kind, started_ms);

-- Questions as they were asked, each version once: packs change.
CREATE TABLE main.asked_item (
  id      INTEGER PRIMARY KEY,
  hash    TEXT NOT NULL UNIQUE CHECK (length (hash) = 64),
  content TEXT NOT NULL                -- JSON
) STRICT;

CREATE TABLE main.attempt_question (
  attempt INTEGER NOT NULL REFERENCES attempt,
  ord     INTEGER NOT NULL,
  key     TEXT NOT NULL,               -- of the item in the library
  item    INTEGER NOT NULL REFERENCES asked_item,
  options TEXT NOT NULL,               -- order on screen, such as "CABD"
  correct INTEGER NOT NULL,            -- bit set, in the order of the item
  PRIMARY KEY (attempt, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE main.attempt_event (
  attempt      INTEGER NOT NULL REFERENCES attempt,
  number       INTEGER NOT NULL,
  kind         INTEGER NOT NULL,       -- DrillAttemptEventKind
  question     INTEGER NOT NULL,
  value        INTEGER NOT NULL,
  boot         INTEGER NOT NULL,       -- the clocks: DrillClockReading
  boot_ms      INTEGER NOT NULL,
  monotonic_ms INTEGER NOT NULL,
  wall_ms      INTEGER NOT NULL,
  text         TEXT,                   -- what was typed, where something was
  PRIMARY KEY (attempt, number)
) STRICT, WITHOUT ROWID;

-- The learner's own ways to set up a quiz; '' is the one that was used last.
CREATE TABLE main.quiz_setup (
  name  TEXT PRIMARY KEY,
  setup TEXT NOT NULL                  -- JSON
) STRICT, WITHOUT ROWID;
