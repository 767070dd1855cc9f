-- Index: archived_item_by_pack.
SELECT key, has_id, kind, fingerprint, trigrams, options
  FROM main.archived_item
 WHERE pack = :pack
 ORDER BY key;
