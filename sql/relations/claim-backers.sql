-- name: claim-backers
-- mode: read
-- params: minStories
-- BACKS, backwards: the outlets that standing facts which state a claim cite, with counts and dates.
FROM backs AS @e CROSS JOIN outlet AS @dst ON @dst.key = @e.outlet
WHERE @e.claim = @src.key
-- filter minStories: @e.story_count >= $minStories
-- key n.id: @e.outlet_id
-- count: @src.backer_count
