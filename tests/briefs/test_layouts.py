"""Each layout as a whole brief, with everything that it says."""

from briefgraph.brief import Brief, Layout, ProblemCode
from briefgraph.briefs import read

BRACKETED = """\
Veldt Reopens Its Harbour to Grain Ships
The harbour of Veldt reopened on Monday, a fortnight after a storm closed it, said harbour master Ana Roe....
0:00
/1861
Facts
- The harbour of Veldt reopened on Monday, a fortnight after a storm closed it, said harbour master Ana Roe.[1][2]
- Grain ships have waited outside for 12 days, and two of them turned back to Orrin.[3]
- Its insurers, who spoke to Tidewater Review first, expect claims of $275M.[4][5]
- Pilots say that 'no ship over 90 metres' should enter before the wreck is raised.[1]
- The ministry said that it [the wreck] will be gone by Jan. 1.[6][1]
- In Orrin, Pres. Ilo Venn promised 1.8K tonnes of flour.[7]
- The pilots' union calls the reopening 'a gamble.'[8]
Sources: [1]The Quay, [2]Lantern, [3]Oversight, [4]Tidewater Review, [5]Elm Post, [6]Veldt Radio, \
[7]Orrin Wire and [8]Pilots.
Narratives
- Pro-harbour narrative, as provided by Lantern. Every day of closure costs more than the risk of one ship.
- Harbour-critical narrative, as provided by Elm Post. A town that gambles with its pilots will lose them.
"""

DIGITS = """\
Orrin's Dam Falls to a Record Low

Facts

  • The dam above Orrin has fallen to the lowest level since 1961, and its turbines stand still.1

  • Rationing was agreed on Tuesday, by 360 votes to 58.2

  • The dam held water for more than 100.1

  • The mayor said she was "not afraid of a dry month."3

  • Rainfall rose by 3.5 per cent in March, and fell again in April 2023.4

  • Farmers met before.12

Sources: 1The Quay, 2Lantern, 3Orrin Wire, and 4Elm Post.

Narratives

  • Left narrative, as provided by Reason.example. Water is not for sale.
"""

UNMARKED = """\
Ilo Venn Opens the Ferry Line

  • The ferry between Veldt and Orrin sailed for the first time in eleven years on Friday.

  • Its two ships carry 400 passengers each, and no cars.

Sources: The Quay, Stars and Buoys, and Orrin Wire.

Narratives

  • Pro-ferry narrative, as provided by Orrin Wire. A line that carries people joins what a border parted.
"""

MAIN = """\
Menu
Pilots Strike in Veldt

Pilots Strike in Veldt
Above: Pilots at the gate in Veldt on 5 March 2031. Image copyright: Jo Doe/Contributor via Foto

The Facts

  • The pilots of Veldt stopped work on Monday over the wreck in the channel.

The Spin

Narrative A

The pilots know the water. Nobody who sends a ship past that wreck has to stand on its bridge.

Narrative B

The strike holds a town to ransom. There are other pilots, and they would come tomorrow.

Nerd narrative

There's a 11% chance that the wreck will be raised before April, according to the Metaculus prediction community

Metaculus Prediction

Go Deeper

Establishment split

CRITICAL

PRO

More neutral establishment stance articles

Sign Up for Our Free Newsletters
Sign Up!
"""

NEWSLETTER = """\
27 March 2031

Daily Newsletter

Pilots Strike in Veldt

The Facts

  • The pilots of Veldt stopped work on Monday over the wreck in the channel.

The Spin

Pro-pilot narrative

The pilots know the water, and nobody else has to stand on that bridge.

See sources

Orrin Rations Its Water

The Facts

  • Orrin will ration its water from Tuesday, the council said.

The Spin

Cynical narrative

A council that sold the springs now counts the buckets of those who drank.

See sources

Unsubscribe
"""

MIRROR = """\
this post was submitted on 08 Apr 2031
1 points (100.0% liked)

Harbour News

8 readers
1 users here now

This Magazine/Community is not affiliated with anybody.

**LR (left/right): 1 = left leaning, 3 = neutral, 5 = right leaning**

founded 1 year ago

151

  • The pilots of Veldt stopped work on Monday. Elm Post (LR: 2 CP: 5)
  • Their union calls the channel 'a gamble.' Veldt Radio (LR: 3 CP: 4), Reason.example (LR: 4 CP: 1)
  • The wreck lies nine metres deep. Middle Orrin Eye
  • Nobody is credited for this one.

Pro-pilot narrative:

  • The pilots know the water.

THE QUAY (LR: 3 CP: 3)

Cynical narrative:

  • Everybody wants to be paid. LANTERN AND ORRIN WIRE
"""


def one(document: str) -> Brief:
    """The only brief of a document, nothing of it refused."""
    reading = read(document)
    assert reading.refusals == ()
    (brief,) = reading.briefs
    return brief


def cited(brief: Brief) -> list[list[str]]:
    """For each fact the labels that it cites."""
    return [[citation.label for citation in fact.citations] for fact in brief.facts]


def codes(brief: Brief) -> list[ProblemCode]:
    """The codes of a brief's problems, in order."""
    return [problem.code for problem in brief.problems]


