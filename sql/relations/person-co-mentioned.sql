-- name: person-co-mentioned
-- mode: read
-- params: minStories
-- CO_MENTIONED: the people whom stories mention together with a person.
FROM co_mentioned AS @e CROSS JOIN person AS @dst ON @dst.key = @e.other
WHERE @e.person = @src.key
-- filter minStories: @e.story_count >= $minStories
-- key n.id: @e.other_id
