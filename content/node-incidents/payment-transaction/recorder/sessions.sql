SELECT pid, state, wait_event,
       to_char(make_interval(secs => extract(epoch FROM clock_timestamp() - xact_start)::numeric * :factor), 'MI:SS') AS xact_age,
       to_char(make_interval(secs => extract(epoch FROM clock_timestamp() - state_change)::numeric * :factor), 'MI:SS') AS state_age,
       left(query, 52) AS last_statement
FROM pg_stat_activity
WHERE usename = 'app' AND xact_start IS NOT NULL
ORDER BY xact_start LIMIT 20
