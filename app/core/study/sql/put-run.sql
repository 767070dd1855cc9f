-- Index: run.uuid is unique.
INSERT INTO main.run (uuid, key, hash, parent, parent_moves, started_ms, updated_ms,
                      finished, moves, score, max, ending, words)
VALUES (:uuid, :key, :hash, :parent, :parent_moves, :started_ms, :updated_ms,
        :finished, :moves, :score, :max, :ending, :words)
ON CONFLICT (uuid) DO UPDATE
   SET updated_ms = excluded.updated_ms,
       finished = excluded.finished,
       moves = excluded.moves,
       score = excluded.score,
       max = excluded.max,
       ending = excluded.ending,
       words = excluded.words;
