-- name: revision-changes
-- mode: read
-- params: none
-- What changed against the version before.
SELECT @src.story AS story, @src.number - 1 AS old, @src.number AS new
-- within: changes
