-- Index: none; what came of every card's answers once.
SELECT card, answers, last_day, last_rating, last_occasion, last_ms, quiz_answers, quiz_wrong,
       last_missed
  FROM main.card_tally;
