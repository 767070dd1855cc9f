-- Answers that were given in another program. They are facts like any other, but their
-- cards are not in the library: they teach the memory model how this learner forgets,
-- and count for nothing else. Negative numbers of cards keep them apart from those of
-- the table card.
CREATE TABLE main.imported_review (
  card   INTEGER NOT NULL CHECK (card < 0), -- minus its number in the other program
  at_ms  INTEGER NOT NULL,
  kind   INTEGER NOT NULL,             -- DrillReviewKind
  rating INTEGER NOT NULL CHECK (rating BETWEEN 0 AND 4),
  day    INTEGER NOT NULL,
  PRIMARY KEY (card, at_ms)
) STRICT, WITHOUT ROWID;
