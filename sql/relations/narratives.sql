-- name: narratives
-- mode: read
-- params: none
-- All narratives of the newest versions.
FROM narrative AS @dst
WHERE @dst.last_version IS NULL
-- count: (SELECT count(*) FROM narrative WHERE last_version IS NULL)
