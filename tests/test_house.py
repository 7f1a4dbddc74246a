"""The house rules: a docstring atop each file, no cycles, nothing that does not fit in the head."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "dateline"
FILES = sorted(SOURCE.rglob("*.py"))
LINES, FUNCTION, ARGUMENTS = 400, 60, 6

# name -> why it may be longer, or take more
EXCEPTIONS = {
    "records.py": "the nouns stand in one file (DESIGN)",
    "cli/account.py:tell": "a verb's options are its arguments",
    "cli/quotes.py:quotes": "an argument an option of the verb",
}


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
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef) and f"{name(path)}:{node.name}" not in EXCEPTIONS:
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= FUNCTION, f"{node.name} has {length} lines"
            takes = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            takes = [one for one in takes if one.arg not in ("self", "cls")]
            assert len(takes) <= ARGUMENTS, f"{node.name} takes {len(takes)} arguments"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_bare_except(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else ""
            assert caught not in ("", "Exception", "BaseException"), f"line {node.lineno} catches everything"


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
