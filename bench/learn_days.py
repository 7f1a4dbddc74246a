"""Learns of which day an event is that its report does not date, and writes `day_signs.tsv` of `language/data`.

    python bench/learn_days.py --shared ../shared                 left-one-story-out figures, then learns and writes
    python bench/learn_days.py --shared ../shared --only-figures  the figures alone

Learns from `bench/days.tsv`: the days of the events of seventeen stories of ECB+ (Cybulska and Vossen 2014, CC BY 3.0), judged
by the Dateline authors, and the lines that tell them. A line is named by its report and place; no text is kept. A conditional
logit over the signs of `dateline.weigh.events.days`, each story counting as much as any other.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from dateline import flow
from dateline.group import group, with_events
from dateline.records.report import Report
from dateline.weigh import grouped, words
from dateline.weigh.events.dates import PAST, of_words
from dateline.weigh.events.days import ENOUGH, NONE, Days, Signs
from dateline.weigh.events.whole import by_report
from dateline.weigh.mentions import Mention, mentions

HERE = Path(__file__).parent
TABLE = HERE.parent / "src" / "dateline" / "language" / "data" / "day_signs.tsv"
SOFT = 10.0  # strength of the ridge, of a story's worth of weight
WORTH = 100.0  # weight of a story, however many mentions it has
# share of the words of an event's name in a clause that tells it; by how much more than the next
CLEAR, AHEAD = 0.4, 0.2
HEAD = """# What each sign (see weigh/events/days.py) adds to the log-odds that an event is of a day, or of none that can be
# said (`none`). bench/learn_days.py makes this table.
# source: a conditional logit on judgements of days by the Dateline authors (bench/days.tsv) over stories of ECB+ 1.0,
# source: Copyright Agata Cybulska, Piek Vossen and the VU University of Amsterdam (LREC 2014); numbers, no text
# licence: CC BY 3.0 Unported (attribution as above); changed: learnt numbers in place of the texts
sign\tweight
"""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """An event as it was dated by hand: its day (`?` where it is no one day), its widest bounds, roots of its name."""

    number: str
    day: str
    first: str
    last: str
    words: frozenset[str]

    def can_be(self, day: str) -> bool:
        """Whether it is of a day, or may be."""
        return day == self.day or (bool(self.first and self.last) and self.first <= day <= self.last)


Line = tuple[str, int]
Example = tuple[list[Signs], list[bool]]  # of each candidate, that no day can be said first


def judged() -> tuple[Mapping[str, Mapping[Line, list[Judged]]], Mapping[str, str]]:
    """Of each story the events that each of its lines tells; the days of the reports."""
    rows = (HERE / "days.tsv").read_text(encoding="utf-8").splitlines()
    found: dict[str, dict[Line, list[Judged]]] = defaultdict(lambda: defaultdict(list))
    printed: dict[str, str] = {}
    for row in rows:
        if not row or row.startswith(("#", "story\t")):
            continue
        story, number, day, first, last, named, lines = row.split("\t")
        if not number:
            printed[lines] = day
            continue
        event = Judged(number, day, first, last, frozenset(named.split()))
        for line in lines.split():
            report, start = line.rsplit(":", 1)
            found[story][report, int(start)].append(event)
    return found, printed


def read(shared: Path, printed: Mapping[str, str]) -> Mapping[str, Report]:
    """The reports of the stories, each with the day on which it came out."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        lines = (shared / "eval" / "stories" / "ecbplus.input.jsonl").read_text(encoding="utf-8").splitlines()
        rows = [row for row in map(json.loads, lines) if row["id"] in printed]
        dated = (row | ({"published": printed[row["id"]]} if printed[row["id"]] else {}) for row in rows)
        path.write_text("".join(json.dumps(row) + "\n" for row in dated), encoding="utf-8")
        return {report.id: report for report in flow.read(path)}


