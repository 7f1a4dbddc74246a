"""Learns which attributions without a clause are statements, and writes `statement_signs.tsv` of `language/data`.

    python bench/learn_statements.py --shared ../shared                 left-one-topic-out figures, then learns and writes
    python bench/learn_statements.py --shared ../shared --only-figures  the figures alone

Learns from `bench/statements.tsv`: attributions that the marker finds in reports of ECB+ (Cybulska and Vossen 2014, CC BY 3.0)
in frames that are no clause (`announced the sale`, `talked about it`), judged by the Dateline authors: whether somebody tells
something that can be so or not. One is named by its report, and by where its content and its cue start; no text is kept. A
logistic regression over the signs of `dateline.language.english.reporting.learnt`.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from unittest import mock

import numpy as np
from sklearn.linear_model import LogisticRegression

from dateline import flow
from dateline.language.english.reporting import telling
from dateline.language.english.reporting.learnt import signs_of
from dateline.language.reporting import Draft
from dateline.mark import mark
from dateline.records.marks import Polarity

HERE = Path(__file__).parent
TABLE = HERE.parent / "src" / "dateline" / "language" / "data" / "statement_signs.tsv"
FROM = telling.BARE | {"obj-prep", "obj-to", "small", "to"}  # frames that are learnt from; decided are those of BARE
SOFT = 0.5  # inverse strength of the ridge
LEAST = 4  # attributions that have a sign, from which it is weighed
HEAD = """# What each sign (see language/english/reporting/learnt.py) adds to the log-odds that an attribution without a clause
# is a statement; without a name what all begin with. bench/learn_statements.py makes this table.
# source: a logistic regression on judgements of attributions by the Dateline authors (bench/statements.tsv) over reports of
# source: ECB+ 1.0, Copyright Agata Cybulska, Piek Vossen and the VU University of Amsterdam (LREC 2014); numbers, no text
# licence: CC BY 3.0 Unported (attribution as above); changed: learnt numbers in place of the texts
sign\tweight
"""

Place = tuple[str, int, int]
Signs = Mapping[str, float]


def judged() -> Mapping[Place, bool]:
    """Whether each attribution is a statement."""
    rows = (HERE / "statements.tsv").read_text(encoding="utf-8").splitlines()
    cells = (row.split("\t") for row in rows if row and not row.startswith(("#", "report\t")))
    return {(report, int(content), int(cue)): said == "1" for report, content, cue, said in cells}


def examples(shared: Path) -> Iterator[tuple[str, bool, bool, Signs]]:
    """Topic, whether it is a statement, whether it is one by what is added up alone, and the signs, of each that is judged."""
    known = judged()
    wanted = {report for report, _, _ in known}
    weighed: list[tuple[Draft, Signs]] = []

    def keep(draft: Draft, polarity: Polarity, evidence: float, *, enough: bool) -> Signs:
        weighed.append((draft, signs_of(draft, polarity, evidence, enough=enough)))
        return weighed[-1][1]

    with mock.patch.object(telling, "signs_of", keep), mock.patch.object(telling, "BARE", FROM):
        for report in flow.read(shared / "eval" / "stories" / "ecbplus.input.jsonl"):
            if report.id not in wanted:
                continue
            weighed.clear()
            list(mark([report], only=("quote",)))
            for draft, signs in weighed:
                place = report.id, draft.content[0].start, draft.cues[0].start
                if place in known:
                    yield report.id.partition("_")[0], known[place], bool(signs.get("enough")), signs


def model() -> LogisticRegression:
    return LogisticRegression(C=SOFT, max_iter=5000)


def told(said: np.ndarray, thought: np.ndarray) -> str:
    """Precision and recall of what is thought a statement."""
    right = np.sum(said & thought)
    return f"precision {right / max(1, thought.sum()):.2f}, recall {right / max(1, said.sum()):.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--only-figures", action="store_true")
    args = parser.parse_args()
    rows = list(examples(args.shared))
    counts = Counter(name for *_, signs in rows for name in signs)
    names = sorted(name for name, count in counts.items() if count >= LEAST)
    table = np.array([[signs.get(name, 0.0) for name in names] for *_, signs in rows])
    of, said = np.array([row[0] for row in rows]), np.array([row[1] for row in rows])
    thought = np.zeros(len(rows), bool)
    for topic in sorted(set(of)):
        held = of == topic
        thought[held] = model().fit(table[~held], said[~held]).predict(table[held])
    print(f"{len(rows)} attributions, {said.sum()} of them statements")
    bare = np.array([any(signs.get(f"frame_{frame}") for frame in telling.BARE) for *_, signs in rows])
    print(
        f"{bare.sum()} of bare things; by what is added up alone: {told(said[bare], np.array([row[2] for row in rows])[bare])}"
    )
    print(f"each topic by the others: {told(said[bare], thought[bare])}")
    if not args.only_figures:
        line = model().fit(table, said)
        found = [f"\t{line.intercept_[0]:.3f}"]
        found += [f"{name}\t{value:.3f}" for name, value in zip(names, line.coef_[0], strict=True)]
        TABLE.write_text(HEAD + "\n".join(found) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
