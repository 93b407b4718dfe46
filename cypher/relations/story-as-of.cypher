// name: story-as-of
// mode: read
// params: at, clock
// The version of a story that stood at an instant, by either clock: of those that were there, the greatest.
MATCH (@src)-[:HAS_REVISION]->(@dst:Revision)
WHERE CASE $clock WHEN 'PUBLISHED' THEN coalesce(@dst.publishedAt, @dst.recordedAt) ELSE @dst.recordedAt END <= $at
WITH @dst ORDER BY @dst.number DESC LIMIT 1
WHERE TRUE
