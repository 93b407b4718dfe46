-- name: version
-- mode: read
-- rows: one
-- params: none
-- Which state the store is in; null where it has not been written to since versions are kept.
SELECT (SELECT value FROM meta WHERE name = 'version')
