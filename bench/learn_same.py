"""Learns which sentences of a story say the same, and writes `same_signs.tsv` of `language/data`.

    python bench/learn_same.py --shared ../shared                 left-one-story-out figures, then learns and writes
    python bench/learn_same.py --shared ../shared --only-figures  the figures alone

Learns from `bench/same.tsv`: what the reports of eight stories of ECB+ (Cybulska and Vossen 2014, CC BY 3.0) agree on, judged
by the Dateline authors: the lines that say one thing. A line is named by its report and place; no text is kept. A logistic
regression over the signs of `dateline.weigh.claims.same`, each story counting as much as any other.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from dateline import flow
from dateline.group import group
from dateline.weigh.claims.same import SURE, Lines
from dateline.weigh.index import Index

HERE = Path(__file__).parent
TABLE = HERE.parent / "src" / "dateline" / "language" / "data" / "same_signs.tsv"
SOFT = 1.0  # inverse strength of the ridge, of a story's worth of weight
WORTH = 1000.0  # weight of a story, however many pairs of sentences it has
HEAD = """# What each sign (see weigh/claims/same.py) adds to the log-odds that two sentences of a story say the same;
# without a name what all begin with. bench/learn_same.py makes this table.
# source: a logistic regression on judgements of lines by the Dateline authors (bench/same.tsv) over stories of ECB+ 1.0,
# source: Copyright Agata Cybulska, Piek Vossen and the VU University of Amsterdam (LREC 2014); numbers, no text
# licence: CC BY 3.0 Unported (attribution as above); changed: learnt numbers in place of the texts
sign\tweight
"""

Line = tuple[str, int]


def judged() -> Mapping[str, Mapping[Line, frozenset[str]]]:
    """Of each story the claims that each of its lines makes."""
    rows = (HERE / "same.tsv").read_text(encoding="utf-8").splitlines()
    cells = (row.split("\t") for row in rows if row and not row.startswith(("#", "story\t")))
    found: dict[str, dict[Line, frozenset[str]]] = defaultdict(lambda: defaultdict(frozenset))
    for story, claim, report, start in cells:
        found[story][report, int(start)] |= {claim}
    return found


def examples(shared: Path) -> Iterator[tuple[str, bool, Mapping[str, float]]]:
    """Story, whether they say the same, and the signs, of each pair of sentences that share something."""
    reports = {report.id: report for report in flow.read(shared / "eval" / "stories" / "ecbplus.input.jsonl")}
    for name, claims in judged().items():
        mine = sorted({report for report, _ in claims})
        index = Index(group(tuple(flow.marked([reports[key] for key in mine])), one_story=True)[0])
        lines = Lines(index)
        says = [
            frozenset[str]().union(
                *(
                    made
                    for (report, start), made in claims.items()
                    if report == line.place.report
                    and line.place.sentence.span.start <= start < line.place.sentence.span.end
                )
            )
            for line in lines.all
        ]
        for a, b in combinations(range(len(lines.all)), 2):
            one, other = lines.all[a], lines.all[b]
            if one.place.report != other.place.report and one.words & other.words:
                yield name, bool(says[a] & says[b]), lines.signs(a, b)


def model() -> Any:
    """Signs on one scale, then the regression."""
    return make_pipeline(StandardScaler(), LogisticRegression(C=SOFT, max_iter=3000))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--only-figures", action="store_true")
    args = parser.parse_args()
    rows = list(examples(args.shared))
    names = sorted(rows[0][2])
    table = np.array([[signs[name] for name in names] for _, _, signs in rows])
    of, same = np.array([row[0] for row in rows]), np.array([row[1] for row in rows])
    weight = WORTH / np.array([np.sum(of == story) for story in of])
    for story in sorted(set(of)):
        held = of == story
        known = model().fit(table[~held], same[~held], logisticregression__sample_weight=weight[~held])
        chance = known.predict_proba(table[held])[:, 1]
        told = "; ".join(
            f"at {least}: precision {np.mean(same[held][chance >= least]):.2f}, "
            f"recall {np.sum(same[held] & (chance >= least)) / np.sum(same[held]):.2f}"
            for least in (0.5, SURE)
        )
        print(f"{story}, by the others: {np.sum(held)} pairs, {np.sum(same[held])} say the same; {told}")
    if not args.only_figures:
        scale, line = model().fit(table, same, logisticregression__sample_weight=weight)
        weights = line.coef_[0] / scale.scale_
        start = line.intercept_[0] - float(np.sum(weights * scale.mean_))
        found = [f"\t{start:.3f}", *(f"{name}\t{value:.3f}" for name, value in zip(names, weights, strict=True))]
        TABLE.write_text(HEAD + "\n".join(found) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
