-- Index: primary keys, backwards, and that of undone. Ends at the first fact that
-- stands; what followed from an answer is not a step of its own. Answers of quizzes and
-- imported ones are not taken back this way.
SELECT uuid
  FROM (SELECT id, uuid
          FROM (SELECT id, uuid
                  FROM main.review AS review
                 WHERE kind = 1
                   AND NOT EXISTS (SELECT 1 FROM main.undone WHERE fact = review.id)
                 ORDER BY id DESC
                 LIMIT 1)
        UNION ALL
        SELECT id, uuid
          FROM (SELECT id, uuid
                  FROM main.mark AS mark
                 WHERE cause IS NULL
                   AND NOT EXISTS (SELECT 1 FROM main.undone WHERE fact = mark.id)
                 ORDER BY id DESC
                 LIMIT 1))
 ORDER BY id DESC
 LIMIT 1;
