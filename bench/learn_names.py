"""Learns which words of reports an editor takes for the name of an event, and writes `name_signs.tsv` of `language/data`.

    python bench/learn_names.py --shared ../shared                 left-one-story-out figures, then learns and writes
    python bench/learn_names.py --shared ../shared --only-figures  the figures alone
    --kept FILE: the marked and grouped reports, kept for the next run; to be thrown away when the marks change

Learns from `bench/names.tsv`: names that Dateline cut from stories of ECB+ (Cybulska and Vossen 2014, CC BY 3.0), graded by the
Dateline authors. A name is kept by its line and the roots of its words; no text is kept. A logistic regression over the signs
of `dateline.weigh.events.naming`.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
from sklearn.metrics import roc_auc_score

from dateline.records import Story
from dateline.weigh import weigh, words
from dateline.weigh.events.clauses import Cut
from dateline.weigh.events.naming import Naming
from dateline.weigh.mentions import Mention
from learn_news import model, stories, weighed

HERE = Path(__file__).parent
TABLE = HERE.parent / "src" / "dateline" / "language" / "data" / "name_signs.tsv"
WORTH = {"g": 1.0, "a": 0.5, "b": 0.0}  # good, acceptable, bad
FEWEST = 5  # names of which a sign is learnt
HEAD = """# What each sign of words adds to the log-odds that they are a good name of an event (what they are says
# weigh/events/naming.py); without a name what all begin with. bench/learn_names.py makes this table.
# source: a logistic regression on judgements of names by the Dateline authors (bench/names.tsv) over stories of ECB+ 1.0,
# source: Copyright Agata Cybulska, Piek Vossen and the VU University of Amsterdam (LREC 2014); numbers, no text
# licence: CC BY 3.0 Unported (attribution as above); changed: learnt numbers in place of the texts
sign\tweight
"""

Signs = dict[str, float]
Key = tuple[str, int, str]  # report, first code point of the line, roots of the words and how many words there are


def key(report: str, line: int, text: str) -> Key:
    """How a name is found again."""
    return report, line, f"{' '.join(sorted(words.content(text, 'en')))} {len(text.split())}"


def graded() -> Mapping[Key, str]:
    """The grade of each name."""
    rows = (HERE / "names.tsv").read_text(encoding="utf-8").splitlines()
    cells = (row.split("\t") for row in rows if row and not row.startswith("#"))
    return {(report, int(line), roots): grade for report, line, roots, grade in cells if line.isdigit()}


def examples(some: Sequence[Story]) -> Iterator[tuple[str, str, Signs, str]]:
    """Story, event, signs and grade of each name."""
    grades = graded()
    known = {report for report, _, _ in grades}
    for story in some:
        found: dict[Key, tuple[Naming, Signs]] = {}

        def noted(naming: Naming, cut: Cut, mention: Mention, found: dict[Key, tuple[Naming, Signs]] = found) -> float:
            report, at = mention.marked.report, mention.event.sentence.start
            own = key(report.id, report.text.rfind("\n", 0, at) + 1, cut.text)
            if own in grades and mention.language.labels is not None:
                found.setdefault(own, (naming, naming.signs(cut, mention, mention.language.labels)))
            return 1.0

        if not known.isdisjoint(marked.report.id for marked in story.reports):
            with mock.patch.object(Naming, "good", noted):
                weigh(story)
        for own, (event, signs) in sorted(found.items(), key=lambda pair: pair[0]):
            yield story.id, str(id(event)), signs, grades[own]  # `found` keeps it: no other has its identity


def fitted(table: Any, worth: Any) -> Any:
    """What is learnt from names of some worth, 0 to 1: each counts as a good one and as a bad one by that share."""
    both = np.concatenate([np.ones(len(worth)), np.zeros(len(worth))])
    weight = np.concatenate([worth, 1 - worth])
    return model().fit(np.vstack([table, table]), both, logisticregression__sample_weight=weight)


def figures(of: Any, events: Sequence[str], grade: Any, chance: Any) -> None:
    """How well the surest name of each event was graded, and what the surer ones were."""
    best: dict[tuple[str, str], int] = {}
    several: dict[tuple[str, str], int] = defaultdict(int)
    for at, own in enumerate(zip(of, events, strict=True)):
        several[own] += 1
        if own not in best or chance[at] > chance[best[own]]:
            best[own] = at
    chosen = np.array([at for own, at in best.items() if several[own] > 1])
    print(f"area under the curve, each story by the others: good {roc_auc_score(grade == 'g', chance):.3f}")
    for least in (0.0, 0.3, 0.4, 0.5, 0.6):
        kept = chosen[chance[chosen] >= least]
        shares = ", ".join(f"{name} {np.mean(grade[kept] == name):.3f}" for name in WORTH)
        print(f"the surest of {len(chosen)} events, from {least} on: {len(kept)}: {shares}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--only-figures", action="store_true")
    parser.add_argument("--kept", type=Path)
    args = parser.parse_args()
    rows = list(examples(stories(args.shared, args.kept)))
    often: dict[str, int] = defaultdict(int)
    for _, _, signs, _ in rows:
        for sign in signs:
            often[sign] += 1
    names = sorted(sign for sign, count in often.items() if count >= FEWEST)
    table = np.array([[signs.get(name, 0.0) for name in names] for _, _, signs, _ in rows])
    of, grade = np.array([row[0] for row in rows]), np.array([row[3] for row in rows])
    worth = np.array([WORTH[one] for one in grade])
    chance = np.zeros(len(rows))
    for story in sorted(set(of)):
        held = of == story
        chance[held] = fitted(table[~held], worth[~held]).predict_proba(table[held])[:, 1]
    print(f"{len(rows)} names of {len(set(of))} stories, {len(graded())} graded")
    figures(of, [row[1] for row in rows], grade, chance)
    if not args.only_figures:
        TABLE.write_text(HEAD + weighed(fitted(table, worth), names), encoding="utf-8")


if __name__ == "__main__":
    main()
