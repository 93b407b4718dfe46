-- name: person-outlet-facts
-- mode: read
-- params: none
-- The facts that mention a person, in the order of the index, that cite an outlet.
FROM mentioned_in AS @c CROSS JOIN fact AS @dst ON @dst.key = @c.owner
WHERE @c.person = @src.person AND @c.kind = 'FACT'
    AND EXISTS (SELECT 1 FROM cites AS @k WHERE @k.fact = @c.owner AND @k.outlet = @src.outlet AND @k.last_version IS NULL)
-- key n.publishedKey: @c.published_key
-- key n.id: @c.owner_id
-- count: @src.fact_count
