// name: count-change
// mode: write
// rows: none
// params: none
// Measures say by this, the turn of the last change, whether the graph is still what they were computed from. A count of
// its own, read and written here, had sixteen writers at once wait for each other.
MATCH (store:Store {id: 'briefgraph'}) SET store.changes = store.turn

// name: forget-measures
// mode: write
// rows: none
// params: rows
// An outlet that comes into sight has no measures yet, and one that goes out loses them.
UNWIND $rows AS id
MATCH (outlet:Outlet {id: id})
SET outlet.pageRank = null, outlet.betweenness = null, outlet.community = null, outlet.pageRankKey = -1.0,
    outlet.betweennessKey = -1.0

// name: clear-measures
// mode: write
// rows: none
// params: none
MATCH (outlet:Outlet) WHERE outlet.community IS NOT NULL
SET outlet.pageRank = null, outlet.betweenness = null, outlet.community = null, outlet.pageRankKey = -1.0,
    outlet.betweennessKey = -1.0

// name: clear-analysis
// mode: write
// rows: none
// params: none
MATCH (analysis:Analysis {id: 'briefgraph'}) DELETE analysis

// name: clear-communities
// mode: write
// rows: none
// params: none
MATCH (community:Community) DELETE community

// name: put-measures
// mode: write
// rows: none
// params: rows
// An outlet that went out of sight since is passed over.
UNWIND $rows AS row
MATCH (outlet:Outlet {id: row.id}) WHERE outlet.storyCount + outlet.attributionCount > 0
SET outlet.pageRank = row.pageRank, outlet.betweenness = row.betweenness, outlet.community = row.community,
    outlet.pageRankKey = row.pageRank, outlet.betweennessKey = row.betweenness

// name: put-analysis
// mode: write
// rows: none
// params: rows
UNWIND $rows AS row
CREATE (analysis:Analysis {id: 'briefgraph'}) SET analysis += row

// name: put-communities
// mode: write
// rows: none
// params: rows
UNWIND $rows AS row
CREATE (:Community {number: row.number, outletCount: row.outletCount})
