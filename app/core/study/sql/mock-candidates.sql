-- Index: item_by_pack gives the order; cards by key, their last answer by review_by_card.
-- Of MCQs only what can be asked: a right option, and no more options than letters.
SELECT item.key,
       parent.key,
       item.kind, item.levels, item.minutes,
       CASE WHEN item.kind = 4
            THEN (SELECT max(part.turn) FROM library.part AS part WHERE part.item = item.id)
            ELSE 0 END,
       (SELECT group_concat(topic.slug, ' ')
          FROM library.item_topic AS link
          JOIN library.topic AS topic ON topic.id = link.topic
         WHERE link.item = item.id),
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
  LEFT JOIN library.item AS parent ON parent.id = item.parent
  LEFT JOIN main.card AS card ON card.key = item.key
  LEFT JOIN main.card_state AS card_state ON card_state.card = card.id
 WHERE item.kind BETWEEN 1 AND 5
   AND (item.kind <> 3
        OR ((SELECT count(*) FROM library.option AS option WHERE option.item = item.id) BETWEEN 2 AND 26
            AND EXISTS (SELECT 1 FROM library.option AS option WHERE option.item = item.id AND option.correct)))
 ORDER BY item.pack, item.file, item.line, item.id;
