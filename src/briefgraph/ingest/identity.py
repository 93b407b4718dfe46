"""Which story a brief tells, and which version of it: what is the same when it comes again."""

from dataclasses import replace

from briefgraph import ids
from briefgraph.brief import Brief
from briefgraph.brief_json import digest_of, to_json
from briefgraph.errors import NotABrief
from briefgraph.resolve.claims import normalise


def story_id(brief: Brief) -> str:
    """The id of the story that a brief tells.

    The id that the caller gave; else the canonical address; else the normalised title and first fact,
    which is never asked where an address is known.
    """
    if brief.id is not None:
        return ids.node_id("STORY", "id", brief.id)
    address = ids.canonical_address(brief.address) if brief.address else None
    if address is not None:
        return ids.node_id("STORY", "address", address)
    first = brief.facts[0].text if brief.facts else ""
    return ids.node_id("STORY", "words", normalise(brief.title), normalise(first))


def settled(brief: Brief) -> Brief:
    """The brief without what differs between two readings of the same words.

    The address is canonical (`https://www.` and tracking are no new version), and where the words
    began in their document is forgotten (a story of a newsletter, alone the next time).
    """
    address = ids.canonical_address(brief.address) if brief.address else None
    if address == brief.address and brief.first_line == 1:
        return brief
    return replace(brief, address=address, first_line=1)


def digest(brief: Brief) -> str:
    """What tells one version of a story from another: 128 bits over a settled brief's words and date.

    Raises:
        NotABrief: the brief holds half of a surrogate pair, which is no text.
    """
    try:
        return digest_of(to_json(brief), brief.text)
    except ValueError as error:  # UnicodeEncodeError is one
        raise NotABrief(
            "the brief holds half of a surrogate pair, which is no text; read it as UTF-8"
        ) from error
