-- name: claims
-- mode: read
-- params: outlet, person
-- All claims that a standing fact states. An outlet drives from the claims it backs; a person from the
-- facts that mention them.
FROM claim AS @dst
WHERE @dst.fact_count > 0
-- from person: FROM (SELECT DISTINCT f.claim AS claim FROM mentioned_in AS m CROSS JOIN fact AS f ON f.key = m.owner
--         WHERE m.kind = 'FACT' AND m.person = (SELECT key FROM person WHERE id = coalesce((SELECT target FROM moved WHERE id = $person), $person))) AS @c
--     CROSS JOIN claim AS @dst ON @dst.key = @c.claim
--     WHERE @dst.fact_count > 0
-- from outlet: FROM backs AS @c CROSS JOIN claim AS @dst ON @dst.key = @c.claim
--     WHERE @c.outlet = (SELECT key FROM outlet WHERE id = coalesce((SELECT target FROM moved WHERE id = $outlet), $outlet))
-- key outlet n.backerCount: @c.backer_count
-- key outlet n.id: @c.claim_id
-- count: (SELECT count(*) FROM claim WHERE fact_count > 0)
