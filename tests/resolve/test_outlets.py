"""Outlets: one identity under all spellings, and never one identity too few."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgraph.errors import SettingError
from briefgraph.resolve.countries import COUNTRIES
from briefgraph.resolve.outlets import OutletKind, OutletRegistry, display_name, normal_label
from briefgraph.resolve.registry import read_entries

DATA = Path(__file__).parents[2] / "src" / "briefgraph" / "resolve" / "data" / "outlets.yml"
ENTRIES = read_entries(DATA.read_text(encoding="utf-8"), "outlets.yml")
REGISTRY = OutletRegistry.load()


def key(label: str, url: str | None = None) -> str:
    return REGISTRY.resolve(label, url=url).key


def test_the_shipped_file_is_large_and_consistent() -> None:
    assert len(ENTRIES) >= 250
    assert len({entry.key for entry in ENTRIES}) == len(ENTRIES)
    assert all(entry.country is None or entry.country in COUNTRIES for entry in ENTRIES)
    assert all(entry.kind is not None and entry.domain is not None for entry in ENTRIES)


def test_every_owner_is_spelled_one_way() -> None:
    owners = {entry.owner for entry in ENTRIES if entry.owner}
    assert len({normal_label(owner) for owner in owners}) == len(owners)


def test_every_name_and_domain_resolves_to_its_own_entry() -> None:
    for entry in ENTRIES:
        for label in (*entry.names, *entry.domains, *(f"www.{domain}" for domain in entry.domains)):
            assert key(label) == entry.key, label


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("CBS", "CBS News", "cbs news (b)"), "cbs-news"),
        (("BBC", "BBC News", "www.bbc.co.uk"), "bbc-news"),
        (("TheTimesofIsrael", "The Times of Israel", "Times of Israel"), "times-of-israel"),
        (("Guardian", "The Guardian", "GUARDIAN"), "guardian"),
        (("FOX News", "Fox News (a)", "FOX"), "fox-news"),
        (("www.axios.com", "Axios"), "axios"),
        (("Reason.com", "Reason"), "reason"),
        (("X.com", "X", "Twitter"), "x"),
        (("Politico EU", "POLITICO Europe"), "politico-europe"),
        (("ABC News Australia",), "abc-news-australia"),
        (("Usembassy",), "us-embassies"),
        (("Understandingwar",), "institute-for-the-study-of-war"),
        (("Peoplesdispatch",), "peoples-dispatch"),
        (("edition.cnn.com",), "cnn"),
    ],
)
def test_spellings_of_known_outlets(labels: tuple[str, ...], expected: str) -> None:
    assert {key(label) for label in labels} == {expected}


def test_known_facts_are_given_and_unknown_ones_are_null() -> None:
    wire = REGISTRY.resolve("AP")
    assert (wire.name, wire.kind, wire.country, wire.owner) == (
        "Associated Press",
        OutletKind.WIRE,
        "US",
        None,
    )
    new = REGISTRY.resolve("The  Bramble\u200b Courier (a)")
    assert (new.key, new.label) == ("bramblecourier", "The Bramble Courier")
    assert (new.name, new.kind, new.country, new.domain, new.owner) == (None,) * 5
    assert not REGISTRY.knows("The Bramble Courier")
    assert REGISTRY.resolve("bramble.example").domain == "bramble.example"


def test_look_alikes_and_accents_stay_apart() -> None:
    cyrillic = "R\u0435uters"
    assert key(cyrillic) != key("Reuters")
    assert not REGISTRY.knows(cyrillic)
    assert key("R\u00e9uters") != key("Reuters")
    assert key("Re\u0301uters") == key("R\u00e9uters")


def test_papers_of_one_name_are_told_apart_by_label_or_url() -> None:
    assert key("The Guardian Nigeria") == "guardian-nigeria"
    assert key("Guardian", "https://guardian.ng/a") == "guardian-nigeria"
    assert key("Guardian", "https://www.theguardian.com/a") == "guardian"
    assert key("Telegraph") == "telegraph"
    assert key("Telegraph", "https://www.telegraphindia.com/a") == "telegraph-india"
    assert key("Daily Star") == "dailystar"
    assert key("Times") != key("Times of India")
    assert key("President") == "president"


def test_a_url_helps_only_where_the_label_does_not_say() -> None:
    assert key("Reuters", "https://www.cnn.com/a") == "reuters"
    assert key("Bramble Bulletin", "https://www.cnn.com/a") == "cnn"
    assert key("Bramble Bulletin", "https://x.com/bramble") == "bramblebulletin"
    assert key("Bramble Bulletin", "https://bramble.substack.com/p") == "bramblebulletin"
    assert key("bramble.substack.com") == "bramble.substack.com"
    assert key("Bramble Bulletin", "javascript:alert(1)") == "bramblebulletin"


def test_the_users_entries_win(tmp_path: Path) -> None:
    own = tmp_path / "own.yml"
    own.write_text(
        "- {key: bramble-courier, name: Bramble Courier, country: IE, kind: NEWS, aliases: [AP]}\n"
        "- {key: reuters, name: Reuters Wire, aliases: [Reuters]}\n",
        encoding="utf-8",
    )
    registry = OutletRegistry.load(own)
    assert registry.resolve("ap").key == "bramble-courier"
    assert registry.resolve("Associated Press").key == "associated-press"
    assert registry.resolve("Reuters").name == "Reuters Wire"
    assert registry.resolve("Reuters").kind is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{}", "list of entries"),
        ("- 5", "entry 1"),
        ("- {key: Bramble, name: Bramble}", "slug"),
        ("- {key: bramble}", "`name` is missing"),
        ("- {key: bramble, name: Bramble, kind: PAPER}", "PAPER"),
        ("- {key: bramble, name: Bramble, country: UK}", "'UK'"),
        ("- {key: bramble, name: Bramble, country: NO}", "quotes"),
        ("- {key: bramble, name: Bramble, domain: www.bramble.example}", "bare host"),
        ("- {key: bramble, name: Bramble, colour: red}", "colour"),
        ("- {key: bramble, name: Bramble, aliases: Bram}", "list of names"),
        ("- {key: bramble, name: Bramble, carries_others: maybe}", "carries_others"),
        ("- {key: a-b, name: A B}\n- {key: a-c, name: The A-B}", "belongs to 'a-b'"),
        ("- {key: a-b, name: A B}\n- {key: a-b, name: C}", "two entries"),
        ("- {key: ab, name: Bramble}", "key of one word"),
        ("- [", "YAML"),
    ],
)
def test_a_broken_file_is_refused_with_file_and_entry(tmp_path: Path, text: str, says: str) -> None:
    own = tmp_path / "own.yml"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(SettingError) as refused:
        OutletRegistry.load(own)
    assert "own.yml" in str(refused.value)
    assert says in str(refused.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"none\.yml"):
        OutletRegistry.load(tmp_path / "none.yml")


def test_display_name_prefers_the_form_a_reader_would_write() -> None:
    assert display_name(["BRAMBLE COURIER", "bramble courier", "The Bramble Courier", "Bramble Courier"]) == (
        "Bramble Courier"
    )
    assert display_name(["BrambleCourier", "Bramble Courier (a)"]) == "Bramble Courier"
    assert display_name(["bramble.example"]) == "bramble.example"
    assert display_name([]) == ""


@given(st.lists(st.text(max_size=12), max_size=5))
def test_display_name_does_not_depend_on_order(spellings: list[str]) -> None:
    assert display_name(spellings) == display_name(list(reversed(spellings)) + spellings)


@given(st.text(max_size=40))
def test_resolving_what_was_resolved_changes_nothing(label: str) -> None:
    once = REGISTRY.resolve(label)
    again = REGISTRY.resolve(once.label)
    assert again.label == once.label or again.label == REGISTRY.resolve(again.label).label
    assert again.key == REGISTRY.resolve(again.label).key


@given(st.lists(st.text("bcdfglmnr", min_size=3, max_size=8), min_size=1, max_size=3), st.sampled_from("ab"))
def test_case_spacing_the_and_document_letter_do_not_matter(words: list[str], letter: str) -> None:
    plain = " ".join(words)
    forms = [plain, plain.upper(), plain.title(), f"The {plain}", f"  {plain} ({letter})", f"{plain}."]
    forms += ["".join(words), f"The{''.join(words).title()}", "\u200b".join(words), "  ".join(words)]
    assert len({key(form) for form in forms}) == 1
