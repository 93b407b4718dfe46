"""What real pages do to a layout: noise, repeated headings, odd lists, cut-off ends."""

import pytest

from briefgraph.brief import NOTHING_BESIDE, Beside, Brief, Layout, ProblemCode
from briefgraph.briefs import read
from briefgraph.errors import NotABrief

BODY = """\
Facts
- The harbour of Veldt reopened on Monday after a storm had closed it.[1]
- Its pilots will not enter before the wreck is raised.[2]
Sources: [1]The Quay and [2]Lantern.
Narratives
- Pro-harbour narrative, as provided by The Quay. Ships bring work to Veldt.
"""
TITLE = "Veldt Reopens Its Harbour"
SIGN_UP = """\
Subscribe to Our Newsletter

Success! Now Check Your Email

To complete Subscribe, click the confirmation link in your inbox. If it doesn't arrive within 3 minutes, wait.

Ok, Thanks
"""
NAMED = "[1]The Quay and [2]Lantern."


def one(document: str, *, beside: Beside = NOTHING_BESIDE) -> Brief:
    (brief,) = read(document, beside=beside).briefs
    return brief


def codes(brief: Brief) -> list[ProblemCode]:
    return [problem.code for problem in brief.problems]


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE}\n",
        f"{SIGN_UP}{TITLE}\nImage credit: Jo Doe/Staff via Foto\n\n{TITLE}\n\nHarbour Desk profile image\n"
        "by Harbour Desk\naudio-thumbnail\n0:00\n/1861\n",
        f"Sign in\nMenu\n\n{TITLE}\nSep 8, 2031\n3 min read\n",
        f"Home\nPolitics\n{TITLE}\nBy Ana Roe\n",
    ],
)
def test_noise_is_no_title_and_no_lead(head: str) -> None:
    brief = one(head + BODY)

    assert brief.title == TITLE
    assert brief.lead is None
    assert len(brief.facts) == 2


def test_a_date_above_the_facts_is_the_storys() -> None:
    assert one(f"{TITLE}\nSep 8, 2031\n{BODY}").published_at == "2031-09-08T00:00:00Z"


def test_a_lead_that_repeats_the_first_fact() -> None:
    lead = "The harbour of Veldt reopened on Monday after a storm had closed it."
    brief = one(f"{TITLE}\nTopic of the day\n{lead}\n{BODY}")

    assert brief.title == TITLE
    assert brief.lead == lead


def test_headings_repeat_and_facts_are_wrapped() -> None:
    document = f"""{TITLE}

Facts
Facts

  • The harbour of Veldt reopened on Monday
    after a storm had closed it.
    [1]

  • Its pilots will not enter.

    [2]

Sources
Sources: {NAMED}

Narratives
Narratives

  • Pro-harbour narrative, as provided by The Quay.

    Ships bring work
    to Veldt.
"""
    brief = one(document)

    assert [fact.text for fact in brief.facts] == [
        "The harbour of Veldt reopened on Monday after a storm had closed it.",
        "Its pilots will not enter.",
    ]
    assert [[c.label for c in fact.citations] for fact in brief.facts] == [["The Quay"], ["Lantern"]]
    assert brief.narratives[0].text == "Ships bring work\n    to Veldt."
    assert [p.label for p in brief.narratives[0].providers] == ["The Quay"]


def test_what_follows_the_narratives_is_left_out() -> None:
    brief = one(
        f"{TITLE}\n{BODY}\nYou might also like\n\nAnother Story of Another Harbour\n- About\n- Contact us\n"
    )

    assert len(brief.narratives) == 1
    assert brief.narratives[0].text == "Ships bring work to Veldt."
    assert brief.is_complete


def test_carriage_returns_stay_in_the_text() -> None:
    document = (f"{TITLE}\n" + BODY).replace("\n", "\r\n")
    brief = one(document)

    assert brief.text == document
    assert brief.problems == ()
    assert brief.facts[0].citations[0].label == "The Quay"


@pytest.mark.parametrize("end", ["\r", "\u2028", "\n"])
def test_line_ends(end: str) -> None:
    assert len(one((f"{TITLE}\n" + BODY).rstrip().replace("\n", end)).facts) == 2


