-- name: stated-citations
-- mode: read
-- params: none
-- CITES: the citations that a fact has in one version of its story.
FROM cites AS @e CROSS JOIN outlet AS @dst ON @dst.key = @e.outlet
WHERE @e.fact = @src.owner AND @e.first_version <= @src.number AND coalesce(@e.last_version, @src.number) >= @src.number
