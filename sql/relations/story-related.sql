-- name: story-related
-- mode: read
-- params: none
-- Other stories that state the same claims or mention the same people. Whom more than 64 stories mention is left out:
-- that they are in both says little, and each would be walked for every story that mentions them.
FROM (SELECT @src.key AS source, g.story AS story, sum(g.claims) AS shared_claims, sum(g.people) AS shared_people
    FROM (SELECT f.story AS story, count(DISTINCT f.claim) AS claims, 0 AS people
        FROM (SELECT DISTINCT o.claim AS claim FROM fact AS o WHERE o.story = @src.key AND o.last_version IS NULL) AS c
            CROSS JOIN fact AS f ON f.claim = c.claim AND f.last_version IS NULL AND f.story <> @src.key
        GROUP BY f.story
        UNION ALL
        SELECT b.story, 0, count(*)
        FROM appears_in AS a CROSS JOIN person AS p ON p.key = a.person AND p.story_count <= 64
            CROSS JOIN appears_in AS b ON b.person = a.person AND b.story <> a.story
        WHERE a.story = @src.key GROUP BY b.story) AS g
    GROUP BY g.story) AS @e
    CROSS JOIN story AS @dst ON @dst.key = @e.story
WHERE TRUE
