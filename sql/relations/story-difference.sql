-- name: story-difference
-- mode: read
-- params: from, to
-- What changed from one version of a story to another.
SELECT @src.key AS story, $from AS old, $to AS new
-- within: changes
