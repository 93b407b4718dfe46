"""What a client is told when HTTP, and not GraphQL, is where it went wrong.

`api.faults.Code` has the codes of GraphQL; `HttpCode` adds those that only HTTP has. Together they
are the closed set that docs/errors.md explains.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

import orjson

from briefgraph.api.faults import Code, entry

Headers = list[tuple[bytes, bytes]]
JSON_TYPE = b"application/json; charset=utf-8"
RETRY_AFTER = (b"retry-after", b"1")


class HttpCode(StrEnum):
    """`extensions.code` of an error that GraphQL never saw."""

    BAD_REQUEST = "BAD_REQUEST"  # the request is no HTTP that can be understood
    BAD_HOST = "BAD_HOST"  # Host names another server
    BODY_TOO_LARGE = "BODY_TOO_LARGE"  # the body is longer than the limit
    BODY_TIMED_OUT = "BODY_TIMED_OUT"  # the body did not arrive in time
    BAD_CONTENT_TYPE = "BAD_CONTENT_TYPE"  # the body is not declared as plain UTF-8 JSON
    URL_TOO_LONG = "URL_TOO_LONG"  # path and query string are longer than the limit
    HEADERS_TOO_LARGE = "HEADERS_TOO_LARGE"  # the header is longer than the limit
    CROSS_SITE = "CROSS_SITE"  # a page of a site that is not allowed sent it
    UNAUTHORIZED = "UNAUTHORIZED"  # a key was given that is unknown, revoked or expired
    RATE_LIMITED = "RATE_LIMITED"  # the client has used up its budget of work
    BUSY = "BUSY"  # more is asked than the server has places for


# What each code is as a status. A code that is not here is 400.
STATUS: dict[str, int] = {
    Code.NOT_FOUND: 404,
    Code.NOT_ACCEPTABLE: 406,
    Code.METHOD_NOT_ALLOWED: 405,
    Code.FORBIDDEN: 403,
    Code.DOCUMENT_NOT_TRUSTED: 403,
    Code.ENGINE_DOWN: 503,
    Code.INTERNAL: 500,
    HttpCode.BODY_TOO_LARGE: 413,
    HttpCode.BODY_TIMED_OUT: 408,
    HttpCode.BAD_CONTENT_TYPE: 415,
    HttpCode.URL_TOO_LONG: 414,
    HttpCode.HEADERS_TOO_LARGE: 431,
    HttpCode.CROSS_SITE: 403,
    HttpCode.UNAUTHORIZED: 401,
    HttpCode.RATE_LIMITED: 429,
    HttpCode.BUSY: 503,
}


class HttpFault(Exception):
    """A request that HTTP refuses. Its status follows from its code."""

    def __init__(self, code: str, message: str, *, headers: Sequence[tuple[bytes, bytes]] = ()) -> None:
        super().__init__(message)
        self.code = code
        self.headers = headers

    @property
    def status(self) -> int:
        """The status that the code stands for."""
        return STATUS.get(self.code, 400)


def fault_body(code: str, message: str, request_id: str) -> bytes:
    """The JSON that reports one error."""
    return orjson.dumps({"errors": [entry(message, code, requestId=request_id)]})


def with_request_id(body: bytes, request_id: str) -> bytes:
    """A GraphQL response with the request's id in each of its errors."""
    answer: dict[str, Any] = orjson.loads(body)
    for error in answer.get("errors", ()):
        error.setdefault("extensions", {})["requestId"] = request_id
    return orjson.dumps(answer)
