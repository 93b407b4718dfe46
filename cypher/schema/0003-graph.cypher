// The graph on Neo4j. Properties are the columns of sql/schema/ in camelCase; a null is a property
// that is not there. Every `*Key` text is a stored sort key: ASCII, never missing.
// A fact, narrative, forecast or edge without `lastVersion` stands in its story's newest version.
// Only nodes that questions see carry `tokens`.
//
// Nodes
//   Story       id title lead address addressKey publishedAt recordedAt layout isComplete version event sortKey
//               publishedKey publishedLastKey tokens; event: the id of the story that it counts as, mostly its own;
//               share: what it adds to what stories have in common
//   Fact        id position text start end startUtf16 endUtf16 firstVersion lastVersion publishedKey
//               publishedLastKey tokens
//   Wording     id text score method basis: what facts say, case, kinds of marks and spacing aside, which claims are
//               found from. text is the least of the texts that it is written with; basis is the id of the wording
//               that it was compared with, as it was linked to its claim
//   Bucket      value; the wordings that have it are candidates for one claim
//   Claim       id text backerCount storyCount factCount ownerCount isSoleSourced conflictCount isContested
//               firstStatedAt lastStatedAt minScore firstStatedKey firstStatedLastKey tokens restsOnOwner soleWire restsOnWire;
//               soleWire is the id of an outlet
//   Outlet      id name kind country domain owner aliases sortKey claimCount storyCount citationCount factCount
//               advocacyCount soleClaimCount attributionCount tokens
//               pageRank betweenness community pageRankKey betweennessKey; the last five as of the last analysis, the
//               keys -1.0 where it knows nothing of the outlet
//   StancePeriod id outletId stance month narrativeCount monthKey sortKey stanceId: how many narratives of a stance an
//               outlet provides in a month; monthKey ascends from the newest, stanceId stands for a stance of any length
//   Person      id name aliases sortKey factCount storyCount tokens
//   Narrative   id position label stance stanceKey text start end startUtf16 endUtf16 firstVersion
//               lastVersion publishedKey publishedLastKey tokens
//   Forecast    id position question probability source sourceKey start end startUtf16 endUtf16 firstVersion lastVersion
//               questionKey publishedKey publishedLastKey tokens; questionKey: a hash of the question, normalised
//   Revision    id origin number publishedAt recordedAt arrival digest title lead layout isComplete text brief; origin:
//               the id of the story that it told when it came: another one's, where they were merged
//   Problem     id position code message line column isClosed publishedKey
//   Decision    id kind at by reason subjects effects isUndone undoneAt undoneBy; effects are JSON. Never deleted
//   Moved       id target: an id that stands for another: of stories, outlets and people that were merged, and of
//               wordings that state a claim with another id
//   Renamed     id: an outlet or a person that its story names and that stands in it for another
//   Alias       id kind alias folded foldedKey uses named; a spelling of an OUTLET or a PERSON, in use where uses > 0
//   Analysis    id at outletCount pairCount communityCount modularity isSampled changes: the last one, if there was one;
//               changes: those of Store when the graph was read. As its communities a result, which no dump has
//   Community   number outletCount
//   Store       id schemaVersion arrivals changes turn log; one node, which a writing transaction holds from its start. log is
//               another text after each change of the decisions, and not there before the first; changes is the turn in
//               which the graph was changed last
//
// Edges
//   (Story)-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM|RENAMES]->(...)
//   (Fact)-[:WORDED {wordingId factId publishedLastKey}]->(Wording)-[:WORDS]->(Claim)
//   (Fact)-[:STATES {score method isReviewed}]->(Claim), its wording's, with score and method
//   (Wording)-[:HAS_KEY]->(Bucket)
//   (Wording)-[:LIKE {score}]->(Wording): may be one claim; from the smaller id to the greater, as CONTRADICTS
//   (Wording)-[:CONTRADICTS {score differs}]->(Wording): alike, and cannot be one claim
//   (Story)-[:TWIN]->(Story): tell the same under several addresses; from the smaller id to the greater
//   (Story)-[:LISTS {position marker label url start end startUtf16 endUtf16 firstVersion lastVersion}]->(Outlet)
//   (Fact)-[:CITES {as LISTS; outletId publishedKey factId}]->(Outlet)
//   (Fact)-[:ATTRIBUTED_TO {position kind text start end startUtf16 endUtf16 firstVersion lastVersion publishedKey
//       factId outletId}]->(Outlet)
//   (Narrative)-[:PROVIDED_BY {position label start end startUtf16 endUtf16 firstVersion lastVersion
//       publishedKey narrativeId outletId stanceId}]->(Outlet); without stanceId of a lettered side
//   (Story|Fact|Narrative)-[:MENTIONS {position rank text role start end startUtf16 endUtf16 firstVersion
//       lastVersion kind nodeId storyId personId}]->(Person)
//   (Alias)-[:NAMES]->(Outlet|Person)
//
// Stored relations: what would make a hub slow to compute. They cover standing edges only, and the
// transaction that changes an edge keeps them right.
//   (Outlet)-[:BACKS {outletId claimId citationCount factCount storyCount firstAt lastAt backerCount}]->(Claim), with the
//       claim's backerCount copied
//   (Claim)-[:CONFLICTS_WITH {claimId otherId score differs}]->(Claim), in both directions: of the two wordings, one
//       of each, that contradict each other and are the closest
//   (Outlet)-[:ORIGIN_OF {outletId claimId factCount storyCount firstAt isFirst}]->(Claim)
//   (Story)-[:COVERED_BY {outletId storyId publishedKey citationCount narrativeCount witnessKey}]->(Outlet); witnessKey is
//       publishedKey, and only there where neither count is 0
//   (Outlet)-[:OUTLET_STANCE]->(StancePeriod)
//   (Outlet)-[:CO_CITED {outletId otherId weight}]->(Outlet), in both directions
//   (Outlet)-[:CO_BACKED {outletId otherId claimCount}]->(Outlet), in both directions
//   (Person)-[:APPEARS_IN {personId storyId mentionCount role publishedKey}]->(Story)
//   (Person)-[:MENTIONED_IN {personId kind ownerId storyId mentionCount role publishedKey}]->(Fact|Narrative)
//   (Person)-[:CITED_ABOUT {personId outletId factCount storyCount}]->(Outlet)
//   (Person)-[:CO_MENTIONED {personId otherId storyCount factCount}]->(Person), in both directions
//   (Outlet)-[:DISPUTES {outletId otherId claimId otherClaimId score differs}]->(Outlet), in both directions: the first
//       backs claimId, the second otherClaimId, and the two claims conflict; an outlet may dispute with itself
//
// An indexed text of more than some 8,000 bytes fails its write: what is not bounded by its making is
// indexed by its beginning (`addressKey`, `foldedKey`, `stanceKey`, `sourceKey`: left(text, 1000)), and compared whole.

