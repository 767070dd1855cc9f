-- Index: none needed.
INSERT INTO library.reference (file, slug, title, url) VALUES (:file, :slug, :title, :url);
