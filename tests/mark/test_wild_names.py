"""People whose given names no list has, and whom the parser does not know."""

from __future__ import annotations

import pytest

from made import marked, report


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Edda Cole denied it.", True),
        ("Edda Cole sold the mill.", True),
        ("Edda Cole will visit the works on Friday.", True),
        ("Edda Cole has sued the council.", True),
        ('Edda Cole said the mill would be sold. "I am tired," said Cole.', True),
        ("Runa Vell and Edda Cole were named judges.", True),
        ("Tarn Rail denied it.", False),
        ("Lund Mercury said that its editor would go.", False),
        ("Salt Works denied it.", False),
    ],
)
def test_two_words_of_no_dictionary_that_do_something_are_a_person(text: str, person: bool) -> None:
    first = " ".join(text.split()[:2])
    names = {name.name for name in marked(report(text, day="2031-05-14"), "name").names if name.type == "PERSON"}
    assert (("Edda Cole" if "Edda" in text else first) in names) == person


@pytest.mark.parametrize(
    ("opening", "him", "her"),
    [
        ("Edda Cole sued her uncle, Hugo Cole, over a barn.", "Hugo Cole", "Edda Cole"),
        ("Edda Cole sued her brother, Hugo Cole, over a barn.", "Hugo Cole", "Edda Cole"),
        ("Hugo Cole sued his aunt, Edda Cole, over a barn.", "Hugo Cole", "Edda Cole"),
    ],
)
def test_relatives_of_one_surname_are_told_apart(opening: str, him: str, her: str) -> None:
    text = f"{opening}\n\nMr Cole said that the barn was old.\n\nMs Cole said that it was new."
    names = [name.name for name in marked(report(text, day="2031-05-14"), "name").names]
    assert names[-2:] == [him, her]
