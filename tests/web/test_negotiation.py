import pytest

from briefgraph.web.negotiation import GRAPHQL, HTML, JSON, choose, is_json


@pytest.mark.parametrize(
    ("expected", "accept"),
    [
        (JSON, None),
        (JSON, ""),
        (JSON, "*/*"),
        (JSON, "application/*"),
        (JSON, "application/json"),
        (JSON, "APPLICATION/JSON; charset=UTF-8"),
        (GRAPHQL, "application/graphql-response+json"),
        (GRAPHQL, "application/graphql-response+json, application/json"),
        (GRAPHQL, "application/json, application/graphql-response+json"),
        (GRAPHQL, "application/graphql-response+json, application/json;q=0.9"),
        (JSON, "application/graphql-response+json;q=0.5, application/json"),
        (JSON, "application/graphql-response+json;q=0.5, */*"),
        (GRAPHQL, "application/json;q=0, */*"),
        (GRAPHQL, "text/html, application/graphql-response+json;q=0.1"),
        (None, "application/json;q=0"),
        (None, "text/html"),
        (None, "application/xml, image/*"),
        (None, "application/json;charset=utf-16"),
        (None, "*/json"),
        (None, ";;;"),
        (None, "application/json;q=nonsense"),
    ],
)
def test_the_type_is_what_the_client_wants_most(expected: str | None, accept: str | None) -> None:
    assert expected == choose(accept)


@pytest.mark.parametrize(
    ("expected", "accept"),
    [
        (HTML, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
        (JSON, "*/*"),
        (JSON, "text/*, application/json"),
        (GRAPHQL, "application/graphql-response+json, text/html;q=0.9"),
    ],
)
def test_a_page_is_for_who_names_it(expected: str, accept: str) -> None:
    assert expected == choose(accept, html=True)


@pytest.mark.parametrize(
    ("expected", "content_type"),
    [
        (True, "application/json"),
        (True, "Application/JSON"),
        (True, "application/json; charset=utf-8"),
        (True, 'application/json;charset="UTF-8"'),
        (False, None),
        (False, ""),
        (False, ";;;"),
        (False, "text/plain"),
        (False, "text/application/json"),
        (False, "application/json; charset=utf-16"),
        (False, "application/json; boundary=x"),
        (False, "application/jsonp"),
        (False, "application/graphql"),
        (False, "multipart/form-data; boundary=x"),
        (False, "application/x-www-form-urlencoded"),
        (False, "application/json, text/plain"),
    ],
)
def test_only_plain_json_in_utf_8_is_read(expected: bool, content_type: str | None) -> None:
    assert expected is is_json(content_type)
