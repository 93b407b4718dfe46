-- name: dispute-other-claim
-- mode: read
-- params: none
-- The claim on the other side of a dispute.
FROM claim AS @dst
WHERE @dst.key = @src.other_claim
