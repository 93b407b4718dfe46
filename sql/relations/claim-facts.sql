-- name: claim-facts
-- mode: read
-- params: none
-- STATES, backwards: the standing facts that state a claim; score, method and review are the link's.
FROM fact AS @dst
WHERE @dst.claim = @src.key AND @dst.last_version IS NULL
-- count: @src.fact_count
