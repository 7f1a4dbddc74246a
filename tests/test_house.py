"""The house rules: a docstring atop each file, no cycles, nothing that does not fit in the head, no test of nothing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "dateline"
FILES = sorted(SOURCE.rglob("*.py"))
LINES, FUNCTION, ARGUMENTS = 400, 60, 6

# name -> why it may be longer, or take more
EXCEPTIONS = {
    "records.py": "the nouns stand in one file (DESIGN)",
    "cli/findings.py:timeline": "a verb's options are its arguments",
    "cli/account.py:tell": "a verb's options are its arguments",
    "cli/deeds.py:deeds": "a verb's options are its arguments",
    "cli/watch.py:watch": "an argument an option of the verb",
    "cli/export.py:export": "a verb's options are its arguments",
    "cli/quotes.py:quotes": "an argument an option of the verb",
}


# One bad report, or record, is one failure, whatever it raises: here it is caught, named, and the rest goes on.
CATCH_ALL = ("mark/__init__.py", "flow.py", "read/formats/registry.py")


def name(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


@pytest.mark.parametrize("path", FILES, ids=name)
def test_each_file_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text())), "no docstring atop the file"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_file_is_too_long(path: Path) -> None:
    assert name(path) in EXCEPTIONS or len(path.read_text().splitlines()) <= LINES


@pytest.mark.parametrize("path", FILES, ids=name)
def test_functions_fit_in_the_head(path: Path) -> None:
    found = []
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef) and f"{name(path)}:{node.name}" not in EXCEPTIONS:
            length = (node.end_lineno or 0) - node.lineno + 1
            takes = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            takes = [argument for argument in takes if argument.arg not in ("self", "cls")]
            if length > FUNCTION or len(takes) > ARGUMENTS:
                found.append(f"{node.name} has {length} lines and takes {len(takes)} arguments")
    assert not found


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_bare_except(path: Path) -> None:
    caught = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ExceptHandler)]
    everything = (None, "Exception", "BaseException")
    assert name(path) in CATCH_ALL or not [
        node.lineno for node in caught if (ast.unparse(node.type) if node.type else None) in everything
    ]


MODULES = {
    ".".join(("dateline", *path.relative_to(SOURCE).with_suffix("").parts)).removesuffix(".__init__"): path
    for path in FILES
}


def imports(path: Path) -> set[str]:
    """The modules of the house that a file imports, as dotted names."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("dateline"):
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (inner & MODULES.keys()) | ({node.module} if inner - MODULES.keys() else set())
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name.startswith("dateline.")}
    return found


def test_no_cycles() -> None:
    graph = {module: imports(path) & MODULES.keys() - {module} for module, path in MODULES.items()}
    graph = {module: {one for one in seen if one != "dateline"} for module, seen in graph.items()}
    done: set[str] = set()
    while ready := {module for module, needs in graph.items() if module not in done and needs <= done}:
        done |= ready
    assert done == set(graph), f"in a cycle: {sorted(set(graph) - done)}"


def test_no_drawers() -> None:
    drawers = {"utils", "core", "common", "base", "manager", "helpers", "misc"}
    assert not drawers & {path.stem for path in FILES}


# ------------------------------------------------------------------- a language stands in language/, and nowhere else

ROOMS = ("read", "mark", "group", "weigh", "tell", "show")
# Labels of the parse (spaCy's English scheme): grammar, which is asked of a language.
PARSE_LABELS = frozenset(
    """
    nsubj nsubjpass csubj csubjpass dobj pobj dative attr oprd prep pcomp amod advmod npadvmod nummod nmod compound appos conj
    cc xcomp ccomp advcl relcl acl aux auxpass neg det poss prt mark agent ROOT parataxis punct expl predet quantmod
    VERB NOUN PROPN AUX PRON ADJ ADV ADP DET NUM SCONJ VBN VBG VBD VBZ VBP VB MD IN TO WDT WP WRB PRP NNP NNPS NN NNS
    """.split()  # noqa: SIM905 (as a list it would take a page)
)
# path from the package -> why it may hold words of a language
WORDED: dict[str, str] = {
    "group/events/features.py": "the names of the features, which the learnt table has too",
    "group/events/seen.py": "the names of what a mention shows",
    "read/formats/markup.py": "the declarations of XML",
    "read/formats/objects.py": "the keys of its form",
    "show/forms/event_data.py": "the names of the columns of POLECAT and GDELT",
    "read/formats/table.py": "the columns of its form",
    "read/page/about.py": "the names of meta tags and of JSON-LD",
    "read/page/elements.py": "the names of HTML elements",
    "read/versions.py": "the parameters of addresses",
    "show/forms/deeds.py": "the columns and keys of its form",
    "show/terminal/deeds.py": "the columns of its form",
    "show/forms/document.py": "the kinds of paragraphs",
    "show/forms/pdf.py": "the kinds of paragraphs",
    "show/forms/registry.py": "the parts of an account",
    "show/forms/table.py": "the columns and keys of its form",
    "show/forms/ties.py": "the columns and keys of its form",
    "tell/cited.py": "the names of the forms of lines",
    "show/terminal/statements.py": "the columns and keys of its form",
}


def closed_words() -> frozenset[str]:
    """Every word that the records themselves allow in a field: labels, kinds, statuses."""
    found: set[str] = set()
    for path in (SOURCE / "records").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Literal":
                found |= {
                    n.value for n in ast.walk(node.slice) if isinstance(n, ast.Constant) and isinstance(n.value, str)
                }
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                found.add(node.target.id.rstrip("_"))
    return frozenset(found)


