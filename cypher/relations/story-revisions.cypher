// name: story-revisions
// mode: read
// params: none
// HAS_REVISION: every version of a story as it was received.
MATCH (@src)-[:HAS_REVISION]->(@dst:Revision)
WHERE TRUE