@pytest.mark.parametrize(
    ("tail", "marker_count"),
    [
        ("Zero[0]", 0),
        ("Large[999999999999]", 0),
        ("Open[1", 0),
        ("Close 1]", 0),
        ("Double[[1]]", 1),
        ("Twice[1][1]", 1),
        ("List[1,2]", 0),
        ("Range[1-3]", 0),
        ("Raised[²]", 0),
        ("Wide[１]", 0),
        ("Year[2026]", 0),
        ("They [the crews] left[2][1]", 2),
    ],
)
def test_brackets_that_are_markers_and_that_are_not(tail: str, marker_count: int) -> None:
    document = f"{TITLE}\nFacts\n- The harbour of Veldt reopened. {tail}\nSources: {NAMED}\n"

    assert len(one(document).facts[0].citations) == marker_count


def test_two_documents_of_one_outlet_are_two_citations() -> None:
    document = f"{TITLE}\nFacts\n- The harbour opened.[1][2]\nSources: [1]Wire (a) and [2]Wire (b).\n"

    assert [c.label for c in one(document).facts[0].citations] == ["Wire (a)", "Wire (b)"]


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("[1]A Post, [2]B Wire and [3]C.", ["A Post", "B Wire", "C"]),
        ("[1]A Post, [2]B Wire, and [3]C", ["A Post", "B Wire", "C"]),
        ("[1] A Post [2] B Wire [3] C", ["A Post", "B Wire", "C"]),
        ("A Post [1], B Wire [2] and C [3].", ["A Post", "B Wire", "C"]),
        (
            "[1]Stars and Buoys, [2]Post, Gazette and Co, [3]U.S.",
            ["Stars and Buoys", "Post, Gazette and Co", "U.S."],
        ),
        ("[1]Reason.example and [2]www.quay.example.", ["Reason.example", "www.quay.example"]),
        ("1A Post, 2B Wire, and 3C.", ["A Post", "B Wire", "C"]),
        ("1A Post, 260 Minutes, 3France 24 and 4C.", ["A Post", "60 Minutes", "France 24", "C"]),
        ("1Channel 2, 2B Wire 3C.", ["Channel 2", "B Wire", "C"]),
        ("1Últimas Horas and 2Wire (a).", ["Últimas Horas", "Wire (a)"]),
        ("A Post, B Wire, and C.", ["A Post", "B Wire", "C"]),
        ("A Post, B Wire and C", ["A Post", "B Wire", "C"]),
        ("A Post and B Wire.", ["A Post", "B Wire"]),
        ("Institute for Peace and Trade.", ["Institute for Peace and Trade"]),
        ("A Post.", ["A Post"]),
        ("\n1. A Post\n2. B Wire, Inc.\n3. C", ["A Post", "B Wire, Inc", "C"]),
        ("\n[1] A Post\n[2] B Wire", ["A Post", "B Wire"]),
        ("\n- A Post\n- B Wire", ["A Post", "B Wire"]),
    ],
)
def test_lists_of_sources(line: str, labels: list[str]) -> None:
    document = f"{TITLE}\nFacts\n- The harbour of Veldt reopened.\nSources: {line}\nNarratives\n"
    document += "- Left narrative, as provided by A Post. Fine.\n"
    brief = one(document)

    assert [source.label for source in brief.sources] == labels
    assert [brief.text[s.start : s.end] for s in brief.sources] == labels


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("[1]A Post, [2]B Wire and [3]Washing", ["A Post", "B Wire"]),
        ("[1]A Post, [2]B Wire and [", ["A Post", "B Wire"]),
        ("[1]A Post, [2]B Wire, and [3", ["A Post", "B Wire"]),
        ("1A Post, 2B Wire, 3Wash", ["A Post", "B Wire"]),
        ("1A Post, 2B Wire, 3", ["A Post", "B Wire"]),
        ("A Post, B Wire, Washing", ["A Post", "B Wire"]),
    ],
)
def test_half_a_name_at_the_end_of_a_document_is_no_source(line: str, labels: list[str]) -> None:
    brief = one(f"{TITLE}\nFacts\n- The harbour of Veldt reopened on Monday.\nSources: {line}")

    assert [source.label for source in brief.sources] == labels
    assert not brief.is_complete
    assert ProblemCode.CUT_OFF in codes(brief)


