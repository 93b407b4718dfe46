// name: to-story
// mode: read
// params: none
// The story that a fact, narrative, forecast, revision or problem belongs to.
MATCH (@src)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(@dst:Story)
WHERE TRUE
