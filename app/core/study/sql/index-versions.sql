-- Index: primary key, and the ends of the primary keys of the facts.
SELECT generation, (SELECT next FROM main.fact_sequence) FROM main.fold WHERE id = 1;
