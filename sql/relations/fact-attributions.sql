-- name: fact-attributions
-- mode: read
-- params: none
-- ATTRIBUTED_TO: whom the words of a fact say that it has something from, in the last version that it stands in.
FROM attributed_to AS @e CROSS JOIN outlet AS @dst ON @dst.key = @e.outlet
WHERE @e.fact = @src.key AND @e.last_version IS @src.last_version
