"""A query file that breaks the rules of its header is refused, with its name and line."""

import re

import pytest

from briefgraph.errors import QueryFileError
from briefgraph.graph.queries import fragments, read_all, read_fragment, read_statements

STATEMENT = {
    "sql": "-- name: one\n-- mode: read\n-- rows: many\n-- params: id\n-- What it is for.\nSELECT key FROM story WHERE id = :id\n",
    "cypher": "// name: one\n// mode: read\n// rows: many\n// params: id\n// What it is for.\nMATCH (s:Story {id: $id}) RETURN s\n",
}
FRAGMENT = """// name: some-claims
// mode: read
// params: least
// What it is for, in a sentence
// or two.
MATCH (@src)-[@e:BACKS]->(@dst:Claim)
WHERE @e.storyCount > -1
// filter least: @e.storyCount
//     >= $least
// key n.id: @dst.id
// count: size(@src.claims)
"""


@pytest.mark.parametrize("language", STATEMENT)
def test_a_statement_and_what_it_declares(language: str) -> None:
    (query,) = read_statements(language, "one", STATEMENT[language])
    assert (query.name, query.mode, query.rows, query.params, query.line) == ("one", "read", "many", ("id",), 1)
    assert query.text == STATEMENT[language].splitlines()[-1]


def test_several_statements_of_one_file_know_their_lines() -> None:
    text = STATEMENT["sql"] + "\n" + STATEMENT["sql"].replace("one", "two")
    assert [(query.name, query.line) for query in read_statements("sql", "both", text)] == [("one", 1), ("two", 8)]


def test_a_fragment_and_its_clauses() -> None:
    found = read_fragment("cypher", "some-claims", FRAGMENT)
    assert found.body == "MATCH (@src)-[@e:BACKS]->(@dst:Claim) WHERE @e.storyCount > -1"
    assert found.filters == {"least": "@e.storyCount >= $least"}
    assert found.keys == {"n.id": "@dst.id"}
    assert found.count == "size(@src.claims)"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("// name: one\n", "", "f.cypher:1: text before the first `name:` header"),
        ("// mode: read\n", "", "f.cypher:1: the header needs `mode: read` or `mode: write`"),
        ("mode: read", "mode: maybe", "f.cypher:1: the header needs `mode: read` or `mode: write`"),
        ("// params: id\n", "", "f.cypher:1: the header needs"),
        ("rows: many", "rows: some", "f.cypher:1: the header needs `rows: none`, `rows: one` or `rows: many`"),
        ("// rows: many", "// rows: many\n// rows: one", "f.cypher:4: rows is declared twice"),
        ("params: id", "params: none", "f.cypher:1: uses id, which `params:` does not declare"),
        ("params: id", "params: id, name", "f.cypher:1: declares name in `params:` and never uses it"),
        ("RETURN s", "SET s.title = '' RETURN s", "f.cypher:1: mode is read and the text says SET"),
        ("RETURN s", "detach delete s", "f.cypher:1: mode is read and the text says detach"),
        ("RETURN s", "RETURN s; RETURN 1", "f.cypher:1: more than one statement under one name"),
    ],
)
def test_a_statement_that_breaks_a_rule(old: str, new: str, said: str) -> None:
    assert old in STATEMENT["cypher"]
    with pytest.raises(QueryFileError, match=f"^{re.escape(said)}"):
        list(read_statements("cypher", "f.cypher", STATEMENT["cypher"].replace(old, new)))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("params: least", "params: none", "f.cypher:1: uses least"),
        (">= $least", ">= 3", "f.cypher:1: declares least"),
        ("size(@src.claims)", "size(@src.claims)\n// name: other", "f.cypher:12: a relation file holds one relation"),
        ("WHERE @e", "MERGE (@dst) WHERE @e", "f.cypher:1: mode is read and the text says MERGE"),
    ],
)
def test_a_fragment_that_breaks_a_rule(old: str, new: str, said: str) -> None:
    assert old in FRAGMENT
    with pytest.raises(QueryFileError, match=f"^{re.escape(said)}"):
        read_fragment("cypher", "f.cypher", FRAGMENT.replace(old, new))


def test_a_word_in_quotes_is_no_parameter_and_writes_nothing() -> None:
    text = STATEMENT["cypher"].replace("RETURN s", "AND s.title <> 'DELETE $all; now' RETURN s")
    assert len(list(read_statements("cypher", "f.cypher", text))) == 1


def test_every_file_keeps_the_rules_and_both_languages_have_the_same_questions() -> None:
    assert read_all() > 250
    for folder in ("relations", "filters"):
        sql, cypher = fragments("sql", folder), fragments("cypher", folder)
        assert set(sql) == set(cypher)
        for name, fragment in sql.items():
            other = cypher[name]
            assert set(fragment.filters) <= {*other.filters, *other.sources}, name
            assert set(other.filters) <= {*fragment.filters, *fragment.sources}, name
            assert set(fragment.late) == set(other.late), name
