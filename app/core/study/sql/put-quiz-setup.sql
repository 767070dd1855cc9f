-- Index: primary key of quiz_setup.
INSERT INTO main.quiz_setup (name, setup)
VALUES (:name, :setup)
ON CONFLICT (name) DO UPDATE SET setup = excluded.setup;
