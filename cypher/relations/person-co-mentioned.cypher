// name: person-co-mentioned
// mode: read
// params: minStories
// CO_MENTIONED: the people whom stories mention together with a person. Read from the index, as outlet-claims.
MATCH ()-[@e:CO_MENTIONED]->(@dst)
WHERE @e.personId = @src.id AND @e.storyCount IS NOT NULL AND @e.factCount IS NOT NULL AND @e.otherId IS NOT NULL
// filter minStories: @e.storyCount >= $minStories
// lead: @e.personId
// key n.id: @e.otherId
// count: COUNT { (@src)-[:CO_MENTIONED]->() }
