// name: outlet
// mode: read
// params: text, kind, country, owner, community
// OutletFilter.
// filter text: size($text) > 0 AND ALL(@k IN $text WHERE @k IN split(@dst.tokens, ' '))
// filter kind: @dst.kind = $kind
// filter country: @dst.country = $country
// filter owner: @dst.owner = $owner
// filter community: @dst.community = $community
