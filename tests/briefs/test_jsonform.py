"""The JSON form, its schema, and what it refuses."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from briefgraph.brief import Layout, ProblemCode
from briefgraph.briefs import read
from briefgraph.errors import NotABrief

SCHEMA = json.loads((Path(__file__).parents[2] / "schema" / "brief.schema.json").read_text("utf-8"))
STRUCTURED: dict[str, Any] = {
    "id": "story-7",
    "address": "quay.example/veldt",
    "publishedAt": "2031-03-27T09:30:00Z",
    "title": "Veldt Reopens Its Harbour",
    "lead": "A fortnight after the storm.",
    "facts": ["The harbour reopened.[1]", {"text": "Its pilots\n will not enter.[2][1]"}],
    "sources": [
        {"marker": 1, "label": "The Quay", "url": "https://quay.example/1"},
        {"marker": "2", "label": "Lantern"},
    ],
    "narratives": [
        {
            "label": "Pro-harbour narrative",
            "providers": ["The Quay", "Elm Post"],
            "text": "Ships bring work.",
        },
        {"label": "Narrative B", "providers": ["Lantern"], "text": "Ships bring smoke."},
    ],
    "forecasts": [{"question": "Veldt closes again", "probability": 0.123456, "source": "Metaculus"}],
}
WRAPPED = {
    "id": "story-8",
    "title": "A Given Title",
    "text": "Facts\n- The harbour reopened.[1]\nSources: [1]The Quay.\nNarratives\n"
    "- Left narrative, as provided by The Quay. Yes.\n",
}


def test_a_structured_brief() -> None:
    (brief,) = read(json.dumps(STRUCTURED)).briefs

    assert brief.layout is Layout.JSON
    assert (brief.id, brief.address, brief.published_at) == (
        "story-7",
        "quay.example/veldt",
        "2031-03-27T09:30:00Z",
    )
    assert brief.text == (
        "Veldt Reopens Its Harbour\n"
        "A fortnight after the storm.\n"
        "Facts\n"
        "- The harbour reopened.[1]\n"
        "- Its pilots will not enter.[2][1]\n"
        "Sources: [1]The Quay and [2]Lantern.\n"
        "Narratives\n"
        "- Pro-harbour narrative, as provided by The Quay and Elm Post. Ships bring work.\n"
        "- Narrative B, as provided by Lantern. Ships bring smoke.\n"
        "Predictions\n"
        "- There is a 12.35% chance that Veldt closes again, according to the Metaculus prediction community."
    )
    assert [[c.label for c in f.citations] for f in brief.facts] == [["The Quay"], ["Lantern", "The Quay"]]
    assert [n.stance for n in brief.narratives] == ["pro-harbour", None]
    assert brief.forecasts[0].probability == 0.1235
    assert brief.problems == ()
    for span, words in [
        (brief.title_span, brief.title),
        (brief.lead_span, brief.lead),
        *((n, n.text) for n in brief.narratives),
        *((p, p.label) for n in brief.narratives for p in n.providers),
        *((s, s.label) for s in brief.sources),
        *((f, f.question) for f in brief.forecasts),
    ]:
        assert span is not None
        assert brief.text[span.start : span.end] == words


def test_its_text_reads_as_the_same_brief() -> None:
    (brief,) = read(json.dumps(STRUCTURED)).briefs
    (again,) = read(brief.text).briefs

    assert again.layout is Layout.LITE_BRACKETED
    assert [f.text for f in again.facts] == [f.text for f in brief.facts]
    assert [s.label for s in again.sources] == [s.label for s in brief.sources]
    assert [n.text for n in again.narratives] == [n.text for n in brief.narratives]


def test_a_wrapped_brief() -> None:
    (brief,) = read(json.dumps(WRAPPED)).briefs

    assert (brief.layout, brief.id, brief.title) == (Layout.LITE_BRACKETED, "story-8", "A Given Title")
    assert brief.facts[0].citations[0].label == "The Quay"


def test_an_array_and_json_lines() -> None:
    array = read(json.dumps([STRUCTURED, WRAPPED]))
    lines = read("\n".join(json.dumps(one) for one in (STRUCTURED, WRAPPED)) + "\n")

    assert array == lines
    assert len(array.briefs) == 2


def test_what_is_wrong_in_an_array_is_refused_alone() -> None:
    reading = read(json.dumps([STRUCTURED, {"title": "x"}, 5]))

    assert len(reading.briefs) == 1
    assert [refusal.message[:8] for refusal in reading.refusals] == ["Brief 2:", "Brief 3:"]


def test_a_broken_line_is_refused_alone() -> None:
    reading = read(json.dumps(STRUCTURED) + "\n{broken\n" + json.dumps(WRAPPED))

    assert len(reading.briefs) == 2
    assert [(refusal.line, refusal.message[:8]) for refusal in reading.refusals] == [(2, "Brief 2:")]


def test_problems_are_found_in_structured_briefs_too() -> None:
    wrong = deepcopy(STRUCTURED)
    wrong["facts"] = ["The harbour reopened.[1][9]"]
    wrong["narratives"][0]["providers"] = []
    (brief,) = read(json.dumps(wrong)).briefs

    assert [p.code for p in brief.problems] == [
        ProblemCode.DANGLING_MARKER,
        ProblemCode.UNCITED_SOURCE,
        ProblemCode.MISSING_PROVIDER,
    ]


@pytest.mark.parametrize(
    "document",
    [
        "{}",
        "[]",
        '{"id": 5}',
        '{"title": "a", "title": "b", "facts": ["x"]}',
        '{"facts": NaN}',
        '{"facts": "x"}',
        '{"facts": [1]}',
        '{"facts": [""]}',
        '{"facts": ["a\\u0000"]}',
        '{"facts": ["\\ud800"]}',
        '{"facts": ["x"], "sources": [{"marker": 0, "label": "a"}]}',
        '{"facts": ["x"], "sources": [{"marker": "\\u00b2", "label": "a"}]}',
        '{"facts": ["x"], "sources": [{"marker": true, "label": "a"}]}',
        '{"facts": ["x"], "sources": [{}]}',
        '{"facts": ["x"], "narratives": [{"label": "a"}]}',
        '{"facts": ["x"], "forecasts": [{"question": "q", "probability": 1e400}]}',
        '{"facts": ["x"], "forecasts": [{"question": "q", "probability": 2}]}',
        '{"facts": ["x"], "forecasts": [{"question": "q", "probability": true}]}',
        '{"facts": ["x"], "fact": []}',
        '{"facts": ["x"], "text": "y"}',
        '{"facts": ["x"], "publishedAt": "soon"}',
        '{"text": "no brief at all"}',
        '{"facts": ["x"]',
        '{"id": ' + "9" * 5000 + "}",
        '{"id": ' + "[" * 100_000,
        "[" * 100_000,
        '{"a":' * 50_000,
    ],
)
def test_what_is_no_brief_is_refused_with_a_sentence(document: str) -> None:
    with pytest.raises(NotABrief, match=r"\.$"):
        read(document, name="brief.json")


def test_addresses_that_are_not_of_the_web_are_dropped() -> None:
    wrong = deepcopy(STRUCTURED)
    wrong["sources"][0]["url"] = "javascript:alert(1)"
    (brief,) = read(json.dumps(wrong)).briefs

    assert brief.sources[0].url is None


def test_the_schema_is_one() -> None:
    assert list(Draft202012Validator(Draft202012Validator.META_SCHEMA).iter_errors(SCHEMA)) == []


def undescribed(schema: Any, path: str = "") -> list[str]:
    """Properties without a description."""
    found = []
    if isinstance(schema, dict):
        for name, one in schema.get("properties", {}).items():
            if not one.get("description", "").endswith("."):
                found.append(f"{path}/{name}")
        for name, one in schema.items():
            found += undescribed(one, f"{path}/{name}")
    if isinstance(schema, list):
        for one in schema:
            found += undescribed(one, path)
    return found


def test_every_property_is_described() -> None:
    assert undescribed(SCHEMA) == []


@pytest.mark.parametrize("value", [STRUCTURED, WRAPPED, [STRUCTURED, WRAPPED]])
def test_the_schema_takes_what_the_reader_takes(value: object) -> None:
    assert list(Draft202012Validator(SCHEMA).iter_errors(value)) == []


@pytest.mark.parametrize(
    "value",
    [
        {"facts": [1]},
        {"facts": ["x"], "fact": []},
        {"facts": ["x"], "text": "y"},
        {"facts": ["x"], "forecasts": [{"question": "q", "probability": 2}]},
        {"facts": ["x"], "sources": [{"marker": 0, "label": "a"}]},
        {"facts": ["x"], "narratives": [{"label": "a"}]},
        [],
        5,
    ],
)
def test_the_schema_and_the_reader_refuse_alike(value: object) -> None:
    assert not Draft202012Validator(SCHEMA).is_valid(value)
    with pytest.raises(NotABrief):
        read(json.dumps(value), name="brief.json")
