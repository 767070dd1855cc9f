-- Index: primary key.
INSERT OR IGNORE INTO main.undone (fact) VALUES (:fact);
