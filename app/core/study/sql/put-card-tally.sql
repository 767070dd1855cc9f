-- Index: primary key.
INSERT OR REPLACE INTO main.card_tally (card, answers, last_day, last_rating, last_occasion,
                                        last_ms, quiz_answers, quiz_wrong, last_missed)
VALUES (:card, :answers, :last_day, :last_rating, :last_occasion,
        :last_ms, :quiz_answers, :quiz_wrong, :last_missed);
