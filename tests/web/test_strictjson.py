import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgraph.web.faults import HttpFault
from briefgraph.web.strictjson import MAX_DEPTH, parse_object

BAD = {
    "null": b"null",
    "number": b"5",
    "string": b'"x"',
    "list": b"[]",
    "list with one": b"[1]",
    "nothing": b"",
    "rest": b"{} x",
    "bad UTF-8": b'{"query":"\xff"}',
    "UTF-16": '{"query":"x"}'.encode("utf-16"),
    "byte order mark": b'\xef\xbb\xbf{"query":"x"}',
    "half of a pair": b'{"query":"\\ud800"}',
    "the other half": b'{"query":"\\udc00x"}',
    "100,000 brackets": b"[" * 100_000,
    "nested too deep": b'{"variables":' + b'{"a":' * 5_000 + b"1" + b"}" * 5_001,
    "a bit too deep": b'{"v":' + b"[" * MAX_DEPTH + b"]" * MAX_DEPTH + b"}",
    "5,000 digits": b'{"variables":{"n":' + b"7" * 5_000 + b"}}",
    "beyond 64 bits": b'{"variables":{"n":18446744073709551616}}',
    "NaN": b'{"n":NaN}',
    "infinity": b'{"n":-Infinity}',
    "beyond a double": b'{"n":1e400}',
    "a key twice": b'{"query":"a","query":"b"}',
    "a key twice, escaped": b'{"query":"a","\\u0071uery":"b"}',
    "a key twice, deep": b'{"variables":{"input":[{"a":1,"a":1}]}}',
    "control character": b'{"query":"a\nb"}',
    "comment": b'{/* */"query":"a"}',
}


@pytest.mark.parametrize("body", BAD.values(), ids=BAD.keys())
def test_what_two_readers_could_read_in_two_ways_is_refused(body: bytes) -> None:
    with pytest.raises(HttpFault) as caught:
        parse_object(body, "the body")

    assert ("BAD_BODY", 400) == (caught.value.code, caught.value.status)
    assert len(str(caught.value)) < 200


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False, width=32)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
    max_leaves=20,
)


@given(st.dictionaries(st.text('":,{}[]\\a', max_size=6), VALUES), st.booleans())
def test_every_other_object_is_read_as_it_is(value: dict[str, object], is_ascii: bool) -> None:
    body = json.dumps(value, ensure_ascii=is_ascii).encode()

    # A float of many digits may read as 20 of them.
    if not any(len(run) >= 20 for run in body.replace(b".", b" ").split()):
        assert value == parse_object(body, "the body")
