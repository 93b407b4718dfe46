"""People: who is named, where, in what role; and what is not a person."""

import sys
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgraph.resolve.gazetteer import gazetteer, person_key
from briefgraph.resolve.people import Mention, best_name, find_people


def found(*passages: str) -> list[tuple[str, str]]:
    return [(m.text, m.person.key) for ms in find_people(passages) for m in ms]


def keys(*passages: str) -> list[str]:
    return [key for _, key in found(*passages)]


def one(passage: str) -> Mention:
    (mentions,) = find_people([passage])
    (mention,) = mentions
    return mention


@pytest.mark.parametrize(
    ("passage", "text", "role"),
    [
        ("Orlo Gov. Dana Quill resigned.", "Dana Quill", "Orlo Gov."),
        ("Both Vell Pres. Dana Quill and aides left.", "Dana Quill", "Vell Pres."),
        ("It came before Pres.-elect Dana Quill's term.", "Dana Quill", "Pres.-elect"),
        ("Fenn County Sheriff Dana Quill spoke.", "Dana Quill", "Fenn County Sheriff"),
        ("Former US Secretary of State Dana Quill spoke.", "Dana Quill", "Former US Secretary of State"),
        (
            "The Democratic presidential candidate Dana Quill spoke.",
            "Dana Quill",
            "Democratic presidential candidate",
        ),
        (
            "Dana Quill, the leader of Orlo's reform bureau, left.",
            "Dana Quill",
            "leader of Orlo's reform bureau",
        ),
        ("Mr. Dana Quill spoke.", "Dana Quill", None),
        ("Then Gen. Zorvan Kethry-Moll spoke.", "Zorvan Kethry-Moll", "Gen."),
        ("The journalist Zorvan Kethry spoke.", "Zorvan Kethry", "journalist"),
        ("Zorvan Kethry, 34, was held.", "Zorvan Kethry", None),
        ("Members saw Ahmad al-Vellani there.", "Ahmad al-Vellani", None),
        ("Officials met Han Ji-woon there.", "Han Ji-woon", None),
        ("Officials met Wei Zhangmin there.", "Wei Zhangmin", None),
        ("It was Dana J. Quill who won.", "Dana J. Quill", None),
        ("Dana Quill Jr. won it.", "Dana Quill Jr.", None),
    ],
)
def test_a_full_name_with_role_and_span(passage: str, text: str, role: str | None) -> None:
    mention = one(passage)
    assert (mention.text, mention.role) == (text, role)
    assert passage[mention.start : mention.end] == text


@pytest.mark.parametrize(
    ("full", "later", "form"),
    [
        ("Orlo Gov. Dana Quill won.", "Quill's rivals lost.", "Quill"),
        ("Orlo Gov. Dana Quill won.", "The Quill administration began.", "Quill"),
        ("Orlo Gov. Dana Quill won.", "Anti-Quill crowds gathered.", "Quill"),
        ("The leader Ahmad al-Vellani left.", "A group accused Al-Vellani of it.", "Al-Vellani"),
        ("The leader Ahmad al-Vellani left.", "A group accused Vellani of it.", "Vellani"),
        ("Officials met Han Ji-woon there.", "They said Han declined.", "Han"),
        ("Pedro Ruiz Marvell won.", "They said Ruiz Marvell declined.", "Ruiz Marvell"),
        ("Ursula van der Quill won.", "They said van der Quill declined.", "van der Quill"),
        ("Dana Quill-Moss won.", "They said Quill-Moss declined.", "Quill-Moss"),
        ("Dana J. Quill won.", "They said Dana Quill declined.", "Dana Quill"),
        ("Dana Orlo Quill won.", "They said Dana Quill declined.", "Dana Quill"),
        ("Pedro Quiral Marvell won.", "They said Quiral Marvell declined.", "Quiral Marvell"),
        ("Pedro Quiral Marvell won.", "They said Pedro Quiral declined.", "Pedro Quiral"),
        ("Pedro de Ruiz Marvell won.", "De Ruiz Marvell declined.", "De Ruiz Marvell"),
        ("Pedro de los Quill won.", "They said De los Quill declined.", "De los Quill"),
        ("Pedro Quill Filho won.", "They said Quill declined.", "Quill"),
        ("The singer Georgia Quill Moss won.", "They said Moss declined.", "Moss"),
    ],
)
def test_shorter_forms_mean_whoever_the_brief_names_in_full(full: str, later: str, form: str) -> None:
    first, second = find_people([full, later])
    assert [m.text for m in second] == [form]
    assert second[0].person == first[0].person
    assert find_people([later, full]) == (second, first)


