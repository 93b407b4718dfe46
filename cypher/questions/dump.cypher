// name: dump-story
// mode: read
// rows: many
// params: none
// Columns are named as in a dump's lines, in the same order as on SQLite; rows come in the order of the
// lines, which an index gives, so that nothing is sorted that has to fit into memory.
MATCH (s:Story) WHERE s.id >= ''
RETURN s.id AS id, s.title AS title, s.lead AS lead, s.address AS address, s.publishedAt AS publishedAt, s.recordedAt AS recordedAt, s.layout AS layout, s.isComplete AS isComplete, s.version AS version, s.event AS event, s.sortKey AS sortKey
ORDER BY s.id

// name: dump-revision
// mode: read
// rows: many
// params: none
MATCH (r:Revision)<-[:HAS_REVISION]-(s:Story) WHERE r.id >= ''
RETURN r.id AS id, r.origin AS origin, s.id AS story, r.number AS number, r.publishedAt AS publishedAt, r.recordedAt AS recordedAt, r.digest AS digest, r.title AS title, r.lead AS lead, r.layout AS layout, r.isComplete AS isComplete, r.text AS text, r.brief AS brief
ORDER BY r.id

// name: dump-fact
// mode: read
// rows: many
// params: none
MATCH (f:Fact) WHERE f.id >= '' AND f.firstVersion >= 0
MATCH (s:Story)-[:HAS_FACT]->(f)-[t:STATES]->(c:Claim)
MATCH (f)-[:WORDED]->(w:Wording)
RETURN f.id AS id, s.id AS story, f.position AS position, f.text AS text, f.start AS start, f.`end` AS `end`, f.startUtf16 AS startUtf16, f.endUtf16 AS endUtf16,
    f.firstVersion AS firstVersion, f.lastVersion AS lastVersion, w.id AS wording, c.id AS claim, t.score AS score, t.method AS method, t.isReviewed AS isReviewed, f.publishedKey AS publishedKey
ORDER BY f.id, f.firstVersion

// name: dump-wording
// mode: read
// rows: many
// params: none
MATCH (w:Wording) WHERE w.id >= ''
MATCH (w)-[:WORDS]->(c:Claim)
RETURN w.id AS id, w.text AS text, c.id AS claim, w.score AS score, w.method AS method, w.basis AS basis
ORDER BY w.id

// name: dump-pair
// mode: read
// rows: many
// params: none
MATCH (a:Wording) WHERE a.id >= ''
MATCH (a)-[p:LIKE|CONTRADICTS]->(b:Wording)
RETURN a.id AS source, b.id AS target, p.score AS score, p.differs AS differs
ORDER BY a.id, b.id

// name: dump-conflicts-with
// mode: read
// rows: many
// params: none
MATCH (a:Claim) WHERE a.id >= ''
MATCH (a)-[x:CONFLICTS_WITH]->(b:Claim)
RETURN a.id AS source, b.id AS target, x.score AS score, x.differs AS differs
ORDER BY a.id, b.id

// name: dump-moved
// mode: read
// rows: many
// params: none
MATCH (m:Moved) WHERE m.id >= ''
RETURN m.id AS source, m.target AS target
ORDER BY m.id

// name: dump-decision
// mode: read
// rows: many
// params: none
MATCH (d:Decision) WHERE d.id >= ''
RETURN d.id AS id, d.kind AS kind, d.at AS at, d.by AS by, d.reason AS reason, d.subjects AS subjects, d.effects AS effects,
    d.undoneAt AS undoneAt, d.undoneBy AS undoneBy
ORDER BY d.id

// name: dump-claim
// mode: read
// rows: many
// params: none
MATCH (c:Claim) WHERE c.id >= ''
RETURN c.id AS id, c.text AS text, c.backerCount AS backerCount, c.storyCount AS storyCount, c.factCount AS factCount, c.ownerCount AS ownerCount, c.isSoleSourced AS isSoleSourced, c.conflictCount AS conflictCount, c.isContested AS isContested, c.firstStatedAt AS firstStatedAt, c.lastStatedAt AS lastStatedAt, c.minScore AS minScore, c.firstStatedKey AS firstStatedKey, c.firstStatedLastKey AS firstStatedLastKey, c.restsOnOwner AS restsOnOwner, c.soleWire AS soleWire, c.restsOnWire AS restsOnWire
ORDER BY c.id

