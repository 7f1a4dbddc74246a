"""Learns of which day an event is that its report does not date, and writes `day_signs.tsv` of `language/data`.

    python bench/learn_days.py --shared ../shared                 left-one-topic-out figures, then learns and writes
    python bench/learn_days.py --shared ../shared --only-figures  the figures alone

Learns from `bench/marks.tsv`: what happened in stories of ECB+ (Cybulska and Vossen 2014, CC BY 3.0), and which marked words
tell it, judged by the Dateline authors; no text is kept. A conditional logit over the signs of `dateline.weigh.events.days`,
each story of some size counting as much as any other.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from dateline import flow
from dateline.group import group, with_events
from dateline.weigh import grouped
from dateline.weigh.events.dates import of_words
from dateline.weigh.events.days import ENOUGH, NONE, Days, Signs, is_asked
from dateline.weigh.events.whole import by_report
from dateline.weigh.mentions import mentions
from judged import stories, topics

HERE = Path(__file__).parent
TABLE = HERE.parent / "src" / "dateline" / "language" / "data" / "day_signs.tsv"
SOFT = 10.0  # strength of the ridge, of a story's worth of weight
WORTH = 100.0  # weight of a story, however many mentions it has
FEWEST = 40  # but for a small one: of a mention no more than in a story of so many
HEAD = """# What each sign (see weigh/events/days.py) adds to the log-odds that an event is of a day, or of none that can be
# said (`none`). bench/learn_days.py makes this table.
# source: a conditional logit on judgements of days by the Dateline authors (bench/marks.tsv) over stories of ECB+ 1.0,
# source: Copyright Agata Cybulska, Piek Vossen and the VU University of Amsterdam (LREC 2014); numbers, no text
# licence: CC BY 3.0 Unported (attribution as above); changed: learnt numbers in place of the texts
sign\tweight
"""

Floats = NDArray[np.float64]


Example = tuple[list[Signs], list[bool]]  # of each candidate, that no day can be said first


def examples(shared: Path) -> Iterator[tuple[str, Example]]:
    """Topic, and the candidates of each past mention that its report's words do not date."""
    for judged in stories(shared):
        story = with_events(group(tuple(flow.marked(judged.reports)), one_story=True)[0])
        seen = tuple(mentions(story))
        days = Days(seen, grouped(story, seen), story.origin_by_report())
        ruled = by_report(seen)
        for mention in seen:
            report = mention.marked.report
            event = judged.events.get((report.id, mention.event.span.start))
            if event is None or not is_asked(mention) or of_words(mention, report.published.day):
                continue
            signs = days.signs(mention, ruled[id(mention)])
            right = [event.can_be(day) for day in signs if day != NONE]
            yield judged.name, (list(signs.values()), [not event.day or not any(right), *right])


def learnt(names: Sequence[str], stories: Sequence[Sequence[Example]]) -> Floats:
    """The weights of the signs under which the right candidates are likeliest."""
    choices = [(example, WORTH / max(FEWEST, len(story))) for story in stories for example in story]
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
    found: dict[str, list[Example]] = defaultdict(list)
    for story, example in examples(args.shared):
        found[story].append(example)
    names = sorted({name for some in found.values() for signs, _ in some for one in signs for name in one})
    given: dict[float, list[bool]] = defaultdict(list)
    for story, own in found.items():
        weights = learnt(names, [some for other, some in found.items() if topics()[other] != topics()[story]])
        for least in (0.5, ENOUGH, 0.7):
            given[least] += [one for example in own if (one := sure(names, weights, example, least)) is not None]
    print(f"{sum(map(len, found.values()))} mentions of {len(found)} stories, each topic by the others")
    for least, right in sorted(given.items()):
        print(f"at {least}: {len(right)} dated, {sum(right) / max(1, len(right)):.3f} of them right")
    if not args.only_figures:
        weights = learnt(names, list(found.values()))
        rows = "\n".join(f"{name}\t{value:.3f}" for name, value in zip(names, weights, strict=True))
        TABLE.write_text(HEAD + rows + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
