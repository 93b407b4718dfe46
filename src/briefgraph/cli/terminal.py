"""What may be printed: words from outside never act on the terminal."""

import os
import sys
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

import click

from briefgraph.config import load_settings
from briefgraph.logs import escaped

Command = Callable[..., Any]
STORE_HELP = "Where the graph is kept: sqlite:///PATH or neo4j://HOST. [default: sqlite:///briefgraph.db]"


def shown(text: str) -> str:
    r"""The text with control characters, and those that reorder or hide others, written as `\u001b`."""
    return escaped(text)


def is_terminal() -> bool:
    """Whether somebody is looking: progress is for people."""
    return sys.stderr.isatty()


def with_settings(*, has_store: bool = True, also: Sequence[str] = ()) -> Callable[[Command], Command]:
    """Give a command the settings of the environment, with its own options before them.

    Args:
        has_store: whether it has --store.
        also: its other options that are settings by their names; they are not passed on.
    """
    own = ("store", *also) if has_store else tuple(also)

    def decorate(command: Command) -> Command:
        @wraps(command)
        def run(*args: Any, **options: Any) -> Any:
            given = {name: options.pop(name) for name in own}
            return command(load_settings(os.environ, **given), *args, **options)

        if not has_store:
            return run
        with_option: Command = click.option("--store", metavar="ADDRESS", help=STORE_HELP)(run)
        return with_option

    return decorate
