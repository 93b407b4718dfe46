-- decisions: p0=20
SELECT (
SELECT format('{"totalCount":%s,"nodes":%s}', (
SELECT count(*)
FROM decision), '[' || coalesce(group_concat(format('{"kind":%s,"at":%s,"by":%s,"reason":%s,"subjects":%s,"isUndone":%s,"undoneAt":%s,"undoneBy":%s}', json_quote(r2.n_kind), json_quote(r2.n_at), json_quote(r2.n_by), json_quote(r2.n_reason), r2.n_subjects, iif(r2.n_is_undone, 'true', 'false'), json_quote(r2.n_undone_at), json_quote(r2.n_undone_by)), ','), '') || ']')
FROM (
SELECT dst1.at AS k0, dst1.id AS k1, dst1.kind AS n_kind, dst1.at AS n_at, dst1.by AS n_by, dst1.reason AS n_reason, dst1.subjects AS n_subjects, dst1.is_undone AS n_is_undone, dst1.undone_at AS n_undone_at, dst1.undone_by AS n_undone_by
FROM decision AS dst1
WHERE TRUE
ORDER BY dst1.at DESC, dst1.id DESC
LIMIT :p0) AS r2);

-- standing: p0='Ines', p1=False, p2=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"kind":%s,"reason":%s}', json_quote(r2.n_kind), json_quote(r2.n_reason)), ','), '') || ']')
FROM (
SELECT dst1.at AS k0, dst1.id AS k1, dst1.kind AS n_kind, dst1.reason AS n_reason
FROM decision AS dst1
WHERE TRUE
AND (dst1.by = :p0)
AND (dst1.is_undone = :p1)
ORDER BY dst1.at, dst1.id
LIMIT :p2) AS r2);

-- merges: p0='MERGE_OUTLETS', p1=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"by":%s,"isUndone":%s}', json_quote(r2.n_by), iif(r2.n_is_undone, 'true', 'false')), ','), '') || ']')
FROM (
SELECT dst1.at AS k0, dst1.id AS k1, dst1.by AS n_by, dst1.is_undone AS n_is_undone
FROM decision AS dst1
WHERE TRUE
AND (dst1.kind = :p0)
ORDER BY dst1.at DESC, dst1.id DESC
LIMIT :p1) AS r2);

-- about: p0='fa_42faaccbfcdb9552b7d08af4', p1=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"kind":%s}', json_quote(r2.n_kind)), ','), '') || ']')
FROM (
SELECT dst1.at AS k0, dst1.id AS k1, dst1.kind AS n_kind
FROM decision AS dst1
WHERE TRUE
AND (EXISTS (
SELECT 1
FROM json_each(dst1.subjects) AS f1
WHERE f1.value = :p0))
ORDER BY dst1.at DESC, dst1.id DESC
LIMIT :p1) AS r2);

-- outlet: p0='zelnablatt'
SELECT coalesce((
SELECT format('{"name":%s}', json_quote(dst1.name))
FROM outlet AS dst1
WHERE dst1.story_count + dst1.attribution_count > 0
AND (dst1.key = (
SELECT o.key
FROM outlet_alias AS a
CROSS JOIN outlet AS o ON o.key = a.outlet
WHERE a.folded = :p0
AND o.story_count + o.attribution_count > 0
ORDER BY o.story_count DESC, o.id
LIMIT 1))
LIMIT 1), 'null');

-- problems: p0='DANGLING_MARKER', p1=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"message":%s,"isClosed":%s}', json_quote(r2.n_message), iif(r2.n_is_closed, 'true', 'false')), ','), '') || ']')
FROM (
SELECT dst1.published_key AS k0, dst1.position AS k1, dst1.id AS k2, dst1.message AS n_message, dst1.is_closed AS n_is_closed
FROM problem AS dst1
WHERE TRUE
AND (dst1.code = :p0)
ORDER BY dst1.published_key DESC, dst1.position DESC, dst1.id DESC
LIMIT :p1) AS r2);
