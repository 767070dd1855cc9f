-- Index: primary key of card_tally.
SELECT answers, last_day, last_rating, last_occasion, last_ms, quiz_answers, quiz_wrong,
       last_missed
  FROM main.card_tally
 WHERE card = :card;