def test_a_heading_is_read_by_the_names_of_the_facts() -> None:
    heading, _ = find_people(["Quill Signs Orlo Dam Bill", "Orlo Gov. Dana Quill signed it."])
    assert [m.text for m in heading] == ["Quill"]
    assert find_people(["Dana Signs Orlo Dam Bill"]) == ((),)


def test_a_surname_of_nobody_named_is_nobody() -> None:
    assert keys("They said Quill declined.", "The lawyer Quill agreed.", "Analyst Quill agreed.") == []


def test_a_title_and_a_surname_alone_are_somebody_of_this_brief() -> None:
    passages = ["They said Quill declined.", "Sen. Quill agreed.", "Mr. Quill left.", "Orlo Gov. Ann Moss left."]
    everyone = [m for ms in find_people(passages) for m in ms]
    assert [m.text for m in everyone] == ["Quill", "Quill", "Quill", "Ann Moss"]
    assert {(m.person.key, m.person.name, m.person.local) for m in everyone} == {
        ("senator quill", "Senator Quill", True),
        ("ann moss", "Ann Moss", False),
    }
    assert everyone[1].role == "Sen."
    assert keys(*passages, "Dana Quill won.") == ["dana quill"] * 3 + ["ann moss", "dana quill"]


def test_two_titles_of_one_surname_are_two_people() -> None:
    passages = ["Judge Quill met Sheriff Quill.", "They said Quill declined.", "Mr. Quill left."]
    assert keys(*passages) == ["judge quill", "sheriff quill"]
    assert keys("Mr. Quill met Prof. van der Moss.", "Van der Moss spoke.") == [
        "mr quill",
        "professor van der moss",
        "professor van der moss",
    ]


@pytest.mark.parametrize(
    "passage",
    [
        "The Chief Justice met the Attorney General and General Motors.",
        "Major League scouts, Captain Cup and Judge Advocate General Corps members met.",
        "President Street and Mayor Tower were closed.",
        "Senator Kaylee left.",
        "Prime Minister's Questions were held by Speaker Democrats.",
    ],
)
def test_a_title_before_what_is_no_surname(passage: str) -> None:
    assert keys(passage) == []


def test_two_of_one_surname_are_told_apart_by_title_or_not_at_all() -> None:
    names = "Orlo Gov. Dana Quill met the singer Marta Quill."
    assert keys(names, "Gov. Quill spoke.")[-1] == "dana quill"
    assert keys(names, "They said Quill spoke.") == ["dana quill", "marta quill"]


def test_world_figures_are_known_by_surname_and_spelling() -> None:
    assert keys("They said Putin and Zelensky spoke.") == ["vladimir putin", "volodymyr zelenskyy"]
    assert keys("US Pres. Biden spoke.", "The Biden administration agreed.") == ["joe biden"] * 2
    assert keys("They named the Trump Tower.") == []
    assert keys("They named Harris there.") == []


def test_the_brief_comes_before_the_world() -> None:
    assert keys("The baker Dana Putin won.", "They said Putin won.") == ["dana putin"] * 2
    assert keys("Hunter Biden left.", "They said Pres. Biden spoke.")[-1] == "joe biden"


