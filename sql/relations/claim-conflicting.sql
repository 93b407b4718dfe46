-- name: claim-conflicting
-- mode: read
-- params: differs
-- CONFLICTS_WITH: claims of which a wording is alike and contradicts; with what differs between the closest two.
FROM conflicts_with AS @e CROSS JOIN claim AS @dst ON @dst.key = @e.other
WHERE @e.claim = @src.key AND @dst.fact_count > 0
-- filter differs: EXISTS (SELECT 1 FROM json_each(@e.differs) AS @d WHERE @d.value = $differs)
-- key n.id: @e.other_id
-- count: @src.conflict_count
