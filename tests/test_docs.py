"""The documentation names what there is, and nothing that there is not."""

import re
from pathlib import Path

import pytest
from graphql import parse, validate

from briefgraph.api.faults import Code
from briefgraph.api.schema import graphql_schema, sdl
from briefgraph.brief import Layout, ProblemCode
from briefgraph.graph.events import DUPLICATE_STORY
from briefgraph.graph.model import MODEL
from briefgraph.graph.shapes import Type

ROOT = Path(__file__).parents[1]


def test_the_printed_schema_is_the_schema() -> None:
    assert (ROOT / "schema/briefgraph.graphql").read_text("utf-8") == sdl()


@pytest.mark.parametrize("type_", MODEL.nodes, ids=lambda type_: type_.name)
def test_the_data_model_page_has_every_property_and_relation(type_: Type) -> None:
    page = (ROOT / "docs/data-model.md").read_text("utf-8")
    section = re.search(rf"\n### {type_.name}\n(.*?)(?=\n##)", page, re.DOTALL)
    assert section is not None

    rows = re.findall(r"^\| `(\w+)` \| \S+ \| (.*) \|$", section[1], re.MULTILINE)

    expected = [(p.name, p.doc) for p in type_.props] + [(r.name, r.doc) for r in type_.rels]
    assert expected + [(name, doc) for name, _, doc in type_.groups] == rows


def test_everything_in_the_schema_has_a_description() -> None:
    bare = []
    for name, type_ in graphql_schema().type_map.items():
        if name.startswith("__") or name in ("Int", "Float", "String", "Boolean", "ID"):
            continue
        bare += [name] if not type_.description else []
        for field_name, field in getattr(type_, "fields", {}).items():
            bare += [f"{name}.{field_name}"] if not field.description else []
            bare += [f"{name}.{field_name}({arg})" for arg, a in getattr(field, "args", {}).items() if not a.description]
        bare += [f"{name}.{value}" for value, v in getattr(type_, "values", {}).items() if not v.description]

    assert bare == []


def test_every_description_is_a_sentence() -> None:
    descriptions = re.findall(r'"""(.*?)"""', sdl(), re.DOTALL)

    assert [text for text in descriptions if not re.search(r"[.]$", text.strip())] == []


def test_every_error_code_has_its_section() -> None:
    page = (ROOT / "docs/errors.md").read_text("utf-8")

    assert [str(code) for code in Code if f"`{code}`" not in page] == []


@pytest.mark.parametrize("page", sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").rglob("*.md")), ids=lambda p: p.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_codes_of_problems_are_the_readers() -> None:
    found_in_the_graph = [DUPLICATE_STORY]  # by no reader of one brief
    assert sorted([*ProblemCode, *found_in_the_graph]) == sorted(MODEL.enums["ProblemCode"].values)
    assert [str(layout) for layout in Layout] == list(MODEL.enums["Layout"].values)


@pytest.mark.parametrize(("page", "least"), [("questions", 30), ("subscriptions", 1)])
def test_every_query_of_the_pages_is_one_of_the_schema(page: str, least: int) -> None:
    shown = re.findall(r"```graphql\n(.*?)```", (ROOT / f"docs/{page}.md").read_text("utf-8"), re.DOTALL)

    assert len(shown) >= least
    assert [(text, fault.message) for text in shown for fault in validate(graphql_schema(), parse(text))] == []
