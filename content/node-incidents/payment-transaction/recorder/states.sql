SELECT coalesce(state, '-') AS state, count(*),
       to_char(make_interval(secs => max(extract(epoch FROM clock_timestamp() - state_change)::numeric) * :factor), 'MI:SS') AS oldest,
       to_char(make_interval(secs => avg(extract(epoch FROM clock_timestamp() - state_change)::numeric) * :factor), 'MI:SS') AS mean
FROM pg_stat_activity
WHERE usename = 'app'
GROUP BY 1 ORDER BY 2 DESC