def test_a_known_outlet_at_the_end_of_a_document_is_kept() -> None:
    document = f"{TITLE}\nFacts\n- The harbour reopened.[2]\nSources: [1]A Post and [2]B Wire"
    (brief,) = read(document, known_outlet=lambda name: name == "B Wire").briefs

    assert [c.label for c in brief.facts[0].citations] == ["B Wire"]


@pytest.mark.parametrize(
    ("line", "label", "stance", "providers", "text"),
    [
        (
            "Pro-Elm narrative, as provided by The Quay. Yes.",
            "Pro-Elm narrative",
            "pro-elm",
            ["The Quay"],
            "Yes.",
        ),
        ("Narrative B, as provided by Everyone. Yes.", "Narrative B", None, ["Everyone"], "Yes."),
        (
            "Left narrative, as provided by Reason.com. Whether so.",
            "Left narrative",
            "left",
            ["Reason.com"],
            "Whether so.",
        ),
        (
            "Left narrative, as provided by Quay and Elm. Yes.",
            "Left narrative",
            "left",
            ["Quay", "Elm"],
            "Yes.",
        ),
        (
            "Left narrative, as provided by Lantern and The Quay: Yes.",
            "Left narrative",
            "left",
            ["Lantern", "The Quay"],
            "Yes.",
        ),
        (
            "Left narrative, as provided by St. Elmo Post. Yes.",
            "Left narrative",
            "left",
            ["St. Elmo Post"],
            "Yes.",
        ),
        (
            "Left narrative, as provided by Centre for Peace and Trade. Yes.",
            "Left narrative",
            "left",
            ["Centre for Peace and Trade"],
            "Yes.",
        ),
        ("Left narrative as provided by The Quay[1]. Yes.", "Left narrative", "left", ["The Quay"], "Yes."),
        ("**Left narrative**, as provided by The Quay. Yes.", "Left narrative", "left", ["The Quay"], "Yes."),
        (
            "Left narrative, as provided by The Quay.Yes it is.",
            "Left narrative",
            "left",
            ["The Quay"],
            "Yes it is.",
        ),
        (
            "Nerd narrative, as provided by The Quay. Maps matter.",
            "Nerd narrative",
            "nerd",
            ["The Quay"],
            "Maps matter.",
        ),
        (
            "Anti‑Elm narrative, as provided by The Quay. Yes.",
            "Anti‑Elm narrative",
            "anti-elm",
            ["The Quay"],
            "Yes.",
        ),
    ],
)
def test_narratives(line: str, label: str, stance: str | None, providers: list[str], text: str) -> None:
    document = f"{TITLE}\nFacts\n- It reopened.[1][2]\nSources: {NAMED}\nNarratives\n- {line}\n"
    brief = one(document)
    (narrative,) = brief.narratives

    assert (narrative.label, narrative.stance, narrative.text) == (label, stance, text)
    assert [provider.label for provider in narrative.providers] == providers
    assert [brief.text[p.start : p.end] for p in narrative.providers] == providers
    assert brief.problems == ()


def test_a_known_name_may_hold_and() -> None:
    document = f"{TITLE}\nFacts\n- It reopened.\nNarratives\n- Left narrative, as provided by Stars and Buoys. Yes.\n"
    (brief,) = read(document, known_outlet=lambda name: name == "Stars and Buoys").briefs

    assert [provider.label for provider in brief.narratives[0].providers] == ["Stars and Buoys"]


