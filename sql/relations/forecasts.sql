-- name: forecasts
-- mode: read
-- params: none
-- All forecasts of the newest versions.
FROM forecast AS @dst
WHERE @dst.last_version IS NULL
-- count: (SELECT count(*) FROM forecast WHERE last_version IS NULL)
