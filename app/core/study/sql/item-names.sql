-- Index: primary key; "0" is what follows "/".
SELECT name, key FROM main.item_name WHERE name >= :pack || '/' AND name < :pack || '0';
