// name: community-outlets
// mode: read
// params: none
// The outlets that are in a community, in the order of the index that begins with it.
MATCH (@dst:Outlet)
WHERE @dst.community = @src.number AND @dst.pageRankKey IS NOT NULL AND @dst.id IS NOT NULL
// lead: @dst.community
