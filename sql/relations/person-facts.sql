-- name: person-facts
-- mode: read
-- params: none
-- MENTIONS, backwards: the facts that mention a person, once each.
FROM mentioned_in AS @c CROSS JOIN fact AS @dst ON @dst.key = @c.owner
WHERE @c.person = @src.key AND @c.kind = 'FACT'
-- key n.publishedKey: @c.published_key
-- key n.id: @c.owner_id
-- count: @src.fact_count
