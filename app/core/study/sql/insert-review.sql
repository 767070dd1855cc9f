-- Index: review.uuid is unique: the same fact can arrive twice but counts once.
INSERT INTO main.review (id, uuid, card, kind, rating, at_ms, day, duration_ms, device, detail)
VALUES ((SELECT next FROM main.fact_sequence), :uuid, :card, :kind, :rating, :at_ms, :day,
        :duration_ms, (SELECT uuid FROM main.device), :detail)
ON CONFLICT (uuid) DO NOTHING
RETURNING id;
