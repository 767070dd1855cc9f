-- Index: primary keys of attempt_question and asked_item.
SELECT question.options, item.content
  FROM main.attempt_question AS question
  JOIN main.asked_item AS item ON item.id = question.item
 WHERE question.attempt = :attempt
 ORDER BY question.ord;
