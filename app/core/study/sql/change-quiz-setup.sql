-- Index: primary key of quiz_setup. Fails when another setup has the name.
UPDATE main.quiz_setup SET name = :name, setup = :setup WHERE name = :old_name;
