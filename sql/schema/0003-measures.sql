-- The last analysis (briefgraph.analysis): one row or none, its communities, and three columns of outlet. Results,
-- and no part of the graph: no dump has them.
CREATE TABLE analysis (
    at TEXT NOT NULL,
    outlet_count INTEGER NOT NULL,
    pair_count INTEGER NOT NULL,
    community_count INTEGER NOT NULL,
    modularity REAL,
    is_sampled INTEGER NOT NULL,
    changes INTEGER NOT NULL    -- how often the graph had been changed (meta) when it was read
) STRICT;
CREATE TABLE community (number INTEGER PRIMARY KEY, outlet_count INTEGER NOT NULL) STRICT;
