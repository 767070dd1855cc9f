-- Index: mark.uuid is unique: the same fact can arrive twice but counts once.
INSERT INTO main.mark (id, uuid, card, kind, value, cause, at_ms, day, device)
VALUES ((SELECT next FROM main.fact_sequence), :uuid, :card, :kind, :value, :cause, :at_ms, :day,
        (SELECT uuid FROM main.device))
ON CONFLICT (uuid) DO NOTHING
RETURNING id;
