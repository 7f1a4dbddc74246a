"""The public names: sorted, all there, and the verbs are functions although rooms share their names."""

from __future__ import annotations

import dateline


def test_the_public_names_are_sorted_and_there() -> None:
    assert dateline.__all__ == sorted(dateline.__all__)
    for name in dateline.__all__:
        assert hasattr(dateline, name)


def test_the_verbs_are_functions() -> None:
    for verb in (dateline.read, dateline.marks, dateline.stories, dateline.tell, dateline.verify):
        assert callable(verb)
