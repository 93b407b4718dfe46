"""Properties and relations that several types have."""

from briefgraph.graph.model.kinds import DATETIME, ID, INT, OFFSET
from briefgraph.graph.model.orders import BY_MENTIONS, NEWEST
from briefgraph.graph.shapes import Prop, Rel

NODE_ID = Prop("id", ID, "Opaque, and stable: the same briefs give the same ids.")
PUBLISHED = Prop("publishedAt", DATETIME, "When the story was published, in UTC; null where unknown.", True)
RECORDED = Prop("recordedAt", DATETIME, "When this version was loaded, in UTC.")
VERSIONS = (
    Prop("firstVersion", INT, "The first version of the story, without a gap, that this stands in."),
    Prop("lastVersion", INT, "The last version that this stands in; null while it stands.", True),
)
START = Prop("start", OFFSET, "Where the words begin in the revision's text.")
END = Prop("end", OFFSET, "Where the words end in the revision's text, exclusive.")
STORY = Rel("story", "Story", "to-story", "The story that this belongs to.", "one")
BACKING = (
    Prop("citationCount", INT, "How many citations of the outlet stand behind the claim."),
    Prop("factCount", INT, "How many facts that state the claim cite the outlet."),
    Prop(
        "storyCount",
        INT,
        "In how many stories a fact that states the claim cites the outlet; stories that tell the same count once.",
    ),
    Prop("firstAt", DATETIME, "The date of the first of these stories; null where none is dated.", True),
    Prop("lastAt", DATETIME, "The date of the last of these stories; null where none is dated.", True),
)
BACKING_FACTS = Rel("facts", "Fact", "backing-facts",
                    "The facts that state the claim and cite the outlet: the words that the backing rests on.",
                    orders=(NEWEST,), rows=4)  # fmt: skip


def people(file: str, whose: str, rows: int = 4) -> Rel:
    return Rel("people", "Person", file, f"The people whom {whose}, most mentioned first.",
               edge="Mention", orders=BY_MENTIONS, rows=rows)  # fmt: skip