@pytest.mark.parametrize(
    "passage",
    [
        "It happened at Quill High School in Orlo, Ga., on Wednesday.",
        "It landed beyond the Northern Limit Line on Monday.",
        "An expert at the Vell Endowment for Peace said so.",
        "They left John Quill International Airport for Virginia Beach.",
        "The Anna Quill Act and the Martin Quill Foundation were named.",
        "The USS Martin Quill and hurricane Martin Quill passed.",
        "They hit the Martin Quill, a tanker.",
        "It began in Martin Quill district and at the Ann Quill refugee camp.",
        "It was Martin Quill-based Vorm who sold Miss Universe and Diego Garcia.",
        "Palestinian Islamic Jihad, Nord Stream and Fenn Rovers lost to Eid al-Orlo.",
        "A Morning Quillet and Orlo College poll was held in New York.",
        "The Army Tactical Missile Systems reached Orlo.",
        "In May, on Tuesday, in Jordan and Washington it rained.",
        "Morgan Stanley and Johns Hopkins University agreed.",
    ],
)
def test_what_is_no_person(passage: str) -> None:
    assert keys(passage) == []


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("Sens. Vonn Tarrish, Xerya Mokk and Brell Osk voted.", ["vonn tarrish", "xerya mokk", "brell osk"]),
        ("The lawyers Vonn Tarrish and Xerya Mokk left.", ["vonn tarrish", "xerya mokk"]),
        ("Police named Ann Quill, Xerya Mokk and Dana Moss.", ["ann quill", "xerya mokk", "dana moss"]),
        ("Police named Ann Quill, Xerya Mokk and others.", ["ann quill"]),
        ("Her husband, Vonn Tarrish, left.", ["vonn tarrish"]),
        ("Its partner, Vonn Tarrish, left.", []),
        ("Harbour Master Xerya Mokk spoke.", ["xerya mokk"]),
        ("Suspect Xerya Mokk fled.", ["xerya mokk"]),
        ("Xerya Mokk (D-Orlo) spoke.", ["xerya mokk"]),
        ("Xerya Mokk, chair of the party, spoke.", ["xerya mokk"]),
        ("They met Xerya Hernandez there.", ["xerya hernandez"]),
        ("They met Chase Hernandez of Chase Bank.", ["chase hernandez"]),
        ("Calling Hernandez a fool was wrong.", []),
        ("Orlo-based Dana Quill spoke.", ["dana quill"]),
        ('The singer Dana "Dee" Quill and Marta "La Dama" Moss sang.', ["dana quill", "marta moss"]),
        ('They called it "Dana" Quill.', []),
        ("They met Bi-khim Tseng and Tran Phuong.", ["bi khim tseng", "tran phuong"]),
        ("Sheikh Hamad bin Jaber al-Vellani spoke.", ["hamad bin jaber al vellani"]),
    ],
)
def test_names_that_no_list_has(passage: str, expected: list[str]) -> None:
    assert keys(passage) == expected


def test_names_of_one_brief_that_stay_apart() -> None:
    assert keys("Dana B. Quill met Dana C. Quill and Dana Quill.") == ["dana b quill", "dana c quill", "dana quill"]
    assert keys("Dana Quill Jr. met Dana Quill.") == ["dana quill jr", "dana quill"]
    assert keys("Dana Moss met Dana Quill-Moss.") == ["dana moss", "dana quill moss"]


def test_a_relative_does_not_take_the_surname_away() -> None:
    names = "Orlo Gov. Dana Quill came with her brother, the painter Marcus Quill."
    assert keys(names, "They said Quill spoke.") == ["dana quill", "marcus quill", "dana quill"]
    assert keys(names, "They said Marcus Quill spoke.")[-1] == "marcus quill"


def test_a_surname_that_is_a_word_opens_a_sentence_where_it_acts() -> None:
    full = "Orlo Gov. Dana Brown won."
    assert keys(full, "Brown said so.") == ["dana brown"] * 2
    assert keys(full, "Brown bears left.") == ["dana brown"]


def test_what_fits_anybody_tells_nothing_against_a_figure() -> None:
    assert keys("Republican rival Trump met billionaire Musk and candidate Biden.") == [
        "donald trump",
        "elon musk",
        "joe biden",
    ]
    assert keys("Thai PM Anutin left Saddam and the Peña Nieto era.") == [
        "anutin charnvirakul",
        "saddam hussein",
        "enrique pena nieto",
    ]


def test_names_of_other_things_are_left_out() -> None:
    passage = "A survey by Martin Quill Weekly said so."
    assert keys("It quoted Martin Quill there.") == ["martin quill"]
    assert find_people(["It quoted Martin Quill there."], not_people=["Martin Quill"]) == ((),)
    assert find_people([passage], not_people=["Martin Quill Weekly"]) == ((),)


