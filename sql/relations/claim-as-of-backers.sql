-- name: claim-as-of-backers
-- mode: read
-- params: none
-- The outlets that the facts which stated a claim at an instant cited then, with counts and dates.
FROM (SELECT b.outlet AS outlet, sum(b.citations) AS citation_count, count(*) AS fact_count,
        count(DISTINCT b.stated ->> 3) AS story_count, min(b.stated ->> 2) AS first_at, max(b.stated ->> 2) AS last_at,
        json_group_array(json(b.stated)) AS stated
    FROM (SELECT c.outlet AS outlet, j.value AS stated, count(*) AS citations
        FROM json_each(@src.stated) AS j CROSS JOIN cites AS c ON c.fact = j.value ->> 0
            AND c.first_version <= j.value ->> 1 AND coalesce(c.last_version, j.value ->> 1) >= j.value ->> 1
        GROUP BY c.outlet, j.key) AS b
    GROUP BY b.outlet) AS @e CROSS JOIN outlet AS @dst ON @dst.key = @e.outlet
WHERE TRUE
-- count: @src.backer_count
