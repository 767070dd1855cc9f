-- Index: primary key, backwards, and no further than some thousand answers of any kind.
-- An answer that took very long was a break.
SELECT min(duration_ms, 300000)
  FROM (SELECT id, kind, duration_ms FROM main.review ORDER BY id DESC LIMIT 5000) AS latest
 WHERE kind = :kind
   AND NOT EXISTS (SELECT 1 FROM main.undone AS undone WHERE undone.fact = latest.id)
 LIMIT :limit;
