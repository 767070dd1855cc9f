-- Decisions about cards, and taking things back. Reviews, marks and revocations
-- draw their ids from one sequence, so that the order of all facts is known.

-- What was decided about a card: never an answer, so it says nothing about memory.
CREATE TABLE main.mark (
  id    INTEGER PRIMARY KEY,
  uuid  BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  card  INTEGER NOT NULL REFERENCES card,
  kind  INTEGER NOT NULL,              -- DrillMarkKind
  value INTEGER NOT NULL,              -- a study day or a flag, by kind
  cause BLOB CHECK (cause IS NULL OR length (cause) = 16), -- the answer it followed from
  at_ms INTEGER NOT NULL,
  day   INTEGER NOT NULL,
  device BLOB NOT NULL CHECK (length (device) = 16)
) STRICT;
CREATE INDEX main.mark_by_card ON mark (card, id);
CREATE INDEX main.mark_by_cause ON mark (cause) WHERE cause IS NOT NULL;

-- Undo names the fact that it takes back; redo names that undo.
CREATE TABLE main.revocation (
  id     INTEGER PRIMARY KEY,
  uuid   BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  target BLOB NOT NULL CHECK (length (target) = 16),
  at_ms  INTEGER NOT NULL,
  device BLOB NOT NULL CHECK (length (device) = 16)
) STRICT;
CREATE INDEX main.revocation_by_target ON revocation (target);

CREATE VIEW main.fact_sequence (next) AS
SELECT 1 + max (coalesce ((SELECT max (id) FROM review), 0),
                coalesce ((SELECT max (id) FROM mark), 0),
                coalesce ((SELECT max (id) FROM revocation), 0));

-- Derived: the reviews and marks that are taken back at present.
CREATE TABLE main.undone (
  fact INTEGER PRIMARY KEY
) STRICT;

-- Derived: the fold of a card's marks; no row when nothing is marked.
CREATE TABLE main.card_mark (
  card         INTEGER PRIMARY KEY REFERENCES card,
  suspended    INTEGER NOT NULL,
  buried_until INTEGER NOT NULL,       -- the study day it returns
  flag         INTEGER NOT NULL        -- 0 for none
) STRICT;

-- All that the order of due cards follows from, so that it is read from here alone.
DROP INDEX main.card_state_by_due;
CREATE INDEX main.card_state_by_due
    ON card_state (due_day, due_ms, last_day, stability, difficulty, state);

-- Few cards are forgotten often; whoever asks for them says "lapses > 3".
CREATE INDEX main.card_state_by_lapses ON card_state (lapses) WHERE lapses > 3;

-- Derived: the answers that count, by study day.
CREATE TABLE main.day_count (
  day         INTEGER PRIMARY KEY,
  answers     INTEGER NOT NULL,
  recalled    INTEGER NOT NULL,
  duration_ms INTEGER NOT NULL
) STRICT;
INSERT INTO main.day_count (day, answers, recalled, duration_ms)
SELECT day, count(*), sum(rating > 1), sum(duration_ms) FROM main.review GROUP BY day;
