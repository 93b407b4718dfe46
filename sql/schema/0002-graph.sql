-- The graph on SQLite. `key` is a row's integer key: edges join on it, and no answer shows it.
-- Every `*_key` text column is a stored sort key: ASCII, never null (docs/data-model.md).
-- A fact, narrative, forecast or edge with `last_version` NULL stands in its story's newest version;
-- questions read only these, through partial indexes, so that history costs them nothing.

CREATE TABLE story (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    lead TEXT,
    address TEXT,
    published_at TEXT,
    recorded_at TEXT NOT NULL,
    layout TEXT NOT NULL,
    is_complete INTEGER NOT NULL,
    version INTEGER NOT NULL,
    event INTEGER NOT NULL,     -- the story that it counts as: the first of those that tell the same, mostly itself
    sort_key TEXT NOT NULL,
    published_key TEXT NOT NULL,
    published_last_key TEXT NOT NULL
) STRICT;
-- Not unique: stories of different given ids may have one address; a look-up takes the smallest id.
CREATE INDEX story_address ON story (address, id) WHERE address IS NOT NULL;
CREATE INDEX story_published ON story (published_key, id);
CREATE INDEX story_published_last ON story (published_last_key, id);
CREATE INDEX story_sort ON story (sort_key, id);

-- The ledger: what was received. The rest of a story's rows are computed from its revisions.
CREATE TABLE revision (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    origin TEXT NOT NULL,       -- the id of the story that it told when it came: another one's, where they were merged
    story INTEGER NOT NULL,
    number INTEGER NOT NULL,
    published_at TEXT,
    recorded_at TEXT NOT NULL,
    arrival INTEGER NOT NULL,   -- counts what the store received, over all stories
    digest TEXT NOT NULL,       -- of the brief and its date: the same brief twice is one revision (its id is made of both)
    text TEXT NOT NULL,
    brief TEXT NOT NULL,        -- the brief as read, JSON, without its text
    UNIQUE (story, number)
) STRICT;
CREATE INDEX revision_origin ON revision (origin, number);

CREATE TABLE claim (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    backer_count INTEGER NOT NULL,
    story_count INTEGER NOT NULL,
    fact_count INTEGER NOT NULL, -- 0: only superseded facts state it; no question sees it
    owner_count INTEGER,
    is_sole_sourced INTEGER NOT NULL,
    first_stated_at TEXT,
    last_stated_at TEXT,
    min_score REAL NOT NULL,
    first_stated_key TEXT NOT NULL,
    first_stated_last_key TEXT NOT NULL
) STRICT;
CREATE INDEX claim_backers ON claim (backer_count, id) WHERE fact_count > 0;
CREATE INDEX claim_stories ON claim (story_count, id) WHERE fact_count > 0;
CREATE INDEX claim_first ON claim (first_stated_key, id) WHERE fact_count > 0;
CREATE INDEX claim_first_last ON claim (first_stated_last_key, id) WHERE fact_count > 0;

