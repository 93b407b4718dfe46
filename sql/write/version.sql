-- name: renew-version
-- mode: write
-- rows: none
-- params: none
-- Random, and no count: a store that is put back from a backup and written to again has the count of the one before,
-- with other answers.
INSERT INTO meta (name, value) VALUES ('version', lower(hex(randomblob(16))))
ON CONFLICT (name) DO UPDATE SET value = excluded.value
