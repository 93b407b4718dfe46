"""`serve`: the GraphQL server."""

import click

from briefgraph import logs
from briefgraph.cli.terminal import with_settings
from briefgraph.config import Settings


@click.command(
    epilog="Example: briefgraph serve --port 8080 --store sqlite:///graph.db"
)
@click.option("--host", help="The address to listen on. [default: 127.0.0.1]")
@click.option("--port", type=int, help="The port to listen on; 0 takes a free one. [default: 8000]")
@with_settings(also=("host", "port"))
def serve(settings: Settings) -> None:
    """Serve the graph over GraphQL, at /graphql, until it is told to stop.

    Its first line on standard output says where, once requests are taken; logs go to standard error.
    Every setting is a variable: see docs/settings.md.
    """
    # 60 ms that no other command has to pay.
    from briefgraph.web.server import serve as run

    logs.configure(settings.log_level, settings.log_format)
    run(settings, lambda address: click.echo(f"briefgraph listens on {address}/graphql"))