CREATE CONSTRAINT store_id IF NOT EXISTS FOR (n:Store) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT story_id IF NOT EXISTS FOR (n:Story) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT wording_id IF NOT EXISTS FOR (n:Wording) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT bucket_value IF NOT EXISTS FOR (n:Bucket) REQUIRE n.value IS UNIQUE;
CREATE CONSTRAINT decision_id IF NOT EXISTS FOR (n:Decision) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT moved_id IF NOT EXISTS FOR (n:Moved) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT outlet_id IF NOT EXISTS FOR (n:Outlet) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT person_id IF NOT EXISTS FOR (n:Person) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT revision_id IF NOT EXISTS FOR (n:Revision) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT problem_id IF NOT EXISTS FOR (n:Problem) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT stance_period_id IF NOT EXISTS FOR (n:StancePeriod) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT alias_id IF NOT EXISTS FOR (n:Alias) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT analysis_id IF NOT EXISTS FOR (n:Analysis) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT community_number IF NOT EXISTS FOR (n:Community) REQUIRE n.number IS UNIQUE;
CREATE CONSTRAINT fact_id IF NOT EXISTS FOR (n:Fact) REQUIRE (n.id, n.firstVersion) IS UNIQUE;
CREATE CONSTRAINT narrative_id IF NOT EXISTS FOR (n:Narrative) REQUIRE (n.id, n.firstVersion) IS UNIQUE;
CREATE CONSTRAINT forecast_id IF NOT EXISTS FOR (n:Forecast) REQUIRE (n.id, n.firstVersion) IS UNIQUE;
CREATE INDEX fact_any IF NOT EXISTS FOR (n:Fact) ON (n.id);
CREATE INDEX narrative_any IF NOT EXISTS FOR (n:Narrative) ON (n.id);
CREATE INDEX forecast_any IF NOT EXISTS FOR (n:Forecast) ON (n.id);

