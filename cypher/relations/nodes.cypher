// name: nodes
// mode: read
// params: ids
// Any nodes by their ids, each with the place of its id in the list; ids without a standing node give no row.
UNWIND range(0, size($ids) - 1) AS @place
OPTIONAL MATCH (@m:Moved {id: $ids[@place]})
MATCH (@dst:Story|Fact|Claim|Outlet|Person|Narrative|Forecast|Revision|Problem|Decision {id: coalesce(@m.target, $ids[@place])})
WHERE @dst.lastVersion IS NULL AND CASE WHEN @dst:Claim THEN @dst.factCount > 0 WHEN @dst:Outlet THEN @dst.storyCount + @dst.attributionCount > 0
    WHEN @dst:Person THEN @dst.storyCount > 0 ELSE TRUE END
// order: @place
