// name: outlet-advocacies
// mode: read
// params: none
// COVERED_BY, backwards: the stories that cite an outlet for a fact and carry a narrative that it provides: the only
// ones whose edge has a `witnessKey`. Read from the index, as outlet-claims.
MATCH (@dst)-[@e:COVERED_BY]->()
WHERE @e.outletId = @src.id AND @e.witnessKey IS NOT NULL AND @e.storyId IS NOT NULL
// lead: @e.outletId
// key n.publishedKey: @e.witnessKey
// key n.id: @e.storyId
// count: @src.advocacyCount
