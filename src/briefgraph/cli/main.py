"""The `briefgraph` command: its group, and how it ends.

Whatever goes wrong on purpose ends in one line on standard error and exit code 1; a wrong use of the
command line is click's 2, Ctrl-C 130, and a reader that has seen enough (`| head`) 141.
"""

import logging
import os
import sys

import click

from briefgraph import __version__
from briefgraph.cli.analyse import analyse
from briefgraph.cli.ask import dump, query, schema
from briefgraph.cli.backup import backup
from briefgraph.cli.copy import copy
from briefgraph.cli.decisions import decisions
from briefgraph.cli.doctor import doctor
from briefgraph.cli.explain import explain
from briefgraph.cli.keys import keys
from briefgraph.cli.load import check, load
from briefgraph.cli.recover import recover
from briefgraph.cli.score import score
from briefgraph.cli.serve import serve
from briefgraph.cli.suggest import suggest
from briefgraph.cli.terminal import shown
from briefgraph.errors import BriefgraphError

INTERRUPTED = 130
BROKEN_PIPE = 141


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Every setting can be given as a variable, BRIEFGRAPH_STORE for --store; see docs/settings.md.",
)
@click.version_option(__version__, prog_name="briefgraph")
def cli() -> None:
    """A knowledge graph of news briefs, and a GraphQL server over it."""


for command in (
    load, check, serve, query, explain, schema, dump, copy, backup, recover, decisions, keys, analyse, suggest, score, doctor,
):  # fmt: skip
    cli.add_command(command)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line, and exit."""
    # What went wrong is a command's own sentence; the log adds what that leaves out. `serve` has a log of its own.
    logging.basicConfig(format="briefgraph: %(message)s", level=logging.ERROR)
    logging.getLogger("neo4j").setLevel(logging.CRITICAL)
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Run the command line, and give its exit code."""
    try:
        # click's own main() ends a broken pipe and Ctrl-C in its own ways.
        given = sys.argv[1:] if arguments is None else arguments
        with cli.make_context("briefgraph", list(given)) as context:
            result = cli.invoke(context)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("briefgraph: interrupted", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        # Python flushes standard output once more at exit, and would complain a second time.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return BROKEN_PIPE
    except (BriefgraphError, OSError) as error:
        click.echo(f"briefgraph: {shown(sentence(error))}", err=True)
        return 1


def sentence(error: Exception) -> str:
    """What went wrong, in one line."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return " ".join(str(error).splitlines())
