-- Index: attempt.uuid is unique; the same event can arrive twice but counts once.
INSERT INTO main.attempt_event (attempt, number, kind, question, value,
                                boot, boot_ms, monotonic_ms, wall_ms, text)
SELECT id, :number, :kind, :question, :value, :boot, :boot_ms, :monotonic_ms, :wall_ms, :text
  FROM main.attempt
 WHERE uuid = :uuid
ON CONFLICT (attempt, number) DO NOTHING;
