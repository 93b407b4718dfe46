-- ferry: p0='news.example/ferry', p1=20, p2=20
SELECT coalesce((
SELECT format('{"narratives":%s}', (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"label":%s,"stance":%s,"opposing":%s}', json_quote(r3.n_label), json_quote(r3.n_stance), (
SELECT format('{"totalCount":%s,"nodes":%s}', (
SELECT count(*)
FROM narrative AS dst6
WHERE dst6.story = r3.n_story
AND dst6.last_version IS NULL
AND dst6.key <> r3.n_key
AND iif(dst6.stance IS NULL OR r3.n_stance IS NULL, dst6.label <> r3.n_label, dst6.stance <> r3.n_stance)), '[' || coalesce(group_concat(format('{"label":%s,"text":%s}', json_quote(r5.n_label), json_quote(r5.n_text)), ','), '') || ']')
FROM (
SELECT dst4.position AS k0, dst4.id AS k1, dst4.label AS n_label, dst4.text AS n_text
FROM narrative AS dst4
WHERE dst4.story = r3.n_story
AND dst4.last_version IS NULL
AND dst4.key <> r3.n_key
AND iif(dst4.stance IS NULL OR r3.n_stance IS NULL, dst4.label <> r3.n_label, dst4.stance <> r3.n_stance)
ORDER BY dst4.position, dst4.id
LIMIT :p2) AS r5)), ','), '') || ']')
FROM (
SELECT dst2.position AS k0, dst2.id AS k1, dst2.label AS n_label, dst2.stance AS n_stance, dst2.story AS n_story, dst2.key AS n_key
FROM narrative AS dst2
WHERE dst2.story = dst1.key
AND dst2.last_version IS NULL
ORDER BY dst2.position, dst2.id
LIMIT :p1) AS r3))
FROM story AS dst1
WHERE TRUE
AND (dst1.key = (
SELECT key
FROM story
WHERE address = :p0
ORDER BY id
LIMIT 1))
LIMIT 1), 'null');

-- lamps: p0='news.example/lamps', p1=20, p2=20
SELECT coalesce((
SELECT format('{"narratives":%s}', (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"label":%s,"stance":%s,"opposing":%s}', json_quote(r3.n_label), json_quote(r3.n_stance), (
SELECT format('{"totalCount":%s,"nodes":%s}', (
SELECT count(*)
FROM narrative AS dst6
WHERE dst6.story = r3.n_story
AND dst6.last_version IS NULL
AND dst6.key <> r3.n_key
AND iif(dst6.stance IS NULL OR r3.n_stance IS NULL, dst6.label <> r3.n_label, dst6.stance <> r3.n_stance)), '[' || coalesce(group_concat(format('{"label":%s,"text":%s}', json_quote(r5.n_label), json_quote(r5.n_text)), ','), '') || ']')
FROM (
SELECT dst4.position AS k0, dst4.id AS k1, dst4.label AS n_label, dst4.text AS n_text
FROM narrative AS dst4
WHERE dst4.story = r3.n_story
AND dst4.last_version IS NULL
AND dst4.key <> r3.n_key
AND iif(dst4.stance IS NULL OR r3.n_stance IS NULL, dst4.label <> r3.n_label, dst4.stance <> r3.n_stance)
ORDER BY dst4.position, dst4.id
LIMIT :p2) AS r5)), ','), '') || ']')
FROM (
SELECT dst2.position AS k0, dst2.id AS k1, dst2.label AS n_label, dst2.stance AS n_stance, dst2.story AS n_story, dst2.key AS n_key
FROM narrative AS dst2
WHERE dst2.story = dst1.key
AND dst2.last_version IS NULL
ORDER BY dst2.position, dst2.id
LIMIT :p1) AS r3))
FROM story AS dst1
WHERE TRUE
AND (dst1.key = (
SELECT key
FROM story
WHERE address = :p0
ORDER BY id
LIMIT 1))
LIMIT 1), 'null');
