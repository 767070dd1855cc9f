-- Index: none; counts every card once by its state.
SELECT state, count(*) FROM main.card_state WHERE state <> 0 GROUP BY state;