CREATE INDEX story_address IF NOT EXISTS FOR (n:Story) ON (n.addressKey, n.id);
CREATE INDEX story_published IF NOT EXISTS FOR (n:Story) ON (n.publishedKey, n.id);
CREATE INDEX story_published_last IF NOT EXISTS FOR (n:Story) ON (n.publishedLastKey, n.id);
CREATE INDEX story_sort IF NOT EXISTS FOR (n:Story) ON (n.sortKey, n.id);
CREATE INDEX claim_backers IF NOT EXISTS FOR (n:Claim) ON (n.backerCount, n.id);
CREATE INDEX claim_sole IF NOT EXISTS FOR (n:Claim) ON (n.isSoleSourced, n.backerCount, n.id);
CREATE INDEX claim_stories IF NOT EXISTS FOR (n:Claim) ON (n.storyCount, n.id);
CREATE INDEX claim_conflicts IF NOT EXISTS FOR (n:Claim) ON (n.conflictCount, n.id);
CREATE INDEX claim_contested IF NOT EXISTS FOR (n:Claim) ON (n.isContested, n.backerCount, n.id);
CREATE INDEX claim_first IF NOT EXISTS FOR (n:Claim) ON (n.firstStatedKey, n.id);
CREATE INDEX claim_first_last IF NOT EXISTS FOR (n:Claim) ON (n.firstStatedLastKey, n.id);
CREATE INDEX claim_owner IF NOT EXISTS FOR (n:Claim) ON (n.restsOnOwner, n.backerCount, n.id);
CREATE INDEX claim_wire IF NOT EXISTS FOR (n:Claim) ON (n.restsOnWire, n.backerCount, n.id);
CREATE INDEX outlet_sort IF NOT EXISTS FOR (n:Outlet) ON (n.sortKey, n.id);
CREATE INDEX outlet_claims IF NOT EXISTS FOR (n:Outlet) ON (n.claimCount, n.id);
CREATE INDEX outlet_stories IF NOT EXISTS FOR (n:Outlet) ON (n.storyCount, n.id);
CREATE INDEX outlet_citations IF NOT EXISTS FOR (n:Outlet) ON (n.citationCount, n.id);
CREATE INDEX outlet_page_rank IF NOT EXISTS FOR (n:Outlet) ON (n.pageRankKey, n.id);
CREATE INDEX outlet_betweenness IF NOT EXISTS FOR (n:Outlet) ON (n.betweennessKey, n.id);
CREATE INDEX outlet_community IF NOT EXISTS FOR (n:Outlet) ON (n.community, n.pageRankKey, n.id);
CREATE INDEX person_sort IF NOT EXISTS FOR (n:Person) ON (n.sortKey, n.id);
CREATE INDEX person_facts IF NOT EXISTS FOR (n:Person) ON (n.factCount, n.id);
CREATE INDEX person_stories IF NOT EXISTS FOR (n:Person) ON (n.storyCount, n.id);
CREATE INDEX narrative_published IF NOT EXISTS FOR (n:Narrative) ON (n.publishedKey, n.id);
CREATE INDEX narrative_published_last IF NOT EXISTS FOR (n:Narrative) ON (n.publishedLastKey, n.id);
CREATE INDEX narrative_stance IF NOT EXISTS FOR (n:Narrative) ON (n.stanceKey, n.publishedKey, n.id);
CREATE INDEX forecast_published IF NOT EXISTS FOR (n:Forecast) ON (n.publishedKey, n.id);
CREATE INDEX forecast_published_last IF NOT EXISTS FOR (n:Forecast) ON (n.publishedLastKey, n.id);
CREATE INDEX forecast_probability IF NOT EXISTS FOR (n:Forecast) ON (n.probability, n.id);
CREATE INDEX forecast_source IF NOT EXISTS FOR (n:Forecast) ON (n.sourceKey, n.publishedKey, n.id);
CREATE INDEX forecast_question IF NOT EXISTS FOR (n:Forecast) ON (n.questionKey, n.publishedLastKey, n.id);
CREATE INDEX problem_published IF NOT EXISTS FOR (n:Problem) ON (n.publishedKey, n.position, n.id);
CREATE INDEX problem_code IF NOT EXISTS FOR (n:Problem) ON (n.code, n.publishedKey, n.position, n.id);
CREATE INDEX problem_code_closed IF NOT EXISTS FOR (n:Problem) ON (n.code, n.isClosed, n.publishedKey, n.position, n.id);
CREATE INDEX problem_closed IF NOT EXISTS FOR (n:Problem) ON (n.isClosed, n.publishedKey, n.position, n.id);
CREATE INDEX revision_origin IF NOT EXISTS FOR (n:Revision) ON (n.origin, n.number);
CREATE INDEX revision_arrival IF NOT EXISTS FOR (n:Revision) ON (n.arrival);
CREATE INDEX decision_at IF NOT EXISTS FOR (n:Decision) ON (n.at, n.id);
CREATE INDEX decision_kind IF NOT EXISTS FOR (n:Decision) ON (n.kind, n.at, n.id);
CREATE INDEX renamed_any IF NOT EXISTS FOR (n:Renamed) ON (n.id);
CREATE INDEX stance_period_outlet IF NOT EXISTS FOR (n:StancePeriod) ON (n.outletId, n.monthKey, n.sortKey, n.stanceId);
CREATE INDEX alias_folded IF NOT EXISTS FOR (n:Alias) ON (n.kind, n.foldedKey);

