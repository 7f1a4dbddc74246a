"""Learns which sentences of a story say the same, and which say what a clause of another does; writes `same_signs.tsv` and
`said_signs.tsv` of `language/data`.

    python bench/learn_same.py --shared ../shared                 left-one-story-out figures, then learns and writes
    python bench/learn_same.py --shared ../shared --only-figures  the figures alone

Learns from `bench/same.tsv`: what the reports of sixteen stories of ECB+ (Cybulska and Vossen 2014, CC BY 3.0) agree on, judged
by the Dateline authors: the lines that say one thing. A line is named by its report and place; no text is kept. Logistic
regressions over the signs of `dateline.weigh.claims.same` and `told`, each story counting as much as any other.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from dateline import flow
from dateline.group import group, with_events
from dateline.weigh import events, grouped, words
from dateline.weigh.claims import same, told
from dateline.weigh.events.occasions import occasions
from dateline.weigh.index import Index
from dateline.weigh.mentions import mentions

HERE = Path(__file__).parent
TABLES = HERE.parent / "src" / "dateline" / "language" / "data"
SOFT = 1.0  # inverse strength of the ridge, of a story's worth of weight
WORTH = 1000.0  # weight of a story, however many pairs it has
DESCRIBED = 0.3  # share of the words of a claim's name that a clause has which makes it
HEAD = """# What each sign (see weigh/claims/{module}.py) adds to the log-odds that {what};
# without a name what all begin with. bench/learn_same.py makes this table.
# source: a logistic regression on judgements of lines by the Dateline authors (bench/same.tsv) over stories of ECB+ 1.0,
# source: Copyright Agata Cybulska, Piek Vossen and the VU University of Amsterdam (LREC 2014); numbers, no text
# licence: CC BY 3.0 Unported (attribution as above); changed: learnt numbers in place of the texts
sign\tweight
"""

Place = tuple[str, int]
Signs = Mapping[str, float]
Example = tuple[bool, Signs]


@dataclass(frozen=True, slots=True)
class Judged:
    """What a story's reports agree on: of each claim the words of its name, and the claims of each line."""

    named: Mapping[str, frozenset[str]]
    of: Mapping[Place, frozenset[str]]

    def claims(self, line: same.Line) -> frozenset[str]:
        """The claims that a sentence makes."""
        span, report = line.place.sentence.span, line.place.report
        made = (some for (where, at), some in self.of.items() if where == report and span.start <= at < span.end)
        return frozenset[str]().union(*made)


def judged() -> Mapping[str, Judged]:
    """Of each story what was judged."""
    rows = (HERE / "same.tsv").read_text(encoding="utf-8").splitlines()
    named: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    found: dict[str, dict[Place, frozenset[str]]] = defaultdict(lambda: defaultdict(frozenset))
    for row in rows:
        if row and not row.startswith(("#", "story\t")):
            story, claim, roots, lines = row.split("\t")
            named[story][claim] = frozenset(roots.split())
            for line in lines.split():
                report, start = line.rsplit(":", 1)
                found[story][report, int(start)] |= {claim}
    return {story: Judged(some, found[story]) for story, some in named.items()}


def wordings(shared: Path) -> Iterator[tuple[str, Judged, told.Wording]]:
    """Each story that was judged, with its sentences and clauses."""
    reports = {report.id: report for report in flow.read(shared / "eval" / "stories" / "ecbplus.input.jsonl")}
    for name, known in judged().items():
        mine = sorted({report for report, _ in known.of})
        story = with_events(group(tuple(flow.marked([reports[key] for key in mine])), one_story=True)[0])
        seen = tuple(mentions(story))
        parts = grouped(story, seen)
        groups = list(occasions(parts, events.dated(story, seen, parts), story.origin_by_report()))
        yield name, known, told.Wording(Index(story), seen, groups)


