-- name: dump-story
-- mode: read
-- rows: many
-- params: none
-- Columns are named as in a dump's lines; rows come in the order of the lines, which no key may decide.
SELECT s.id, s.title, s.lead, s.address, s.published_at AS publishedAt, s.recorded_at AS recordedAt, s.layout,
    s.is_complete AS isComplete, s.version, e.id AS event, s.sort_key AS sortKey
FROM story AS s CROSS JOIN story AS e ON e.key = s.event ORDER BY s.id

-- name: dump-revision
-- mode: read
-- rows: many
-- params: none
SELECT r.id, r.origin, s.id AS story, r.number, r.published_at AS publishedAt, r.recorded_at AS recordedAt, r.digest,
    r.title, r.lead, r.layout, r.is_complete AS isComplete, r.text, r.brief
FROM revision AS r CROSS JOIN story AS s ON s.key = r.story ORDER BY r.id

-- name: dump-fact
-- mode: read
-- rows: many
-- params: none
SELECT f.id, s.id AS story, f.position, f.text, f.start, f.end, f.start_utf16 AS startUtf16, f.end_utf16 AS endUtf16,
    f.first_version AS firstVersion, f.last_version AS lastVersion, w.id AS wording, c.id AS claim, f.score, f.method, f.is_reviewed AS isReviewed,
    f.published_key AS publishedKey
FROM fact AS f CROSS JOIN story AS s ON s.key = f.story CROSS JOIN wording AS w ON w.key = f.wording
    CROSS JOIN claim AS c ON c.key = f.claim
ORDER BY f.id, f.first_version

-- name: dump-claim
-- mode: read
-- rows: many
-- params: none
SELECT id, text, backer_count AS backerCount, story_count AS storyCount, fact_count AS factCount,
    owner_count AS ownerCount, is_sole_sourced AS isSoleSourced, conflict_count AS conflictCount,
    is_contested AS isContested, first_stated_at AS firstStatedAt,
    last_stated_at AS lastStatedAt, min_score AS minScore, first_stated_key AS firstStatedKey,
    first_stated_last_key AS firstStatedLastKey, rests_on_owner AS restsOnOwner,
    (SELECT o.id FROM outlet AS o WHERE o.key = sole_wire) AS soleWire,
    rests_on_wire AS restsOnWire
FROM claim ORDER BY id

-- name: dump-wording
-- mode: read
-- rows: many
-- params: none
SELECT w.id, w.text, c.id AS claim, w.score, w.method, b.id AS basis
FROM wording AS w CROSS JOIN claim AS c ON c.key = w.claim LEFT JOIN wording AS b ON b.key = w.basis ORDER BY w.id

-- name: dump-pair
-- mode: read
-- rows: many
-- params: none
SELECT a.id AS source, b.id AS target, p.score, p.differs
FROM pair AS p CROSS JOIN wording AS a ON a.key = p.wording CROSS JOIN wording AS b ON b.key = p.other
WHERE a.id < b.id ORDER BY a.id, b.id

-- name: dump-conflicts-with
-- mode: read
-- rows: many
-- params: none
SELECT a.id AS source, b.id AS target, x.score, x.differs
FROM conflicts_with AS x CROSS JOIN claim AS a ON a.key = x.claim CROSS JOIN claim AS b ON b.key = x.other
ORDER BY a.id, b.id

-- name: dump-moved
-- mode: read
-- rows: many
-- params: none
SELECT id AS source, target FROM moved ORDER BY id

-- name: dump-decision
-- mode: read
-- rows: many
-- params: none
SELECT id, kind, at, by, reason, subjects, effects, undone_at AS undoneAt, undone_by AS undoneBy FROM decision ORDER BY id

-- name: dump-outlet
-- mode: read
-- rows: many
-- params: none
SELECT id, name, kind, country, domain, owner, aliases, sort_key AS sortKey, claim_count AS claimCount,
    story_count AS storyCount, citation_count AS citationCount, fact_count AS factCount, advocacy_count AS advocacyCount,
    sole_claim_count AS soleClaimCount, attribution_count AS attributionCount
FROM outlet ORDER BY id

-- name: dump-person
-- mode: read
-- rows: many
-- params: none
SELECT id, name, aliases, sort_key AS sortKey, fact_count AS factCount, story_count AS storyCount
FROM person ORDER BY id

-- name: dump-narrative
-- mode: read
-- rows: many
-- params: none
SELECT n.id, s.id AS story, n.position, n.label, n.stance, n.text, n.start, n.end, n.start_utf16 AS startUtf16, n.end_utf16 AS endUtf16,
    n.first_version AS firstVersion, n.last_version AS lastVersion, n.published_key AS publishedKey
