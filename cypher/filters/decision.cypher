// name: decision
// mode: read
// params: kind, subject, by, isUndone
// DecisionFilter.
// filter kind: @dst.kind = $kind
// filter subject: $subject IN @dst.subjects
// filter by: @dst.by = $by
// filter isUndone: @dst.isUndone = $isUndone
