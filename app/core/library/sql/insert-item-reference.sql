-- Index: primary key.
INSERT INTO library.item_reference (item, ord, slug) VALUES (:item, :ord, :slug);
