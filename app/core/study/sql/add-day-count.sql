-- Index: primary key of day_count.
INSERT INTO main.day_count (day, answers, recalled, duration_ms, introduced,
                            young, young_recalled, mature, mature_recalled)
VALUES (:day, :answers, :recalled, :duration_ms, :introduced,
        :young, :young_recalled, :mature, :mature_recalled)
ON CONFLICT (day) DO UPDATE
   SET answers = answers + excluded.answers,
       recalled = recalled + excluded.recalled,
       duration_ms = duration_ms + excluded.duration_ms,
       introduced = introduced + excluded.introduced,
       young = young + excluded.young,
       young_recalled = young_recalled + excluded.young_recalled,
       mature = mature + excluded.mature,
       mature_recalled = mature_recalled + excluded.mature_recalled;
