"""Learns which things still to come are plans, and writes `plan_signs.tsv` and `plan_odds.tsv` of `language/data`.

    python bench/learn_plans.py --shared ../shared                 left-one-topic-out figures, then learns and writes
    python bench/learn_plans.py --shared ../shared --only-figures  the figures alone
    --kept FILE: the marked and grouped reports, kept for the next run; to be thrown away when the marks change

Learns from `bench/plans.tsv`: mentions of what stories of ECB+ (Cybulska and Vossen 2014, CC BY 3.0) tell as still to come,
judged by the Dateline authors. A logistic regression over the signs of `dateline.weigh.plans.ahead`, two of which are how
often a plan stood under a word; in learning, that is told of each mention by the other topics alone.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.metrics import roc_auc_score

from dateline.records import Story
from dateline.weigh.mentions import mentions
from dateline.weigh.plans.ahead import cue, signs
from learn_news import model, odds, stories, weighed

Words = dict[str, str]
LEARNT = ("cue", "verb")  # the signs that are the log-odds of a word
HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "dateline" / "language" / "data"
SOURCE = """# source: a logistic regression on judgements by the Dateline authors (bench/plans.tsv) over stories of ECB+ 1.0,
# source: Copyright Agata Cybulska, Piek Vossen and the VU University of Amsterdam (LREC 2014); numbers, no text
# licence: CC BY 3.0 Unported (attribution as above); changed: learnt numbers in place of the texts
"""
HEAD = f"""# What each sign adds to the log-odds that what is still to come is a plan (what they are says weigh/plans/ahead.py);
# without a name what all begin with. bench/learn_plans.py makes this table.
{SOURCE}sign\tweight
"""
HEAD_OF_ODDS = f"""# The log-odds that it is a plan, by the word that leads to it (a cue, its stem) and by its own (a verb);
# without a word those of all. bench/learn_plans.py makes this table.
{SOURCE}sign\tword\todds
"""


def judged() -> dict[tuple[str, int], int]:
    """Whether each judged mention is a plan, by its report and place."""
    rows = (HERE / "plans.tsv").read_text(encoding="utf-8").splitlines()
    cells = (row.split("\t") for row in rows if row and not row.startswith("#"))
    return {(report, int(start)): int(plan) for report, start, plan in cells if start.isdigit()}


def examples(some: Sequence[Story]) -> Iterator[tuple[str, int, dict[str, float], Words]]:
    """Topic, judgement, signs and words of each judged mention."""
    known = judged()
    for story in some:
        for mention in mentions(story):
            report = mention.marked.report.id
            plan = known.get((report, mention.event.span.start))
            if plan is not None:
                yield report.split("_")[0], plan, signs(mention), {"cue": cue(mention), "verb": mention.event.lemma}


def with_words(table: Any, names: Sequence[str], told: Sequence[Words], of: Any, plan: Any, learning: Any) -> Any:
    """The table of signs with the odds of their words, for each topic by the other topics that are learnt from."""
    out = table.copy()
    for sign in LEARNT:
        at, every = names.index(sign), np.array([one[sign] for one in told])
        for topic in sorted(set(of)):
            here, others = of == topic, learning & (of != topic)
            known = odds(list(every[others]), plan[others])
            out[here, at] = [known.get(word, known[""]) for word in every[here]]
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--only-figures", action="store_true")
    parser.add_argument("--kept", type=Path)
    args = parser.parse_args()
    rows = list(examples(stories(args.shared, args.kept)))
    names = sorted(rows[0][2])
    table = np.array([[told[name] for name in names] for _, _, told, _ in rows])
    of, plan = np.array([row[0] for row in rows]), np.array([row[1] for row in rows]) > 0
    told, chance = [row[3] for row in rows], np.zeros(len(rows))
    for topic in sorted(set(of)):
        held = of == topic
        known = with_words(table, names, told, of, plan, ~held)
        chance[held] = model().fit(known[~held], plan[~held]).predict_proba(known[held])[:, 1]
    print(f"{len(rows)} mentions of {len(set(of))} topics; plans {np.mean(plan):.3f}")
    print(f"area under the curve, each topic by the others: {roc_auc_score(plan, chance):.3f}")
    for least in (0.3, 0.4, 0.5, 0.6, 0.7):
        kept = chance > least
        print(f"at {least}: precision {np.mean(plan[kept]):.3f}, found {np.sum(plan & kept) / np.sum(plan):.3f}")
    if not args.only_figures:
        known = with_words(table, names, told, of, plan, np.ones(len(rows), bool))
        (DATA / "plan_signs.tsv").write_text(HEAD + weighed(model().fit(known, plan), names), encoding="utf-8")
        every = {sign: odds([one[sign] for one in told], plan) for sign in LEARNT}
        lines = [f"{sign}\t{word}\t{value:.3f}" for sign, some in every.items() for word, value in some.items()]
        (DATA / "plan_odds.tsv").write_text(HEAD_OF_ODDS + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
