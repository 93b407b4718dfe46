import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from briefgraph.web.bodies import Body, Gone
from briefgraph.web.faults import HttpFault


class Client:
    """Sends pieces for ever, and counts how many were taken."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self.taken = 0

    async def receive(self) -> Any:
        for piece in self._pieces:
            self.taken += 1
            return {"type": "http.request", "body": piece, "more_body": True}
        return {"type": "http.disconnect"}


def test_an_endless_body_is_read_no_further_than_the_limit() -> None:
    client = Client(iter(lambda: b"x" * 100, None))
    body = Body(client.receive, None, limit=1_000, timeout_s=5)

    with pytest.raises(HttpFault) as caught:
        asyncio.run(body.read())

    assert ("BODY_TOO_LARGE", 413, 11) == (caught.value.code, caught.value.status, client.taken)


def test_a_length_that_is_too_large_is_refused_before_anything_is_read() -> None:
    client = Client(iter(lambda: b"x", None))
    body = Body(client.receive, b"1001", limit=1_000, timeout_s=5)

    with pytest.raises(HttpFault):
        asyncio.run(body.read())

    assert 0 == client.taken


def test_a_refused_body_is_drained_in_bounds() -> None:
    client = Client(iter(lambda: b"x" * 1_000, None))
    body = Body(client.receive, b"9999999", limit=1_000, timeout_s=5)

    assert asyncio.run(body.drain()) is False
    assert 5 == client.taken


def test_a_client_that_is_gone_is_told_apart_from_a_short_body() -> None:
    body = Body(Client(iter([b"{", b'"'])).receive, b"100", limit=1_000, timeout_s=5)

    with pytest.raises(Gone):
        asyncio.run(body.read())
