-- Of Anki's collection up to version 14, which has one row with JSON in it.
SELECT CAST(model.key AS INTEGER) AS ntid,
       CAST(json_extract(field.value, '$.ord') AS INTEGER) AS ord,
       CAST(json_extract(field.value, '$.name') AS TEXT) AS name
FROM col, json_each(col.models) AS model, json_each(model.value, '$.flds') AS field
ORDER BY ntid, ord;
