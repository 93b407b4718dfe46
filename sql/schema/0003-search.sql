-- Search: stored tokens, split at white space, so that both engines see the same words (docs/data-model.md).
-- rowid = 16 * key + kind (1 STORY, 2 FACT, 3 CLAIM, 4 OUTLET, 5 PERSON, 6 NARRATIVE); tokens are not kept.
CREATE VIRTUAL TABLE search USING fts5 (tokens, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'none');

-- Counts what the store received over all stories (`arrivals`), changes of the log (`decisions`) and of the graph
-- (`changes`).
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO meta (name, value) VALUES ('version', lower(hex(randomblob(16))));
