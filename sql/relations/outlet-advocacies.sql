-- name: outlet-advocacies
-- mode: read
-- params: none
-- COVERED_BY, backwards: the stories that cite an outlet for a fact and carry a narrative that it provides.
FROM covered_by AS @e CROSS JOIN story AS @dst ON @dst.key = @e.story
WHERE @e.outlet = @src.key AND @e.citation_count > 0 AND @e.narrative_count > 0
-- key n.publishedKey: @e.published_key
-- key n.id: @e.story_id
-- count: @src.advocacy_count
