"""Every error that briefgraph raises on purpose.

    BriefgraphError
    ├── NotABrief            a document (or a part of it) that is no brief; nothing of it is stored
    ├── SettingError         a setting that is unknown, mistyped or out of range
    ├── MissingExtra         a package of one of our extras is not installed
    ├── QueryFileError       a .sql or .cypher file that breaks its own header, with file and line
    ├── StoreError           the store refused
    │   ├── StoreMissing     there is no graph there, and it was opened for reading only
    │   ├── SchemaTooNew     the store was written by a newer briefgraph
    │   ├── StoreDamaged     the file is no briefgraph store, or is damaged
    │   ├── TimedOut         a statement ran longer than its limit and was stopped
    │   └── EngineDown       no answer from the engine in time; may be tried again
    └── RequestFault         what a GraphQL client got wrong; `code` is stable
        ├── BadPage          `first` out of 1 to 100
        ├── BadCursor        `after` is no cursor of this list in this order
        └── BadInput         an argument that its type allows and its meaning does not

A message says what happened, where, and what to do; it never holds a secret.
"""


class BriefgraphError(Exception):
    """Base of all errors raised on purpose."""


class NotABrief(BriefgraphError):
    """The document is no brief. `line` and `column` count from 1, in the document as read."""

    def __init__(self, message: str, *, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


class SettingError(BriefgraphError):
    """A setting is unknown, mistyped or out of range."""


class MissingExtra(BriefgraphError):
    """A package that only one of our extras brings is not installed."""


class QueryFileError(BriefgraphError):
    """A query file breaks the grammar that its header declares."""


class StoreError(BriefgraphError):
    """The store refused."""


class StoreMissing(StoreError):
    """There is no graph there, and it was opened for reading only."""


class SchemaTooNew(StoreError):
    """The store was written by a newer briefgraph than this one."""


class StoreDamaged(StoreError):
    """The file is no briefgraph store, or it is damaged."""


class TimedOut(StoreError):
    """A statement ran longer than its limit and was stopped; nothing was changed."""

    code = "TIMED_OUT"


class EngineDown(StoreError):
    """The engine gave no answer in time. Whether a write happened is not known; try again."""


class RequestFault(BriefgraphError):
    """What a GraphQL client got wrong.

    `code` goes into `extensions.code`; `path`, the field's, into `extensions.field`.
    """

    code = "BAD_INPUT"
    path: tuple[str, ...] = ()


class BadInput(RequestFault):
    """An argument that its type allows and its meaning does not."""


class BadPage(RequestFault):
    """`first` is not between 1 and 100."""

    code = "BAD_PAGE"


class BadCursor(RequestFault):
    """`after` is no cursor of this list in this order."""

    code = "BAD_CURSOR"