@pytest.mark.parametrize(
    ("text", "question", "probability"),
    [
        (
            "There is a 61% chance that it sinks, according to the Metaculus prediction community.",
            "it sinks",
            0.61,
        ),
        (
            "There's a 99.25% chance it sinks before Jan. 1, 2032, according to the Metaculus prediction community",
            "it sinks before Jan. 1, 2032",
            0.9925,
        ),
        (
            "According to the Metaculus prediction community, there is an 8% chance that it sinks.",
            "it sinks",
            0.08,
        ),
        ("There is a 50% chance, according to the Metaculus community, that it sinks.", "it sinks", 0.5),
        (
            "There is a 5 percent probability of its sinking, according to the Metaculus prediction community.",
            "its sinking",
            0.05,
        ),
    ],
)
def test_forecasts(text: str, question: str, probability: float) -> None:
    brief = one(
        f"{TITLE}\nFacts\n- It reopened.\nNarratives\n- Nerd narrative, as provided by Metaculus. {text}\n"
    )
    (forecast,) = brief.forecasts

    assert (forecast.question, forecast.probability, forecast.source) == (question, probability, "Metaculus")
    assert brief.text[forecast.start : forecast.end] == question
    assert brief.narratives == ()


def test_predictions_have_a_section() -> None:
    forecast = "There is a 61% chance that it sinks, according to the Metaculus prediction community."
    brief = one(f"{TITLE}\n{BODY}Predictions\n- {forecast}\nMetaculus Prediction\n")

    assert [f.question for f in brief.forecasts] == ["it sinks"]
    assert len(brief.narratives) == 1


def test_a_forecast_without_a_number_is_reported() -> None:
    brief = one(f"{TITLE}\n{BODY}- Nerd narrative. There is a chance that it sinks.\n")

    assert brief.forecasts == ()
    assert codes(brief) == [ProblemCode.UNREADABLE_FORECAST]


@pytest.mark.parametrize(
    ("facts", "sources", "expected"),
    [
        ("- Yes.[3]\n- No.[1][2]", NAMED, [ProblemCode.DANGLING_MARKER]),
        ("- Yes.[1]", NAMED, [ProblemCode.UNCITED_SOURCE]),
        ("- Yes.[1][2]", "[1]A, [2]B and [2]C.", [ProblemCode.DUPLICATE_NUMBER]),
        ("- Yes.[1][2]", "", [ProblemCode.NO_SOURCES]),
        ("- Yes%20indeed.[1][2]", NAMED, [ProblemCode.BROKEN_MARKUP]),
        ("- Yes <b>indeed</b>.[1][2]", NAMED, [ProblemCode.BROKEN_MARKUP]),
        ("- It grew 48%-47% and 10%.[1][2]", NAMED, []),
    ],
)
def test_problems(facts: str, sources: str, expected: list[ProblemCode]) -> None:
    line = f"Sources: {sources}\n" if sources else ""
    brief = one(
        f"{TITLE}\nFacts\n{facts}\n{line}Narratives\n- Left narrative, as provided by The Quay. Yes.\n"
    )

    assert codes(brief) == expected
    assert all(problem.message.endswith(".") for problem in brief.problems)


def test_a_number_given_to_two_outlets_cites_none_of_them_by_chance() -> None:
    brief = one(f"{TITLE}\nFacts\n- Yes.[1][2][7]\nSources: [1]A Post, [2]B Wire, [2]C, [7]D and [7]E.\n")

    assert [c.label for c in brief.facts[0].citations] == ["A Post", "B Wire"]


def test_problems_have_places() -> None:
    brief = one(f"{TITLE}\n" + BODY.replace("[2]\n", "[2] [9]\n"))
    (problem,) = brief.problems

    assert (problem.code, problem.line, problem.column) == (ProblemCode.DANGLING_MARKER, 4, 60)
    assert brief.text.splitlines()[problem.line - 1][problem.column - 1 :] == "[9]"


def test_a_narrative_that_credits_nobody() -> None:
    assert codes(one(f"{TITLE}\n{BODY}- Left narrative. Nobody says so.\n")) == [ProblemCode.MISSING_PROVIDER]


WHOLE = (
    f"{TITLE}\n{BODY}- Left narrative, as provided by Lantern. A harbour is more than its ships, they say.\n"
)


@pytest.mark.parametrize(
    "end",
    [
        "than its sh",
        "as provided by Lant",
        "as prov",
        "- Left narr",
        "- Lef",
        "work to V",
        "Narra",
        "Sour",
        "the wreck is rai",
    ],
)
def test_documents_that_are_cut_off(end: str) -> None:
    brief = one(WHOLE[: WHOLE.index(end) + len(end)])

    assert not brief.is_complete
    assert ProblemCode.CUT_OFF in codes(brief)
    assert brief.facts
    assert all("Narra" not in narrative.text for narrative in brief.narratives)


