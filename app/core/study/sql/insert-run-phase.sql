-- Index: primary key.
INSERT INTO main.run_phase (run, ord, name, score, max) VALUES (:run, :ord, :name, :score, :max);