// Look-ups of one edge begin with its other end: one that began with the outlet would be taken for an outlet's
// pages, which it does not have in order (440 hits against 159).
CREATE INDEX backs_stories IF NOT EXISTS FOR ()-[e:BACKS]-() ON (e.outletId, e.storyCount, e.claimId);
CREATE INDEX backs_citations IF NOT EXISTS FOR ()-[e:BACKS]-() ON (e.outletId, e.citationCount, e.claimId);
CREATE INDEX backs_backers IF NOT EXISTS FOR ()-[e:BACKS]-() ON (e.outletId, e.backerCount, e.claimId);
CREATE INDEX backs_sole IF NOT EXISTS FOR ()-[e:BACKS]-() ON (e.outletId, e.backerCount, e.storyCount, e.claimId);
CREATE INDEX backs_claim IF NOT EXISTS FOR ()-[e:BACKS]-() ON (e.claimId, e.outletId);
CREATE INDEX conflicts_score IF NOT EXISTS FOR ()-[e:CONFLICTS_WITH]-() ON (e.claimId, e.score, e.otherId);
CREATE INDEX worded_wording IF NOT EXISTS FOR ()-[e:WORDED]-() ON (e.wordingId, e.publishedLastKey, e.factId);
CREATE INDEX covered_by_outlet IF NOT EXISTS FOR ()-[e:COVERED_BY]-() ON (e.outletId, e.publishedKey, e.storyId);
CREATE INDEX covered_by_witness IF NOT EXISTS FOR ()-[e:COVERED_BY]-() ON (e.outletId, e.witnessKey, e.storyId);
CREATE INDEX cites_outlet IF NOT EXISTS FOR ()-[e:CITES]-() ON (e.outletId, e.publishedKey, e.factId);
CREATE INDEX co_cited_weight IF NOT EXISTS FOR ()-[e:CO_CITED]-() ON (e.outletId, e.weight, e.otherId);
CREATE INDEX co_cited_other IF NOT EXISTS FOR ()-[e:CO_CITED]-() ON (e.otherId, e.outletId);
CREATE INDEX co_backed_claims IF NOT EXISTS FOR ()-[e:CO_BACKED]-() ON (e.outletId, e.claimCount, e.otherId);
CREATE INDEX co_backed_other IF NOT EXISTS FOR ()-[e:CO_BACKED]-() ON (e.otherId, e.outletId);
CREATE INDEX appears_in_person IF NOT EXISTS FOR ()-[e:APPEARS_IN]-() ON (e.personId, e.publishedKey, e.storyId);
CREATE INDEX mentioned_in_person IF NOT EXISTS FOR ()-[e:MENTIONED_IN]-() ON (e.personId, e.kind, e.publishedKey, e.ownerId);
CREATE INDEX cited_about_facts IF NOT EXISTS FOR ()-[e:CITED_ABOUT]-() ON (e.personId, e.factCount, e.outletId);
CREATE INDEX co_mentioned_stories IF NOT EXISTS FOR ()-[e:CO_MENTIONED]-() ON (e.personId, e.storyCount, e.otherId);
CREATE INDEX co_mentioned_facts IF NOT EXISTS FOR ()-[e:CO_MENTIONED]-() ON (e.personId, e.factCount, e.otherId);
CREATE INDEX disputes_outlet IF NOT EXISTS FOR ()-[e:DISPUTES]-() ON (e.outletId, e.score, e.claimId, e.otherClaimId, e.otherId);
CREATE INDEX disputes_between IF NOT EXISTS FOR ()-[e:DISPUTES]-() ON (e.outletId, e.otherId, e.score, e.claimId, e.otherClaimId);
CREATE INDEX disputes_claims IF NOT EXISTS FOR ()-[e:DISPUTES]-() ON (e.claimId, e.otherClaimId);
CREATE INDEX cited_about_outlet IF NOT EXISTS FOR ()-[e:CITED_ABOUT]-() ON (e.outletId, e.factCount, e.personId);
CREATE INDEX cited_about_other IF NOT EXISTS FOR ()-[e:CITED_ABOUT]-() ON (e.outletId, e.personId);
CREATE INDEX co_mentioned_other IF NOT EXISTS FOR ()-[e:CO_MENTIONED]-() ON (e.otherId, e.personId);
CREATE INDEX conflicts_other IF NOT EXISTS FOR ()-[e:CONFLICTS_WITH]-() ON (e.otherId, e.claimId);
CREATE INDEX covered_by_citations IF NOT EXISTS FOR ()-[e:COVERED_BY]-() ON (e.outletId, e.citationCount, e.storyId);
CREATE INDEX appears_in_count IF NOT EXISTS FOR ()-[e:APPEARS_IN]-() ON (e.personId, e.mentionCount, e.storyId);
CREATE INDEX provided_by_outlet IF NOT EXISTS FOR ()-[e:PROVIDED_BY]-() ON (e.outletId, e.publishedKey, e.narrativeId);
CREATE INDEX provided_by_stance IF NOT EXISTS FOR ()-[e:PROVIDED_BY]-() ON (e.outletId, e.stanceId, e.publishedKey, e.narrativeId);
CREATE INDEX attributed_to_outlet IF NOT EXISTS FOR ()-[e:ATTRIBUTED_TO]-() ON (e.outletId, e.publishedKey, e.factId);
CREATE INDEX attributed_to_kind IF NOT EXISTS FOR ()-[e:ATTRIBUTED_TO]-() ON (e.outletId, e.kind, e.publishedKey, e.factId);
CREATE INDEX mentions_person IF NOT EXISTS FOR ()-[e:MENTIONS]-() ON (e.personId, e.storyId);

CREATE FULLTEXT INDEX search IF NOT EXISTS
FOR (n:Story|Fact|Claim|Outlet|Person|Narrative) ON EACH [n.tokens]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}};

// Not a part of `search`, which does not look for forecasts.
CREATE FULLTEXT INDEX forecasts IF NOT EXISTS
FOR (n:Forecast) ON EACH [n.tokens]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}};
