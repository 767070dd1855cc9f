-- Index: primary key.
DELETE FROM main.run_phase WHERE run = :run;