FROM narrative AS n CROSS JOIN story AS s ON s.key = n.story ORDER BY n.id, n.first_version

-- name: dump-forecast
-- mode: read
-- rows: many
-- params: none
SELECT f.id, s.id AS story, f.position, f.question, f.probability, f.source, f.start, f.end, f.start_utf16 AS startUtf16, f.end_utf16 AS endUtf16,
    f.first_version AS firstVersion, f.last_version AS lastVersion, f.question_key AS questionKey,
    f.published_key AS publishedKey
FROM forecast AS f CROSS JOIN story AS s ON s.key = f.story ORDER BY f.id, f.first_version

-- name: dump-problem
-- mode: read
-- rows: many
-- params: none
SELECT p.id, s.id AS story, p.position, p.code, p.message, p.line, p."column", p.is_closed AS isClosed,
    p.published_key AS publishedKey
FROM problem AS p CROSS JOIN story AS s ON s.key = p.story ORDER BY p.id

-- name: dump-lists
-- mode: read
-- rows: many
-- params: none
SELECT s.id AS source, o.id AS target, e.position, e.marker, e.label, e.url, e.start, e.end, e.start_utf16 AS startUtf16, e.end_utf16 AS endUtf16,
    e.first_version AS firstVersion, e.last_version AS lastVersion
FROM lists AS e CROSS JOIN story AS s ON s.key = e.story CROSS JOIN outlet AS o ON o.key = e.outlet
ORDER BY s.id, e.position, e.first_version

-- name: dump-cites
-- mode: read
-- rows: many
-- params: none
SELECT f.id AS source, f.first_version AS sourceVersion, o.id AS target, e.position, e.marker, e.label, e.url,
    e.start, e.end, e.start_utf16 AS startUtf16, e.end_utf16 AS endUtf16, e.first_version AS firstVersion, e.last_version AS lastVersion,
    e.published_key AS publishedKey
FROM cites AS e CROSS JOIN fact AS f ON f.key = e.fact CROSS JOIN outlet AS o ON o.key = e.outlet
ORDER BY f.id, f.first_version, e.position, e.first_version

-- name: dump-attributed-to
-- mode: read
-- rows: many
-- params: none
SELECT f.id AS source, f.first_version AS sourceVersion, o.id AS target, e.position, e.kind, e.text,
    e.start, e.end, e.start_utf16 AS startUtf16, e.end_utf16 AS endUtf16, e.first_version AS firstVersion, e.last_version AS lastVersion,
    e.published_key AS publishedKey
FROM attributed_to AS e CROSS JOIN fact AS f ON f.key = e.fact CROSS JOIN outlet AS o ON o.key = e.outlet
ORDER BY f.id, f.first_version, e.position, e.first_version

-- name: dump-origin-of
-- mode: read
-- rows: many
-- params: none
SELECT o.id AS source, c.id AS target, r.fact_count AS factCount, r.story_count AS storyCount, r.first_at AS firstAt,
    r.is_first AS isFirst
FROM origin_of AS r CROSS JOIN outlet AS o ON o.key = r.outlet CROSS JOIN claim AS c ON c.key = r.claim
ORDER BY o.id, c.id

-- name: dump-provided-by
-- mode: read
-- rows: many
-- params: none
SELECT n.id AS source, n.first_version AS sourceVersion, o.id AS target, e.position, e.label, e.start, e.end, e.start_utf16 AS startUtf16, e.end_utf16 AS endUtf16,
    e.first_version AS firstVersion, e.last_version AS lastVersion, e.published_key AS publishedKey, e.stance_id AS stanceId
FROM provided_by AS e CROSS JOIN narrative AS n ON n.key = e.narrative CROSS JOIN outlet AS o ON o.key = e.outlet
ORDER BY n.id, n.first_version, e.position, e.first_version

-- name: dump-mentions
-- mode: read
-- rows: many
-- params: none
SELECT coalesce(f.id, n.id, s.id) AS source, coalesce(f.first_version, n.first_version) AS sourceVersion,
    p.id AS target, e.position, e.rank, e.text, e.role, e.start, e.end, e.start_utf16 AS startUtf16, e.end_utf16 AS endUtf16,
    e.first_version AS firstVersion, e.last_version AS lastVersion
FROM mention AS e CROSS JOIN story AS s ON s.key = e.story CROSS JOIN person AS p ON p.key = e.person
    LEFT JOIN fact AS f ON e.kind = 'FACT' AND f.key = e.owner
    LEFT JOIN narrative AS n ON e.kind = 'NARRATIVE' AND n.key = e.owner
ORDER BY 1, 2, e.position, e.first_version