// name: dump-outlet
// mode: read
// rows: many
// params: none
MATCH (o:Outlet) WHERE o.id >= ''
RETURN o.id AS id, o.name AS name, o.kind AS kind, o.country AS country, o.domain AS domain, o.owner AS owner, o.aliases AS aliases, o.sortKey AS sortKey, o.claimCount AS claimCount, o.storyCount AS storyCount, o.citationCount AS citationCount, o.factCount AS factCount, o.advocacyCount AS advocacyCount, o.soleClaimCount AS soleClaimCount, o.attributionCount AS attributionCount
ORDER BY o.id

// name: dump-person
// mode: read
// rows: many
// params: none
MATCH (p:Person) WHERE p.id >= ''
RETURN p.id AS id, p.name AS name, p.aliases AS aliases, p.sortKey AS sortKey, p.factCount AS factCount, p.storyCount AS storyCount
ORDER BY p.id

// name: dump-narrative
// mode: read
// rows: many
// params: none
MATCH (n:Narrative) WHERE n.id >= '' AND n.firstVersion >= 0
MATCH (s:Story)-[:HAS_NARRATIVE]->(n)
RETURN n.id AS id, s.id AS story, n.position AS position, n.label AS label, n.stance AS stance, n.text AS text, n.start AS start, n.`end` AS `end`, n.startUtf16 AS startUtf16, n.endUtf16 AS endUtf16,
    n.firstVersion AS firstVersion, n.lastVersion AS lastVersion, n.publishedKey AS publishedKey
ORDER BY n.id, n.firstVersion

// name: dump-forecast
// mode: read
// rows: many
// params: none
MATCH (f:Forecast) WHERE f.id >= '' AND f.firstVersion >= 0
MATCH (s:Story)-[:HAS_FORECAST]->(f)
RETURN f.id AS id, s.id AS story, f.position AS position, f.question AS question, f.probability AS probability, f.source AS source, f.start AS start, f.`end` AS `end`, f.startUtf16 AS startUtf16, f.endUtf16 AS endUtf16,
    f.firstVersion AS firstVersion, f.lastVersion AS lastVersion, f.questionKey AS questionKey, f.publishedKey AS publishedKey
ORDER BY f.id, f.firstVersion

// name: dump-problem
// mode: read
// rows: many
// params: none
MATCH (p:Problem) WHERE p.id >= ''
MATCH (s:Story)-[:HAS_PROBLEM]->(p)
RETURN p.id AS id, s.id AS story, p.position AS position, p.code AS code, p.message AS message, p.line AS line, p.column AS column, p.isClosed AS isClosed, p.publishedKey AS publishedKey
ORDER BY p.id

// name: dump-lists
// mode: read
// rows: many
// params: none
MATCH (s:Story) WHERE s.id >= ''
MATCH (s)-[e:LISTS]->(o:Outlet)
RETURN s.id AS source, o.id AS target, e.position AS position, e.marker AS marker, e.label AS label, e.url AS url, e.start AS start, e.`end` AS `end`, e.startUtf16 AS startUtf16, e.endUtf16 AS endUtf16,
    e.firstVersion AS firstVersion, e.lastVersion AS lastVersion
ORDER BY s.id, e.position, e.firstVersion

// name: dump-cites
// mode: read
// rows: many
// params: none
MATCH (f:Fact) WHERE f.id >= '' AND f.firstVersion >= 0
MATCH (f)-[e:CITES]->(o:Outlet)
RETURN f.id AS source, f.firstVersion AS sourceVersion, o.id AS target, e.position AS position, e.marker AS marker, e.label AS label, e.url AS url,
    e.start AS start, e.`end` AS `end`, e.startUtf16 AS startUtf16, e.endUtf16 AS endUtf16, e.firstVersion AS firstVersion, e.lastVersion AS lastVersion,
    e.publishedKey AS publishedKey
ORDER BY f.id, f.firstVersion, e.position, e.firstVersion

