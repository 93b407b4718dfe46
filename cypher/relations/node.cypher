// name: node
// mode: read
// params: id
// Any node by its id, if it stands: one seek of an index a label.
OPTIONAL MATCH (@m:Moved {id: $id})
MATCH (@dst:Story|Fact|Claim|Outlet|Person|Narrative|Forecast|Revision|Problem|Decision {id: coalesce(@m.target, $id)})
WHERE @dst.lastVersion IS NULL AND CASE WHEN @dst:Claim THEN @dst.factCount > 0 WHEN @dst:Outlet THEN @dst.storyCount + @dst.attributionCount > 0
    WHEN @dst:Person THEN @dst.storyCount > 0 ELSE TRUE END
