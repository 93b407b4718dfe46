"""Settings: one table of what can be set, each with its variable, its default and its bounds.

`Settings` is frozen and always valid: whoever holds one need not look at it again. Values come from
the environment (`BRIEFGRAPH_PORT=8080`), options of the command line win over them, and a name that
is in no table is an error that says which one was meant.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from briefgraph.address import masked, read_address
from briefgraph.errors import SettingError

PREFIX = "BRIEFGRAPH_"
LOG_LEVELS = ("debug", "info", "warning", "error")
LOG_FORMATS = ("json", "text")
ORIGIN = re.compile(r"https?://(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:[0-9]{1,5})?", re.ASCII)
HOST = re.compile(r"\[[0-9a-f:.]+\]|[a-z0-9._-]+", re.ASCII)
KEY = re.compile(r"[!-~]{16,512}", re.ASCII)
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")

Parse = Callable[[str], Any]


def _whole(text: str) -> int:
    if not re.fullmatch(r"-?[0-9]{1,15}", text.strip(), re.ASCII):
        raise ValueError("is no whole number")
    return int(text)


def _number(text: str) -> float:
    if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,6})?", text.strip(), re.ASCII):
        raise ValueError("is no number")
    return float(text)


def _switch(text: str) -> bool:
    known = {
        "true": True,
        "1": True,
        "yes": True,
        "on": True,
        "false": False,
        "0": False,
        "no": False,
        "off": False,
    }
    try:
        return known[text.strip().lower()]
    except KeyError:
        raise ValueError("is neither true nor false") from None


def _list(text: str) -> tuple[str, ...]:
    return tuple(part for part in (part.strip() for part in text.split(",")) if part)


def _path(text: str) -> Path:
    return Path(text)


def _address(value: str) -> str | None:
    """What is wrong with a store's address."""
    try:
        read_address(value)
    except SettingError as error:
        return str(error)
    return None


def _origins(value: tuple[str, ...]) -> str | None:
    if value == ("*",):
        return None
    for origin in value:
        if not ORIGIN.fullmatch(origin):
            return f"has {origin!r}, which is no origin; write https://host or http://host:port, or * alone"
    return None


def _hosts(value: tuple[str, ...]) -> str | None:
    for host in value:
        if not HOST.fullmatch(host):
            return f"has {host!r}, which is no host; write the name alone, in small letters, without a port"
    return None


def _key(value: str | None) -> str | None:
    if value is None or KEY.fullmatch(value):
        return None
    return "is no key: 16 to 512 visible ASCII characters; 32 random bytes in hex are a good one"


def _one_of(*choices: str) -> Callable[[str], str | None]:
    return lambda value: None if value in choices else f"is not one of {', '.join(choices)}"


def _between(low: float, high: float) -> Callable[[float], str | None]:
    def wrong(value: float) -> str | None:
        return (
            None if low <= value <= high else f"is out of range; it goes from {_shown(low)} to {_shown(high)}"
        )

    return wrong


def _shown(number: float) -> str:
    return f"{number:,}" if isinstance(number, int) else f"{number:g}"


def _secret(_: Any) -> str:
    return "***"


