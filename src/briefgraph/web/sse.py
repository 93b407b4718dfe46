"""Subscriptions as Server-Sent Events: the protocol of graphql-sse, a connection each.

An event's id is the position of what it tells. Who comes back with it as Last-Event-ID, as browsers do by
themselves, goes on behind it: nothing is missed.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import orjson

from briefgraph.api.documents import Refused
from briefgraph.api.execution import GraphQLRequest
from briefgraph.api.faults import from_exception
from briefgraph.api.subscriptions import Event, Subscription, Subscriptions, position_of
from briefgraph.errors import BriefgraphError
from briefgraph.web.bodies import Gone
from briefgraph.web.edge import EXCHANGE, Exchange, Receive, Scope, Send
from briefgraph.web.faults import HttpFault, with_request_id

KEEP_ALIVE_S = 12.0  # of silence, until a comment says that the stream is alive
SEND_S = 10.0  # that a client may leave what was written unread
ABORT = "briefgraph.abort"  # in the scope's state: what cuts the connection, whatever is still to be sent
HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"vary", b"Accept"),
    (b"x-accel-buffering", b"no"),  # a proxy that gathers events before it passes them on makes them late
]
COMMENT = b":\n\n"
COMPLETE = b"event: complete\ndata:\n\n"


async def stream(scope: Scope, receive: Receive, send: Send, live: Subscriptions, request: GraphQLRequest) -> None:
    """Answer with the events of a subscription, until the client goes or the server stops.

    Raises:
        HttpFault: it cannot begin.
        Gone: the client is.
    """
    exchange: Exchange = scope[EXCHANGE]
    subscription = await _begin(live, request, exchange.header(b"last-event-id"))
    watch: asyncio.Task[None] | None = None
    try:
        write = _writer(scope, send)
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        if scope["method"] == "HEAD":
            await send({"type": "http.response.body", "body": b""})
            return
        watch = asyncio.get_running_loop().create_task(_until_gone(receive, subscription))
        await write(COMMENT)
        await _pass_on(subscription, write)
        if watch.done():
            raise Gone
        if subscription.fault is not None:
            exchange.code = subscription.fault["extensions"]["code"]
            body = with_request_id(orjson.dumps({"errors": [subscription.fault]}), exchange.request_id)
            await write(framed(body) + COMPLETE)
        # A server that stops says nothing: `complete` would mean that there is no more to come.
        await send({"type": "http.response.body", "body": b""})
    finally:
        live.leave(subscription)
        if watch is not None:
            watch.cancel()
            with suppress(asyncio.CancelledError):
                await watch


async def once(send: Send, body: bytes) -> None:
    """Answer with one response and no more: a query, asked over a stream."""
    await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
    await send({"type": "http.response.body", "body": framed(body) + COMPLETE})


def framed(body: bytes, position: int | None = None) -> bytes:
    """A response as an event. JSON has no line ends of its own."""
    id = b"" if position is None else b"id: %d\n" % position
    return b"%bevent: next\ndata: %b\n\n" % (id, body)


async def _begin(live: Subscriptions, request: GraphQLRequest, last: str | None) -> Subscription:
    after = None if last is None else position_of(last)
    try:
        return await live.subscribe(request, after=after)
    except Refused as refused:
        first = refused.errors[0]
        raise HttpFault(first["extensions"]["code"], first["message"]) from None
    except BriefgraphError as error:
        told = from_exception(error)
        raise HttpFault(told["extensions"]["code"], told["message"]) from error


def _writer(scope: Scope, send: Send) -> Callable[[bytes], Any]:
    """What writes a piece of the body, to a client that reads."""

    async def write(piece: bytes) -> None:
        try:
            async with asyncio.timeout(SEND_S):
                await send({"type": "http.response.body", "body": piece, "more_body": True})
        except TimeoutError:
            # What is written is read by nobody: closing would wait for them for ever.
            scope.get("state", {}).get(ABORT, lambda: None)()
            await asyncio.sleep(0)
            raise Gone from None

    return write


async def _pass_on(subscription: Subscription, write: Callable[[bytes], Any]) -> None:
    while True:
        try:
            async with asyncio.timeout(KEEP_ALIVE_S):
                event: Event = await anext(subscription)
        except TimeoutError:
            await write(COMMENT)
        except StopAsyncIteration:
            return
        else:
            await write(framed(event.body, event.position))


async def _until_gone(receive: Receive, subscription: Subscription) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    subscription.end()


