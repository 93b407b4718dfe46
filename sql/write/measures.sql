-- name: count-change
-- mode: write
-- rows: none
-- params: none
-- Measures say by this count whether the graph is still what they were computed from.
INSERT INTO meta (name, value) VALUES ('changes', '1')
ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)

-- name: forget-measures
-- mode: write
-- rows: none
-- params: outlet
-- An outlet that goes out of sight loses its measures.
UPDATE outlet SET page_rank = NULL, betweenness = NULL, community = NULL WHERE key = :outlet

-- name: clear-measures
-- mode: write
-- rows: none
-- params: none
UPDATE outlet SET page_rank = NULL, betweenness = NULL, community = NULL WHERE community IS NOT NULL

-- name: clear-analysis
-- mode: write
-- rows: none
-- params: none
DELETE FROM analysis

-- name: clear-communities
-- mode: write
-- rows: none
-- params: none
DELETE FROM community

-- name: put-measures
-- mode: write
-- rows: none
-- params: page_rank, betweenness, community, id
-- An outlet that went out of sight since is passed over.
UPDATE outlet SET page_rank = :page_rank, betweenness = :betweenness, community = :community
WHERE id = :id AND story_count + attribution_count > 0

-- name: put-analysis
-- mode: write
-- rows: none
-- params: at, outlet_count, pair_count, community_count, modularity, is_sampled, changes
INSERT INTO analysis (at, outlet_count, pair_count, community_count, modularity, is_sampled, changes)
VALUES (:at, :outlet_count, :pair_count, :community_count, :modularity, :is_sampled, :changes)

-- name: put-community
-- mode: write
-- rows: none
-- params: number, outlet_count
INSERT INTO community (number, outlet_count) VALUES (:number, :outlet_count)
