-- name: narrative-providers
-- mode: read
-- params: none
-- PROVIDED_BY: who a narrative is credited to, or was in the last version that it stood in.
FROM provided_by AS @e CROSS JOIN outlet AS @dst ON @dst.key = @e.outlet
WHERE @e.narrative = @src.key AND @e.last_version IS @src.last_version
