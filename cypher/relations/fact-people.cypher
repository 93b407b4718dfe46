// name: fact-people
// mode: read
// params: none
// The people whom a fact mentions, once each.
MATCH (@src)<-[@e:MENTIONED_IN]-(@dst:Person)
WHERE TRUE
// key n.id: @e.personId
