"""What a brief says is data wherever it is shown: no page, no terminal and no log acts on it."""

import asyncio
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from briefgraph.brief import Brief
from briefgraph.cli.main import run
from briefgraph.config import Settings
from briefgraph.graph.sqlite import SqliteStore
from briefgraph.web.app import create_app
from tests.hostile.payloads import SCRIPTS
from tests.hostile.samples import benign, importer
from tests.strategies import Says, brief_of
from tests.web.asgi import KEY, ask, post

EVERYTHING = """{
  stories(first: 100) { nodes { title lead address facts { nodes { text citations { edges { label } } } }
    sources { edges { label url } } narratives { nodes { text label } } forecasts { nodes { question } } } }
  outlets(first: 100) { nodes { name } } people { nodes { name } } claims(first: 100) { nodes { text } } problems { nodes { message } }
}"""
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # what a terminal acts on, tabs and the line's end aside
PAGES = ("/", "/graphql", "/healthz", "/nothing")


def hostile() -> list[Brief]:
    """Briefs with a payload wherever there are words."""
    made = []
    for number, payload in enumerate(SCRIPTS):
        label = " ".join(payload.split())
        made.append(
            brief_of(
                [Says(payload, (label,)), Says(f"{payload} held, said Gov. Maria Ostrow.", (label, "Harrow Wire"))],
                [Says(payload, (label,), 2)],
                title=payload,
                lead=payload,
                questions=[(payload, 0.5)],
                address=f"briefs.example/{number}",
            )
        )
    return made


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with all of them."""
    made = tmp_path_factory.mktemp("pages") / "g.db"

    async def fill() -> None:
        store = SqliteStore.open(made, readers=1)
        await importer(store).load([benign(), *hostile()])
        await store.close()

    asyncio.run(fill())
    return made


class Elements(HTMLParser):
    """The elements of a page, with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))


def elements(body: bytes) -> list[tuple[str, list[tuple[str, str | None]]]]:
    parser = Elements()
    parser.feed(body.decode())
    parser.close()
    return parser.found


def test_no_page_has_an_element_more(path: Path, tmp_path: Path) -> None:
    """Addresses are tried with payloads too: a page that repeats one would be a way in without any brief."""
    (tmp_path / "graphiql").mkdir()
    stores = [SqliteStore.open(path, readers=1), SqliteStore.open(":memory:", readers=1)]
    full, empty = (create_app(Settings(api_key=KEY), store) for store in stores)
    accept = [("accept", "text/html,*/*;q=0.1")]
    for page in PAGES:
        with_briefs, without = (ask(app, "GET", page, headers=accept) for app in (full, empty))
        assert elements(with_briefs.body) == elements(without.body)
    for payload in SCRIPTS:
        safe = payload.encode("ascii", "ignore").decode()
        for response in (
            ask(full, "GET", f"/{safe}", headers=accept),
            ask(full, "GET", "/graphql", query=f"query={safe}", headers=[("accept", "application/json")]),
            post(full, {"query": payload}),
            post(full, {"query": "{__typename}", "operationName": payload}),
        ):
            assert response.headers["content-type"].split(";")[0].endswith("json")
            assert response.headers["x-content-type-options"] == "nosniff"
            assert "default-src 'none'" in response.headers["content-security-policy"]
    for store in stores:
        asyncio.run(store.close())


def test_answers_are_json_and_say_the_words_as_they_are(path: Path) -> None:
    store = SqliteStore.open(path, readers=1)
    app = create_app(Settings(), store)
    seen: set[str] = set()
    for number, payload in enumerate(SCRIPTS):
        story = post(app, {"query": f'{{ story(address: "briefs.example/{number}") {{ title lead facts {{ nodes {{ text }} }} }} }}'})
        assert story.headers["content-type"].startswith("application/json")
        found = story.json["data"]["story"]
        assert (found["title"], found["lead"]) == (payload, payload)
        assert found["facts"]["nodes"][0]["text"] == " ".join(payload.split())
        seen.add(found["title"])
    assert len(seen) == len(SCRIPTS)
    asyncio.run(store.close())


def test_no_command_lets_a_terminal_act(path: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    question = tmp_path / "q.graphql"
    question.write_text(EVERYTHING)
    escapes = tmp_path / "\x1b[31mbrief.txt"
    escapes.write_text("\x1b[31mA title\x1b]0;owned\x07\nFacts\n- \x1b[2JIt was so.[1]\nSources: [1]\x1b[31mHarrow Wire\n")
    (tmp_path / "no.txt").write_text("\x1b[31m")
    store = ["--store", f"sqlite:///{path}"]
    commands = [
        ["query", *store, str(question)],
        ["explain", *store, str(question)],
        ["dump", *store],
        ["doctor", *store],
        ["suggest", *store],
        ["decisions", "export", *store],
        ["check", str(escapes)],
        ["load", *store, str(escapes)],
        ["load", *store, str(tmp_path / "no.txt")],
        ["load", *store, str(tmp_path / "\x1b[31mnothing")],
        ["query", *store, str(tmp_path / "\x1b[31mnothing")],
        ["\x1b[31m"],
    ]
    for command in commands:
        run(command)
        for said in capfd.readouterr():
            assert not CONTROL.search(said), (command, CONTROL.search(said))


def test_a_dump_can_be_read_line_by_line(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A newline, or what some readers take for one, would make two lines of one."""
    assert run(["dump", "--store", f"sqlite:///{path}"]) == 0
    out = capfd.readouterr().out
    lines = out.split("\n")
    assert lines.pop() == ""
    assert all(isinstance(json.loads(line), dict) for line in lines)
    assert any("=cmd|" in line for line in lines)
