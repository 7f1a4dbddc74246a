"""Kinds of piles at which other programs failed in public: bulletins of one template, one word for two things, taken words."""

from __future__ import annotations

from pathlib import Path

import pytest

import dateline
from made import rows

DAYS = ("2031-03-03", "2031-04-15", "2031-05-16")


def grouped(folder: Path, *reports: tuple[str, str], days: tuple[str, ...] = DAYS) -> tuple[int, set[frozenset[str]]]:
    """How many stories the reports (title and text) are, and which two took words from each other."""
    lines = [
        {"id": name, "title": title, "text": text, "published": day}
        for name, (title, text), day in zip("abc", reports, days, strict=False)
    ]
    told = dateline.tell(rows(folder, *lines, language="en"))
    edges = (edge for story in told.stories for edge in story.edges if edge.kind != "shared-quote")
    return len(told.stories), {frozenset((edge.from_, edge.to)) for edge in edges}


def quake(size: str, place: str, land: str, deep: str, day: str) -> tuple[str, str]:
    return f"Magnitude {size} quake near {place}", (
        f"A quake of magnitude {size} was felt in {place} in the {land} province on {day}, the Institute of Tremors said.\n\n"
        f"The quake was {deep} kilometres deep. No damage was reported and nobody was hurt.\n\n"
        "The Institute of Tremors asks people who felt the quake to write to it. All figures are preliminary.\n\n"
        "This notice was made by a machine."
    )


def match(home: str, away: str, goals: str, who: str, seen: str) -> tuple[str, str]:
    return f"{home} {goals} {away}", (
        f"{home} played {away} {goals} in the Northern League on Saturday.\n\n"
        f"{who} scored for {home} in the first half. The match was watched by {seen} people.\n\n"
        "This report was written automatically from data of the Northern League. The table will be updated on Monday.\n\n"
        "For all results and fixtures see the site of the league."
    )


def shares(firm: str, price: str, rise: str, sold: str, day: str) -> tuple[str, str]:
    return f"{firm} shares rise {rise}%", (
        f"Shares of {firm} rose {rise} per cent to {price} crowns on {day}.\n\n"
        f"Some {sold} shares changed hands on the Sund exchange. The index closed little changed.\n\n"
        "This text was made from data of the Sund exchange. It is no advice to buy or sell shares, and the exchange does "
        "not answer for errors."
    )


def death(name: str, age: str, town: str, trade: str, day: str) -> tuple[str, str]:
    return f"Death notice: {name}", (
        f"{name}, {age}, of {town}, died on {day}. {name.split()[0]} was a {trade}.\n\n"
        "The family receives friends at the chapel of Moor and Sons from noon. Flowers may be sent to the chapel.\n\n"
        "Notices are taken by the paper until five in the afternoon. The paper does not answer for errors in notices that "
        "are sent by telephone."
    )


def road(number: str, town: str, queue: str, day: str, cause: str) -> tuple[str, str]:
    return f"Road {number} closed at {town}", (
        f"Road {number} is closed at {town} after {cause} on {day}. Traffic backs up over {queue} kilometres.\n\n"
        "Drivers are asked to take another road. The police say that the road will be open again in the evening.\n\n"
        "This message was sent by the Traffic Office. Radio Norre reads messages every half hour."
    )


@pytest.mark.parametrize(
    "bulletins",
    [
        (quake("4.0", "Tollen", "Fell", "9", "Tuesday"), quake("3.2", "Marrow", "Shore", "14", "Friday"),
         quake("5.1", "Hask", "Vale", "30", "Sunday")),
        (match("Norre", "Lund", "2-1", "Otto Brask", "3,070"), match("Tarn", "Holm", "3-0", "Mirko Dahl", "3,900"),
         match("Sund", "Skag", "1-4", "Ole Friske", "1,280")),
        (shares("Tarn Rail", "41.20", "2", "14,000", "Monday"), shares("Skag Salt", "9.75", "3", "2,100", "Tuesday"),
         shares("Holm Bank", "120.50", "1", "33,800", "Friday")),
        (death("Jon Molle", "71", "Tarn", "baker", "Sunday"), death("Ida Rask", "88", "Norre", "pilot", "Saturday"),
         death("Otto Brask", "64", "Holm", "sailor", "Monday")),
        (road("7", "Tarn", "4", "Monday", "an accident"), road("31", "Norre", "11", "Tuesday", "a fire"),
         road("102", "Holm", "2", "Friday", "a flood")),
    ],
)  # fmt: skip
def test_bulletins_of_one_template_are_no_copies(tmp_path: Path, bulletins: tuple[tuple[str, str], ...]) -> None:
    assert grouped(tmp_path, *bulletins) == (3, set())


def test_a_bulletin_that_is_carried_on_is_a_copy(tmp_path: Path) -> None:
    title, text = quake("4.0", "Tollen", "Fell", "9", "Tuesday")
    assert grouped(tmp_path, (title, text), ("Tremor shakes Tollen", text)) == (1, {frozenset("ab")})


PAIRS = [
    line.replace("¶", "\n\n").split("\t")
    for line in Path(__file__).with_name("wild_pairs.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("stories", "title", "text", "other", "its"), PAIRS)
def test_one_word_for_two_things_makes_no_story(
    tmp_path: Path, stories: str, title: str, text: str, other: str, its: str
) -> None:
    assert grouped(tmp_path, (title, text), (other, its), days=("2031-05-13", "2031-05-13")) == (int(stories), set())


SOLD = (
    "The council of Holm voted on Monday to sell the water mill to a brewer for 90,000 crowns.\n\n"
    "Mayor Ada Brandt said that the roof alone would have cost the town as much.\n\n"
    "The brewer, Ole Friske, wants to make beer there with water from the stream, which never freezes.\n\n"
    'Neighbours fear the smell. "We have babies here," said Lena Moor, who lives beside the mill.'
)
OWN = (
    "A brewer is to have the old mill of Holm. The council agreed to it on Monday, by seven votes to five.\n\n"
    "The price is 90,000 crowns, our paper has learnt. The mill has stood empty since its last miller died."
)


@pytest.mark.parametrize(
    ("taken", "edges"),
    [
        (SOLD, {frozenset("ab")}),
        ("From our sister paper:\n\n" + SOLD[:170] + "\n\nRead more in the Tarn Echo.", {frozenset("ab")}),
        (SOLD.replace('"', "”").replace("Monday", "Monday,"), {frozenset("ab")}),
        (SOLD.replace("voted on Monday", "decided on Monday").replace("never freezes", "does not freeze"), {frozenset("ab")}),
        (OWN, set()),
        (OWN + '\n\nNot all are glad. "We have babies here," said Lena Moor, who lives beside the mill.', set()),
    ],
)  # fmt: skip
def test_what_took_words_is_tied_and_no_more(tmp_path: Path, taken: str, edges: set[frozenset[str]]) -> None:
    reports = [("Holm sells mill", SOLD), ("Mill goes to brewer", taken)]
    assert grouped(tmp_path, *reports, days=("2031-05-07T08:00", "2031-05-07T12:00"))[1] == edges