-- What facts say, case, kinds of marks and spacing aside: what claims are found from. `text` is the least of the
-- texts that it is written with; `claim`, `score`, `method` and `basis` (the wording it was compared with) are what
-- linking made of it.
CREATE TABLE wording (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    claim INTEGER NOT NULL,
    score REAL NOT NULL,
    method TEXT NOT NULL,
    basis INTEGER
) STRICT;
CREATE INDEX wording_claim ON wording (claim);
-- The index of candidates: what wordings must have in common to be compared.
CREATE TABLE wording_key (
    value INTEGER NOT NULL,
    wording INTEGER NOT NULL,
    PRIMARY KEY (value, wording)
) STRICT, WITHOUT ROWID;
-- Wordings that may be one claim, and those that are alike and contradict each other; each pair both ways round.
CREATE TABLE pair (
    wording INTEGER NOT NULL,
    other INTEGER NOT NULL,
    score REAL NOT NULL,
    differs TEXT,               -- NULL: accepted; else a conflict, JSON array of what differs
    PRIMARY KEY (wording, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE fact (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    story INTEGER NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    start_utf16 INTEGER NOT NULL,
    end_utf16 INTEGER NOT NULL,
    first_version INTEGER NOT NULL,
    last_version INTEGER,
    wording INTEGER NOT NULL,
    claim INTEGER NOT NULL,     -- STATES, with its score, method and review: the wording's, copied for the indexes
    score REAL NOT NULL,
    method TEXT NOT NULL,
    is_reviewed INTEGER NOT NULL,
    published_key TEXT NOT NULL,
    published_last_key TEXT NOT NULL,
    UNIQUE (id, first_version)
) STRICT;
CREATE INDEX fact_story ON fact (story, position, id) WHERE last_version IS NULL;
CREATE INDEX fact_claim ON fact (claim, published_key, id) WHERE last_version IS NULL;
CREATE INDEX fact_claim_last ON fact (claim, published_last_key, id) WHERE last_version IS NULL;
CREATE INDEX fact_story_all ON fact (story);
CREATE INDEX fact_claim_past ON fact (claim) WHERE last_version IS NOT NULL;
CREATE INDEX fact_wording ON fact (wording, published_last_key, id);

CREATE TABLE narrative (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    story INTEGER NOT NULL,
    position INTEGER NOT NULL,
    label TEXT NOT NULL,
    stance TEXT,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    start_utf16 INTEGER NOT NULL,
    end_utf16 INTEGER NOT NULL,
    first_version INTEGER NOT NULL,
    last_version INTEGER,
    published_key TEXT NOT NULL,
    published_last_key TEXT NOT NULL,
    UNIQUE (id, first_version)
) STRICT;
CREATE INDEX narrative_story ON narrative (story, position, id) WHERE last_version IS NULL;
CREATE INDEX narrative_published ON narrative (published_key, id) WHERE last_version IS NULL;
CREATE INDEX narrative_published_last ON narrative (published_last_key, id) WHERE last_version IS NULL;
CREATE INDEX narrative_stance ON narrative (stance, published_key, id) WHERE last_version IS NULL;
CREATE INDEX narrative_story_all ON narrative (story);

CREATE TABLE forecast (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    story INTEGER NOT NULL,
    position INTEGER NOT NULL,
    question TEXT NOT NULL,
    probability REAL NOT NULL,
    source TEXT,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    start_utf16 INTEGER NOT NULL,
    end_utf16 INTEGER NOT NULL,
    first_version INTEGER NOT NULL,
    last_version INTEGER,
    UNIQUE (id, first_version)
) STRICT;
CREATE INDEX forecast_story ON forecast (story, position, id) WHERE last_version IS NULL;
CREATE INDEX forecast_story_all ON forecast (story);

-- Of a story's newest version.
CREATE TABLE problem (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    story INTEGER NOT NULL,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    line INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    is_closed INTEGER NOT NULL, -- someone has dealt with it
    published_key TEXT NOT NULL
) STRICT;
CREATE INDEX problem_story ON problem (story, position, id);
CREATE INDEX problem_published ON problem (published_key, position, id);
CREATE INDEX problem_code ON problem (code, published_key, position, id);
CREATE INDEX problem_open ON problem (published_key, position, id) WHERE is_closed = 0;

-- An outlet or a person is visible to questions while `story_count` is above 0: else only superseded
-- versions name it.
CREATE TABLE outlet (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT,
    country TEXT,
    domain TEXT,
    owner TEXT,
    aliases TEXT NOT NULL,      -- JSON array, sorted
    sort_key TEXT NOT NULL,
    claim_count INTEGER NOT NULL,
    story_count INTEGER NOT NULL,
    citation_count INTEGER NOT NULL
) STRICT;
CREATE INDEX outlet_sort ON outlet (sort_key, id) WHERE story_count > 0;
CREATE INDEX outlet_claims ON outlet (claim_count, id) WHERE story_count > 0;
CREATE INDEX outlet_stories ON outlet (story_count, id) WHERE story_count > 0;
CREATE INDEX outlet_citations ON outlet (citation_count, id) WHERE story_count > 0;

CREATE TABLE person (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    aliases TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    fact_count INTEGER NOT NULL,
    story_count INTEGER NOT NULL
) STRICT;
CREATE INDEX person_sort ON person (sort_key, id) WHERE story_count > 0;
CREATE INDEX person_facts ON person (fact_count, id) WHERE story_count > 0;
CREATE INDEX person_stories ON person (story_count, id) WHERE story_count > 0;

-- Every spelling of an outlet or a person: how many edges are written with it (`uses`), and how many go to
-- someone whose full name it is (`named`: an outlet's name in the registry, a person's name in full).
-- A look-up by name finds both; `aliases` lists what is in use.
CREATE TABLE outlet_alias (
    folded TEXT NOT NULL,
    outlet INTEGER NOT NULL,
    alias TEXT NOT NULL,
    uses INTEGER NOT NULL,
    named INTEGER NOT NULL,
    PRIMARY KEY (outlet, alias)
) STRICT, WITHOUT ROWID;
CREATE INDEX outlet_alias_folded ON outlet_alias (folded, outlet);
CREATE TABLE person_alias (
    folded TEXT NOT NULL,
    person INTEGER NOT NULL,
    alias TEXT NOT NULL,
    uses INTEGER NOT NULL,
    named INTEGER NOT NULL,
    PRIMARY KEY (person, alias)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_alias_folded ON person_alias (folded, person);

-- What one story adds to these two, so that it can be taken away again without resolving its words anew.
CREATE TABLE spelling (
    story INTEGER NOT NULL,
    kind TEXT NOT NULL,         -- OUTLET or PERSON
    node INTEGER NOT NULL,
    alias TEXT NOT NULL,
    uses INTEGER NOT NULL,
    named INTEGER NOT NULL,
    PRIMARY KEY (story, kind, node, alias)
) STRICT, WITHOUT ROWID;

-- Edges. `position` counts from 1 within the owner and version.
CREATE TABLE lists (
    story INTEGER NOT NULL,
    first_version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    outlet INTEGER NOT NULL,
    marker TEXT,
    label TEXT NOT NULL,
    url TEXT,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    start_utf16 INTEGER NOT NULL,
    end_utf16 INTEGER NOT NULL,
    last_version INTEGER,
    PRIMARY KEY (story, position, first_version)
) STRICT, WITHOUT ROWID;
CREATE INDEX lists_outlet ON lists (outlet, story);

CREATE TABLE cites (
    fact INTEGER NOT NULL,
    first_version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    outlet INTEGER NOT NULL,
    marker TEXT,
    label TEXT NOT NULL,
    url TEXT,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    start_utf16 INTEGER NOT NULL,
    end_utf16 INTEGER NOT NULL,
    last_version INTEGER,
    PRIMARY KEY (fact, position, first_version)
) STRICT, WITHOUT ROWID;
CREATE INDEX cites_outlet ON cites (outlet, fact);

CREATE TABLE provided_by (
    narrative INTEGER NOT NULL,
    first_version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    outlet INTEGER NOT NULL,
    label TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    start_utf16 INTEGER NOT NULL,
    end_utf16 INTEGER NOT NULL,
    last_version INTEGER,
    published_key TEXT NOT NULL,
    narrative_id TEXT NOT NULL,
    PRIMARY KEY (narrative, position, first_version)
) STRICT, WITHOUT ROWID;
CREATE INDEX provided_by_outlet ON provided_by (outlet, published_key, narrative_id, narrative);

-- One row a mention. `kind` says what `owner` is a key of: FACT, NARRATIVE or STORY (its lead).
CREATE TABLE mention (
    story INTEGER NOT NULL,
    kind TEXT NOT NULL,
    owner INTEGER NOT NULL,
    first_version INTEGER NOT NULL,
    position INTEGER NOT NULL,  -- within the owner
    rank INTEGER NOT NULL,      -- within the story: lead, facts, narratives
    person INTEGER NOT NULL,
    text TEXT NOT NULL,
    role TEXT,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    start_utf16 INTEGER NOT NULL,
    end_utf16 INTEGER NOT NULL,
    last_version INTEGER,
    PRIMARY KEY (kind, owner, position, first_version)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_story ON mention (story, rank);
CREATE INDEX mention_person ON mention (person, kind, owner);

-- Stored relations: what would make a hub slow to compute. They cover standing edges only, and the
-- transaction that changes an edge keeps them right (tests: incremental equals recomputed).
CREATE TABLE backs (
    outlet INTEGER NOT NULL,
    claim INTEGER NOT NULL,
    claim_id TEXT NOT NULL,
    outlet_id TEXT NOT NULL,
    citation_count INTEGER NOT NULL,
    fact_count INTEGER NOT NULL,
    story_count INTEGER NOT NULL,
    first_at TEXT,
    last_at TEXT,
    PRIMARY KEY (claim, outlet)
) STRICT, WITHOUT ROWID;
CREATE INDEX backs_outlet ON backs (outlet, story_count, claim_id, claim);
CREATE INDEX backs_outlet_citations ON backs (outlet, citation_count, claim_id, claim);

CREATE TABLE covered_by (
    outlet INTEGER NOT NULL,
    story INTEGER NOT NULL,
    published_key TEXT NOT NULL,
    story_id TEXT NOT NULL,
    PRIMARY KEY (story, outlet)
) STRICT, WITHOUT ROWID;
CREATE INDEX covered_by_outlet ON covered_by (outlet, published_key, story_id, story);

CREATE TABLE co_cited (
    outlet INTEGER NOT NULL,
    other INTEGER NOT NULL,
    other_id TEXT NOT NULL,
    weight INTEGER NOT NULL,
    PRIMARY KEY (outlet, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX co_cited_weight ON co_cited (outlet, weight, other_id, other);

CREATE TABLE appears_in (
    person INTEGER NOT NULL,
    story INTEGER NOT NULL,
    mention_count INTEGER NOT NULL,
    role TEXT,
    published_key TEXT NOT NULL,
    story_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    PRIMARY KEY (story, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX appears_in_person ON appears_in (person, published_key, story_id, story);

-- One row a (person, fact) or (person, narrative): mentions counted once an owner.
CREATE TABLE mentioned_in (
    person INTEGER NOT NULL,
    kind TEXT NOT NULL,
    owner INTEGER NOT NULL,
    mention_count INTEGER NOT NULL,
    role TEXT,
    published_key TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    PRIMARY KEY (kind, owner, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentioned_in_person ON mentioned_in (person, kind, published_key, owner_id, owner);

CREATE TABLE cites_person (
    person INTEGER NOT NULL,
    outlet INTEGER NOT NULL,
    outlet_id TEXT NOT NULL,
    fact_count INTEGER NOT NULL,
    story_count INTEGER NOT NULL,
    PRIMARY KEY (person, outlet)
) STRICT, WITHOUT ROWID;
CREATE INDEX cites_person_count ON cites_person (person, fact_count, outlet_id, outlet);

-- Stories that tell the same, fact by fact, under several addresses; each pair both ways round.
CREATE TABLE twin (
    story INTEGER NOT NULL,
    other INTEGER NOT NULL,
    PRIMARY KEY (story, other)
) STRICT, WITHOUT ROWID;

-- CONFLICTS_WITH: claims of which two wordings are alike and contradict each other; the closest two count.
CREATE TABLE conflicts_with (
    claim INTEGER NOT NULL,
    other INTEGER NOT NULL,
    other_id TEXT NOT NULL,
    score REAL NOT NULL,
    differs TEXT NOT NULL,      -- JSON array, sorted
    PRIMARY KEY (claim, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX conflicts_with_score ON conflicts_with (claim, score, other_id, other);

-- What people decided (graph.decisions): a log, in which nothing is ever deleted.
CREATE TABLE decision (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    reason TEXT,
    subjects TEXT NOT NULL,     -- JSON array of ids
    effects TEXT NOT NULL,      -- JSON object
    is_undone INTEGER NOT NULL,
    undone_at TEXT,
    undone_by TEXT
) STRICT;
CREATE INDEX decision_at ON decision (at, id);
CREATE INDEX decision_kind ON decision (kind, at, id);
-- Ids that stand for others: of stories, outlets and people that were merged, and of wordings that state a claim
-- with another id.
CREATE TABLE moved (id TEXT PRIMARY KEY, target TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- Outlets and people that a story names and that stand in it for others, by what was decided.
CREATE TABLE renamed (
    id TEXT NOT NULL,
    story INTEGER NOT NULL,
    PRIMARY KEY (id, story)
) STRICT, WITHOUT ROWID;
CREATE INDEX renamed_story ON renamed (story);

-- Search: stored tokens, split at white space, so that both engines see the same words (docs/data-model.md).
-- rowid = 16 * key + kind (1 STORY, 2 FACT, 3 CLAIM, 4 OUTLET, 5 PERSON, 6 NARRATIVE); tokens are not kept.
CREATE VIRTUAL TABLE search USING fts5 (tokens, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'none');

-- Counts what the store received over all stories (`arrivals`), and changes of the log (`decisions`).
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
