-- name: co-mention-facts
-- mode: read
-- params: none
-- The facts that mention two people. Those of the one whom fewer facts mention are walked in their order, and the other
-- is looked up in each: a person beside a hub costs what that person has.
FROM mentioned_in AS @c CROSS JOIN fact AS @dst ON @dst.key = @c.owner
WHERE @c.kind = 'FACT' AND @c.person = (SELECT p.key FROM person AS p WHERE p.key IN (@src.person, @src.other)
        ORDER BY p.fact_count, p.key LIMIT 1)
    AND EXISTS (SELECT 1 FROM mentioned_in AS @d
        WHERE @d.kind = 'FACT' AND @d.owner = @c.owner AND @d.person = @src.person + @src.other - @c.person)
-- key n.publishedKey: @c.published_key
-- key n.id: @c.owner_id
-- count: @src.fact_count
