import re
from pathlib import Path
from typing import Any

import pytest

from briefgraph.config import PREFIX, SETTINGS, Setting, Settings, load_settings
from briefgraph.errors import SettingError

PAGE = Path(__file__).parents[1] / "docs/settings.md"


def test_the_defaults_are_valid_and_the_table_has_them() -> None:
    settings = load_settings({"PATH": "/bin", "HOME": "/"})

    assert Settings() == settings
    assert [getattr(settings, row.name) for row in SETTINGS] == [row.default for row in SETTINGS]


@pytest.mark.parametrize(
    ("variable", "text", "name", "expected"),
    [
        ("STORE", "sqlite:////srv/graph.db", "store", "sqlite:////srv/graph.db"),
        ("STORE", "neo4j+s://graph.example/news", "store", "neo4j+s://graph.example/news"),
        ("PORT", " 8080 ", "port", 8080),
        ("PORT", "", "port", 8000),
        ("GRAPHIQL", "Off", "graphiql", False),
        ("GRAPHIQL", "1", "graphiql", True),
        ("BODY_TIMEOUT_S", "2.5", "body_timeout_s", 2.5),
        ("CORS_ORIGINS", "https://a.example, http://b.example:81", "cors_origins", ("https://a.example", "http://b.example:81")),
        ("CORS_ORIGINS", "*", "cors_origins", ("*",)),
        ("ALLOWED_HOSTS", "news.example,[::1]", "allowed_hosts", ("news.example", "[::1]")),
        ("OUTLETS_FILE", "own.yml", "outlets_file", Path("own.yml")),
        ("LOG_FORMAT", "text", "log_format", "text"),
    ],
)  # fmt: skip
def test_a_variable_is_read_as_its_type(variable: str, text: str, name: str, expected: Any) -> None:
    assert expected == getattr(load_settings({PREFIX + variable: text}), name)


@pytest.mark.parametrize(
    ("variable", "text", "said"),
    [
        ("PORT", "80a", "no whole number"),
        ("PORT", "٣", "no whole number"),
        ("PORT", "65536", "out of range; it goes from 0 to 65,535"),
        ("PORT", "-1", "out of range"),
        ("MAX_BODY_BYTES", "9" * 5_000, "no whole number"),
        ("BODY_TIMEOUT_S", "nan", "no number"),
        ("BODY_TIMEOUT_S", "0", "out of range"),
        ("GRAPHIQL", "maybe", "neither true nor false"),
        ("STORE", "graph.db", "write sqlite:///PATH"),
        ("STORE", "sqlite:///", "names no file"),
        ("STORE", "neo4j://", "is no address of a Neo4j database"),
        ("STORE", "bolt+s://host/one/two", "is no address of a Neo4j database"),
        ("STORE", "neo4j://host:seven", "names no host"),
        ("STORE", "neo4j+x://host", "is no address of a store"),
        ("CORS_ORIGINS", "*,https://a.example", "which is no origin"),
        ("CORS_ORIGINS", "https://a.example/", "which is no origin"),
        ("CORS_ORIGINS", "null", "which is no origin"),
        ("ALLOWED_HOSTS", "a.example:80", "which is no host"),
        ("LOG_LEVEL", "loud", "not one of debug, info, warning, error"),
    ],
)
def test_a_value_of_no_use_is_refused_by_name(variable: str, text: str, said: str) -> None:
    with pytest.raises(SettingError, match=re.escape(said)) as caught:
        load_settings({PREFIX + variable: text})

    assert str(caught.value).startswith(PREFIX + variable)
    assert len(str(caught.value)) < 500


@pytest.mark.parametrize("key", ["short", "has a space in its middle", "ключ-ключ-ключ-ключ", "x" * 600])
def test_a_key_of_no_use_is_refused_and_not_said(key: str) -> None:
    with pytest.raises(SettingError) as caught:
        load_settings({"BRIEFGRAPH_API_KEY": key})

    assert key not in str(caught.value)


@pytest.mark.parametrize(
    ("variable", "hint"),
    [("BRIEFGRAPH_PROT", "is BRIEFGRAPH_PORT meant?"),
     ("BRIEFGRAPH_MAX_BODY", "is BRIEFGRAPH_MAX_BODY_BYTES meant?"),
     ("BRIEFGRAPH_", "docs/settings.md"), ("BRIEFGRAPH_port", "BRIEFGRAPH_")],
)  # fmt: skip
def test_an_unknown_variable_is_refused_with_the_one_that_was_meant(variable: str, hint: str) -> None:
    with pytest.raises(SettingError, match="there is no setting") as caught:
        load_settings({variable: "1"})

    assert hint in str(caught.value)


def test_what_is_given_wins_over_the_environment() -> None:
    settings = load_settings({"BRIEFGRAPH_PORT": "1", "BRIEFGRAPH_HOST": "::1"}, port=2, host=None)

    assert (2, "::1") == (settings.port, settings.host)


def test_a_loopback_server_answers_to_loopback_names_alone() -> None:
    assert frozenset({"localhost", "127.0.0.1", "[::1]"}) == Settings().hosts
    assert Settings(host="0.0.0.0").hosts is None
    assert frozenset({"a.example"}) == Settings(allowed_hosts=("a.example",)).hosts


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_the_settings_page_has_each_setting(setting: Setting) -> None:
    page = PAGE.read_text("utf-8")
    section = re.search(rf"\n### `{setting.variable}`\n\n(.*?)(?=\n##|\Z)", page, re.DOTALL)

    assert section is not None
    words = " ".join(section[1].split())
    assert setting.help in words
    assert f"Default: `{setting.shown(setting.default)}`" in words
    if setting.bounds:
        low, high = (f"{bound:,}" if isinstance(bound, int) else f"{bound:g}" for bound in setting.bounds)
        assert f"From {low} to {high}." in words


def test_the_settings_page_has_no_other() -> None:
    named = re.findall(r"^### `(\w+)`$", PAGE.read_text("utf-8"), re.MULTILINE)

    assert [setting.variable for setting in SETTINGS] == named
