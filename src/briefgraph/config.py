"""Settings: one table of what can be set, each with its variable, its default and its bounds.

`Settings` is frozen and always valid: whoever holds one need not look at it again. Values come from
the environment (`BRIEFGRAPH_PORT=8080`), options of the command line win over them, and a name that
is in no table is an error that says which one was meant.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from briefgraph.address import masked, wrong_network
from briefgraph.errors import SettingError
from briefgraph.setting_values import (
    Parse,
    between,
    file_path,
    hidden,
    number,
    one_of,
    switch,
    whole,
    words,
    wrong_address,
    wrong_budget,
    wrong_hosts,
    wrong_key,
    wrong_origins,
)

PREFIX = "BRIEFGRAPH_"
LOG_LEVELS = ("debug", "info", "warning", "error")
LOG_FORMATS = ("json", "text")
DOCUMENTS = ("open", "trusted")
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


def _setting(
    default: Any,
    help: str,
    *,
    parse: Parse = str,
    wrong: Callable[[Any], str | None] | None = None,
    bounds: tuple[float, float] | None = None,
    shown: Callable[[Any], str] | None = None,
) -> Any:
    check = between(*bounds) if bounds else wrong
    metadata = {"help": help, "parse": parse, "wrong": check, "bounds": bounds, "show": shown}
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What can be set. Making one checks every value.

    Raises:
        SettingError: a value is out of range or of no use; the message names the variable.
    """

    store: str = _setting(
        "sqlite:///briefgraph.db",
        "Where the graph is kept: sqlite:///PATH, with four slashes for a path from the root; or "
        "neo4j://HOST:7687/DATABASE, where bolt:// is one server and neo4j+s:// is over TLS.",
        wrong=wrong_address,
        shown=masked,
    )
    neo4j_user: str = _setting("neo4j", "Who asks Neo4j, where the store's address names nobody.")
    neo4j_password: str | None = _setting(
        None,
        "That user's password. None: Neo4j is asked without a name, which it may be set to allow.",
        shown=hidden,
    )
    host: str = _setting(
        "127.0.0.1", "The address that the server listens on; 0.0.0.0 is every IPv4 address."
    )
    port: int = _setting(
        8000, "The port that the server listens on; 0 takes a free one.", parse=whole, bounds=(0, 65_535)
    )
    allowed_hosts: tuple[str, ...] = _setting(
        (),
        "Names, separated by commas, that a request's Host may have. None: any, "
        "and on a loopback address localhost, 127.0.0.1 and [::1] only.",
        parse=words,
        wrong=wrong_hosts,
    )
    api_key: str | None = _setting(
        None,
        "A key that may do everything, as `Authorization: Bearer KEY`; its name in the log is env. "
        "None: only the keys of the keys' file.",
        wrong=wrong_key,
        shown=hidden,
    )
    keys_file: Path | None = _setting(
        None,
        "The file of the keys that `briefgraph keys` makes. None: beside an SQLite store, as its path with .keys "
        "after it; for Neo4j there is none until it is named.",
        parse=file_path,
    )
    open_reading: bool = _setting(
        True, "Whether everybody may read. If not, reading needs a key with the scope read.", parse=switch
    )
    trusted_proxies: tuple[str, ...] = _setting(
        (),
        "Addresses and networks, separated by commas, of the proxies whose X-Forwarded-For is believed. None: none.",
        parse=words,
        wrong=wrong_network,
    )
    cors_origins: tuple[str, ...] = _setting(
        (),
        "Origins, separated by commas, whose pages may ask the server; * alone is all of them. None: none.",
        parse=words,
        wrong=wrong_origins,
    )
    graphiql: bool = _setting(True, "Whether a browser that opens /graphql is given GraphiQL.", parse=switch)
    cache_max_age_s: int = _setting(
        0,
        "How long clients and shared caches may keep an answer to a GET without asking again. "
        "0: they ask each time, by ETag, and are told at once where nothing has changed.",
        parse=whole,
        bounds=(0, 31_536_000),
    )
    documents: str = _setting(
        "open",
        "Which GraphQL documents are run: open is any; trusted is those of schema/operations alone.",
        wrong=one_of(*DOCUMENTS),
    )
    max_body_bytes: int = _setting(
        100_000,
        "The longest request body without a key that may load; queries are seldom above 10,000.",
        parse=whole,
        bounds=(1_000, 10_000_000),
    )
    max_brief_bytes: int = _setting(
        2_000_000,
        "The longest document that is loaded. A request with a key that may load may be 2.5 times as long: "
        "JSON writes line ends and quotes as two characters.",
        parse=whole,
        bounds=(1_000, 2_000_000),
    )
    max_url_bytes: int = _setting(
        16_384, "The longest path and query string together.", parse=whole, bounds=(1_000, 65_536)
    )
    body_timeout_s: float = _setting(
        10.0,
        "How long a client may take to send a request's head, and then its body; and to take in more of an answer.",
        parse=number,
        bounds=(0.1, 600.0),
    )
    query_timeout_ms: int = _setting(
        1_000, "How long the statements of one request may run.", parse=whole, bounds=(1, 600_000)
    )
    max_query_tokens: int = _setting(
        1_000, "The most tokens that a GraphQL document may have.", parse=whole, bounds=(10, 100_000)
    )
    max_query_levels: int = _setting(
        10,
        "How many levels of objects a query may ask for; edges and nodes are none.",
        parse=whole,
        bounds=(1, 15),
    )
    max_query_fields: int = _setting(
        500,
        "How many fields a query may ask for, fragments counted at each use.",
        parse=whole,
        bounds=(10, 5_000),
    )
    max_query_aliases: int = _setting(
        20, "How many aliases a query may have, fragments counted at each use.", parse=whole, bounds=(0, 5_000)
    )
    max_query_directives: int = _setting(
        20, "How many directives a query may have, fragments counted at each use.", parse=whole, bounds=(0, 5_000)
    )
    max_query_cost: int = _setting(
        50_000,
        "The most that a query may cost, in rows that its pages may have.",
        parse=whole,
        bounds=(100, 10_000_000),
    )
    suggestions: bool = _setting(
        True, "Whether an error says which name of the schema may have been meant.", parse=switch
    )
    introspection: bool = _setting(True, "Whether clients may ask for the schema.", parse=switch)
    anonymous_ms_per_minute: int | None = _setting(
        None,
        "Milliseconds of work that an address without a key may ask for in a minute; 0 is no limit. "
        "None: 15,000, and no limit where the server listens on a loopback address and trusts no proxy.",
        parse=whole,
        wrong=wrong_budget,
    )
    keyed_ms_per_minute: int | None = _setting(
        None,
        "The same for each key. None: 60,000, and no limit where the server listens on a loopback address and "
        "trusts no proxy.",
        parse=whole,
        wrong=wrong_budget,
    )
    max_concurrent_requests: int = _setting(
        32,
        "How many requests are worked on at once; as many again may wait, and the rest is told to come back.",
        parse=whole,
        bounds=(1, 10_000),
    )
    max_connections: int = _setting(
        4_000,
        "How many connections are served. Those beyond are told so and closed; fewer where the process may have "
        "fewer files open.",
        parse=whole,
        bounds=(1, 100_000),
    )
    max_subscribers: int = _setting(
        1_000,
        "How many subscriptions the server holds at once, and how many WebSocket connections.",
        parse=whole,
        bounds=(1, 100_000),
    )
    subscription_poll_ms: int = _setting(
        250,
        "How often the store is looked at for what other processes loaded, while anybody is subscribed.",
        parse=whole,
        bounds=(10, 60_000),
    )
    outlets_file: Path | None = _setting(
        None, "A YAML file of outlets that are known beside the shipped ones, and before them.", parse=file_path
    )
    people_model: str | None = _setting(
        None,
        "An installed spaCy pipeline, by name or path, that helps to find people: en_core_web_sm. None: the rules alone.",
    )
    metrics: bool = _setting(
        True, "Whether /metrics shows counts and times, in Prometheus' form, to whoever asks.", parse=switch
    )
    traces: str = _setting(
        "none",
        "Where OpenTelemetry traces go: none, or otlp; OTEL_EXPORTER_OTLP_ENDPOINT says to which collector.",
        wrong=one_of("none", "otlp"),
    )
    log_level: str = _setting(
        "info", "The least that is logged: debug, info, warning or error.", wrong=one_of(*LOG_LEVELS)
    )
    log_format: str = _setting(
        "json", "How a log line is written: json or text.", wrong=one_of(*LOG_FORMATS)
    )

    def __post_init__(self) -> None:
        for setting in SETTINGS:
            setting.check(getattr(self, setting.name))

    @property
    def hosts(self) -> frozenset[str] | None:
        """The names that Host may have, or None for any.

        A server on a loopback address answers to loopback names alone, or a page whose name is made
        to point there could read the graph.
        """
        if self.allowed_hosts:
            return frozenset(self.allowed_hosts)
        return frozenset(LOOPBACK) if self.is_local else None

    @property
    def is_local(self) -> bool:
        """Whether the server listens on a loopback address, where only this machine reaches it."""
        return self.host in ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One row of the table."""

    name: str
    variable: str
    default: Any
    help: str
    parse: Parse
    wrong: Callable[[Any], str | None] | None
    bounds: tuple[float, float] | None
    show: Callable[[Any], str] | None

    def read(self, text: str) -> Any:
        """The value that a text means. An empty text means the default.

        Raises:
            SettingError: it means none.
        """
        if not text.strip():
            return self.default
        try:
            return self.parse(text)
        except ValueError as error:
            raise SettingError(f"{self.variable}={self.shown(text)} {error}") from None

    def check(self, value: Any) -> None:
        """Refuse a value that is of no use.

        Raises:
            SettingError: and says what would be.
        """
        wrong = self.wrong(value) if self.wrong else None
        if wrong:
            raise SettingError(f"{self.variable}={self.shown(value)} {wrong}")

    def shown(self, value: Any) -> str:
        """The value as it may be printed: what is secret is not."""
        if value is None:
            return "none"
        if self.show:
            return self.show(value)[:200]
        if isinstance(value, tuple):
            return ",".join(value) or "none"
        return str(value).lower() if isinstance(value, bool) else str(value)[:200]


def _table() -> tuple[Setting, ...]:
    made = []
    for row in fields(Settings):
        assert row.default is not MISSING  # every setting has one: nothing must be set to start
        made.append(
            Setting(name=row.name, variable=PREFIX + row.name.upper(), default=row.default, **row.metadata)
        )
    return tuple(made)


SETTINGS = _table()


def load_settings(environment: Mapping[str, str], **given: Any) -> Settings:
    """The settings of an environment, with what is given (and not None) before it.

    Raises:
        SettingError: a BRIEFGRAPH_ variable is unknown, mistyped or out of range.
    """
    known = {setting.variable: setting for setting in SETTINGS}
    values: dict[str, Any] = {}
    for variable, text in environment.items():
        if not variable.startswith(PREFIX):
            continue
        if variable not in known:
            names = [name.removeprefix(PREFIX) for name in known]
            near = get_close_matches(variable.removeprefix(PREFIX), names, n=1)
            hint = f"; is {PREFIX}{near[0]} meant?" if near else "; docs/settings.md has them all"
            raise SettingError(f"there is no setting {variable[:80]}{hint}")
        values[known[variable].name] = known[variable].read(text)
    return Settings(**values | {name: value for name, value in given.items() if value is not None})
