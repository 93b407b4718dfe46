-- name: fact-citations
-- mode: read
-- params: none
-- CITES: the citations of a fact, or those of the last version that it stood in, one edge each; an outlet cited by two documents is there twice.
FROM cites AS @e CROSS JOIN outlet AS @dst ON @dst.key = @e.outlet
WHERE @e.fact = @src.key AND @e.last_version IS @src.last_version
