-- Index: item.key is unique; a second item with one key is skipped and reported.
INSERT INTO library.item (key, name, pack, file, parent, kind, number, title, title_markdown,
                          levels, minutes, line, end_line, fingerprint, text)
VALUES (:key, :name, :pack, :file, :parent, :kind, :number, :title, :title_markdown,
        :levels, :minutes, :line, :end_line, :fingerprint, :text)
ON CONFLICT (key) DO NOTHING
RETURNING id;
