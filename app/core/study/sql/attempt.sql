-- Index: attempt.uuid is unique.
SELECT id, name, setup, started_ms FROM main.attempt WHERE uuid = :uuid AND kind = :kind;
