-- Index: primary key of day_count.
INSERT INTO main.day_count (day, answers, recalled, duration_ms)
VALUES (:day, :answers, :recalled, :duration_ms)
ON CONFLICT (day) DO UPDATE
   SET answers = answers + excluded.answers,
       recalled = recalled + excluded.recalled,
       duration_ms = duration_ms + excluded.duration_ms;
