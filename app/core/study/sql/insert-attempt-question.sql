-- Index: primary key of attempt_question.
INSERT INTO main.attempt_question (attempt, ord, key, item, options, correct)
VALUES (:attempt, :ord, :key, :item, :options, :correct);
