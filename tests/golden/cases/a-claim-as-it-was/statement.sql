-- claims: p0='"eastern" "gate" "40" "barges"', p1=20, p2='2031-04-30T00:00:00Z', p3='PUBLISHED', p4='2031-05-03T00:00:00Z', p5='PUBLISHED', p6=20, p7=20, p8=20, p9=20, p10='2031-06-01T00:00:00Z', p11='RECORDED', p12=1, p13=2, p14=1
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"before":%s,"then":%s,"now":%s}', coalesce((
SELECT format('{"text":%s}', json_quote(dst3.text))
FROM ( SELECT :p2 AS at, b.*, b.backing ->> 0 AS backer_count, b.backing ->> 0 = 1 AS is_sole_sourced, CASE WHEN b.backing ->> 0 > 0
AND b.backing ->> 0 = b.backing ->> 1 THEN b.backing ->> 2 END AS owner_count
FROM ( SELECT a.*, (
SELECT f.text
FROM fact AS f
WHERE f.key = a.stated ->> '$[0][0]') AS text, (
SELECT json_array(count(*), count(o.owner), count(DISTINCT o.owner))
FROM outlet AS o
WHERE o.key IN ( SELECT c.outlet
FROM (
SELECT j.value ->> 0 AS fact, j.value ->> 1 AS number
FROM json_each(a.stated) AS j
LIMIT -1) AS t
CROSS JOIN cites AS c ON c.fact = t.fact
AND c.first_version <= t.number
AND coalesce(c.last_version, t.number) >= t.number)) AS backing
FROM ( SELECT count(*) AS fact_count, count(DISTINCT t.event) AS story_count, min(t.dated) AS first_stated_at, max(t.dated) AS last_stated_at, json_group_array(json_array(t.key, t.number, t.dated, t.event)
ORDER BY coalesce(t.dated, '~'), t.id) AS stated
FROM ( SELECT v.key AS key, v.id AS id, v.number AS number, s.event AS event, (
SELECT r.published_at
FROM revision AS r
WHERE r.story = v.story
AND r.published_at IS NOT NULL
AND CASE :p3 WHEN 'PUBLISHED' THEN r.published_at ELSE r.recorded_at END <= :p2
ORDER BY r.number DESC
LIMIT 1) AS dated
FROM ( SELECT f.*, (
SELECT max(r.number)
FROM revision AS r
WHERE r.story = f.story
AND CASE :p3 WHEN 'PUBLISHED' THEN coalesce(r.published_at, r.recorded_at) ELSE r.recorded_at END <= :p2 ) AS number
FROM (
SELECT key, id, story, first_version, last_version
FROM fact
WHERE claim = r2.n_key
AND last_version IS NULL
UNION ALL SELECT key, id, story, first_version, last_version
FROM fact
WHERE claim = r2.n_key
AND last_version IS NOT NULL) AS f ) AS v
CROSS JOIN story AS s ON s.key = v.story
WHERE v.first_version <= v.number
AND coalesce(v.last_version, v.number) >= v.number ) AS t ) AS a
LIMIT 1 ) AS b
LIMIT 1 ) AS dst3
WHERE dst3.fact_count > 0
LIMIT 1), 'null'), coalesce((
SELECT format('{"at":%s,"text":%s,"factCount":%s,"storyCount":%s,"backerCount":%s,"isSoleSourced":%s,"ownerCount":%s,"firstStatedAt":%s,"lastStatedAt":%s,"facts":%s,"backers":%s}', json_quote(dst4.at), json_quote(dst4.text), json_quote(dst4.fact_count), json_quote(dst4.story_count), json_quote(dst4.backer_count), iif(dst4.is_sole_sourced, 'true', 'false'), json_quote(dst4.owner_count), json_quote(dst4.first_stated_at), json_quote(dst4.last_stated_at), (
SELECT format('{"totalCount":%s,"edges":%s}', dst4.fact_count, '[' || coalesce(group_concat(format('{"version":%s,"node":%s,"citations":%s}', json_quote(r6.e_version), format('{"story":%s}', coalesce((
SELECT format('{"title":%s}', json_quote(dst7.title))
FROM story AS dst7
WHERE dst7.key = r6.n_story
LIMIT 1), 'null')), (
SELECT format('{"edges":%s}', '[' || coalesce(group_concat(format('{"label":%s}', json_quote(r9.e_label)), ','), '') || ']')
FROM (
SELECT e8.position AS k0, dst8.id AS k1, e8.label AS e_label
FROM cites AS e8
CROSS JOIN outlet AS dst8 ON dst8.key = e8.outlet
WHERE e8.fact = r6.e_owner
AND e8.first_version <= r6.e_number
AND coalesce(e8.last_version, r6.e_number) >= r6.e_number
ORDER BY e8.position, dst8.id
LIMIT :p7) AS r9)), ','), '') || ']')
FROM (
SELECT e5.dated_key AS k0, dst5.id AS k1, e5.version AS e_version, dst5.story AS n_story, e5.owner AS e_owner, e5.number AS e_number
FROM (
SELECT j.value ->> 0 AS owner, j.value ->> 1 AS number, j.value ->> 1 AS version, coalesce(j.value ->> 2, '~') AS dated_key
FROM json_each(dst4.stated) AS j) AS e5
CROSS JOIN fact AS dst5 ON dst5.key = e5.owner
WHERE TRUE
ORDER BY e5.dated_key, dst5.id
LIMIT :p6) AS r6), (
SELECT format('{"totalCount":%s,"edges":%s}', dst4.backer_count, '[' || coalesce(group_concat(format('{"citationCount":%s,"factCount":%s,"storyCount":%s,"firstAt":%s,"lastAt":%s,"node":%s,"facts":%s}', json_quote(r11.e_citation_count), json_quote(r11.e_fact_count), json_quote(r11.e_story_count), json_quote(r11.e_first_at), json_quote(r11.e_last_at), format('{"name":%s}', json_quote(r11.n_name)), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"story":%s}', coalesce((
SELECT format('{"title":%s}', json_quote(dst14.title))
FROM story AS dst14
WHERE dst14.key = r13.n_story
LIMIT 1), 'null')), ','), '') || ']')
FROM (
SELECT e12.dated_key AS k0, dst12.id AS k1, dst12.story AS n_story
FROM (
SELECT j.value ->> 0 AS owner, j.value ->> 1 AS number, j.value ->> 1 AS version, coalesce(j.value ->> 2, '~') AS dated_key
FROM json_each(r11.e_stated) AS j) AS e12
CROSS JOIN fact AS dst12 ON dst12.key = e12.owner
WHERE TRUE
ORDER BY e12.dated_key, dst12.id
LIMIT :p9) AS r13)), ','), '') || ']')
FROM (
SELECT dst10.sort_key AS k0, dst10.id AS k1, e10.citation_count AS e_citation_count, e10.fact_count AS e_fact_count, e10.story_count AS e_story_count, e10.first_at AS e_first_at, e10.last_at AS e_last_at, dst10.name AS n_name, e10.stated AS e_stated
FROM (
SELECT b.outlet AS outlet, sum(b.citations) AS citation_count, count(*) AS fact_count, count(DISTINCT b.event) AS story_count, min(b.dated) AS first_at, max(b.dated) AS last_at, json_group_array(json_array(b.fact, b.number, b.dated, b.event)) AS stated
FROM (
SELECT c.outlet AS outlet, t.fact AS fact, t.number AS number, t.dated AS dated, t.event AS event, count(*) AS citations
FROM (
SELECT j.value ->> 0 AS fact, j.value ->> 1 AS number, j.value ->> 2 AS dated, j.value ->> 3 AS event
FROM json_each(dst4.stated) AS j
LIMIT -1) AS t
CROSS JOIN cites AS c ON c.fact = t.fact
AND c.first_version <= t.number
AND coalesce(c.last_version, t.number) >= t.number GROUP BY c.outlet, t.fact) AS b GROUP BY b.outlet) AS e10
CROSS JOIN outlet AS dst10 ON dst10.key = e10.outlet
WHERE TRUE
ORDER BY dst10.sort_key, dst10.id
LIMIT :p8) AS r11))
FROM ( SELECT :p4 AS at, b.*, b.backing ->> 0 AS backer_count, b.backing ->> 0 = 1 AS is_sole_sourced, CASE WHEN b.backing ->> 0 > 0
AND b.backing ->> 0 = b.backing ->> 1 THEN b.backing ->> 2 END AS owner_count
FROM ( SELECT a.*, (
SELECT f.text
FROM fact AS f
WHERE f.key = a.stated ->> '$[0][0]') AS text, (
SELECT json_array(count(*), count(o.owner), count(DISTINCT o.owner))
FROM outlet AS o
WHERE o.key IN ( SELECT c.outlet
FROM (
SELECT j.value ->> 0 AS fact, j.value ->> 1 AS number
FROM json_each(a.stated) AS j
LIMIT -1) AS t
CROSS JOIN cites AS c ON c.fact = t.fact
AND c.first_version <= t.number
AND coalesce(c.last_version, t.number) >= t.number)) AS backing
FROM ( SELECT count(*) AS fact_count, count(DISTINCT t.event) AS story_count, min(t.dated) AS first_stated_at, max(t.dated) AS last_stated_at, json_group_array(json_array(t.key, t.number, t.dated, t.event)
ORDER BY coalesce(t.dated, '~'), t.id) AS stated
FROM ( SELECT v.key AS key, v.id AS id, v.number AS number, s.event AS event, (
SELECT r.published_at
FROM revision AS r
WHERE r.story = v.story
AND r.published_at IS NOT NULL
AND CASE :p5 WHEN 'PUBLISHED' THEN r.published_at ELSE r.recorded_at END <= :p4
ORDER BY r.number DESC
LIMIT 1) AS dated
FROM ( SELECT f.*, (
SELECT max(r.number)
FROM revision AS r
WHERE r.story = f.story
AND CASE :p5 WHEN 'PUBLISHED' THEN coalesce(r.published_at, r.recorded_at) ELSE r.recorded_at END <= :p4 ) AS number
FROM (
SELECT key, id, story, first_version, last_version
FROM fact
WHERE claim = r2.n_key
AND last_version IS NULL
UNION ALL SELECT key, id, story, first_version, last_version
FROM fact
WHERE claim = r2.n_key
AND last_version IS NOT NULL) AS f ) AS v
CROSS JOIN story AS s ON s.key = v.story
WHERE v.first_version <= v.number
AND coalesce(v.last_version, v.number) >= v.number ) AS t ) AS a
LIMIT 1 ) AS b
LIMIT 1 ) AS dst4
WHERE dst4.fact_count > 0
LIMIT 1), 'null'), coalesce((
SELECT format('{"factCount":%s,"storyCount":%s,"backerCount":%s,"ownerCount":%s,"firstStatedAt":%s,"lastStatedAt":%s,"facts":%s,"backers":%s}', json_quote(dst15.fact_count), json_quote(dst15.story_count), json_quote(dst15.backer_count), json_quote(dst15.owner_count), json_quote(dst15.first_stated_at), json_quote(dst15.last_stated_at), (
SELECT format('{"nodes":%s,"pageInfo":%s}', '[' || coalesce(group_concat(format('{"story":%s}', coalesce((
SELECT format('{"title":%s}', json_quote(dst18.title))
FROM story AS dst18
WHERE dst18.key = r17.n_story
LIMIT 1), 'null')), ',') FILTER (WHERE r17.rn <= :p12), '') || ']', format('{"hasNextPage":%s}', iif(count(*) > :p12, 'true', 'false')))
FROM (
SELECT *, row_number() OVER () AS rn
FROM (
SELECT e16.dated_key AS k0, dst16.id AS k1, dst16.story AS n_story
FROM (
SELECT j.value ->> 0 AS owner, j.value ->> 1 AS number, j.value ->> 1 AS version, coalesce(j.value ->> 2, '~') AS dated_key
FROM json_each(dst15.stated) AS j) AS e16
CROSS JOIN fact AS dst16 ON dst16.key = e16.owner
WHERE TRUE
ORDER BY e16.dated_key, dst16.id
LIMIT :p13)) AS r17), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"name":%s}', json_quote(r20.n_name)), ','), '') || ']')
FROM (
SELECT e19.story_count AS k0, dst19.id AS k1, dst19.name AS n_name
FROM (
SELECT b.outlet AS outlet, sum(b.citations) AS citation_count, count(*) AS fact_count, count(DISTINCT b.event) AS story_count, min(b.dated) AS first_at, max(b.dated) AS last_at, json_group_array(json_array(b.fact, b.number, b.dated, b.event)) AS stated
FROM (
SELECT c.outlet AS outlet, t.fact AS fact, t.number AS number, t.dated AS dated, t.event AS event, count(*) AS citations
FROM (
SELECT j.value ->> 0 AS fact, j.value ->> 1 AS number, j.value ->> 2 AS dated, j.value ->> 3 AS event
FROM json_each(dst15.stated) AS j
LIMIT -1) AS t
CROSS JOIN cites AS c ON c.fact = t.fact
AND c.first_version <= t.number
AND coalesce(c.last_version, t.number) >= t.number GROUP BY c.outlet, t.fact) AS b GROUP BY b.outlet) AS e19
CROSS JOIN outlet AS dst19 ON dst19.key = e19.outlet
WHERE TRUE
ORDER BY e19.story_count DESC, dst19.id DESC
LIMIT :p14) AS r20))
FROM ( SELECT :p10 AS at, b.*, b.backing ->> 0 AS backer_count, b.backing ->> 0 = 1 AS is_sole_sourced, CASE WHEN b.backing ->> 0 > 0
AND b.backing ->> 0 = b.backing ->> 1 THEN b.backing ->> 2 END AS owner_count
FROM ( SELECT a.*, (
SELECT f.text
FROM fact AS f
WHERE f.key = a.stated ->> '$[0][0]') AS text, (
SELECT json_array(count(*), count(o.owner), count(DISTINCT o.owner))
FROM outlet AS o
WHERE o.key IN ( SELECT c.outlet
FROM (
SELECT j.value ->> 0 AS fact, j.value ->> 1 AS number
FROM json_each(a.stated) AS j
LIMIT -1) AS t
CROSS JOIN cites AS c ON c.fact = t.fact
AND c.first_version <= t.number
AND coalesce(c.last_version, t.number) >= t.number)) AS backing
FROM ( SELECT count(*) AS fact_count, count(DISTINCT t.event) AS story_count, min(t.dated) AS first_stated_at, max(t.dated) AS last_stated_at, json_group_array(json_array(t.key, t.number, t.dated, t.event)
ORDER BY coalesce(t.dated, '~'), t.id) AS stated
FROM ( SELECT v.key AS key, v.id AS id, v.number AS number, s.event AS event, (
SELECT r.published_at
FROM revision AS r
WHERE r.story = v.story
AND r.published_at IS NOT NULL
AND CASE :p11 WHEN 'PUBLISHED' THEN r.published_at ELSE r.recorded_at END <= :p10
ORDER BY r.number DESC
LIMIT 1) AS dated
FROM ( SELECT f.*, (
SELECT max(r.number)
FROM revision AS r
WHERE r.story = f.story
AND CASE :p11 WHEN 'PUBLISHED' THEN coalesce(r.published_at, r.recorded_at) ELSE r.recorded_at END <= :p10 ) AS number
FROM (
SELECT key, id, story, first_version, last_version
FROM fact
WHERE claim = r2.n_key
AND last_version IS NULL
UNION ALL SELECT key, id, story, first_version, last_version
FROM fact
WHERE claim = r2.n_key
AND last_version IS NOT NULL) AS f ) AS v
CROSS JOIN story AS s ON s.key = v.story
WHERE v.first_version <= v.number
AND coalesce(v.last_version, v.number) >= v.number ) AS t ) AS a
LIMIT 1 ) AS b
LIMIT 1 ) AS dst15
WHERE dst15.fact_count > 0
LIMIT 1), 'null')), ','), '') || ']')
FROM (
SELECT dst1.backer_count AS k0, dst1.id AS k1, dst1.key AS n_key
FROM claim AS dst1
WHERE dst1.fact_count > 0
AND (dst1.key IN (
SELECT rowid >> 4
FROM search
WHERE search MATCH :p0
AND rowid & 15 = 3))
ORDER BY dst1.backer_count DESC, dst1.id DESC
LIMIT :p1) AS r2);
