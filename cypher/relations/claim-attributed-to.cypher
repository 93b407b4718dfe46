// name: claim-attributed-to
// mode: read
// params: none
// ORIGIN_OF, backwards: the outlets that standing facts which state a claim say they have something from.
MATCH (@src)<-[@e:ORIGIN_OF]-(@dst:Outlet)
WHERE TRUE
// key n.id: @e.outletId
