-- Index: attempt.uuid is unique.
UPDATE main.attempt
   SET ended_ms = :ended_ms,
       phase = :phase,
       elapsed_ms = :elapsed_ms,
       right = :right,
       wrong = :wrong,
       points = :points,
       passed = :passed,
       median_ms = :median_ms
 WHERE uuid = :uuid;
