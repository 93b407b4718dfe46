-- name: add-story
-- mode: write
-- rows: none
-- params: key, id, title, lead, address, published_at, recorded_at, layout, is_complete, version, event, sort_key, published_key, published_last_key
INSERT INTO story (key, id, title, lead, address, published_at, recorded_at, layout, is_complete,
    version, event, sort_key, published_key, published_last_key)
VALUES (:key, :id, :title, :lead, :address, :published_at, :recorded_at, :layout, :is_complete,
    :version, :event, :sort_key, :published_key, :published_last_key)

-- name: add-fact
-- mode: write
-- rows: none
-- params: key, id, story, position, text, start, end, start_utf16, end_utf16, first_version, last_version, wording, claim, score, method, is_reviewed, published_key, published_last_key
INSERT INTO fact (key, id, story, position, text, start, end, start_utf16, end_utf16, first_version,
    last_version, wording, claim, score, method, is_reviewed, published_key, published_last_key)
VALUES (:key, :id, :story, :position, :text, :start, :end, :start_utf16, :end_utf16, :first_version,
    :last_version, :wording, :claim, :score, :method, :is_reviewed, :published_key, :published_last_key)

-- name: add-narrative
-- mode: write
-- rows: none
-- params: key, id, story, position, label, stance, text, start, end, start_utf16, end_utf16, first_version, last_version, published_key, published_last_key
INSERT INTO narrative (key, id, story, position, label, stance, text, start, end, start_utf16,
    end_utf16, first_version, last_version, published_key, published_last_key)
VALUES (:key, :id, :story, :position, :label, :stance, :text, :start, :end, :start_utf16,
    :end_utf16, :first_version, :last_version, :published_key, :published_last_key)

-- name: add-forecast
-- mode: write
-- rows: none
-- params: key, id, story, position, question, probability, source, start, end, start_utf16, end_utf16, first_version, last_version, question_key, published_key, published_last_key
INSERT INTO forecast (key, id, story, position, question, probability, source, start, end,
    start_utf16, end_utf16, first_version, last_version, question_key, published_key, published_last_key)
VALUES (:key, :id, :story, :position, :question, :probability, :source, :start, :end, :start_utf16,
    :end_utf16, :first_version, :last_version, :question_key, :published_key, :published_last_key)

-- name: add-problem
-- mode: write
-- rows: none
-- params: key, id, story, position, code, message, line, column, is_closed, published_key
INSERT INTO problem (key, id, story, position, code, message, line, "column", is_closed, published_key)
VALUES (:key, :id, :story, :position, :code, :message, :line, :column, :is_closed, :published_key)

-- name: add-renamed
-- mode: write
-- rows: none
-- params: id, story
INSERT INTO renamed (id, story) VALUES (:id, :story)

-- name: add-lists
-- mode: write
-- rows: none
-- params: story, first_version, position, outlet, marker, label, url, start, end, start_utf16, end_utf16, last_version
INSERT INTO lists (story, first_version, position, outlet, marker, label, url, start, end,
    start_utf16, end_utf16, last_version)
VALUES (:story, :first_version, :position, :outlet, :marker, :label, :url, :start, :end,
    :start_utf16, :end_utf16, :last_version)

-- name: add-cites
-- mode: write
-- rows: none
-- params: fact, first_version, position, outlet, marker, label, url, start, end, start_utf16, end_utf16, last_version, published_key, fact_id
INSERT INTO cites (fact, first_version, position, outlet, marker, label, url, start, end,
    start_utf16, end_utf16, last_version, published_key, fact_id)
VALUES (:fact, :first_version, :position, :outlet, :marker, :label, :url, :start, :end,
    :start_utf16, :end_utf16, :last_version, :published_key, :fact_id)

-- name: add-provided-by
-- mode: write
-- rows: none
-- params: narrative, first_version, position, outlet, label, start, end, start_utf16, end_utf16, last_version, published_key, narrative_id, stance_id
INSERT INTO provided_by (narrative, first_version, position, outlet, label, start, end, start_utf16,
    end_utf16, last_version, published_key, narrative_id, stance_id)
VALUES (:narrative, :first_version, :position, :outlet, :label, :start, :end, :start_utf16,
    :end_utf16, :last_version, :published_key, :narrative_id, :stance_id)

-- name: add-mention
-- mode: write
-- rows: none
-- params: story, kind, owner, first_version, position, rank, person, text, role, start, end, start_utf16, end_utf16, last_version
INSERT INTO mention (story, kind, owner, first_version, position, rank, person, text, role, start,
    end, start_utf16, end_utf16, last_version)
VALUES (:story, :kind, :owner, :first_version, :position, :rank, :person, :text, :role, :start,
    :end, :start_utf16, :end_utf16, :last_version)

-- name: add-covered-by
-- mode: write
-- rows: none
-- params: outlet, story, published_key, story_id, citation_count, narrative_count
INSERT INTO covered_by (outlet, story, published_key, story_id, citation_count, narrative_count)
VALUES (:outlet, :story, :published_key, :story_id, :citation_count, :narrative_count)

-- name: add-appears-in
-- mode: write
-- rows: none
-- params: person, story, mention_count, role, published_key, story_id, person_id
INSERT INTO appears_in (person, story, mention_count, role, published_key, story_id, person_id)
VALUES (:person, :story, :mention_count, :role, :published_key, :story_id, :person_id)

-- name: add-mentioned-in
-- mode: write
-- rows: none
-- params: person, kind, owner, mention_count, role, published_key, owner_id, person_id
INSERT INTO mentioned_in (person, kind, owner, mention_count, role, published_key, owner_id,
    person_id)
VALUES (:person, :kind, :owner, :mention_count, :role, :published_key, :owner_id, :person_id)

-- name: add-spelling
-- mode: write
-- rows: none
-- params: story, kind, node, alias, uses, named
INSERT INTO spelling (story, kind, node, alias, uses, named)
VALUES (:story, :kind, :node, :alias, :uses, :named)
