-- Index: primary key of quiz_setup. Fails when another setup has the name.
INSERT INTO main.quiz_setup (name, setup) VALUES (:name, :setup);
