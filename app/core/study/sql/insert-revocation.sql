-- Index: revocation.uuid is unique.
INSERT INTO main.revocation (id, uuid, target, at_ms, device)
VALUES ((SELECT next FROM main.fact_sequence), :uuid, :target, :at_ms,
        (SELECT uuid FROM main.device));