def test_a_cut_off_narrative_is_kept() -> None:
    brief = one(WHOLE[: WHOLE.index("its ships") + 5])

    assert brief.narratives[-1].text == "A harbour is more than its s"


def test_every_beginning_of_a_brief_is_read_or_refused() -> None:
    for length in range(len(WHOLE)):
        try:
            (brief,) = read(WHOLE[:length]).briefs
        except NotABrief:
            continue
        assert {c.label for f in brief.facts for c in f.citations} <= {"The Quay", "Lantern"}
        assert {p.label for n in brief.narratives for p in n.providers} <= {"The Quay", "Lantern"}


@pytest.mark.parametrize(
    "document",
    [
        "Only a title",
        "Some words.\n\nAnd some more words, in a paragraph.",
        f"{TITLE}\nFacts\nSources: {NAMED}\n",
        "If Roe wasn'thas abeen pilot,known itIt's supposedsupposedly so.\n\nFacts\n\n- She wasn'thas there.\n",
    ],
)
def test_what_is_no_brief_is_refused(document: str) -> None:
    with pytest.raises(NotABrief, match=r"\.$"):
        read(document)


DIGIT_LIST = "1A Post, 2B Wire, 3C, and 4D."


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (["It fell to more than 100.1", "It was 360 to 58.2"], [["1"], ["2"]]),
        (['She said "no."1', "They 'left.'2"], [["1"], ["2"]]),
        (["First.1", "It rose to 3.5.2"], [["1"], ["2"]]),
        (["First.1", "Second.2", "Both met.12"], [["1"], ["2"], ["1", "2"]]),
        (["First.12", "Then.34"], [["1", "2"], ["3", "4"]]),
        (["It began in 2023.1", "It rose 3.5 per cent.2"], [["1"], ["2"]]),
        (["In the summer of '24 it fell.1"], [["1"]]),
        (["Leaders of the G7.1", "He met the G7"], [["1"], []]),
        (["It cost $1.2B, said No. 10.1", "By Jan. 1 it was 1.8K.2"], [["1"], ["2"]]),
        (["Half way.1 And on it went.2", "The vote was 2.3 to 4."], [["1", "2"], []]),
        (["First.1", "The quake had a magnitude of 6.1"], [["1"], []]),
        (["It fell to 2.5"], [[]]),
        (["It fell (54%-49%).1", "So it did.2", "It cost 3.50"], [["1"], ["2"], []]),
    ],
)
def test_glued_digits(facts: list[str], expected: list[list[str]]) -> None:
    bullets = "\n".join(f"- {fact}" for fact in facts)
    document = f"{TITLE}\nFacts\n{bullets}\nSources: {DIGIT_LIST}\nNarratives\n"
    brief = one(document + "- Left narrative, as provided by C. Yes.\n")

    assert brief.layout is Layout.LITE_DIGITS
    assert [[c.marker for c in fact.citations] for fact in brief.facts] == expected


def test_digits_that_nothing_decides_cite_nothing() -> None:
    names = ", ".join(f"{number}N{number}" for number in range(1, 13))
    firsts = "\n".join(f"- It was so once more.{number}" for number in range(1, 12))
    document = f"{TITLE}\nFacts\n{firsts}\n- And so.12\n- Again.12\nSources: {names}.\n"
    brief = one(document)

    assert brief.facts[11].citations == brief.facts[12].citations == ()
    assert codes(brief).count(ProblemCode.AMBIGUOUS_MARKER) == 2
    assert ProblemCode.UNCITED_SOURCE not in codes(brief)


def test_twelve_is_twelve_where_it_must_be_cited() -> None:
    names = ", ".join(f"{number}N{number}" for number in range(1, 13))
    firsts = "\n".join(f"- It was so once more.{number}" for number in range(1, 13))
    brief = one(f"{TITLE}\nFacts\n{firsts}\nSources: {names}.\n")

    assert [fact.citations[0].label for fact in brief.facts] == [f"N{number}" for number in range(1, 13)]