def test_keys_join_spellings_and_keep_namesakes_apart() -> None:
    assert person_key("Nicol\u00e1s Vell-Moss") == person_key("Nicolas Vell Moss")
    assert person_key("J.D. Quill") == person_key("J. D. Quill")
    assert person_key("Dana O\u2019Quill") == person_key("Dana O'Quill")
    assert (
        len({person_key(n) for n in ("Dana Quill", "Dana Quill Jr.", "Dana W. Quill", "Dana H. W. Quill")})
        == 4
    )
    assert person_key("D\u0430na Quill") != person_key("Dana Quill")


def test_the_best_name_does_not_depend_on_order() -> None:
    names = ["Nicolas Vell", "Nicol\u00e1s Vell", "NICOLAS VELL"]
    assert best_name(names) == best_name(reversed(names)) == "Nicol\u00e1s Vell"


def test_no_two_figures_share_a_key_a_spelling_or_a_bare_surname() -> None:
    figures = gazetteer().figures
    assert len(figures) >= 1_000
    assert len({f.key for f in figures}) == len(figures)
    for forms in ([f.spellings for f in figures], [f.bare for f in figures]):
        listed = [form for group in forms for form in group]
        assert len(listed) == len(set(listed))


WORDS = st.sampled_from(
    [
        "Dana",
        "Quill",
        "Gov.",
        "Orlo",
        "al-Vell",
        "said",
        "the",
        "Biden",
        "'s",
        ",",
        "(R",
        "Jr.",
        "J.",
        "May",
        "of",
        "\n",
    ]
)


@given(st.lists(st.one_of(st.lists(WORDS, max_size=14).map(" ".join), st.text(max_size=40)), max_size=4))
def test_spans_quote_their_passages_and_do_not_overlap(passages: list[str]) -> None:
    people = find_people(passages)
    assert len(people) == len(passages)
    for passage, mentions in zip(passages, people, strict=True):
        end = 0
        for mention in mentions:
            assert passage[mention.start : mention.end] == mention.text
            assert mention.start >= end
            end = mention.end
            assert mention.person.key


@given(
    st.permutations(
        [
            "Orlo Gov. Dana Quill won.",
            "They said Quill lost.",
            "Rain fell in Vell.",
            "The mayor of Orlo spoke.",
        ]
    )
)
def test_the_order_of_passages_changes_nobody(passages: list[str]) -> None:
    by_passage = dict(zip(passages, find_people(passages), strict=True))
    assert [m.person.key for m in by_passage["They said Quill lost."]] == ["dana quill"]
    assert by_passage["Rain fell in Vell."] == ()


def lines_run(text: str) -> int:
    """Return how many lines of this package run while `text` is read: work, not time."""
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> object:
        nonlocal count
        if "resolve" not in frame.f_code.co_filename:
            return None
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        find_people([text])
    finally:
        sys.settrace(before)
    return count


HOSTILE = ["Aa ", "A", "Xerya Mokk, ", "Sens. Mokk ", 'Dana "Dee" ', "Judge Mokk ", "his son ", "Dana ", "Dana Quill ", "Gov. ", "al-", "de ", "Dana, the ", "US "]


@pytest.mark.parametrize("piece", HOSTILE)
def test_twice_the_text_is_at_most_twice_the_work(piece: str) -> None:
    find_people([piece])
    once = lines_run(piece * (3_000 // len(piece)))
    twice = lines_run(piece * (6_000 // len(piece)))
    assert twice <= 2.2 * once + 200


def test_many_of_one_surname_cost_no_more_each() -> None:
    def text(count: int) -> str:
        letters = [f"{chr(97 + n // 26 % 26)}{chr(97 + n % 26)}" for n in range(count)]
        return " ".join(f"Dana X{pair} Quill met them. They said Quill left." for pair in letters)

    assert lines_run(text(120)) <= 2.3 * lines_run(text(60))


def test_a_megabyte_of_capitals_is_read() -> None:
    assert len(find_people(["CAPITALS Everywhere Dana Quill " * 32_000])) == 1
