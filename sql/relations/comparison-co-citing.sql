-- name: comparison-co-citing
-- mode: read
-- params: none
-- The standing facts that cite both outlets of a comparison, found from the one that is cited less.
FROM (SELECT DISTINCT k.fact AS fact FROM outlet AS a CROSS JOIN outlet AS b
        CROSS JOIN cites AS k ON k.outlet = CASE WHEN a.citation_count <= b.citation_count THEN a.key ELSE b.key END AND k.last_version IS NULL
        CROSS JOIN cites AS l ON l.fact = k.fact AND l.last_version IS NULL
            AND l.outlet = CASE WHEN a.citation_count <= b.citation_count THEN b.key ELSE a.key END
    WHERE a.key = @src.outlet AND b.key = @src.other) AS @c
    CROSS JOIN fact AS @dst ON @dst.key = @c.fact
WHERE @dst.last_version IS NULL
-- count: @src.co_citation_count
