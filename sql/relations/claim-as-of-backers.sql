-- name: claim-as-of-backers
-- mode: read
-- params: none
-- The outlets that the facts which stated a claim at an instant cited then, with counts and dates. The limit keeps what is
-- read of the JSON from being read again for each use of it.
FROM (SELECT b.outlet AS outlet, sum(b.citations) AS citation_count, count(*) AS fact_count,
        count(DISTINCT b.event) AS story_count, min(b.dated) AS first_at, max(b.dated) AS last_at,
        json_group_array(json_array(b.fact, b.number, b.dated, b.event)) AS stated
    FROM (SELECT c.outlet AS outlet, t.fact AS fact, t.number AS number, t.dated AS dated, t.event AS event, count(*) AS citations
        FROM (SELECT j.value ->> 0 AS fact, j.value ->> 1 AS number, j.value ->> 2 AS dated, j.value ->> 3 AS event
                FROM json_each(@src.stated) AS j LIMIT -1) AS t
            CROSS JOIN cites AS c ON c.fact = t.fact AND c.first_version <= t.number AND coalesce(c.last_version, t.number) >= t.number
        GROUP BY c.outlet, t.fact) AS b
    GROUP BY b.outlet) AS @e CROSS JOIN outlet AS @dst ON @dst.key = @e.outlet
WHERE TRUE
-- count: @src.backer_count
