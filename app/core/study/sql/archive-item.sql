-- Index: primary keys. An item without a card has nothing to be kept.
INSERT OR REPLACE INTO main.archived_item (key, pack, has_id, kind, fingerprint, trigrams,
                                           options, resembles, at_ms)
SELECT :key, :pack, :has_id, :kind, :fingerprint, :trigrams, :options, :resembles, :at_ms
  FROM main.card AS card
 WHERE card.key = :key;
