// name: node
// mode: read
// params: id
// Any node by its id, if it stands: one seek of an index a label.
MATCH (@dst:Story|Fact|Claim|Outlet|Person|Narrative|Forecast|Revision|Problem {id: $id})
WHERE @dst.lastVersion IS NULL AND CASE WHEN @dst:Claim THEN @dst.factCount > 0 WHEN @dst:Outlet OR @dst:Person THEN @dst.storyCount > 0 ELSE TRUE END