def told(mention: Mention, events: Sequence[Judged]) -> Judged | None:
    """The event that a mention in a line tells, of those that the line tells; None where that is not plain."""
    if len({(event.day, event.first, event.last) for event in events}) == 1:
        return events[0]
    text, tongue = mention.marked.report.text, mention.marked.report.language
    head = words.content(mention.event.span.of(text), tongue) | words.content(mention.event.lemma, tongue)
    named = [event for event in events if head & event.words]
    if len({(event.day, event.first, event.last) for event in named}) == 1:
        return named[0]
    clause = words.content(mention.event.clause.of(text), tongue)
    share = [len(clause & event.words) / max(1, len(event.words)) for event in events]
    shares = sorted(((one, -at) for at, one in enumerate(share)), reverse=True)
    clear = shares[0][0] >= CLEAR and shares[0][0] >= shares[1][0] + AHEAD
    return events[-shares[0][1]] if clear else None


def examples(shared: Path) -> Iterator[tuple[str, Example]]:
    """Story, and the candidates of each past mention that its report's words do not date."""
    stories, printed = judged()
    reports = read(shared, printed)
    for name, lines in stories.items():
        mine = sorted({report for report, _ in lines})
        story = with_events(group(tuple(flow.marked([reports[key] for key in mine])), one_story=True)[0])
        seen = tuple(mentions(story))
        days = Days(seen, grouped(story, seen), story.origin_by_report())
        ruled = by_report(seen)
        for mention in seen:
            report = mention.marked.report
            if (
                mention.event.status not in PAST
                or mention.label == "caption"
                or of_words(mention, report.published.day)
            ):
                continue
            inside = mention.event.sentence
            here = [at for where, at in lines if where == report.id and inside.start <= at < inside.end]
            events = [event for at in here for event in lines[report.id, at]]
            event = told(mention, events) if events else None
            if event is not None:
                signs = days.signs(mention, ruled[id(mention)])
                right = [event.can_be(day) for day in signs if day != NONE]
                yield name, (list(signs.values()), [not event.day or not any(right), *right])


def learnt(names: Sequence[str], stories: Sequence[Sequence[Example]]) -> Floats:
    """The weights of the signs under which the right candidates are likeliest."""
    choices = [(example, WORTH / len(story)) for story in stories for example in story]
    table = np.array([[signs.get(name, 0.0) for name in names] for (some, _), _ in choices for signs in some])
    right = np.array([float(one) for (_, some), _ in choices for one in some])
    sizes = [len(some) for (some, _), _ in choices]
    weight = np.array([worth for _, worth in choices])
    begin, of = np.cumsum([0, *sizes[:-1]]), np.repeat(np.arange(len(sizes)), sizes)

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = table @ weights
        odds = np.exp(odds - np.maximum.reduceat(odds, begin)[of])
        chance = odds / np.add.reduceat(odds, begin)[of]
        good = np.add.reduceat(chance * right, begin)
        slope = table.T @ ((chance - chance * right / good[of]) * weight[of])
        return float(-np.sum(weight * np.log(good)) + SOFT / 2 * weights @ weights), slope + SOFT * weights

    found: Floats = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return found


def sure(names: Sequence[str], weights: Floats, example: Example, least: float) -> bool | None:
    """Whether the day that is sure enough is right; None where none is."""
    some, right = example
    odds = np.exp(np.array([[signs.get(name, 0.0) for name in names] for signs in some]) @ weights)
    at = int(np.argmax(odds))
    return right[at] if at and odds[at] / np.sum(odds) >= least else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--only-figures", action="store_true")
    args = parser.parse_args()
    stories: dict[str, list[Example]] = defaultdict(list)
    for story, example in examples(args.shared):
        stories[story].append(example)
    names = sorted({name for some in stories.values() for signs, _ in some for one in signs for name in one})
    for story, own in stories.items():
        weights = learnt(names, [some for other, some in stories.items() if other != story])
        figures = []
        for least in (0.5, ENOUGH, 0.7):
            given = [one for example in own if (one := sure(names, weights, example, least)) is not None]
            figures.append(f"at {least}: {len(given)} dated, {sum(given) / max(1, len(given)):.2f} of them right")
        print(f"{story}, by the others: {len(own)} mentions; {'; '.join(figures)}")
    if not args.only_figures:
        weights = learnt(names, list(stories.values()))
        rows = "\n".join(f"{name}\t{value:.3f}" for name, value in zip(names, weights, strict=True))
        TABLE.write_text(HEAD + rows + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
