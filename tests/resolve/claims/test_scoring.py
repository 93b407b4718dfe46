"""Whether two sentences state the same: what is linked, what the guards keep apart, and what always holds."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefgraph.resolve.claims import METHOD, THRESHOLD, Verdict, compare, normalise, profile, score
from briefgraph.resolve.claims.features import NAMES
from briefgraph.resolve.claims.slots import reworded

HERE = Path(__file__).parent
TEMPTING = [tuple(line.split("\t")) for line in (HERE / "tempting.tsv").read_text("utf-8").splitlines()]
SAME = [tuple(line.split("\t")) for line in (HERE / "same.tsv").read_text("utf-8").splitlines()]
REWORDED = [tuple(line.split("\t")) for line in (HERE / "reworded.tsv").read_text("utf-8").splitlines()]
KINDS = {"number", "negation", "actor", "date"}

PIECES = st.sampled_from(
    "Orlovia Brindle Quill Dana Vance said did not killed 12 twelve seven 7 $1.2B 3% 10 km miles Monday Tuesday June 5 "
    "2031 last week by in the rose fell first percent U.S. May may 79-18 , . : “ — WHO World Health Organization sued".split()
)
SENTENCES = st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=80)


def test_there_are_pairs_of_every_kind() -> None:
    assert len(TEMPTING) >= 60 and len(SAME) >= 40
    assert {kind for kind, _, _ in TEMPTING} == KINDS


@pytest.mark.parametrize(("kind", "a", "b"), TEMPTING)
def test_a_tempting_pair_is_not_linked(kind: str, a: str, b: str) -> None:
    scored = score(a, b)
    assert scored.verdict is not Verdict.SAME
    assert kind in scored.differs
    assert scored.score < THRESHOLD


def test_most_tempting_pairs_are_seen_to_conflict() -> None:
    conflicting = [score(a, b).verdict is Verdict.CONFLICTING for _, a, b in TEMPTING]
    assert sum(conflicting) >= 0.9 * len(conflicting)


@pytest.mark.parametrize(("a", "b"), REWORDED)
def test_a_long_text_with_another_word_in_one_place_is_not_linked(a: str, b: str) -> None:
    scored = score(a, b)
    assert (scored.verdict, scored.differs) == (Verdict.DIFFERENT, ())
    assert 0.4999 <= scored.score < THRESHOLD


def test_in_a_headline_another_word_may_be_one_for_the_same() -> None:
    assert score("Tarn museum gets Vastrian masks", "Tarn museum obtains Vastrian masks").differs == ()
    assert not reworded(profile("Tarn museum gets Vastrian masks"), profile("Tarn museum obtains Vastrian masks"))


@pytest.mark.parametrize(("a", "b"), SAME)
def test_a_paraphrase_is_linked(a: str, b: str) -> None:
    scored = score(a, b)
    assert (scored.verdict, scored.differs) == (Verdict.SAME, ())
    assert THRESHOLD <= scored.score < 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Orlovia closed the port of Tarn.", "A Brindle singer won the song contest."),
        ("Quill Motors recalled 3,000 vans.", "The Tarn zoo has 3,000 visitors a day."),
        ("", "Orlovia closed the port of Tarn."),
        ("Yes.", "No."),
        ("12", "14"),
    ],
)
def test_what_has_no_topic_in_common_is_different(a: str, b: str) -> None:
    assert score(a, b).verdict is Verdict.DIFFERENT


def test_equal_wording_is_sure_whatever_it_says() -> None:
    scored = score("He did not pay $5 on Monday.", "he did  not pay $5 on Monday")
    assert (scored.score, scored.verdict, scored.differs) == (1.0, Verdict.SAME, ())
    assert score("", " . ").score == 1.0


def test_the_names_on_an_edge_do_not_change() -> None:
    assert METHOD == "similarity"
    assert [str(verdict) for verdict in Verdict] == ["SAME", "CONFLICTING", "DIFFERENT"]
    assert tuple(score("a b", "b c").features) == NAMES


@pytest.mark.parametrize(
    ("a", "b", "differs"),
    [
        # Of one number, written otherwise.
        ("Tarn has 1,000 wells.", "Tarn has 1000 wells.", ()),
        ("Tarn has one thousand wells.", "Tarn has 1K wells.", ()),
        ("Quill owes $2.5bn.", "Quill owes 2.5 billion dollars.", ()),
        ("Quill owes $250-million.", "Quill owes $250M.", ()),
        ("The road is 62 miles long.", "The road is 100 km long.", ()),
        ("The road is 62 miles long.", "The road is 120 km long.", ("number",)),
        ("The fee rose 25 basis points.", "The fee rose 0.25 percentage points.", ()),
        ("It took about 100 days.", "It took 100 days.", ()),
        ("Some 1,000 people came.", "1,020 people came.", ()),
        ("Some 1,000 people came.", "1,200 people came.", ("number",)),
        ("Nearly 1,000 people came.", "1,020 people came.", ("number",)),
        ("Two of the five won.", "Two of five won.", ()),
        ("It hit 21st street.", "It hit 22nd street.", ("number",)),
        ("Dana, aged 34, won.", "The 34-year-old Dana won.", ()),
        ("One man drowned.", "Three men drowned.", ("number",)),
        ("Four guards and two cooks left.", "Four guards and three cooks left.", ("number",)),
        ("Up to 20 people left Tarn.", "At least 20 people left Tarn.", ("number",)),
        ("As many as 20 people left Tarn.", "Up to 20 people left Tarn.", ()),
        ("No fewer than 20 people left Tarn.", "At least 20 people left Tarn.", ()),
        ("The fee rose half a percentage point.", "The fee rose 0.5 percentage points.", ()),
        ("She ruled for two decades.", "She ruled for 20 years.", ()),
        ("About 61,000 people came.", "62,681 people came.", ("number",)),
        ("84% of men and 38% of women smoke.", "Women smoke: 84% of women and 38% of men.", ("number",)),
        ("84% of men and 38% of women smoke.", "Of women 38% smoke, of men 84%.", ()),
        # A number on one side says nothing by itself.
        ("Twelve people were freed in Tarn.", "People were freed in Tarn.", ()),
        # Dates.
        ("It opens on 5 June.", "It opens on June 5th.", ()),
        ("It opens on Wed.", "It opens on Wednesday.", ()),
        ("May 5 was cold in Tarn.", "It was cold in Tarn on 5 May.", ()),
        ("It may open.", "It opened.", ("negation",)),
        ("It opened on Jan. 5.", "It opened on Jan. 6.", ("date",)),
        ("It opens next month.", "It opens next week.", ("date",)),
        ("It opens today.", "It opens on Sunday.", ()),
        # Names.
        ("Gov. Quill left.", "Dana Quill left.", ()),
        ("Mikhail Tarnaev spoke in Tarn.", "Mikhail Tarnayev spoke in Tarn.", ()),
        ("Kremlin spokesmen left.", "Moscow's spokesmen left.", ("actor",)),
        ("Russian envoys left.", "Moscow's envoys left.", ()),
        ("the u.s. left.", "American forces left.", ()),
        ("Ohioans left.", "People of Ohio left.", ()),
        ("Tarn's Quill dam broke.", "The Mirel dam broke.", ("actor",)),
        ("Tarn ousted Dana Vance.", "Dana Vance was ousted by Tarn.", ()),
        ("Vance accused Tarn.", "Vance was accused by Tarn.", ("actor",)),
        # Negation.
        ("Tarn lost a no-confidence vote.", "Tarn lost a confidence vote.", ()),
        ("Seven reported deaths in Tarn.", "Seven deaths may follow in Tarn.", ("negation",)),
        ("Orlovia refused to pay.", "Orlovia did not pay.", ()),
        ("Orlovia can't pay.", "Orlovia cannot pay.", ()),
        ("Orlovia can't pay.", "Orlovia can pay.", ("negation",)),
        ("Orlovia denied it.", "Orlovia has not denied it.", ("negation",)),
        ("Dana is No. 1 in Tarn.", "Dana is number 1 in Tarn.", ()),
    ],
)
def test_guards(a: str, b: str, differs: tuple[str, ...]) -> None:
    assert score(a, b).differs == differs


class Fixed:
    """A model of sentences that finds all pairs equally alike."""

    def __init__(self, alike: float) -> None:
        self.alike = alike

    def similarity(self, a: str, b: str) -> float:
        return self.alike


def test_a_model_of_sentences_is_heard_and_the_guards_stand_over_it() -> None:
    a, b = "Orlovia closed the port of Tarn.", "The Tarn port was shut by Orlovia after a storm."
    low, high = score(a, b, Fixed(0.1)), score(a, b, Fixed(0.95))
    assert low.score < high.score
    assert (low.verdict, high.verdict) == (Verdict.DIFFERENT, Verdict.SAME)
    assert high.features["similarity"] == 0.95
    assert compare(profile(b), profile(a), 0.95) == high
    for _, one, other in TEMPTING:
        assert score(one, other, Fixed(1.0)).verdict is not Verdict.SAME


@given(SENTENCES, SENTENCES)
@example("One two 100 about 103 105", "about 104 102 one")
@example("10 miles 16 km 16.2 km", "16.1 km 10.1 miles 9.9 miles")
def test_order_of_the_two_does_not_matter(a: str, b: str) -> None:
    assert compare(profile(a), profile(b)) == compare(profile(b), profile(a))


@given(SENTENCES, SENTENCES)
def test_what_a_result_always_is(a: str, b: str) -> None:
    scored = score(a, b)
    assert 0 <= scored.score <= 1
    assert round(scored.score, 4) == scored.score
    assert (scored.score == 1) == (normalise(a) == normalise(b))
    assert (scored.verdict is Verdict.SAME) == (scored.score >= THRESHOLD)
    assert list(scored.differs) == sorted(set(scored.differs) & KINDS)
    assert not (scored.verdict is Verdict.SAME and scored.differs)
    assert scored.verdict is not Verdict.CONFLICTING or scored.differs
    assert all(isinstance(value, float) for value in scored.features.values())


@given(SENTENCES)
def test_a_text_is_profiled_alike_each_time(text: str) -> None:
    assert profile(text) == profile(text)


@pytest.mark.parametrize("unit", ["a", "A ", "1", "1 ", ",", "-", "\u0301", "\ud800", "not ", "Bank of ", "a.", "twenty-", "1.", "$1 ", "May 5 "])
def test_a_long_text_of_one_kind_is_read(unit: str) -> None:
    long = unit * (200_000 // len(unit))
    scored = score(long, long + "x")
    assert 0 <= scored.score < 1
    assert scored.verdict is not Verdict.SAME


def test_beyond_the_length_of_a_fact_only_equal_wording_is_linked() -> None:
    words = " ".join(f"word{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(260))
    assert score(words, words + " extra").verdict is Verdict.DIFFERENT
    assert score(words, words + ".").verdict is Verdict.SAME