def _setting(
    default: Any,
    help: str,
    *,
    parse: Parse = str,
    wrong: Callable[[Any], str | None] | None = None,
    bounds: tuple[float, float] | None = None,
    shown: Callable[[Any], str] | None = None,
) -> Any:
    check = _between(*bounds) if bounds else wrong
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
        wrong=_address,
        shown=masked,
    )
    neo4j_user: str = _setting("neo4j", "Who asks Neo4j, where the store's address names nobody.")
    neo4j_password: str | None = _setting(
        None,
        "That user's password. None: Neo4j is asked without a name, which it may be set to allow.",
        shown=_secret,
    )
    host: str = _setting(
        "127.0.0.1", "The address that the server listens on; 0.0.0.0 is every IPv4 address."
    )
    port: int = _setting(
        8000, "The port that the server listens on; 0 takes a free one.", parse=_whole, bounds=(0, 65_535)
    )
    allowed_hosts: tuple[str, ...] = _setting(
        (),
        "Names, separated by commas, that a request's Host may have. None: any, "
        "and on a loopback address localhost, 127.0.0.1 and [::1] only.",
        parse=_list,
        wrong=_hosts,
    )
    api_key: str | None = _setting(
        None,
        "The key that mutations need, as `Authorization: Bearer KEY`. None: mutations are off.",
        wrong=_key,
        shown=_secret,
    )
    cors_origins: tuple[str, ...] = _setting(
        (),
        "Origins, separated by commas, whose pages may ask the server; * alone is all of them. None: none.",
        parse=_list,
        wrong=_origins,
    )
    graphiql: bool = _setting(True, "Whether a browser that opens /graphql is given GraphiQL.", parse=_switch)
    max_body_bytes: int = _setting(
        100_000,
        "The longest request body without the key; queries are seldom above 10,000.",
        parse=_whole,
        bounds=(1_000, 10_000_000),
    )
    max_brief_bytes: int = _setting(
        2_000_000,
        "The longest document that is loaded. A request with the key may be 2.5 times as long: "
        "JSON writes line ends and quotes as two characters.",
        parse=_whole,
        bounds=(1_000, 2_000_000),
    )
    max_url_bytes: int = _setting(
        16_384, "The longest path and query string together.", parse=_whole, bounds=(1_000, 65_536)
    )
    body_timeout_s: float = _setting(
        10.0, "How long a client may take to send a body.", parse=_number, bounds=(0.1, 600.0)
    )
    query_timeout_ms: int = _setting(
        1_000, "How long the statements of one request may run.", parse=_whole, bounds=(1, 600_000)
    )
    max_query_tokens: int = _setting(
        1_000, "The most tokens that a GraphQL document may have.", parse=_whole, bounds=(10, 100_000)
    )
    max_query_levels: int = _setting(
        10,
        "How many levels of objects a query may ask for; edges and nodes are none.",
        parse=_whole,
        bounds=(1, 15),
    )
    max_query_fields: int = _setting(
        500,
        "How many fields a query may ask for, fragments counted at each use.",
        parse=_whole,
        bounds=(10, 5_000),
    )
    max_query_aliases: int = _setting(
        20, "How many aliases a query may have, fragments counted at each use.", parse=_whole, bounds=(0, 5_000)
    )
    max_query_directives: int = _setting(
        20, "How many directives a query may have, fragments counted at each use.", parse=_whole, bounds=(0, 5_000)
    )
    max_query_cost: int = _setting(
        50_000,
        "The most that a query may cost, in rows that its pages may have.",
        parse=_whole,
        bounds=(100, 10_000_000),
    )
    suggestions: bool = _setting(
        True, "Whether an error says which name of the schema may have been meant.", parse=_switch
    )
    introspection: bool = _setting(True, "Whether clients may ask for the schema.", parse=_switch)
    outlets_file: Path | None = _setting(
        None, "A YAML file of outlets that are known beside the shipped ones, and before them.", parse=_path
    )
    people_model: str | None = _setting(
        None,
        "An installed spaCy pipeline, by name or path, that helps to find people: en_core_web_sm. None: the rules alone.",
    )
    metrics: bool = _setting(
        True, "Whether /metrics shows counts and times, in Prometheus' form, to whoever asks.", parse=_switch
    )
    traces: str = _setting(
        "none",
        "Where OpenTelemetry traces go: none, or otlp; OTEL_EXPORTER_OTLP_ENDPOINT says to which collector.",
        wrong=_one_of("none", "otlp"),
    )
    log_level: str = _setting(
        "info", "The least that is logged: debug, info, warning or error.", wrong=_one_of(*LOG_LEVELS)
    )
    log_format: str = _setting(
        "json", "How a log line is written: json or text.", wrong=_one_of(*LOG_FORMATS)
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
        return frozenset(LOOPBACK) if self.host in ("localhost", "127.0.0.1", "::1") else None


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
