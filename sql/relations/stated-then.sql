-- name: stated-then
-- mode: read
-- params: none
-- The facts that stated a claim at an instant, or those of them that cited one outlet: what `stated` holds.
FROM (SELECT j.value ->> 0 AS owner, j.value ->> 1 AS number, j.value ->> 1 AS version, coalesce(j.value ->> 2, '~') AS dated_key
        FROM json_each(@src.stated) AS j) AS @e
    CROSS JOIN fact AS @dst ON @dst.key = @e.owner
WHERE TRUE
-- count: @src.fact_count
