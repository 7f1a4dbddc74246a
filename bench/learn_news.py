"""Learns which events of a story an editor would list, and writes `news_signs.tsv` and `news_words.tsv` of `language/data`.

    python bench/learn_news.py --shared ../shared                 left-one-story-out figures, then learns and writes
    python bench/learn_news.py --shared ../shared --only-figures  the figures alone
    --kept FILE: the marked and grouped reports, kept for the next run; to be thrown away when the marks change

Learns from `bench/news.tsv`: events of stories of ECB+ (Cybulska and Vossen 2014, CC BY 3.0), judged by the Dateline authors:
2 must stand in a timeline of a dozen entries, 1 may stand in a full one, 0 is none. An event is named by the report and the
place of one mention; no text is kept. A logistic regression over the signs of `dateline.weigh.events.news`, one of which is
how often a word's events were listed; in learning, that is told of each event by the other stories alone.
"""

from __future__ import annotations

import argparse
import math
import pickle
from collections import Counter
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
from dateline.weigh.events.news import HALF, News, word_of
from dateline.weigh.mentions import Mention

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "dateline" / "language" / "data"
SOFT = 0.1  # inverse strength of the ridge
HELD = 4.0  # events of the average that a word's own are held against
LEAST = 2  # events from which a word is kept
HEAD = """# What each sign of an event adds to the log-odds that an editor lists it among what happened (what they are says
# weigh/events/news.py); without a name what all begin with. bench/learn_news.py makes this table.
# source: a logistic regression on judgements of events by the Dateline authors (bench/news.tsv) over stories of ECB+ 1.0,
# source: Copyright Agata Cybulska, Piek Vossen and the VU University of Amsterdam (LREC 2014); numbers, no text
# licence: CC BY 3.0 Unported (attribution as above); changed: learnt numbers in place of the texts
sign\tweight
"""
HEAD_OF_WORDS = """# The log-odds that an editor lists what is told by a word among what happened; without a word those of all.
# bench/learn_news.py makes this table.
# source: judgements of events by the Dateline authors (bench/news.tsv) over stories of ECB+ 1.0,
# source: Copyright Agata Cybulska, Piek Vossen and the VU University of Amsterdam (LREC 2014); numbers, no text
# licence: CC BY 3.0 Unported (attribution as above); changed: learnt numbers in place of the texts
word\todds
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


def examples(some: Sequence[Story]) -> Iterator[tuple[str, int, Signs, str]]:
    """Story, grade, signs and word of each judged event."""
    grades = judged()
    for story in some:
        here = {marked.report.id for marked in story.reports}
        mine = {place: grade for place, grade in grades.items() if place[0] in here}
        signs: dict[Place, tuple[Signs, str]] = {}

        def noted(
            news: News, group: Sequence[Mention], named: Label, signs: dict[Place, tuple[Signs, str]] = signs
        ) -> float:
            own = news.signs(group, named), word_of(group)
            signs.update({(mention.marked.report.id, mention.event.span.start): own for mention in group})
            return 1.0

        if mine:
            with mock.patch.object(News, "of", noted):
                weigh(story)
            yield from ((story.id, grade, *signs[place]) for place, grade in sorted(mine.items()) if place in signs)


def odds(words: Sequence[str], listed: Any) -> dict[str, float]:
    """The log-odds of each word's events to be listed, held against those of all; without a word those of all."""
    every, mean = Counter(words), float(np.mean(listed))
    own = Counter(word for word, is_listed in zip(words, listed, strict=True) if is_listed)
    share = {
        word: (own[word] + HELD * mean) / (count + HELD) for word, count in sorted(every.items()) if count >= LEAST
    }
    return {word: math.log(value / (1 - value)) for word, value in {"": mean, **share}.items()}


def with_words(table: Any, names: Sequence[str], words: Any, of: Any, listed: Any, learning: Any) -> Any:
    """The table of signs with the word's odds, for each story by the other stories that are learnt from; sayings have those of
    all words.
    """
    out, at = table.copy(), names.index("word")
    for story in sorted(set(of)):
        here, others = of == story, learning & (of != story)
        known = odds(list(words[others]), listed[others])
        out[here, at] = [known.get(word, known[""]) for word in words[here]]
    out[_says(table, names), at] = odds(list(words[learning]), listed[learning])[""]
    return out


def _says(table: Any, names: Sequence[str]) -> Any:
    return table[:, names.index("said")] > HALF


def model() -> Any:
    """Signs on one scale, then the regression."""
    return make_pipeline(StandardScaler(), LogisticRegression(C=SOFT, max_iter=3000))


def weighed(fitted: Any, names: Sequence[str]) -> str:
    """The rows of a table of weights: what all begin with, and what each sign adds, in its own scale."""
    scale, line = fitted
    weight = line.coef_[0] / scale.scale_
    start = line.intercept_[0] - float(np.sum(weight * scale.mean_))
    return "".join((f"\t{start:.3f}\n", *(f"{name}\t{one:.3f}\n" for name, one in zip(names, weight, strict=True))))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--only-figures", action="store_true")
    parser.add_argument("--kept", type=Path)
    args = parser.parse_args()
    rows = list(examples(stories(args.shared, args.kept)))
    names = sorted(rows[0][2])
    table = np.array([[signs[name] for name in names] for _, _, signs, _ in rows])
    of, grade = np.array([row[0] for row in rows]), np.array([row[1] for row in rows])
    words, listed = np.array([row[3] for row in rows]), grade > 0
    chance = np.zeros(len(rows))
    for story in sorted(set(of)):
        held = of == story
        told = with_words(table, names, words, of, listed, ~held)
        chance[held] = model().fit(told[~held], listed[~held]).predict_proba(told[held])[:, 1]
    print(
        f"{len(rows)} events of {len(set(of))} stories; listed {np.mean(grade > 0):.3f}, musts {np.mean(grade > 1):.3f}"
    )
    print(f"area under the curve, each story by the others: listed {roc_auc_score(grade > 0, chance):.3f}")
    for least in (0.3, 0.4, 0.5, 0.6):
        kept = chance > least
        found, musts = (np.sum((grade > some) & kept) / np.sum(grade > some) for some in (0, 1))
        print(
            f"at {least}: precision {np.mean(grade[kept] > 0):.3f}, of the listed {found:.3f}, of the musts {musts:.3f}"
        )
    if not args.only_figures:
        told = with_words(table, names, words, of, listed, np.ones(len(rows), bool))
        (DATA / "news_signs.tsv").write_text(HEAD + weighed(model().fit(told, listed), names), encoding="utf-8")
        known = (f"{word}\t{value:.3f}" for word, value in odds(list(words), listed).items())
        (DATA / "news_words.tsv").write_text(HEAD_OF_WORDS + "\n".join(known) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
