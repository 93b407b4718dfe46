// name: story-people
// mode: read
// params: none
// The people whom a story's lead, facts or narratives mention, once each.
MATCH (@src)<-[@e:APPEARS_IN]-(@dst:Person)
WHERE TRUE
// key n.id: @e.personId
