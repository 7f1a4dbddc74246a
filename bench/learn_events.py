"""Learns when two mentions are one event, and writes `language/data/event_identity.tsv` and `event_kin.tsv`.

    python bench/learn_events.py --shared ../shared                 cross-validated figures, then learns and writes
    python bench/learn_events.py --shared ../shared --only-figures  the figures alone
    --kept FILE: the marked and grouped reports, kept for the next run; to be thrown away when the marks change

Learns from the annotation of ECB+ (Cybulska and Vossen 2014, CC BY 3.0; `shared/eval/events`) and from marks and stories as
the current code makes them. Mentions that are annotated and have no mark are taken in as bare marks, so that the model knows
more nouns than are marked today. Training pairs are annotated mentions in one of Dateline's stories, and, from each topic
taken as one story, those of different stories: like events of two occasions, for piles that are one story by the user's word.
A pair counts the less, the larger the events of its mentions are, so that no large event drowns the others.

Figures are by `score.py` of the same folder, over all marks, cross-validated over topics: the tables and the threshold that a
topic is scored by were learnt from other topics (five folds; and two halves).
"""

from __future__ import annotations

import argparse
import dataclasses
import math
import pickle
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from dateline import flow
from dateline.cite import Span
from dateline.group import group
from dateline.group.events import Compared, compared, grouped
from dateline.group.events.features import features, tabled
from dateline.group.events.kin import Pair, ordered
from dateline.group.events.model import BASE, ENOUGH, Model, planted
from dateline.group.events.seen import seen
from dateline.group.events.traits import traits
from dateline.group.people import people
from dateline.language.english.events import nouns
from dateline.records import EventMention, Marked, Story

DATA = Path(__file__).parent.parent / "src" / "dateline" / "language" / "data"
RATE, TREES, LEAVES = 0.09, 100, 10
LEAST_PAIRS, RIDGE = 100, 5.0  # training pairs in a leaf; how much its value is drawn to none
PRIOR = {False: 0.05, True: 0.5}  # share of pairs that is one event, of two words and of one, before anything is seen
OTHER, THINNED = 2, 4  # of pairs of other words that are two events, one in so many is learnt from, and counts for all
FEWEST = 3  # topics that must have had two words of which no pair was one event
THRESHOLDS = tuple(round(0.1 + 0.04 * step, 2) for step in range(6))
SHIPPED = 0.3  # more than CoNLL likes best: to a reader two events told as one are worse than one told as two
ASIDE = 50  # code points on either side of an annotated head that has no mark: its clause
COLUMNS = ("tree", "node", "feature", "threshold", "left", "right", "value")
SOURCE = """# source: learnt by bench/learn_events.py from the event coreference annotation of ECB+ 1.0, Copyright
# source: Agata Cybulska, Piek Vossen and the VU University of Amsterdam (Cybulska and Vossen 2014, LREC); numbers, no text
# licence: CC BY 3.0 Unported (attribution as above); changed: learnt numbers in place of the annotation
"""
HEAD_TREES = f"""# Is it one event? Small decision trees over features of two mentions; the values of the leaves that a pair
# ends in are added to the base: log-odds. A node asks whether the feature is at most the threshold (then left, else right);
# nodes count from 0 in each tree; the value of a node that asks is what its pairs have on average.
# `enough`: mean probability from which groups are one; more is asked than is best for CoNLL, for of two errors the worse to a
# reader is two events told as one.
{SOURCE}"""
HEAD_KIN = f"""# Log-odds that two verbs or event nouns tell one event when they stand in one story, above those of any two
# words (of any one word, where both are the same). Only pairs of which some were one event, or that three topics had.
{SOURCE}a\tb\todds
"""

Matrix = Any
Seen_pairs = Mapping[Pair, Mapping[int, tuple[float, float]]]


@dataclass(frozen=True, slots=True)
class Scope:
    """The annotated pairs of one story: their two words, whether they are one event, how much each counts, and its features.

    `times` is how many pairs of its kind a pair stands for; `whole_topic` says that the story is a whole topic.
    """

    story: str
    topic: int
    words: tuple[Pair, ...]
    one: Matrix
    weight: Matrix
    times: Matrix
    columns: Mapping[str, Matrix]
    case: Matrix
    whole_topic: bool