CLOSED = closed_words()
WEB = {
    "https",
    "http",
    "www",
    "com",
    "org",
    "net",
    "html",
    "xml",
    "pic",
    "twitter",
}  # of addresses and markup: no language


def is_expression(called: ast.expr) -> bool:
    """Whether what is called takes a regular expression."""
    of_re = isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name) and called.value.id == "re"
    return of_re and called.attr in ("compile", "search", "match", "sub", "findall")


def words_of_a_language(path: Path) -> list[str]:
    """Lists of words, regular expressions with words in them, and labels of the parse, that a file holds."""
    tree = ast.parse(path.read_text())
    tree.body = [
        node
        for node in tree.body
        if not (isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__")
    ]
    compared = {id(n) for c in ast.walk(tree) if isinstance(c, ast.Compare) for n in ast.walk(c)}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Set | ast.Tuple | ast.List):
            texts = [e.value for e in node.elts if isinstance(e, ast.Constant) and isinstance(e.value, str)]
            plain = [text for text in texts if re.fullmatch(r"[A-Za-z][a-z'’]*(?: [a-z]+)*", text)]
            if len(plain) >= 3 and not set(plain) <= CLOSED:
                found.append(f"line {node.lineno}: {', '.join(plain[:4])} ...")
        elif isinstance(node, ast.Constant) and node.value in PARSE_LABELS - CLOSED and id(node) in compared:
            found.append(f"line {node.lineno}: the label {node.value} of a parse")
        elif isinstance(node, ast.Call) and is_expression(node.func):
            patterns = [n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
            bare = re.sub(r"\(\?P<\w+>|\\[A-Za-z]|\[[^\]]*\]|<[^>]*>|\(\?[a-zA-Z]", " ", " ".join(patterns))
            if words := set(re.findall(r"[A-Za-z]{3,}", bare)) - WEB:
                found.append(f"line {node.lineno}: the pattern with {', '.join(sorted(words)[:4])}")
    return found


@pytest.mark.parametrize("path", [path for path in FILES if name(path).split("/")[0] in ROOMS], ids=name)
def test_no_room_knows_a_language(path: Path) -> None:
    assert not any(module.startswith("dateline.language.english") for module in imports(path)), "ask language.of(tag)"
    found = words_of_a_language(path)
    assert name(path) in WORDED or not found, "\n".join(found)


# ------------------------------------------------------------------------------------------------------------- tests

TESTS = Path(__file__).parent
TEST_FILES = sorted(TESTS.rglob("*.py"))


def where(path: Path) -> str:
    return path.relative_to(TESTS).as_posix()


def is_filled(loop: ast.expr) -> bool:
    """Whether it is plain to see that there is something to loop over: it is spelt out, or a constant of the file."""
    if isinstance(loop, ast.Call):
        given = [*loop.args, *([loop.func.value] if isinstance(loop.func, ast.Attribute) else [])]
        return bool(given) and all(map(is_filled, given))
    if isinstance(loop, ast.Name):
        return loop.id.isupper()
    return isinstance(loop, ast.Constant) or (isinstance(loop, ast.Tuple | ast.List | ast.Set) and bool(loop.elts))


def holds_of_nothing(claim: ast.expr) -> bool:
    """Whether a claim (`all(... for ...)`, `not any(... for ...)`) holds where there is nothing to loop over."""
    call, quantifier = claim, "all"
    if isinstance(claim, ast.UnaryOp) and isinstance(claim.op, ast.Not):
        call, quantifier = claim.operand, "any"
    if not (isinstance(call, ast.Call) and ast.unparse(call.func) == quantifier and len(call.args) == 1):
        return False
    inner = call.args[0]
    return isinstance(inner, ast.GeneratorExp) and not all(is_filled(part.iter) for part in inner.generators)


def claims(node: ast.AST, looped: bool = False) -> Iterator[bool]:
    """Each assertion under a node: whether it is made whatever there is to loop over."""
    looped = looped or (isinstance(node, ast.For) and not is_filled(node.iter))
    if isinstance(node, ast.Assert):
        yield not looped and not holds_of_nothing(node.test)
    if isinstance(node, ast.With) and any("raises" in ast.unparse(item.context_expr) for item in node.items):
        yield not looped
    for child in ast.iter_child_nodes(node):
        yield from claims(child, looped)


@pytest.mark.parametrize("path", TEST_FILES, ids=where)
def test_a_test_that_loops_asserts_that_there_was_something_to_loop_over(path: Path) -> None:
    tests = [
        node
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
        if not any("given" in ast.unparse(decorator) for decorator in node.decorator_list)  # what is drawn may be empty
    ]
    assert not [test.name for test in tests if (made := list(claims(test))) and not any(made)]


@pytest.mark.parametrize(
    ("test", "sound"),
    [
        ("for x in found:\n    assert x", False),
        ("assert all(x for x in found)", False),
        ("assert not any(x for x in found())", False),
        ("for x in found:\n    for y in (1, 2):\n        assert y", False),
        ("assert found\nfor x in found:\n    assert x", True),
        ("for x, y in zip((1, 2), ROWS):\n    assert x", True),
        ("assert all(x for x in ROWS.items())", True),
        ("for x in found:\n    with pytest.raises(E):\n        x()\nassert not found()", True),
    ],
)
def test_loops_are_told(test: str, sound: bool) -> None:
    assert any(claims(ast.parse(test))) is sound


@pytest.mark.parametrize("path", [path for path in TEST_FILES if where(path) != "made.py"], ids=where)
def test_reports_are_made_in_one_place(path: Path) -> None:
    calls = (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call))
    assert not [call.lineno for call in calls if ast.unparse(call.func) in ("Report", "records.Report", "r.Report")]