def test_lite_bracketed() -> None:
    brief = one(BRACKETED)

    assert brief.layout is Layout.LITE_BRACKETED
    assert brief.title == "Veldt Reopens Its Harbour to Grain Ships"
    assert brief.lead == BRACKETED.splitlines()[1]
    assert cited(brief) == [
        ["The Quay", "Lantern"],
        ["Oversight"],
        ["Tidewater Review", "Elm Post"],
        ["The Quay"],
        ["Veldt Radio", "The Quay"],
        ["Orrin Wire"],
        ["Pilots"],
    ]
    assert brief.facts[6].text == "The pilots' union calls the reopening 'a gamble.'"
    assert [source.marker for source in brief.sources] == list("12345678")
    assert [narrative.stance for narrative in brief.narratives] == ["pro-harbour", "harbour-critical"]
    assert [[p.label for p in n.providers] for n in brief.narratives] == [["Lantern"], ["Elm Post"]]
    assert brief.problems == ()
    assert brief.is_complete


def test_lite_digits() -> None:
    brief = one(DIGITS)

    assert brief.layout is Layout.LITE_DIGITS
    assert cited(brief) == [
        ["The Quay"],
        ["Lantern"],
        ["The Quay"],
        ["Orrin Wire"],
        ["Elm Post"],
        ["The Quay", "Lantern"],
    ]
    assert brief.facts[1].text == "Rationing was agreed on Tuesday, by 360 votes to 58."
    assert brief.facts[2].text == "The dam held water for more than 100."
    assert brief.facts[4].text.startswith("Rainfall rose by 3.5 per cent")
    assert brief.facts[4].text.endswith("in April 2023.")
    assert [p.label for p in brief.narratives[0].providers] == ["Reason.example"]
    assert brief.narratives[0].text == "Water is not for sale."
    assert brief.problems == ()


def test_lite_unmarked_without_a_heading() -> None:
    brief = one(UNMARKED)

    assert brief.layout is Layout.LITE_UNMARKED
    assert brief.title == "Ilo Venn Opens the Ferry Line"
    assert brief.lead is None
    assert cited(brief) == [[], []]
    assert [s.label for s in brief.sources] == ["The Quay", "Stars and Buoys", "Orrin Wire"]
    assert [s.marker for s in brief.sources] == [None, None, None]
    assert brief.problems == ()


def test_main_site() -> None:
    brief = one(MAIN)

    assert brief.layout is Layout.MAIN_SITE
    assert brief.title == "Pilots Strike in Veldt"
    assert brief.lead is None
    assert len(brief.facts) == 1
    assert [(n.label, n.stance) for n in brief.narratives] == [("Narrative A", None), ("Narrative B", None)]
    assert brief.narratives[1].text.endswith("and they would come tomorrow.")
    (forecast,) = brief.forecasts
    assert (forecast.question, forecast.probability, forecast.source) == (
        "the wreck will be raised before April",
        0.11,
        "Metaculus",
    )
    assert brief.problems == ()
    assert brief.is_complete


def test_main_site_with_narratives_only() -> None:
    brief = one(MAIN.replace("The Facts\n", "").replace("  • The pilots of Veldt stopped work on Monday", ""))

    assert brief.layout is Layout.MAIN_SITE
    assert brief.facts == ()
    assert len(brief.narratives) == 2


def test_newsletter() -> None:
    reading = read(NEWSLETTER)

    assert [b.layout for b in reading.briefs] == [Layout.NEWSLETTER, Layout.NEWSLETTER]
    assert [b.title for b in reading.briefs] == ["Pilots Strike in Veldt", "Orrin Rations Its Water"]
    assert [b.published_at for b in reading.briefs] == ["2031-03-27T00:00:00Z"] * 2
    assert [b.first_line for b in reading.briefs] == [5, 19]
    assert all(b.text.startswith(b.title) for b in reading.briefs)
    assert [len(b.facts) for b in reading.briefs] == [1, 1]
    assert [b.narratives[0].stance for b in reading.briefs] == ["pro-pilot", "cynical"]
    assert all(b.problems == () for b in reading.briefs)


def test_newsletter_without_see_sources() -> None:
    briefs = read(NEWSLETTER.replace("See sources\n", "")).briefs

    assert [b.title for b in briefs] == ["Pilots Strike in Veldt", "Orrin Rations Its Water"]
    assert briefs[0].narratives[0].text.endswith("stand on that bridge.")


def test_mirror() -> None:
    brief = one(MIRROR)

    assert brief.layout is Layout.MIRROR
    assert brief.title == ""
    assert brief.published_at == "2031-04-08T00:00:00Z"
    assert cited(brief) == [["Elm Post"], ["Veldt Radio", "Reason.example"], ["Middle Orrin Eye"], []]
    assert brief.facts[1].text == "Their union calls the channel 'a gamble.'"
    assert [[p.label for p in n.providers] for n in brief.narratives] == [
        ["THE QUAY"],
        ["LANTERN", "ORRIN WIRE"],
    ]
    assert brief.narratives[1].text == "Everybody wants to be paid."
    assert brief.sources == ()
    assert brief.problems == ()


def test_posts_of_a_list_page_are_briefs_of_their_own() -> None:
    second = """
152

  • Orrin rations its water. Orrin Wire (LR: 3 CP: 3)

Cynical narrative:

  • They sold the springs.

LANTERN
"""
    briefs = read(MIRROR + second).briefs

    assert [len(b.facts) for b in briefs] == [4, 1]
    assert cited(briefs[1]) == [["Orrin Wire"]]


def test_a_forecast_on_a_mirror() -> None:
    nerd = """
Nerd narrative:

  • There is a 0.5% chance that the wreck stays, according to the Metaculus prediction community. METACULUS
"""
    (forecast,) = one(MIRROR + nerd).forecasts

    assert (forecast.question, forecast.probability) == ("the wreck stays", 0.005)
