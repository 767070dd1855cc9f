-- Index: rowid of the full-text table is item.id.
INSERT INTO library.item_search (rowid, title, text) VALUES (:item, :title, :text);