def stories(shared: Path, kept: Path | None) -> tuple[Story, ...]:
    """The stories of the annotated reports, as Dateline makes them."""
    if kept is not None and kept.exists():
        with kept.open("rb") as file:
            return tuple(pickle.load(file))
    made = group(tuple(flow.marked(flow.read(shared / "eval" / "stories" / "ecbplus.input.jsonl"))))
    if kept is not None:
        with kept.open("wb") as file:
            pickle.dump(made, file)
    return made


def annotated(gold: Mapping[str, Any], marked: Marked, score: Any) -> tuple[dict[int, str], list[EventMention]]:
    """The event of each mark that the annotators have, and bare marks for what has none."""
    row, text = gold[marked.report.id], marked.report.text
    inside = [at for at, event in enumerate(marked.events) if score.inside(row, event.span.start)]
    spans = [(marked.events[at].span.start, marked.events[at].span.end, 0) for at in inside]
    pairs = dict(score.match(row, spans))
    chain = {inside[p]: row["mentions"][g]["chain"] for g, p in pairs.items()}
    bare = []
    for g, mention in enumerate(row["mentions"]):
        if g not in pairs:
            start, end = mention["head_start"], mention["head_end"]
            stands = (one.span for one in marked.sentences if one.span.start <= start < one.span.end)
            sentence = next(stands, None) or _line(text, start)
            clause = Span(max(sentence.start, start - ASIDE), min(sentence.end, end + ASIDE))
            noun = mention["tag"].startswith("NN")
            words = Span(start, end), clause, sentence, text[start:end], _verb(mention["lemma"], noun)
            bare.append(EventMention(*words, "happened", rank="noun" if noun else "main"))
    return chain, bare


def _line(text: str, start: int) -> Span:
    end = text.find("\n", start)
    return Span(text.rfind("\n", 0, start) + 1, end if end >= 0 else len(text))


def _verb(lemma: str, noun: bool) -> str:
    """What a mention is compared by: of a noun the verb behind it."""
    if not noun:
        return lemma
    sense = nouns.lexicon().get(lemma)
    return nouns.listed()[lemma][0] if lemma in nouns.listed() else (sense.verb if sense else "") or lemma


def topics_whole(some: Sequence[Story], gold: Mapping[str, Any]) -> Iterator[Story]:
    """The reports of each topic as one story."""
    by_topic: dict[int, list[Marked]] = defaultdict(list)
    for story in some:
        for marked in story.reports:
            by_topic[gold[marked.report.id]["topic"]].append(marked)
    for topic, reports in sorted(by_topic.items()):
        persons, who, _ = people(reports)
        yield Story(f"topic {topic}", "", tuple(reports), people=persons, who=who)


def scopes(
    some: Sequence[Story], gold: Mapping[str, Any], score: Any, apart: Mapping[str, str] | None = None
) -> Iterator[Scope]:
    """The stories to learn from, bare marks among theirs. With `apart`, only pairs of reports that it has in two stories."""
    for story in some:
        chains: dict[tuple[int, Span], str] = {}
        reports = []
        for at, marked in enumerate(story.reports):
            chain, bare = annotated(gold, marked, score)
            reports.append(
                dataclasses.replace(marked, events=tuple(sorted([*marked.events, *bare], key=lambda e: e.span)))
            )
            chains.update({(at, marked.events[mark].span): name for mark, name in chain.items()})
            named = {m["head_start"]: m["chain"] for m in gold[marked.report.id]["mentions"]}
            chains.update({(at, event.span): named[event.span.start] for event in bare})
        whole = dataclasses.replace(story, reports=tuple(reports))
        topic = Counter(gold[one.report.id]["topic"] for one in reports).most_common(1)[0][0]
        yield _scope(whole, chains, topic, [apart[one.report.id] for one in reports] if apart else None)