// name: dump-attributed-to
// mode: read
// rows: many
// params: none
MATCH (f:Fact) WHERE f.id >= '' AND f.firstVersion >= 0
MATCH (f)-[e:ATTRIBUTED_TO]->(o:Outlet)
RETURN f.id AS source, f.firstVersion AS sourceVersion, o.id AS target, e.position AS position, e.kind AS kind, e.text AS text,
    e.start AS start, e.`end` AS `end`, e.startUtf16 AS startUtf16, e.endUtf16 AS endUtf16, e.firstVersion AS firstVersion, e.lastVersion AS lastVersion,
    e.publishedKey AS publishedKey
ORDER BY f.id, f.firstVersion, e.position, e.firstVersion

// name: dump-origin-of
// mode: read
// rows: many
// params: none
MATCH (o:Outlet) WHERE o.id >= ''
MATCH (o)-[r:ORIGIN_OF]->(c:Claim)
RETURN o.id AS source, c.id AS target, r.factCount AS factCount, r.storyCount AS storyCount, r.firstAt AS firstAt, r.isFirst AS isFirst
ORDER BY o.id, c.id

// name: dump-provided-by
// mode: read
// rows: many
// params: none
MATCH (n:Narrative) WHERE n.id >= '' AND n.firstVersion >= 0
MATCH (n)-[e:PROVIDED_BY]->(o:Outlet)
RETURN n.id AS source, n.firstVersion AS sourceVersion, o.id AS target, e.position AS position, e.label AS label, e.start AS start, e.`end` AS `end`, e.startUtf16 AS startUtf16, e.endUtf16 AS endUtf16,
    e.firstVersion AS firstVersion, e.lastVersion AS lastVersion, e.publishedKey AS publishedKey, e.stanceId AS stanceId
ORDER BY n.id, n.firstVersion, e.position, e.firstVersion

// name: dump-mentions-of-facts
// mode: read
// rows: many
// params: none
MATCH (f:Fact) WHERE f.id >= '' AND f.firstVersion >= 0
MATCH (f)-[e:MENTIONS]->(p:Person)
RETURN f.id AS source, f.firstVersion AS sourceVersion, p.id AS target, e.position AS position, e.rank AS rank, e.text AS text, e.role AS role,
    e.start AS start, e.`end` AS `end`, e.startUtf16 AS startUtf16, e.endUtf16 AS endUtf16, e.firstVersion AS firstVersion, e.lastVersion AS lastVersion
ORDER BY f.id, f.firstVersion, e.position, e.firstVersion

// name: dump-mentions-of-narratives
// mode: read
// rows: many
// params: none
MATCH (f:Narrative) WHERE f.id >= '' AND f.firstVersion >= 0
MATCH (f)-[e:MENTIONS]->(p:Person)
RETURN f.id AS source, f.firstVersion AS sourceVersion, p.id AS target, e.position AS position, e.rank AS rank, e.text AS text, e.role AS role,
    e.start AS start, e.`end` AS `end`, e.startUtf16 AS startUtf16, e.endUtf16 AS endUtf16, e.firstVersion AS firstVersion, e.lastVersion AS lastVersion
ORDER BY f.id, f.firstVersion, e.position, e.firstVersion

// name: dump-mentions-of-stories
// mode: read
// rows: many
// params: none
MATCH (f:Story) WHERE f.id >= ''
MATCH (f)-[e:MENTIONS]->(p:Person)
RETURN f.id AS source, null AS sourceVersion, p.id AS target, e.position AS position, e.rank AS rank, e.text AS text, e.role AS role,
    e.start AS start, e.`end` AS `end`, e.startUtf16 AS startUtf16, e.endUtf16 AS endUtf16, e.firstVersion AS firstVersion, e.lastVersion AS lastVersion
ORDER BY f.id, e.position, e.firstVersion

// name: dump-backs
// mode: read
// rows: many
// params: none
MATCH (o:Outlet) WHERE o.id >= ''
MATCH (o)-[b:BACKS]->(c:Claim)
RETURN o.id AS source, c.id AS target, b.citationCount AS citationCount, b.factCount AS factCount, b.storyCount AS storyCount, b.firstAt AS firstAt, b.lastAt AS lastAt, b.backerCount AS backerCount
ORDER BY o.id, c.id

