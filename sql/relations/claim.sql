-- name: claim
-- mode: read
-- params: id
-- A claim by its id, or by that of a wording that states it, if a standing fact does.
FROM claim AS @dst
WHERE @dst.id = coalesce((SELECT target FROM moved WHERE id = $id), $id) AND @dst.fact_count > 0
