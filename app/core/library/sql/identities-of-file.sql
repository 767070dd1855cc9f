-- Index: item_by_file.
SELECT id, key, name, kind, fingerprint, title_markdown
  FROM library.item
 WHERE file = :file
 ORDER BY line, id;