def _scope(story: Story, chains: Mapping[tuple[int, Span], str], topic: int, apart: Sequence[str] | None) -> Scope:
    view = seen(traits(story))
    spans = [(trait.report, story.reports[trait.report].events[trait.mark].span) for trait in view.traits]
    chain = tuple(chains.get(span, "") for span in spans)
    known = np.array([at for at, span in enumerate(spans) if chain[at] and spans.index(span) == at], int)
    first, second = np.triu_indices(len(known), 1)
    a, b = known[first], known[second]
    if apart is not None:
        other = np.array([apart[spans[x][0]] != apart[spans[y][0]] for x, y in zip(a, b, strict=True)], bool)
        a, b = a[other], b[other]
    names, table, case = features(view, a, b)
    size = Counter(chain[at] for at in known)
    one = np.array([chain[x] == chain[y] for x, y in zip(a, b, strict=True)], bool)
    weight = np.array([1 / math.sqrt(size[chain[x]] * size[chain[y]]) for x, y in zip(a, b, strict=True)])
    kept = one | (case < OTHER) | (np.arange(len(a)) % THINNED == 0)
    weight[~one & (case == OTHER)] *= THINNED
    a, b, one, weight, table, case = a[kept], b[kept], one[kept], weight[kept], table[kept], case[kept]
    words = tuple(ordered(view.words[view.lemmas[x]], view.words[view.lemmas[y]]) for x, y in zip(a, b, strict=True))
    return Scope(
        story.id, topic, words, one, weight, np.where(~one & (case == OTHER), THINNED, 1),
        {name: table[:, at] for at, name in enumerate(names)}, case, apart is not None,
    )  # fmt: skip


# ----------------------------------------------------------------------------------------------- learning


def pair_counts(some: Sequence[Scope]) -> Seen_pairs:
    """Of each two words, by topic: over its stories the sum of the shares of their pairs that are one event, and how many."""
    out: dict[Pair, dict[int, tuple[float, float]]] = defaultdict(dict)
    for scope in some:
        count: Counter[tuple[Pair, bool]] = Counter()
        for pair, one, times in zip(scope.words, scope.one.tolist(), scope.times.tolist(), strict=True):
            if all(word.replace("-", "").replace(" ", "").isalpha() for word in pair):  # not `%`, not half a quotation
                count[pair, one] += times
        for pair in sorted({pair for pair, _ in count}):
            share = count[pair, True] / (count[pair, True] + count[pair, False])
            before = out[pair].get(scope.topic, (0.0, 0.0))
            out[pair][scope.topic] = (before[0] + share, before[1] + 1)
    return out


def log_odds(pair: Pair, counts: Seen_pairs, but: int | None = None) -> float | None:
    """The log-odds of a pair of words by the topics but one; None where these tell too little."""
    topics = [value for topic, value in counts.get(pair, {}).items() if topic != but]
    one, every = (sum(value[at] for value in topics) for at in (0, 1))
    if not topics or (len(topics) < FEWEST and not one):
        return None
    prior = PRIOR[pair[0] == pair[1]]
    return round(math.log((one + prior) / (every - one + 1 - prior)) - math.log(prior / (1 - prior)), 2)


def learn(some: Sequence[Scope]) -> tuple[list[dict[str, str]], dict[Pair, float]]:
    """The rows of the two tables, from some stories; the threshold is still to be chosen."""
    counts = pair_counts([scope for scope in some if not scope.whole_topic])
    tables: list[Matrix] = []
    names: tuple[str, ...] = ()
    for scope in some:
        words = scope.words
        odds = [log_odds(pair, counts, scope.topic) for pair in words]
        columns = {**scope.columns, **tabled(scope.case, odds, [x == y for x, y in words])}
        names = tuple(sorted(columns))
        tables.append(np.stack([columns[name] for name in names], axis=1))
    weight = np.concatenate([scope.weight for scope in some])
    model = HistGradientBoostingClassifier(
        max_iter=TREES, learning_rate=RATE, max_leaf_nodes=LEAVES, min_samples_leaf=LEAST_PAIRS, l2_regularization=RIDGE,
        early_stopping=False, random_state=1,
    )  # fmt: skip
    model.fit(np.vstack(tables), np.concatenate([scope.one for scope in some]), sample_weight=weight / weight.mean())
    base = float(np.ravel(model._baseline_prediction)[0])
    rows = [dict.fromkeys(COLUMNS, "") | {"feature": BASE, "value": f"{base:.4f}"}]
    for tree, (predictor,) in enumerate(model._predictors, 1):
        for number, node in enumerate(predictor.nodes):
            leaf = bool(node["is_leaf"])
            row = {"tree": str(tree), "node": str(number), "value": f"{node['value'] * (1 if leaf else RATE):.4f}"}
            if not leaf:
                row |= {"feature": names[node["feature_idx"]], "threshold": f"{node['num_threshold']:.5g}"}
                row |= {"left": str(node["left"]), "right": str(node["right"])}
            rows.append(dict.fromkeys(COLUMNS, "") | row)
    known = {pair: value for pair in sorted(counts) if (value := log_odds(pair, counts)) is not None}
    return rows, known


