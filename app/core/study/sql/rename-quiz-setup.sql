-- Index: primary key of quiz_setup.
UPDATE main.quiz_setup SET name = :new_name WHERE name = :name;
