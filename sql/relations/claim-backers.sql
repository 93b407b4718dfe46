-- name: claim-backers
-- mode: read
-- params: minStories, minScore, method
-- BACKS, backwards: the outlets that standing facts which state a claim cite, with counts and dates.
FROM backs AS @e CROSS JOIN outlet AS @dst ON @dst.key = @e.outlet
WHERE @e.claim = @src.key
-- filter minStories: @e.story_count >= $minStories
-- filter minScore: EXISTS (SELECT 1 FROM fact AS @f CROSS JOIN cites AS @c ON @c.fact = @f.key AND @c.last_version IS NULL
--     WHERE @f.claim = @e.claim AND @f.last_version IS NULL AND @f.score >= $minScore AND @c.outlet = @e.outlet)
-- filter method: EXISTS (SELECT 1 FROM fact AS @g CROSS JOIN cites AS @h ON @h.fact = @g.key AND @h.last_version IS NULL
--     WHERE @g.claim = @e.claim AND @g.last_version IS NULL AND @g.method = $method AND @h.outlet = @e.outlet)
-- key n.id: @e.outlet_id
-- count: @src.backer_count
