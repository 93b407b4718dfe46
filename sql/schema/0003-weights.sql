-- What `network` reads a hub's heaviest relations from, in the order of their weight.
CREATE INDEX appears_in_count ON appears_in (person, mention_count, story_id, story);
CREATE INDEX cites_person_outlet ON cites_person (outlet, fact_count, person_id, person);
-- An expression, so that it is not taken for what else asks for cited stories, by date.
CREATE INDEX covered_by_citations ON covered_by (outlet, citation_count + 0, story_id, story);
