-- name: claim-timeline
-- mode: read
-- params: none
-- When facts began to state a claim and ceased to: each run of versions of each fact, standing or not. `number` is the
-- version that the fact is read in, `row` tells events apart: of one instant, those that take something away come first.
FROM (
    SELECT x.kind AS kind, coalesce(r.published_at, r.recorded_at) AS at, r.recorded_at AS recorded_at, x.version AS version,
        x.text AS text, x.story AS story, x.fact AS owner, x.number AS number, x.row AS row
    FROM (
        SELECT 'STATED' AS kind, f.key AS fact, f.story AS story, f.text AS text, f.first_version AS version,
            f.first_version AS number, '1:' || f.id || ':' || f.first_version AS row
        FROM fact AS f WHERE f.claim = @src.key AND f.last_version IS NULL
        UNION ALL SELECT 'STATED', f.key, f.story, f.text, f.first_version, f.first_version, '1:' || f.id || ':' || f.first_version
        FROM fact AS f WHERE f.claim = @src.key AND f.last_version IS NOT NULL
        UNION ALL SELECT 'WITHDRAWN', f.key, f.story, f.text, f.last_version + 1, f.last_version, '0:' || f.id || ':' || f.first_version
        FROM fact AS f WHERE f.claim = @src.key AND f.last_version IS NOT NULL
    ) AS x CROSS JOIN revision AS r ON r.story = x.story AND r.number = x.version
) AS @dst
WHERE TRUE
