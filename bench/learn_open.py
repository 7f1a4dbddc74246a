"""Learns which sentences leave something open, and writes `open_signs.tsv` of `language/data`.

    python bench/learn_open.py --shared ../shared                 left-one-topic-out figures, then learns and writes
    python bench/learn_open.py --shared ../shared --only-figures  the figures alone

Learns from `bench/open.tsv`: the lines of stories of ECB+ (Cybulska and Vossen 2014, CC BY 3.0) by which the Dateline authors
say that something is not known; no text is kept. A logistic regression over words and pairs of words that lines of
several topics have.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from dateline.language.english.claims import open_words

HERE = Path(__file__).parent
TABLE = HERE.parent / "src" / "dateline" / "language" / "data" / "open_signs.tsv"
TOPICS = 8  # topics that must have a word or pair
OFTEN = 4  # lines that must
SOFT = 0.15  # inverse strength of the ridge
FAINT = 0.02  # a weight nearer to none is left out
HEAD = """# What words and pairs of words add to the log-odds that a sentence leaves something open; without words what all
# begin with. bench/learn_open.py makes this table.
# source: a logistic regression on judgements of lines by the Dateline authors (bench/open.tsv) over stories of ECB+ 1.0,
# source: Copyright Agata Cybulska, Piek Vossen and the VU University of Amsterdam (LREC 2014); words and numbers, no text
# licence: CC BY 3.0 Unported (attribution as above); changed: learnt numbers in place of the texts
words\tweight
"""


def examples(shared: Path) -> Iterator[tuple[str, frozenset[str], bool]]:
    """Topic, words, and whether it leaves something open, of each judged line."""
    lines = (HERE / "open.tsv").read_text(encoding="utf-8").splitlines()
    judged = dict(line.split("\t") for line in lines if line and not line.startswith("#"))
    for row in map(
        json.loads, (shared / "eval" / "stories" / "ecbplus.input.jsonl").read_text(encoding="utf-8").splitlines()
    ):
        if row["id"] not in judged:
            continue
        open_at = set(map(int, judged[row["id"]].split()))
        at = 0
        for line in row["text"].split("\n"):
            if line.strip():
                yield row["id"].split("_")[0], open_words(line), at + len(line) - len(line.lstrip()) in open_at
            at += len(line) + 1


def known(rows: Sequence[tuple[str, frozenset[str], bool]]) -> list[str]:
    """The words and pairs that several topics have."""
    topics: dict[str, set[str]] = defaultdict(set)
    often: dict[str, int] = defaultdict(int)
    for topic, words, _ in rows:
        for word in words:
            topics[word].add(topic)
            often[word] += 1
    return sorted(word for word in topics if len(topics[word]) >= TOPICS and often[word] >= OFTEN)


def table(rows: Sequence[tuple[str, frozenset[str], bool]], names: Sequence[str]) -> sparse.csr_matrix:
    """Lines by words, 1 where a line has it."""
    at = {name: number for number, name in enumerate(names)}
    places = [(row, at[word]) for row, (_, words, _) in enumerate(rows) for word in sorted(words) if word in at]
    found, columns = zip(*places, strict=True)
    return sparse.csr_matrix((np.ones(len(places)), (found, columns)), shape=(len(rows), len(names)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--only-figures", action="store_true")
    args = parser.parse_args()
    rows = list(examples(args.shared))
    names = known(rows)
    every, is_open = table(rows, names), np.array([row[2] for row in rows])
    of, chance = np.array([row[0] for row in rows]), np.zeros(len(rows))
    for topic in sorted(set(of)):
        held = of == topic
        fitted = LogisticRegression(C=SOFT, max_iter=500).fit(every[~held], is_open[~held])
        chance[held] = fitted.predict_proba(every[held])[:, 1]
    print(
        f"{len(rows)} lines of {len(set(of))} topics, {np.sum(is_open)} leave something open; {len(names)} words and pairs"
    )
    print(f"average precision, each topic by the others: {average_precision_score(is_open, chance):.3f}")
    for least in (0.2, 0.3, 0.4, 0.5, 0.6):
        kept = chance > least
        print(
            f"at {least}: precision {np.mean(is_open[kept]):.3f}, found {np.sum(is_open & kept) / np.sum(is_open):.3f}"
        )
    if not args.only_figures:
        fitted = LogisticRegression(C=SOFT, max_iter=500).fit(every, is_open)
        weights = zip(names, fitted.coef_[0], strict=True)
        lines = [f"\t{fitted.intercept_[0]:.3f}", *(f"{name}\t{one:.3f}" for name, one in weights if abs(one) >= FAINT)]
        TABLE.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
