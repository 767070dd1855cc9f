-- Index: attempt_by_start for the kind.
SELECT count(*) FROM main.attempt WHERE kind = :kind AND ended_ms = 0;
