"""What the docstrings show is so."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src"
SHOWN = sorted(path for path in SOURCE.rglob("*.py") if ">>> " in path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: path.stem)
def test_what_a_docstring_shows_is_so(path: Path) -> None:
    name = ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")
    module = import_module(name)
    getattr(module, "nothing", None)  # a part of a language is run when it is asked
    result = doctest.testmod(module)
    assert result.attempted
    assert not result.failed
