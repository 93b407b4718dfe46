"""The enums of the model: every closed set of values, and what each means."""

from briefgraph.graph.shapes import Enum

ENUMS = (
    Enum("NodeKind", "The kinds of nodes.", {
        "STORY": "A news brief.", "FACT": "One bullet of a story's facts.",
        "CLAIM": "What facts of different stories state in common.",
        "OUTLET": "Who is cited, or provides a narrative.", "PERSON": "Who is mentioned.",
        "NARRATIVE": "One side's reading of a story.", "FORECAST": "A story's forecast.",
        "REVISION": "One version of a story as it was received.",
        "PROBLEM": "What the importer found wrong.", "DECISION": "What someone decided about the graph."}),
    Enum("OutletKind", "What sort of body an outlet is.", {
        "NEWS": "A newspaper, broadcaster, magazine or site that publishes news.",
        "WIRE": "A news agency whose reports others repeat.",
        "GOVERNMENT": "A government, ministry, embassy or public agency.",
        "ADVOCACY": "A body that argues for a cause.",
        "OTHER": "Known, and none of the others: a think tank, a company, a platform."}),
    Enum("AttributionKind", "How a fact says that it has something from an outlet.", {
        "FIRST_REPORTED": "The outlet was the first to report it.",
        "REPORTED": "The outlet reported, published or obtained it.",
        "ACCORDING_TO": "It is so according to the outlet.",
        "TOLD": "Somebody told the outlet.",
        "CITED": "Somebody whom the fact speaks of cites the outlet for it."}),
    Enum("Layout", "The layout that a brief came in.", {
        "LITE_BRACKETED": "Facts with markers in brackets.", "LITE_DIGITS": "Facts with glued digits.",
        "LITE_UNMARKED": "Facts without markers and an unnumbered sources line.",
        "MAIN_SITE": "Facts without citations and narratives without providers.",
        "NEWSLETTER": "One of several stories of a newsletter.",
        "MIRROR": "A community post with outlets at the ends of lines.",
        "JSON": "The structured JSON form."}),
    Enum("ProblemCode", "What can be wrong with a brief.", {
        "DANGLING_MARKER": "A marker that no source has.",
        "UNCITED_SOURCE": "A source that no fact cites.",
        "DUPLICATE_NUMBER": "Two sources of one number.",
        "AMBIGUOUS_MARKER": "A glued digit that may be part of a number.",
        "MISSING_PROVIDER": "A narrative that credits nobody, in a layout that always does.",
        "CUT_OFF": "The document ends before the brief does.",
        "NO_SOURCES": "Facts have markers and there is no sources line.",
        "UNREADABLE_FORECAST": "A forecast without a probability or a question.",
        "BROKEN_MARKUP": "Mark-up left over in the words.",
        "LOOKALIKE_OUTLET": "A source whose name looks like another outlet's and is not it.",
        "AMBIGUOUS_OUTLET": "A name that several outlets have; the source does not say which.",
        "DUPLICATE_STORY": "Another story tells the same, fact by fact: claims count the two as one."}),
    Enum("DecisionKind", "What was decided.", {
        "MERGE_STORIES": "Stories are versions of one story.",
        "SEPARATE_STORIES": "Stories that tell the same are two all the same.",
        "MERGE_OUTLETS": "Outlets are one outlet.", "MERGE_PEOPLE": "People are one person.",
        "SPLIT_PERSON": "Some stories mean another person of the same name.",
        "REVIEW_LINK": "A fact states its claim, or does not.",
        "MERGE_CLAIMS": "Claims are one claim.", "SPLIT_CLAIM": "Some facts state a claim of their own.",
        "CORRECT_CITATION": "A citation is of another source, or is none.",
        "CLOSE_PROBLEM": "A problem needs no more attention."}),
    Enum("OffsetUnit", "What an offset counts.", {
        "CODE_POINT": "Unicode code points, as Python counts.",
        "UTF16": "UTF-16 code units, as JavaScript counts."}),
    Enum("Clock", "Whose time an instant is of.", {
        "RECORDED": "What this store had received by then.",
        "PUBLISHED": "What was published by then, by the stories' own dates; recorded, where they have none."}),
    Enum("ChangeKind", "What became of a part of a story.", {
        "ADDED": "The later of the two versions has it, the earlier has not.",
        "DROPPED": "The earlier of the two versions has it, the later has not.",
        "REWORDED": "It says something else, or says it otherwise."}),
    Enum("StoryPart", "A part of a story.", {
        "TITLE": "The title.", "LEAD": "The lead.", "FACT": "A fact.",
        "CITATION": "A citation of a fact that is the same in both versions.", "SOURCE": "An entry of the sources line.",
        "NARRATIVE": "A narrative.", "FORECAST": "A forecast."}),
    Enum("TimelineKind", "What a version did to a claim.", {
        "STATED": "A fact of it states the claim, which the version before it did not have.",
        "WITHDRAWN": "It has a fact no more that stated the claim in the version before it."}),
)  # fmt: skip
