"""Spellings of outlets as briefs write them, and whom each one names. Names of outlets are facts."""

import pytest

from briefgraph.resolve.countries import COUNTRIES, country_named
from briefgraph.resolve.outlets import OutletRegistry
from tests.resolve.test_outlets import ENTRIES, REGISTRY, key

SPELLINGS = {
    "guardian": "Guardian / The Guardian / GUARDIAN / Guardian (UK) / Guardian (b)",
    "politico": "Politico / POLITICO",
    "fox-news": "Fox News / FOX News / FOX",
    "times-of-israel": "TheTimesofIsrael / Times of Israel",
    "cbs-news": "CBS / CBS News",
    "financial-times": "FT / Financial Times",
    "dawn": "DAWN / Dawn / Dawn.com",
    "us-embassies": "Usembassy",
    "institute-for-the-study-of-war": "Understandingwar / ISW",
    "telegram": "Telegram",
    "x": "X.com / X / Twitter",
    "axios": "www.axios.com / Axios",
    "reason": "Reason.com / Reason",
    "peoples-dispatch": "Peoplesdispatch / People's Dispatch",
    "ultimas-noticias": "Últimas Noticias / Ultimas Noticias",
    "bbc-news": "BBC / BBC News",
    "associated-press": "AP / Associated Press / The Associated Press (c)",
    "new-york-times": "NYT / New York Times / The New York Times",
    "wall-street-journal": "WSJ / Wall Street Journal",
    "washington-post": "WaPo / Washington Post",
    "antiwar-com": "AntiWar / Antiwar.com",
    "houston-chronicle": "Houston Chronicle",
    "reuters": "Reuters (a) / Reuters UK",
    "hill": "The Hill / Hill / TheHill",
    "ukrinform": "Ukrinform",
    "cbs-new-york": "CBS New York",
    "sacramento-bee": "Sacramento Bee / sacbee.com",
    "middle-east-eye": "MEE / Middle East Eye",
    "daily-nation": "Nation (Kenya) / Daily Nation",
    "guardian-nigeria": "Guardian (Nigeria) / The Guardian Nigeria / Guardian, Nigeria / THE GUARDIAN NIGERIA",
    "telegraph-india": "Telegraph India / The Telegraph (India)",
    "telegraph": "Telegraph / Telegraph (UK) / Telegraph, United Kingdom",
    "times-of-malta": "The Times of Malta",
    "irish-independent": "Independent (Ireland)",
    "daily-star-lebanon": "Daily Star (Lebanon)",
    "star-malaysia": "The Star (Malaysia) / Star Malaysia",
    "national-uae": "The National (UAE) / National (United Arab Emirates)",
    "president-of-ukraine": "President (Ukraine) / President of Ukraine",
}
OF_ITS_OWN = "Odessa / President / Daily Star / The Star / Guardian (Malta) / Times (US) / LR / National"


@pytest.mark.parametrize(("expected", "labels"), SPELLINGS.items())
def test_each_spelling_names_its_outlet(expected: str, labels: str) -> None:
    assert {label: key(label) for label in labels.split(" / ")} == dict.fromkeys(labels.split(" / "), expected)


@pytest.mark.parametrize("label", OF_ITS_OWN.split(" / "))
def test_who_cannot_be_told_is_an_outlet_of_its_own(label: str) -> None:
    assert REGISTRY.resolve(label).name is None


def test_a_country_is_never_contradicted() -> None:
    assert key("Guardian (Malta)", "https://www.theguardian.com/a") == "guardianmalta"
    assert key("Guardian (Malta)") == key("The Guardian, Malta") == key("Guardian Malta")
    assert key("Bramble Bulletin (Malta)", "https://www.cnn.com/a") == "bramblebulletinmalta"
    assert key("Bramble Bulletin (US)", "https://www.cnn.com/a") == "cnn"
    assert key("Contact us") == "contactus"


def test_an_address_decides_between_those_who_share_a_name() -> None:
    assert key("Daily Star", "https://www.thedailystar.net/a") == "daily-star-bangladesh"
    assert key("President", "https://www.president.gov.ua/a") == "president-of-ukraine"
    assert key("ABC", "https://www.abc.net.au/a") == "abc-news-australia"
    assert key("ABC") == "abc-news"


def test_who_shares_a_name_is_told_only_where_nothing_decides() -> None:
    assert REGISTRY.sharers("Daily Star") == ("Daily Star (Bangladesh)", "Daily Star (Lebanon)", "Daily Star (UK)")
    assert REGISTRY.sharers("Daily Star", url="https://www.thedailystar.net/a") == ()
    assert REGISTRY.sharers("Guardian") == REGISTRY.sharers("Telegraph") == REGISTRY.sharers("Odessa") == ()
    assert REGISTRY.knows("Daily Star")


def test_every_accented_name_is_known_without_its_accents() -> None:
    assert all(REGISTRY.looks_like(name) is not None for entry in ENTRIES for name in entry.names if len(name) > 4)
    assert key("Neue Zurcher Zeitung") == key("Neue Zürcher Zeitung") == "neue-zurcher-zeitung"
    assert key("Gestion") == key("Gestión")


@pytest.mark.parametrize(
    ("name", "code"),
    [("Nigeria", "NG"), ("the U.K.", "GB"), ("USA", "US"), ("Democratic Republic of the Congo", "CD"), ("Scotland", None)],
)
def test_countries_by_name(name: str, code: str | None) -> None:
    assert country_named(name) == code
    assert code is None or code in COUNTRIES


def test_a_hostile_label_costs_what_it_is_long() -> None:
    registry = OutletRegistry([])
    for text in ("(" * 1_000_000, "a " * 500_000, "," * 1_000_000, "x (" * 300_000 + ")"):
        assert registry.resolve(text).name is None
        assert registry.looks_like(text) is None
