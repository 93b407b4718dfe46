-- name: claim
-- mode: read
-- params: id
-- A claim by its id, if a standing fact states it.
FROM claim AS @dst
WHERE @dst.id = $id AND @dst.fact_count > 0
