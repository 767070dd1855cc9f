-- What came of answers and of incidents, so that looking back needs no replay.

-- Derived: a card's answers, whatever the memory model makes of them.
CREATE TABLE main.card_tally (
  card          INTEGER PRIMARY KEY REFERENCES card,
  answers       INTEGER NOT NULL,
  last_day      INTEGER NOT NULL,
  last_rating   INTEGER NOT NULL,
  last_occasion INTEGER NOT NULL,      -- DrillOccasion
  last_ms       INTEGER NOT NULL,
  quiz_answers  INTEGER NOT NULL,      -- in quizzes and interviews
  quiz_wrong    INTEGER NOT NULL,
  last_missed   INTEGER NOT NULL       -- key points that the newest answer left out
) STRICT;
INSERT INTO main.card_tally (card, answers, last_day, last_rating, last_occasion, last_ms,
                             quiz_answers, quiz_wrong, last_missed)
SELECT newest.card, total.answers, newest.day, newest.rating, newest.kind, newest.at_ms,
       total.quiz_answers, total.quiz_wrong,
       iif (json_valid (newest.detail), coalesce (json_array_length (newest.detail, '$.missed'), 0), 0)
  FROM (SELECT max (id) AS id, count (*) AS answers, sum (kind IN (2, 3)) AS quiz_answers,
               sum (kind IN (2, 3) AND rating = 1) AS quiz_wrong
          FROM main.review AS review
         WHERE NOT EXISTS (SELECT 1 FROM main.undone AS undone WHERE undone.fact = review.id)
         GROUP BY card) AS total
  JOIN main.review AS newest ON newest.id = total.id;

-- Derived: the answers that count, by study day. Of a card's first answer on a day, when
-- there was one on an earlier day: young if that was less than three weeks before.
DROP TABLE main.day_count;
CREATE TABLE main.day_count (
  day             INTEGER PRIMARY KEY,
  answers         INTEGER NOT NULL,
  recalled        INTEGER NOT NULL,
  duration_ms     INTEGER NOT NULL,
  introduced      INTEGER NOT NULL,    -- cards answered for the first time
  young           INTEGER NOT NULL,
  young_recalled  INTEGER NOT NULL,
  mature          INTEGER NOT NULL,
  mature_recalled INTEGER NOT NULL
) STRICT;
INSERT INTO main.day_count (day, answers, recalled, duration_ms, introduced,
                            young, young_recalled, mature, mature_recalled)
SELECT day, count (*), sum (rating > 1), sum (duration_ms), sum (elapsed IS NULL),
       coalesce (sum (elapsed BETWEEN 1 AND 20), 0),
       coalesce (sum (elapsed BETWEEN 1 AND 20 AND rating > 1), 0),
       coalesce (sum (elapsed > 20), 0),
       coalesce (sum (elapsed > 20 AND rating > 1), 0)
  FROM (SELECT day, rating, duration_ms,
               day - lag (day) OVER (PARTITION BY card ORDER BY id) AS elapsed
          FROM main.review AS review
         WHERE NOT EXISTS (SELECT 1 FROM main.undone AS undone WHERE undone.fact = review.id))
 GROUP BY day;

-- Counts how often everything was computed anew: whoever remembers states reads them again.
CREATE TABLE main.fold (
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  generation INTEGER NOT NULL
) STRICT;
INSERT INTO main.fold (id, generation) VALUES (1, 1);

-- Which cards were answered on a day, from the index alone.
DROP INDEX main.review_by_day;
CREATE INDEX main.review_by_day ON review (day, card);

-- What a run of an incident was worth, phase by phase, and what it left to learn. Kept
-- when the run ends, because the scenario may be another one later.
CREATE TABLE main.run_phase (
  run   INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  ord   INTEGER NOT NULL,
  name  TEXT NOT NULL,
  score REAL NOT NULL,
  max   INTEGER NOT NULL,
  PRIMARY KEY (run, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE main.run_lesson (
  run     INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  ord     INTEGER NOT NULL,
  kind    INTEGER NOT NULL,            -- DrillLessonKind
  section TEXT NOT NULL,               -- slug of the section in the scenario
  text    TEXT NOT NULL,               -- Markdown: the key point, or why it was harmful
  item    TEXT,                        -- key of an item that teaches it
  PRIMARY KEY (run, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX main.run_lesson_by_item ON run_lesson (item) WHERE item IS NOT NULL;
