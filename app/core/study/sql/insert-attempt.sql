-- Index: attempt.uuid is unique.
INSERT INTO main.attempt (uuid, kind, name, setup, started_ms, questions, device)
VALUES (:uuid, :kind, :name, :setup, :started_ms, :questions, (SELECT uuid FROM main.device))
RETURNING id;
