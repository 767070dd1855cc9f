-- Index: pack.source is unique. A source keeps its pack and its slug.
INSERT INTO library.pack (slug, title, version, language, licence, source, imported_ms)
VALUES (:slug, :title, :version, :language, :licence, :source, :imported_ms)
ON CONFLICT (source) DO UPDATE
   SET slug = excluded.slug,
       title = excluded.title,
       version = excluded.version,
       language = excluded.language,
       licence = excluded.licence,
       imported_ms = excluded.imported_ms
RETURNING id;
