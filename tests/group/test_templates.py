"""Bulletins of one template on two things are no copies of each other; what is taken with its names is."""

from __future__ import annotations

import pytest

from dateline.group import group
from dateline.group.origins.copies import Copies
from dateline.records import Marked
from made import report

MATCH = (
    "{0} beat {1} by {2} to {3} in the regional league on Saturday, the league said.\n\n"
    "It was the {4}th match of the season for both. The table will be brought up to date on the league's site tonight.\n\n"
    "This report was written automatically from the data of the league. Readers who find a mistake in it may write to us."
)
WEATHER = (
    "It will rain in {0} until noon, with a wind of {1} knots from {2}, the weather office said.\n\n"
    "The temperature will not rise over {3} degrees. The forecast is brought up to date every six hours by the office.\n\n"
    "Warnings are sent to all who ask for them on the site of the office, and they can be had in four languages."
)
PRICES = (
    "A tonne of {0} cost {1} crowns on the exchange in {2} when trading ended, after {3} crowns the day before.\n\n"
    "In all {4} tonnes were sold. The prices are those of the last sale before the bell and can still be put right.\n\n"
    "This table was filled in by a machine. The exchange vouches for nothing that is told in it."
)
PLANNING = (
    "The council of {0} gave leave for {1} homes in {2} Street, its clerk said.\n\n"
    "The builder is {3}. Whoever wants to object can do so at the town hall before the end of the month, in writing.\n\n"
    "Notices like this one are made from the council's register, and the paper has not looked into what they tell."
)
RACE = (
    "The race at {0} was won by {1} in {2} minutes, before {3} and {4}, the stewards said.\n\n"
    "All the others came in behind the limit. The result is not final until the stewards have weighed the boats again.\n\n"
    "Results are set from the stewards' lists as they come in, and are put right when the stewards put theirs right."
)


@pytest.mark.parametrize(
    ("form", "one", "other"),
    [
        (MATCH, ("Holm", "Rask", 3, 1, 12), ("Sund", "Tollen", 2, 0, 14)),
        (WEATHER, ("Holm", 12, "Rask", 14), ("Sund", 30, "Drava", 9)),
        (PRICES, ("wheat", 210, "Holm", 204, 500), ("copper", 9100, "Sund", 9050, 75)),
        (PLANNING, ("Holm", 40, "Mill", "Vell"), ("Sund", 12, "Quay", "Oberg")),
        (RACE, ("Holm", "Rauch", 41, "Vell", "Pell"), ("Sund", "Lund", 38, "Cole", "Mohn")),
    ],
)
def test_two_fillings_of_a_template(form: str, one: tuple[object, ...], other: tuple[object, ...]) -> None:
    first, second = (report(form.format(*filling), key=name) for name, filling in (("a", one), ("b", other)))
    assert Copies().add([first, second]) == []
    assert len(group([Marked(first), Marked(second)])) == 2  # nor one story
    again = report(form.format(*one), key="c")
    assert [edge.kind for edge in Copies().add([first, again])] == ["copy"]


def test_a_number_put_right_in_a_copy_is_a_copy_still() -> None:
    texts = (MATCH.format("Holm", "Rask", 3, goals, 12) for goals in (1, 2))
    assert len(Copies().add([report(text, key=name) for text, name in zip(texts, "ab", strict=True)])) == 1