-- name: dump-backs
-- mode: read
-- rows: many
-- params: none
SELECT o.id AS source, c.id AS target, b.citation_count AS citationCount,
    b.fact_count AS factCount, b.story_count AS storyCount, b.first_at AS firstAt, b.last_at AS lastAt,
    b.backer_count AS backerCount
FROM backs AS b CROSS JOIN outlet AS o ON o.key = b.outlet CROSS JOIN claim AS c ON c.key = b.claim
ORDER BY o.id, c.id

-- name: dump-covered-by
-- mode: read
-- rows: many
-- params: none
SELECT o.id AS source, s.id AS target, e.published_key AS publishedKey, e.citation_count AS citationCount,
    e.narrative_count AS narrativeCount
FROM covered_by AS e CROSS JOIN outlet AS o ON o.key = e.outlet CROSS JOIN story AS s ON s.key = e.story
ORDER BY o.id, s.id

-- name: dump-co-cited
-- mode: read
-- rows: many
-- params: none
SELECT a.id AS source, b.id AS target, e.weight
FROM co_cited AS e CROSS JOIN outlet AS a ON a.key = e.outlet CROSS JOIN outlet AS b ON b.key = e.other
ORDER BY a.id, b.id

-- name: dump-co-backed
-- mode: read
-- rows: many
-- params: none
SELECT a.id AS source, b.id AS target, e.claim_count AS claimCount
FROM co_backed AS e CROSS JOIN outlet AS a ON a.key = e.outlet CROSS JOIN outlet AS b ON b.key = e.other
ORDER BY a.id, b.id

-- name: dump-appears-in
-- mode: read
-- rows: many
-- params: none
SELECT p.id AS source, s.id AS target, e.mention_count AS mentionCount,
    e.role, e.published_key AS publishedKey
FROM appears_in AS e CROSS JOIN person AS p ON p.key = e.person CROSS JOIN story AS s ON s.key = e.story
ORDER BY p.id, s.id

-- name: dump-mentioned-in
-- mode: read
-- rows: many
-- params: none
SELECT p.id AS source, coalesce(f.id, n.id) AS target,
    e.mention_count AS mentionCount, e.role, e.published_key AS publishedKey
FROM mentioned_in AS e CROSS JOIN person AS p ON p.key = e.person
    LEFT JOIN fact AS f ON e.kind = 'FACT' AND f.key = e.owner
    LEFT JOIN narrative AS n ON e.kind = 'NARRATIVE' AND n.key = e.owner
ORDER BY 1, 2

-- name: dump-cites-person
-- mode: read
-- rows: many
-- params: none
SELECT p.id AS source, o.id AS target, e.fact_count AS factCount, e.story_count AS storyCount
FROM cites_person AS e CROSS JOIN person AS p ON p.key = e.person CROSS JOIN outlet AS o ON o.key = e.outlet
ORDER BY p.id, o.id

-- name: dump-outlet-stance
-- mode: read
-- rows: many
-- params: none
SELECT o.id AS source, e.month_key AS monthKey, e.sort_key AS sortKey, e.stance_id AS stanceId, e.stance, e.month,
    e.narrative_count AS narrativeCount
FROM outlet_stance AS e CROSS JOIN outlet AS o ON o.key = e.outlet
ORDER BY o.id, e.month_key, e.sort_key, e.stance_id
-- name: dump-co-mentioned
-- mode: read
-- rows: many
-- params: none
SELECT a.id AS source, b.id AS target, e.story_count AS storyCount, e.fact_count AS factCount
FROM co_mentioned AS e CROSS JOIN person AS a ON a.key = e.person CROSS JOIN person AS b ON b.key = e.other
ORDER BY a.id, b.id

-- name: dump-disputes
-- mode: read
-- rows: many
-- params: none
SELECT a.id AS source, b.id AS target, c.id AS claim, d.id AS otherClaim, e.score, e.differs
FROM disputes AS e CROSS JOIN outlet AS a ON a.key = e.outlet CROSS JOIN outlet AS b ON b.key = e.other
    CROSS JOIN claim AS c ON c.key = e.claim CROSS JOIN claim AS d ON d.key = e.other_claim
ORDER BY a.id, b.id, c.id, d.id

-- name: dump-outlet-alias
-- mode: read
-- rows: many
-- params: none
SELECT o.id AS source, a.alias, a.folded, a.uses, a.named
FROM outlet_alias AS a CROSS JOIN outlet AS o ON o.key = a.outlet ORDER BY o.id, a.alias

-- name: dump-person-alias
-- mode: read
-- rows: many
-- params: none
SELECT p.id AS source, a.alias, a.folded, a.uses, a.named
FROM person_alias AS a CROSS JOIN person AS p ON p.key = a.person ORDER BY p.id, a.alias
