// name: ingested-stories
// mode: read
// params: ids
// Stories by their ids, each with the place of its id in the list, for those that an event tells of: no row where the
// story is gone, or is not one that is asked for.
UNWIND range(0, size($ids) - 1) AS @place
OPTIONAL MATCH (@m:Moved {id: $ids[@place]})
MATCH (@dst:Story {id: coalesce(@m.target, $ids[@place])})
WHERE TRUE
// order: @place
