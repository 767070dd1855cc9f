-- Index: primary key of quiz_setup gives the order.
SELECT name, setup FROM main.quiz_setup ORDER BY name;
