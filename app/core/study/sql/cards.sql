-- Index: primary key, in its order.
SELECT id, key FROM main.card ORDER BY id;
