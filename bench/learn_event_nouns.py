"""Learn `language/data/event_signs.tsv`: what each sign of a noun says of whether the noun tells of an event.

    python bench/learn_event_nouns.py --shared ../shared [--out FILE]

A logistic regression over the signs of `language.english.events.nouns.signs`, on the event annotation of ECB+. A noun is an
event where the annotators have the head of one; nouns in expressions of time are left out. Prints how well nouns are told
apart by weights that were learnt on other topics, at several scores, and writes the weights that were learnt on all of them.
The same data, code and parser give the same table: coefficients are rounded to two places.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from dateline import flow
from dateline.language.english.events import nouns
from dateline.mark import parse, times

TABLE = Path(__file__).parents[1] / "src/dateline/language/data/event_signs.tsv"
Array = Any  # numpy's arrays, their shapes said where they are made
SEEN, TOPICS = 15, 5  # a sign is weighed from so many nouns that have it, in so many topics
SHRINKING = 8.0  # the weight of the sum of squares of the coefficients
STEPS, STILL = 12, 1e-5  # of Newton's method: at most so many, until no coefficient moves by more
LEAST = 0.05  # what weighs less is left out
FOLDS = 5
SCORES = (-1.2, nouns.LEAST, -0.4, 0.0, 0.4)

HEAD = """\
# Weights of the signs by which a noun is taken for an event: what it adds to the logarithm of the odds (language/english/events/nouns.py).
# sign: `sense`, `mostly`, `thing`, `seen`, `verb` after event_lexicon.tsv; `listed` in event_nouns.tsv; `as` what it is to its governor,
#   `after` a preposition, `under` what kind of governor, `det`, `owned`, `with` (a preposition under it) and the labels of the parse;
#   A&B where both hold.
# source: a logistic regression on the event annotation of the ECB+ corpus 1.0 (topics 1-35), (c) Agata Cybulska, Piek Vossen and the VU
#   University of Amsterdam (A. Cybulska and P. Vossen, Using a sledgehammer to crack a nut?, LREC 2014); no text of it is here
# licence: CC BY 3.0 Unported (creativecommons.org/licenses/by/3.0) for what derives from the annotation; changed: coefficients only
sign	weight
"""  # noqa: E501 - lines of the table


@dataclass(frozen=True, slots=True)
class Case:
    """A noun in an annotated sentence: its topic, whether it is an event, and how strongly each sign holds of it."""

    topic: int
    is_event: bool
    signs: Mapping[str, float]


def cases(shared: Path) -> Iterator[Case]:
    """The nouns of ECB+ that may tell of an event, in the sentences that were annotated."""
    gold_rows = (shared / "eval/events/events.gold.jsonl").read_text(encoding="utf-8").splitlines()
    gold = {row["id"]: row for row in map(json.loads, gold_rows)}
    for parsed in parse.parses(list(flow.read(shared / "eval/stories/ecbplus.input.jsonl"))):
        yield from _of_report(parsed, gold[parsed.report.id])


def _of_report(parsed: parse.Parse, gold: Mapping[str, Any]) -> Iterator[Case]:
    timed = [time.span for time in times.times(parsed)]
    for sentence in parsed.quiet:
        for token in filter(nouns.candidate, sentence.doc):
            span = sentence.place(token)
            annotated = any(start <= span.start < end for start, end in gold["sentences"])
            if not annotated or any(time.holds(span) for time in timed):
                continue
            heads = ((mention["head_start"], mention["head_end"]) for mention in gold["mentions"])
            signs: dict[str, float] = defaultdict(float)
            for sign, strength in nouns.signs(token):
                signs[sign] += strength
            yield Case(gold["topic"], any(start < span.end and span.start < end for start, end in heads), signs)


def known_signs(found: Sequence[Case]) -> list[str]:
    """The signs that are common enough to be weighed, in the order of the alphabet."""
    seen = Counter(sign for case in found for sign in case.signs)
    topics: dict[str, set[int]] = defaultdict(set)
    for case in found:
        for sign in case.signs:
            topics[sign].add(case.topic)
    return sorted(sign for sign, count in seen.items() if count >= SEEN and len(topics[sign]) >= TOPICS)


def matrix(found: Sequence[Case], signs: Sequence[str]) -> Array:
    """How strongly each sign holds of each noun: nouns x signs."""
    column = {sign: index for index, sign in enumerate(signs)}
    strengths = np.zeros((len(found), len(signs)))
    for row, case in enumerate(found):
        for sign, strength in case.signs.items():
            if sign in column:
                strengths[row, column[sign]] = strength
    return strengths


def fitted(strengths: Array, labels: Array) -> Array:
    """The coefficient of each sign, by Newton's method with shrinking."""
    weights = np.zeros(strengths.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-(strengths @ weights)))
        slope = strengths.T @ (likely - labels) + SHRINKING * weights
        curve = (strengths.T * (likely * (1 - likely))) @ strengths + np.diag(np.full(len(weights), SHRINKING))
        step = np.linalg.solve(curve, slope)
        weights -= step
        if abs(step).max() < STILL:
            break
    return weights


def by_other_topics(strengths: Array, labels: Array, topics: Array) -> Array:
    """The score of each noun by weights that were learnt without its topic."""
    scores = np.zeros(len(labels))
    for fold in range(FOLDS):
        held = topics % FOLDS == fold
        scores[held] = strengths[held] @ fitted(strengths[~held], labels[~held])
    return scores


def figures(scores: Array, labels: Array) -> Iterator[str]:
    """A line for each least score: precision, recall and F1 of the nouns that reach it."""
    for least in SCORES:
        taken = scores >= least
        right = float((taken & (labels > 0)).sum())
        precision, recall = right / taken.sum(), right / labels.sum()
        f1 = 2 * right / (taken.sum() + labels.sum())
        yield f"score >= {least:4.1f}: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"


def main() -> None:
    """Learn, print the figures, write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder of the shared evaluation data")
    parser.add_argument("--out", type=Path, default=TABLE)
    options = parser.parse_args()
    found = list(cases(options.shared))
    signs = known_signs(found)
    strengths = matrix(found, signs)
    labels, topics = np.array([float(case.is_event) for case in found]), np.array([case.topic for case in found])
    print(f"{len(found)} nouns, {int(labels.sum())} of them events; {len(signs)} signs")
    print("\n".join(figures(by_other_topics(strengths, labels, topics), labels)))
    weights = zip(signs, fitted(strengths, labels), strict=True)
    rows = [f"{sign}\t{round(float(weight), 2)}\n" for sign, weight in weights if abs(weight) >= LEAST]
    options.out.write_text(HEAD + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
