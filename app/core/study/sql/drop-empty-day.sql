-- Index: primary key.
DELETE FROM main.day_count WHERE day = :day AND answers = 0;