MIRRORED = "this post was submitted on 8 Apr 2031\n\n- {}\n\nLeft narrative:\n\n- Yes it is.\n\nTHE QUAY\n"


@pytest.mark.parametrize(
    ("line", "text", "labels"),
    [
        ("It sank. Elm Post (LR: 2 CP: 5)", "It sank.", ["Elm Post"]),
        ("It sank. Elm Post (LR:2 CP:5) and Quay (LR: 1 CP: 1)", "It sank.", ["Elm Post", "Quay"]),
        ("It sank. Elm Post (LR: 2 CP: 5) Quay (LR: 1 CP: 1)", "It sank.", ["Elm Post", "Quay"]),
        ("It 'sank.' Middle Elm Eye", "It 'sank.'", ["Middle Elm Eye"]),
        ('It "sank." www.elm.example', 'It "sank."', ["www.elm.example"]),
        ("It met in Orrin D.C. Al Marsa (LR: 2 CP: 1)", "It met in Orrin D.C.", ["Al Marsa"]),
        ("It sank at sea. St. Elmo Post (LR: 3 CP: 3)", "It sank at sea.", ["St. Elmo Post"]),
        ("It sank.Quay (LR: 3 CP: 5)", "It sank.", ["Quay"]),
        ("It sank, said Pres. Ana Roe.", "It sank, said Pres. Ana Roe.", []),
        ("It sank, said Gov. Ana Roe", "It sank, said Gov. Ana Roe", []),
        ("It rose by 3.5 per cent. Wire (a) (LR: 3 CP: 5)", "It rose by 3.5 per cent.", ["Wire (a)"]),
        ("It sank. Quay, Elm Post", "It sank.", ["Quay", "Elm Post"]),
    ],
)
def test_outlets_at_the_end_of_a_line(line: str, text: str, labels: list[str]) -> None:
    brief = one(MIRRORED.format(line))

    assert brief.layout is Layout.MIRROR
    assert brief.facts[0].text == text
    assert [c.label for c in brief.facts[0].citations] == labels
    assert all(brief.text[c.start : c.end] == c.label for c in brief.facts[0].citations)


def test_a_name_that_begins_nowhere_is_not_guessed() -> None:
    brief = one(MIRRORED.format("They went to Gaza Quay Post (LR: 3 CP: 3)"))

    assert brief.facts[0].citations == ()
    assert codes(brief) == [ProblemCode.AMBIGUOUS_MARKER]


def test_a_provider_with_broken_mark_up() -> None:
    brief = one(MIRRORED.format("It sank. Quay (LR: 1 CP: 1)").replace("THE QUAY", "ELM CENTER%20a%20light"))

    assert [p.label for p in brief.narratives[0].providers] == ["ELM CENTER"]
    assert codes(brief) == [ProblemCode.BROKEN_MARKUP]


@pytest.mark.parametrize("lead", ["  1. ", "  • 1. ", "1) ", "1\n  • "])
def test_a_list_number_before_the_first_fact_is_no_word_of_it(lead: str) -> None:
    post = f"this post was submitted on 08 Apr 2031\n\n{lead}The quay at Orrin reopened on Monday, pilots say. Lantern (LR: 2 CP: 1)\n"
    brief = one(post + "  • Grain ships wait outside. Quay (LR: 3 CP: 3)\n\nNarrative A:\n\n  • It was time. LANTERN\n")

    assert ["The quay at Orrin reopened on Monday, pilots say.", "Grain ships wait outside."] == [f.text for f in brief.facts]
    assert [["Lantern"], ["Quay"]] == [[c.label for c in f.citations] for f in brief.facts]


def test_a_short_lead_that_trails_off_is_one() -> None:
    brief = one(
        "Quay Reopens\nBarges move again....\n0:00\n/1861\nFacts\n- The quay at Orrin reopened on Monday.[1]\n"
        "Sources: [1]Lantern.\nNarratives\n- Narrative A, as provided by Lantern. It was time.\n"
    )

    assert ("Quay Reopens", "Barges move again....") == (brief.title, brief.lead)
