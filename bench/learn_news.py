"""Learns which events of a story an editor would list, and writes `language/data/news_signs.tsv`.

    python bench/learn_news.py --shared ../shared                 left-one-story-out figures, then learns and writes
    python bench/learn_news.py --shared ../shared --only-figures  the figures alone
    --kept FILE: the marked and grouped reports, kept for the next run; to be thrown away when the marks change

Learns from `bench/news.tsv`: events of stories of ECB+ (Cybulska and Vossen 2014, CC BY 3.0), judged by the Dateline authors:
2 must stand in a timeline of a dozen entries, 1 may stand in a full one, 0 is none. An event is named by the report and the
place of one mention; no text is kept. A logistic regression over the signs of `dateline.weigh.events.news`.
"""

from __future__ import annotations

import argparse
import pickle
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from dateline import flow
from dateline.group import group, with_events
from dateline.records import Story
from dateline.weigh import weigh
from dateline.weigh.events.labels import Label
from dateline.weigh.events.news import News
from dateline.weigh.mentions import Mention

HERE = Path(__file__).parent
TABLE = HERE.parent / "src" / "dateline" / "language" / "data" / "news_signs.tsv"
SOFT = 0.1  # inverse strength of the ridge
HEAD = """# What each sign of an event adds to the log-odds that an editor lists it among what happened (what they are says
# weigh/events/news.py); without a name what all begin with. bench/learn_news.py makes this table.
# source: a logistic regression on judgements of events by the Dateline authors (bench/news.tsv) over stories of ECB+ 1.0,
# source: Copyright Agata Cybulska, Piek Vossen and the VU University of Amsterdam (LREC 2014); numbers, no text
# licence: CC BY 3.0 Unported (attribution as above); changed: learnt numbers in place of the texts
sign\tweight
"""

Place = tuple[str, int]
Signs = dict[str, float]


def stories(shared: Path, kept: Path | None) -> tuple[Story, ...]:
    """The stories of the judged reports, as Dateline makes them."""
    if kept is not None and kept.exists():
        return tuple(pickle.loads(kept.read_bytes()))
    made = group(tuple(flow.marked(flow.read(shared / "eval" / "stories" / "ecbplus.input.jsonl"))))
    made = tuple(with_events(story) for story in made if len(story.reports) > 1)
    if kept is not None:
        kept.write_bytes(pickle.dumps(made))
    return made


def judged() -> Mapping[Place, int]:
    """The grade of each judged event, by the place of the mention that it was judged by."""
    rows = (HERE / "news.tsv").read_text(encoding="utf-8").splitlines()
    cells = (row.split("\t") for row in rows if row and not row.startswith("#"))
    return {(report, int(start)): int(grade) for report, start, grade, *_ in cells if start.isdigit()}


def examples(some: Sequence[Story]) -> Iterator[tuple[str, int, Signs]]:
    """Story, grade and signs of each judged event."""
    grades = judged()
    for story in some:
        here = {marked.report.id for marked in story.reports}
        mine = {place: grade for place, grade in grades.items() if place[0] in here}
        signs: dict[Place, Signs] = {}

        def noted(news: News, group: Sequence[Mention], named: Label, signs: dict[Place, Signs] = signs) -> float:
            own = news.signs(group, named)
            signs.update({(mention.marked.report.id, mention.event.span.start): own for mention in group})
            return 1.0

        if mine:
            with mock.patch.object(News, "of", noted):
                weigh(story)
            yield from ((story.id, grade, signs[place]) for place, grade in sorted(mine.items()) if place in signs)


def model() -> Any:
    """Signs on one scale, then the regression."""
    return make_pipeline(StandardScaler(), LogisticRegression(C=SOFT, max_iter=3000))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--only-figures", action="store_true")
    parser.add_argument("--kept", type=Path)
    args = parser.parse_args()
    rows = list(examples(stories(args.shared, args.kept)))
    names = sorted(rows[0][2])
    table = np.array([[signs[name] for name in names] for _, _, signs in rows])
    of, grade = np.array([story for story, _, _ in rows]), np.array([grade for _, grade, _ in rows])
    chance = np.zeros(len(rows))
    for story in sorted(set(of)):
        held = of == story
        chance[held] = model().fit(table[~held], grade[~held] > 0).predict_proba(table[held])[:, 1]
    print(
        f"{len(rows)} events of {len(set(of))} stories; listed {np.mean(grade > 0):.3f}, musts {np.mean(grade > 1):.3f}"
    )
    print(f"area under the curve, each story by the others: listed {roc_auc_score(grade > 0, chance):.3f}")
    for least in (0.3, 0.4, 0.5, 0.6):
        kept = chance > least
        listed, musts = (np.sum((grade > some) & kept) / np.sum(grade > some) for some in (0, 1))
        print(
            f"at {least}: precision {np.mean(grade[kept] > 0):.3f}, of the listed {listed:.3f}, of the musts {musts:.3f}"
        )
    if not args.only_figures:
        scale, line = model().fit(table, grade > 0)
        weight = line.coef_[0] / scale.scale_
        start = line.intercept_[0] - float(np.sum(weight * scale.mean_))
        lines = [f"\t{start:.3f}", *(f"{name}\t{value:.3f}" for name, value in zip(names, weight, strict=True))]
        TABLE.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
