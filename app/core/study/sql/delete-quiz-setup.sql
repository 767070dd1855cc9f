-- Index: primary key of quiz_setup.
DELETE FROM main.quiz_setup WHERE name = :name;
