-- name: fact-claim
-- mode: read
-- params: none
-- STATES: the claim that a fact states.
FROM claim AS @dst
WHERE @dst.key = @src.claim
