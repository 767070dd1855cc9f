-- Index: run.uuid is unique.
SELECT id FROM main.run WHERE uuid = :uuid;