def model_of(rows: Sequence[Mapping[str, str]], known: Mapping[Pair, float], enough: float) -> Model:
    """The model of two tables."""
    return Model(planted([*rows, dict.fromkeys(COLUMNS, "") | {"feature": ENOUGH, "value": str(enough)}]), known)


# ------------------------------------------------------------------------------------------------ figures


def predicted(story: Story, pairs: Compared, enough: float) -> Iterator[tuple[str, tuple[int, int, str]]]:
    """Each mention's report, place and event, for the scorer."""
    for number, event in enumerate(grouped(pairs, enough)):
        for report, mark in event.members:
            marked = story.reports[report]
            span = marked.events[mark].span
            yield marked.report.id, (span.start, span.end, f"{story.id}:{number}")


def figures(some: Sequence[Story], learning: Sequence[Scope], gold: Mapping[str, Any], score: Any, folds: int) -> None:
    """Cross-validated figures: with the threshold that the other folds like best, and with the one that is shipped."""
    topics = sorted({scope.topic for scope in learning})
    views = {story.id: seen(traits(story)) for story in some}
    topic = {scope.story: scope.topic for scope in learning}
    told: dict[tuple[int, float], dict[str, list[tuple[int, int, str]]]] = {}
    for fold in range(folds):
        held = set(topics[fold::folds])
        rows, known = learn([scope for scope in learning if scope.topic not in held])
        model = model_of(rows, known, THRESHOLDS[0])
        pairs = {story.id: compared(views[story.id], model) for story in some if topic.get(story.id) in held}
        for enough in THRESHOLDS:
            out: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
            for story in some:
                if story.id in pairs:
                    for report, mention in predicted(story, pairs[story.id], enough):
                        if all(mention[:2] != other[:2] for other in out[report]):
                            out[report].append(mention)
            told[fold, enough] = out
    good = {key: _conll(gold, out, score) * sum(map(len, out.values())) for key, out in told.items()}
    chosen = [
        max(THRESHOLDS, key=lambda t, held=fold: sum(good[other, t] for other in range(folds) if other != held))  # type: ignore[misc]
        for fold in range(folds)
    ]
    whole = {report: found for fold in range(folds) for report, found in told[fold, chosen[fold]].items()}
    print(f"{folds} folds, thresholds {', '.join(map(str, chosen))}")
    score.show(score.score(gold, defaultdict(list, whole)))
    shipped = {report: found for fold in range(folds) for report, found in told[fold, SHIPPED].items()}
    print(f"{folds} folds, threshold {SHIPPED} as shipped")
    score.show(score.score(gold, defaultdict(list, shipped)))


def _conll(gold: Mapping[str, Any], out: Mapping[str, Any], score: Any) -> float:
    here = {report: row for report, row in gold.items() if report in out}
    return float(score.measure(*score.view(score.align(here, out), "matched"))["conll"])


def written(rows: Sequence[Mapping[str, str]], known: Mapping[Pair, float], enough: float) -> None:
    """Write both tables."""
    lines = ["\t".join(COLUMNS), f"\t\t{ENOUGH}\t\t\t\t{enough}", *("\t".join(row[c] for c in COLUMNS) for row in rows)]
    (DATA / "event_identity.tsv").write_text(HEAD_TREES + "\n".join(lines) + "\n", encoding="utf-8")
    pairs = [f"{a}\t{b}\t{odds}" for (a, b), odds in sorted(known.items())]
    (DATA / "event_kin.tsv").write_text(HEAD_KIN + "\n".join(pairs) + "\n", encoding="utf-8")
    print(f"{len(rows) - 1} nodes, {len(pairs)} pairs of words, enough {enough}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--only-figures", action="store_true")
    parser.add_argument("--kept", type=Path)
    args = parser.parse_args()
    sys.path.insert(0, str(args.shared / "eval" / "events"))
    sys.dont_write_bytecode = True
    import score  # type: ignore[import-not-found]

    gold = score.load_gold(score.lines(score.read(args.shared / "eval" / "events" / "events.gold.jsonl"), "gold"))
    some = stories(args.shared, args.kept)
    learning = [scope for scope in scopes(some, gold, score) if len(scope.one)]
    home = {marked.report.id: story.id for story in some for marked in story.reports}
    learning += [scope for scope in scopes(list(topics_whole(some, gold)), gold, score, home) if len(scope.one)]
    figures(some, learning, gold, score, 5)
    if not args.only_figures:
        written(*learn(learning), SHIPPED)
    figures(some, learning, gold, score, 2)


if __name__ == "__main__":
    main()
