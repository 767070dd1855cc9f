-- Index: primary key.
DELETE FROM main.run_lesson WHERE run = :run;
