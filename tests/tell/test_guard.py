"""The guard: what a line says stands in its cites, or is the recorded value of a mark there."""

from __future__ import annotations

import pytest

from dateline.cite import Cite, Cites
from dateline.tell.guard import breaches

WORDS = "“I never met Mr Rind,” Kaja Brandt said on Friday of the fourteen-man crew."
CITES: Cites = (Cite("a", 0, len(WORDS), WORDS),)


@pytest.mark.parametrize(
    "line",
    [
        WORDS,
        "Kaja Brandt said on Friday [14 March 2031]: “I never met Mr Rind”.",
        "The crew of Brandt’s was fourteen.",
    ],
)
def test_what_the_cites_hold_passes(line: str) -> None:
    assert breaches(line, CITES, ["14 March 2031"]) == ()


@pytest.mark.parametrize(
    ("line", "offends"),
    [
        ("Sund said so on Friday.", "'Sund'"),
        ("Brandt said so to Olav.", "'Olav'"),
        ("Brandt has a crew of fifteen.", "'fifteen'"),
        ("Brandt paid 7,312 crowns.", "'7,312'"),
        ("Brandt said so on 14 March 2031.", "'14 March 2031'"),
        ("“I met Mr Rind,” Brandt said.", "'I met Mr Rind,'"),
    ],
)
def test_what_they_do_not_hold_is_named(line: str, offends: str) -> None:
    assert any(offends in why for why in breaches(line, CITES))