def pairs(known: Judged, wording: told.Wording) -> Iterator[Example]:
    """Whether they say the same, and the signs, of each two sentences of two reports that share something."""
    lines = wording.lines
    claims = [known.claims(line) for line in lines.all]
    for a, b in combinations(range(len(lines.all)), 2):
        one, other = lines.all[a], lines.all[b]
        if one.place.report != other.place.report and one.words & other.words:
            yield bool(claims[a] & claims[b]), lines.signs(a, b)


def sayings(known: Judged, wording: told.Wording) -> Iterator[Example]:
    """Whether a sentence says what a clause of another does, and the signs, of the sentences that are grouped with it."""
    lines = wording.lines
    done = set[tuple[int, str, int]]()
    for numbers in same.grouped(lines.scores()):
        some = [lines.all[number] for number in numbers]
        for clause in (clause for line in some for clause in wording.clauses(line)):
            claim = _claim(known, clause)
            for line in some:
                key = (id(clause.line), clause.text, id(line))
                if claim is not None and line.place.report != clause.line.place.report and key not in done:
                    done.add(key)
                    yield claim in known.claims(line), wording.signs(line, clause)


def _claim(known: Judged, clause: told.Clause) -> str | None:
    """The claim that a clause makes; empty where its sentence makes none, None where it is none of those that it makes."""
    made, said = known.claims(clause.line), words.content(clause.text, "en")
    share = {claim: len(said & known.named[claim]) / max(1, len(known.named[claim])) for claim in made}
    best = max(share, key=lambda claim: (share[claim], claim), default="")
    return best if not share or share[best] >= DESCRIBED else None


def learnt(stories: Sequence[Sequence[Example]], names: Sequence[str]) -> tuple[float, Mapping[str, float]]:
    """What all begin with, and the weight of each sign."""
    table = np.array([[signs[name] for name in names] for some in stories for _, signs in some])
    right = np.array([one for some in stories for one, _ in some])
    weight = np.concatenate([np.full(len(some), WORTH / len(some)) for some in stories])
    model: Any = make_pipeline(StandardScaler(), LogisticRegression(C=SOFT, max_iter=3000))
    scale, line = model.fit(table, right, logisticregression__sample_weight=weight)
    weights = line.coef_[0] / scale.scale_
    start = float(line.intercept_[0]) - float(np.sum(weights * scale.mean_))
    return start, dict(zip(names, map(float, weights), strict=True))


def figures(some: Sequence[Example], start: float, weights: Mapping[str, float], least: Iterable[float]) -> str:
    """Precision and recall on a story's examples."""
    right = np.array([one for one, _ in some])
    odds = np.array([start + sum(weights[name] * value for name, value in signs.items()) for _, signs in some])
    out = []
    for level in least:
        taken = 1 / (1 + np.exp(-odds)) >= level
        precision, recall = np.mean(right[taken]), np.sum(right & taken) / max(1, np.sum(right))
        out.append(f"at {level}: precision {precision:.2f}, recall {recall:.2f}")
    return f"{len(some)}, {np.sum(right)} of them right; {'; '.join(out)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--only-figures", action="store_true")
    args = parser.parse_args()
    known = list(wordings(args.shared))
    for module, what, least, examples in (
        ("same", "two sentences of a story say the same", (0.5, same.SURE), pairs),
        ("told", "a sentence says what a clause of another does", (told.SAYS, 0.6, 0.7), sayings),
    ):
        stories = {name: list(examples(some, wording)) for name, some, wording in known}
        names = sorted(next(iter(stories.values()))[0][1])
        print(f"{what}, each story by the others:")
        for name, some in stories.items():
            start, weights = learnt([other for key, other in stories.items() if key != name], names)
            print(f"  {name}: {figures(some, start, weights, least)}")
        if not args.only_figures:
            start, weights = learnt(list(stories.values()), names)
            rows = [f"\t{start:.3f}", *(f"{name}\t{value:.3f}" for name, value in weights.items())]
            table = TABLES / ("same_signs.tsv" if module == "same" else "said_signs.tsv")
            table.write_text(HEAD.format(module=module, what=what) + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
