-- name: comparison-co-citing
-- mode: read
-- params: none
-- The facts that cite both outlets of a comparison, as co-cited-facts.
FROM cites AS @c CROSS JOIN fact AS @dst ON @dst.key = @c.fact
WHERE @c.outlet = (SELECT @few.key FROM outlet AS @few WHERE @few.key IN (@src.outlet, @src.other) ORDER BY @few.citation_count, @few.key LIMIT 1)
    AND @c.last_version IS NULL
    AND EXISTS (SELECT 1 FROM cites AS @too WHERE @too.fact = @c.fact AND @too.last_version IS NULL
        AND @too.outlet IN (@src.outlet, @src.other) AND @too.outlet <> @c.outlet)
    AND NOT EXISTS (
    SELECT 1 FROM cites AS @twin WHERE @twin.fact = @c.fact AND @twin.outlet = @c.outlet
        AND @twin.last_version IS NULL AND @twin.position < @c.position)
-- key n.publishedKey: @c.published_key
-- key n.id: @c.fact_id
-- count: @src.co_citation_count
