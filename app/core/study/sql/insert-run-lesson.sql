-- Index: primary key.
INSERT INTO main.run_lesson (run, ord, kind, section, text, item)
VALUES (:run, :ord, :kind, :section, :text, :item);
