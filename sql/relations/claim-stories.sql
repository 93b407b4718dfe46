-- name: claim-stories
-- mode: read
-- params: none
-- The stories that state a claim, once each.
FROM (SELECT DISTINCT f.story AS story FROM fact AS f WHERE f.claim = @src.key AND f.last_version IS NULL) AS @c
    CROSS JOIN story AS @dst ON @dst.key = @c.story
WHERE TRUE
