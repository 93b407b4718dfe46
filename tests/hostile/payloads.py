"""What attackers send: texts that try to become query language, and texts that try to become a page.

Built from parts, so that a new way out of a text is tried with every way of doing harm.
"""

from itertools import product

# Ways to end a text, in Cypher, in SQL, in a full-text query, in JSON and in GraphQL.
ENDS = ("", "'", '"', "`", "\\'", "\\\\'", "'})", "') ", '"}) ', "\\u0027", "\\u0060) ", "'' ", "]", "$p0", "*/ ", "\n", "\x00' ", "%27", "⟩'")
HARM = (
    "DETACH DELETE n //",
    "MATCH (n) DETACH DELETE n",
    "CALL db.labels()",
    "CREATE (:Owned)",
    "LOAD CSV FROM 'file:///etc/passwd' AS x CREATE (:Owned)",
    "CALL apoc.load.json('http://127.0.0.1:1/')",
    "; DROP TABLE story; --",
    "OR 1=1 --",
    "UNION SELECT sql FROM sqlite_schema --",
    "; ATTACH DATABASE '/tmp/owned.db' AS o; --",
    "; INSERT INTO meta VALUES ('owned', '1'); --",
    "* OR * AND NOT",
    "NEAR(a b, 2) ^5",
    "/(a+)+$/",
    "~2000 text:*",
)
INJECTIONS = tuple(dict.fromkeys(f"x{end}{harm}" for end, harm in product(ENDS, HARM)))

TAGS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "</script><script>alert(1)</script>",
    "<iframe src=javascript:alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=data:text/html;base64,PHNjcmlwdD4=>x</a>",
    "<body onload=alert(1)>",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "<style>@import 'http://127.0.0.1:1/'</style>",
    "<base href=//127.0.0.1:1/>",
    "<meta http-equiv=refresh content=0;url=//127.0.0.1:1/>",
    "{{7*7}}",
    "${7*7}",
    "<%= 7*7 %>",
    "javascript:alert(1)",
    '"onmouseover="alert(1)',
    "'onfocus='alert(1)' autofocus='",
    "\u2028alert(1)\u2029",
    "\u202egpj.exe",
    "\x1b[31mred\x1b]0;owned\x07",
    "=cmd|' /C calc'!A0",
    "+1+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "a\u0300" * 200,
)
BEFORE = ("", '">', "'>", "-->", "]]>", "\\", "</title>", "%3C")
SCRIPTS = tuple(dict.fromkeys(before + tag for before, tag in product(BEFORE, TAGS)))

assert len(INJECTIONS) > 200 <= len(SCRIPTS)
