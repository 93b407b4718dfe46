-- CO_MENTIONED: people whom the same stories mention, anywhere in them. Each pair both ways round; what `story_count`
-- counts is where both appear, `fact_count` the facts that mention both.
CREATE TABLE co_mentioned (
    person INTEGER NOT NULL,
    other INTEGER NOT NULL,
    other_id TEXT NOT NULL,
    story_count INTEGER NOT NULL,
    fact_count INTEGER NOT NULL,
    PRIMARY KEY (person, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX co_mentioned_stories ON co_mentioned (person, story_count, other_id, other);
CREATE INDEX co_mentioned_facts ON co_mentioned (person, fact_count, other_id, other);

-- The words of forecasts that stand, by their keys. A table of its own, as search does not look for forecasts.
CREATE VIRTUAL TABLE forecast_words USING fts5 (tokens, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'none');
