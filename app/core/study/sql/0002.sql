-- Plays of incident scenarios. A run is its list of moves; score and ending follow
-- from them and are kept so that a list of runs needs no scenario at hand.
CREATE TABLE main.run (
  id           INTEGER PRIMARY KEY,
  uuid         TEXT NOT NULL UNIQUE CHECK (length (uuid) = 32),
  key          TEXT NOT NULL,          -- of the scenario
  hash         TEXT NOT NULL,          -- of the scenario as it was played
  parent       TEXT,                   -- uuid of the run it branched off
  parent_moves INTEGER NOT NULL,       -- how many of its moves they share
  started_ms   INTEGER NOT NULL,
  updated_ms   INTEGER NOT NULL,
  finished     INTEGER NOT NULL,
  moves        TEXT NOT NULL,
  score        INTEGER NOT NULL,
  max          INTEGER NOT NULL,
  ending       TEXT,
  words        TEXT                    -- JSON: section to what was typed there
) STRICT;
CREATE INDEX main.run_by_key ON run (key, started_ms);
CREATE INDEX main.run_by_start ON run (started_ms);
