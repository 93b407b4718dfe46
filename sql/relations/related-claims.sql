-- name: related-claims
-- mode: read
-- params: none
-- The claims that standing facts of two stories state.
FROM claim AS @dst
WHERE @dst.key IN (SELECT claim FROM fact WHERE story = @src.source AND last_version IS NULL
    INTERSECT SELECT claim FROM fact WHERE story = @src.story AND last_version IS NULL)
-- count: @src.shared_claims
