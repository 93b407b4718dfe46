-- name: person-narratives
-- mode: read
-- params: since, until
-- MENTIONS, backwards: the narratives that mention a person, once each.
FROM mentioned_in AS @c CROSS JOIN narrative AS @dst ON @dst.key = @c.owner
WHERE @c.person = @src.key AND @c.kind = 'NARRATIVE'
-- filter since: @c.published_key >= $since
-- filter until: @c.published_key <= $until AND @c.published_key <> ''
-- key n.publishedKey: @c.published_key
-- key n.id: @c.owner_id
