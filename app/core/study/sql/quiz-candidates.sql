-- Index: item_by_pack gives the order; cards by key, their last answer by review_by_card.
-- Only what can be asked: a right option, and no more options than there are letters.
SELECT item.key,
       coalesce ((SELECT review.rating
                    FROM main.review AS review
                   WHERE review.card = card.id
                     AND NOT EXISTS (SELECT 1 FROM main.undone AS undone WHERE undone.fact = review.id)
                   ORDER BY review.id DESC
                   LIMIT 1), 0),
       card_state.state, card_state.step, card_state.stability, card_state.difficulty,
       card_state.reps, card_state.lapses, card_state.last_ms, card_state.last_day,
       card_state.due_ms, card_state.due_day, card_state.scheduled_days
  FROM library.item AS item
  LEFT JOIN main.card AS card ON card.key = item.key
  LEFT JOIN main.card_state AS card_state ON card_state.card = card.id
 WHERE item.kind = 3
   AND (:levels = 0 OR item.levels & :levels)
   AND (:packs IS NULL
        OR item.pack IN (SELECT pack.id
                           FROM json_each(:packs) AS chosen
                           JOIN library.pack AS pack ON pack.slug = chosen.value))
   AND (:topics IS NULL
        OR EXISTS (SELECT 1
                     FROM library.item_topic AS link
                     JOIN library.topic AS topic ON topic.id = link.topic
                    WHERE link.item = item.id
                      AND topic.slug IN (SELECT value FROM json_each(:topics))))
   AND (SELECT count(*) FROM library.option AS option WHERE option.item = item.id) BETWEEN 2 AND 26
   AND EXISTS (SELECT 1 FROM library.option AS option WHERE option.item = item.id AND option.correct)
 ORDER BY item.pack, item.file, item.line, item.id;
