"""The house's own lint rules, each a function from the text of a file to what is wrong in it.

`test_house.py` holds them to good and bad samples, and the repository to them. Findings are `LINE: sentence`.
"""

import ast
import re
from collections.abc import Collection, Iterator

LEAVES = {"address", "brief", "brief_json", "config", "errors", "ids", "disk", "logs", "recent", "resources", "setting_values"}
LAYERS: tuple[set[str], ...] = (
    LEAVES,
    {"briefs"},
    {"resolve"},
    {"graph"},
    {"ingest"},
    {"analysis", "engines", "exports"},
    {"api"},
    {"web"},
    {"cli"},
    {"__main__"},
)
HOMES = {"apsw": {"graph"}, "neo4j": {"graph"}, "strawberry": {"api"}, "starlette": {"web"}}
ASSERTING = {"raises", "warns", "fail", "check_schema", "validate"}  # of pytest and jsonschema
ENGINE_CALLS = {"execute", "executemany", "run"}

# In pieces, so that this file does not hold what it forbids.
HOSTS = re.compile(
    "|".join(
        re.escape(host)
        for host in (
            "pypi" + ".org",
            "python" + "hosted.org",
            "registry." + "npmjs.org",
            "registry." + "yarnpkg.com",
            "repo1.maven" + ".org",
            "repo.maven" + ".apache.org",
            "crates" + ".io",
            "deb.debian" + ".org",
            "--index" + "-url",
            "--extra-index" + "-url",
            "--find" + "-links",
        )
    )
)
MACHINE_PATHS = re.compile(r"(?<![\w.:-])/" + r"(?:wo" + r"rk|ro" + r"ot|ho" + r"me/\w+|Us" + r"ers/\w+)/")
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
FUTURE = re.compile(r"^from __fut" + r"ure__ ", re.MULTILINE)


def layer(part: str) -> int:
    """How high a part of the package stands; -1 for one that no layer names."""
    return next((height for height, parts in enumerate(LAYERS) if part in parts), -1)


def wrong_imports(source: str, part: str) -> list[str]:
    """Imports that point upwards or sideways, and packages used outside their home."""
    found = [] if layer(part) >= 0 else [f"1: {part} has no place in LAYERS"]
    for line, target in _imports(ast.parse(source)):
        top, _, rest = target.partition(".")
        if top == "briefgraph":
            other = rest.partition(".")[0]
            if other in {"", "__version__", part}:
                continue
            beside = part in LEAVES and other in LEAVES
            if layer(other) < 0:
                found.append(f"{line}: {other} has no place in LAYERS")
            elif layer(other) >= layer(part) and not beside:
                found.append(f"{line}: {part} imports {other}, which is not below it")
        elif part not in HOMES.get(top, {part}):
            found.append(f"{line}: {top} is used outside {', '.join(sorted(HOMES[top]))}")
    return found


def _imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                yield node.lineno, "briefgraph.<a relative import>"
            elif node.module == "briefgraph":
                yield from ((node.lineno, f"briefgraph.{alias.name}") for alias in node.names)
            elif node.module is not None:
                yield node.lineno, node.module


def composed_statements(source: str) -> list[str]:
    """Calls that hand an engine a text put together on the spot, directly or by way of a local name.

    A statement's text comes from a file or from a printer; values travel as parameters.
    """
    found: list[str] = []
    for scope in _scopes(ast.parse(source)):
        composed = {
            target.id
            for node in _own_nodes(scope)
            if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign | ast.NamedExpr)
            and node.value is not None
            and (isinstance(node, ast.AugAssign) or _is_composed(node.value))
            for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
            if isinstance(target, ast.Name)
        }
        for node in _own_nodes(scope):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            texts = [*node.args[:1], *(word.value for word in node.keywords if word.arg in {"query", "sql"})]
            texts = [text for text in texts if not _is_harmless(text)]
            if node.func.attr in ENGINE_CALLS and any(
                _is_composed(text) or (isinstance(text, ast.Name) and text.id in composed) for text in texts
            ):
                found.append(f"{node.lineno}: a composed text reaches {node.func.attr}()")
    return found


def _scopes(tree: ast.Module) -> Iterator[ast.AST]:
    yield tree
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _own_nodes(scope: ast.AST) -> Iterator[ast.AST]:
    """The nodes below `scope`, down to the functions inside it."""
    for child in ast.iter_child_nodes(scope):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield child
            yield from _own_nodes(child)


def _is_composed(node: ast.expr) -> bool:
    match node:
        case ast.JoinedStr(values=values):
            return any(isinstance(value, ast.FormattedValue) for value in values)
        case ast.BinOp(op=ast.Add() | ast.Mod(), left=left, right=right):
            return any(_is_text(side) for side in (left, right))
        case ast.Call(func=ast.Attribute(attr="format" | "format_map")):
            return True
    return False


def _is_harmless(node: ast.expr) -> bool:
    """Whether it is the name of a statement (`f"clear-{table}"`), or EXPLAIN before one statement's text."""
    if not isinstance(node, ast.JoinedStr):
        return False
    words = [part.value for part in node.values if isinstance(part, ast.Constant)]
    is_name = bool(words) and all(re.fullmatch("[a-z-]+", str(word)) for word in words)
    return is_name or (words == ["EXPLAIN "] and len(node.values) == 2)


def _is_text(node: ast.expr) -> bool:
    return (isinstance(node, ast.Constant) and isinstance(node.value, str)) or _is_composed(node)


def forbidden_words(text: str) -> list[str]:
    """Hosts of package registries, paths of somebody's machine, and marks of unfinished work."""
    return [
        f"{text.count(chr(10), 0, match.start()) + 1}: {what} ({match.group().strip()})"
        for pattern, what in (
            (HOSTS, "a registry's address or option"),
            (MACHINE_PATHS, "a path of one machine"),
            (UNFINISHED, "a mark of unfinished work"),
            (FUTURE, "a future import, which Python 3.11 needs none of"),
        )
        for match in pattern.finditer(text)
    ]


def asserting_helpers(sources: Collection[str]) -> set[str]:
    """The names of all functions in these files that assert, themselves or through one another."""
    every = (node for source in sources for node in _functions(source))
    functions = [node for node in every if not node.name.startswith("test")]
    names: set[str] = set()
    while True:
        more = {node.name for node in functions if _asserts(node, names)}
        if more == names:
            return names
        names = more


def idle_tests(source: str, helpers: Collection[str]) -> list[str]:
    """Tests that assert nothing, and calls that sleep. `helpers` assert for those who call them."""
    found = [
        f"{node.lineno}: {node.name} asserts nothing"
        for node in _functions(source)
        if node.name.startswith("test") and not _asserts(node, helpers)
    ]
    found += [
        f"{node.lineno}: tests wait for what happens, not for time to pass"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "time.sleep"
    ]
    return found


def _functions(source: str) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    nodes = ast.walk(ast.parse(source))
    return [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def _asserts(function: ast.AST, helpers: Collection[str]) -> bool:
    for node in ast.walk(function):
        if isinstance(node, ast.Assert) and not isinstance(node.test, ast.Constant):
            return True
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func).split(".")[-1]
            if called in ASSERTING or called in helpers:
                return True
    return False