// name: dump-covered-by
// mode: read
// rows: many
// params: none
MATCH (o:Outlet) WHERE o.id >= ''
MATCH (o)<-[e:COVERED_BY]-(s:Story)
RETURN o.id AS source, s.id AS target, e.publishedKey AS publishedKey, e.citationCount AS citationCount,
    e.narrativeCount AS narrativeCount
ORDER BY o.id, s.id

// name: dump-co-cited
// mode: read
// rows: many
// params: none
MATCH (a:Outlet) WHERE a.id >= ''
MATCH (a)-[e:CO_CITED]->(b:Outlet)
RETURN a.id AS source, b.id AS target, e.weight AS weight
ORDER BY a.id, b.id

// name: dump-co-backed
// mode: read
// rows: many
// params: none
MATCH (a:Outlet) WHERE a.id >= ''
MATCH (a)-[e:CO_BACKED]->(b:Outlet)
RETURN a.id AS source, b.id AS target, e.claimCount AS claimCount
ORDER BY a.id, b.id

// name: dump-appears-in
// mode: read
// rows: many
// params: none
MATCH (p:Person) WHERE p.id >= ''
MATCH (p)-[e:APPEARS_IN]->(s:Story)
RETURN p.id AS source, s.id AS target, e.mentionCount AS mentionCount, e.role AS role, e.publishedKey AS publishedKey
ORDER BY p.id, s.id

// name: dump-mentioned-in
// mode: read
// rows: many
// params: none
MATCH (p:Person) WHERE p.id >= ''
MATCH (p)-[e:MENTIONED_IN]->(f)
RETURN p.id AS source, f.id AS target, e.mentionCount AS mentionCount, e.role AS role, e.publishedKey AS publishedKey
ORDER BY p.id, f.id

// name: dump-cites-person
// mode: read
// rows: many
// params: none
MATCH (p:Person) WHERE p.id >= ''
MATCH (p)-[e:CITED_ABOUT]->(o:Outlet)
RETURN p.id AS source, o.id AS target, e.factCount AS factCount, e.storyCount AS storyCount
ORDER BY p.id, o.id

// name: dump-outlet-stance
// mode: read
// rows: many
// params: none
MATCH (o:Outlet) WHERE o.id >= ''
MATCH (o)-[:OUTLET_STANCE]->(e:StancePeriod)
RETURN o.id AS source, e.monthKey AS monthKey, e.sortKey AS sortKey, e.stanceId AS stanceId, e.stance AS stance, e.month AS month,
    e.narrativeCount AS narrativeCount
ORDER BY o.id, e.monthKey, e.sortKey, e.stanceId
// name: dump-co-mentioned
// mode: read
// rows: many
// params: none
MATCH (p:Person) WHERE p.id >= ''
MATCH (p)-[e:CO_MENTIONED]->(o:Person)
RETURN p.id AS source, o.id AS target, e.storyCount AS storyCount, e.factCount AS factCount
ORDER BY p.id, o.id

// name: dump-disputes
// mode: read
// rows: many
// params: none
MATCH (a:Outlet) WHERE a.id >= ''
MATCH (a)-[e:DISPUTES]->(b:Outlet)
RETURN a.id AS source, b.id AS target, e.claimId AS claim, e.otherClaimId AS otherClaim, e.score AS score, e.differs AS differs
ORDER BY a.id, b.id, e.claimId, e.otherClaimId

// name: dump-outlet-alias
// mode: read
// rows: many
// params: none
// Neo4j has two orders of strings, so that the spellings of one node are put in order by the reader.
MATCH (o:Outlet) WHERE o.id >= ''
MATCH (o)<-[:NAMES]-(a:Alias)
RETURN o.id AS source, a.alias AS alias, a.folded AS folded, a.uses AS uses, a.named AS named
ORDER BY o.id

// name: dump-person-alias
// mode: read
// rows: many
// params: none
MATCH (o:Person) WHERE o.id >= ''
MATCH (o)<-[:NAMES]-(a:Alias)
RETURN o.id AS source, a.alias AS alias, a.folded AS folded, a.uses AS uses, a.named AS named
ORDER BY o.id
