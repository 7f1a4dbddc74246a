"""One statement across reports: who carried it first, who cut it, who put it in other words, and what changed with them.

Versions are compared word by word (difflib's longest matching blocks) with the first; a change of tense, of a number or
of a `not` is said, since it may change what was said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from dateline.cite import content_id
from dateline.records.findings import Drift, Retelling, Saying, Statement, Version
from dateline.records.report import Report
from dateline.weigh import words

ALIKE = (
    0.6  # part of the words of the shorter version that the other has in the same order, where they are the same words
)
_NOT = frozenset(("not", "never", "no", "nobody", "nothing", "none", "neither", "nor", "without", "cannot"))
_TENSES = (
    frozenset(("is", "was")), frozenset(("are", "were")), frozenset(("has", "had")), frozenset(("have", "had")),
    frozenset(("will", "would")), frozenset(("can", "could")), frozenset(("may", "might")), frozenset(("do", "did")),
    frozenset(("am", "was")), frozenset(("does", "did")), frozenset(("shall", "should")),
)  # fmt: skip


def sayings(statements: Sequence[Statement], reports: Iterable[Report]) -> tuple[Saying, ...]:
    """The statements of a story put together across its reports (`same_as`), in the order in which they were first told.

    `reports` are the story's. A copy to the letter carries the statements of the report whose text it has.
    """
    every = list(reports)
    days = {one.id: one.published.value for one in every}
    known = {one.id: one for one in statements}
    copies = _copies(statements, every)
    made = []
    for group in _groups(known):
        some = [known[key] for key in group]
        made.append(_saying([*some, *(replace(one, report=copy) for one in some for copy in copies[one.report])], days))
    return tuple(sorted(made, key=lambda one: (one.versions[0].day or "~", one.versions[0].report, one.id)))


def _copies(statements: Iterable[Statement], reports: Sequence[Report]) -> dict[str, list[str]]:
    """For each report with statements the reports that have its text and none of their own."""
    speaking = {one.report for one in statements}
    silent: dict[str, list[str]] = {}
    for one in reports:
        if one.id not in speaking:
            silent.setdefault(one.text, []).append(one.id)
    return {one.id: silent.get(one.text, []) for one in reports if one.id in speaking}


def _groups(known: Mapping[str, Statement]) -> Iterator[list[str]]:
    """Ids of statements that are the same, directly or through others, each group in the statements' order."""
    place = {key: at for at, key in enumerate(known)}
    seen: set[str] = set()
    for key in known:
        if key in seen:
            continue
        group, left = [], [key]
        while left:
            one = left.pop()
            if one not in seen:
                seen.add(one)
                group.append(one)
                left.extend(other for other in known[one].same_as if other in known)
        yield sorted(group, key=lambda one: place[one])


def _saying(group: Sequence[Statement], days: Mapping[str, str | None]) -> Saying:
    ordered = sorted(group, key=lambda one: (days[one.report] or "~", -len(_plain(one))))
    first = ordered[0]
    earliest = Version(first.id, first.report, days[first.report], "first")
    later = tuple(_version(first, one, days[one.report]) for one in ordered[1:])
    speaker = next((one.speaker for one in ordered if one.speaker), None)
    return Saying(content_id("y", *(one.id for one in ordered)), speaker, _earliest(ordered, days), (earliest, *later))


def _earliest(ordered: Sequence[Statement], days: Mapping[str, str | None]) -> str | None:
    """The report that carried it first: it is dated, and so are all others, and none of them may be as early."""
    first = days[ordered[0].report]
    others = {days[one.report] for one in ordered if one.report != ordered[0].report}
    if first is None or None in others:
        return None
    return ordered[0].report if all(other is not None and _after(other, first) for other in others) else None


def _after(other: str, first: str) -> bool:
    """Whether one time is surely after another: days are compared where either has no hour."""
    return other > first if "T" in other and "T" in first else other[:10] > first[:10]


def _plain(one: Statement) -> list[str]:
    return words.plain(" ".join(cite.text for cite in one.content)).split()


def _version(first: Statement, one: Statement, day: str | None) -> Version:
    was, now = _plain(first), _plain(one)
    blocks = SequenceMatcher(None, was, now, autojunk=False)
    steps = [step for step in blocks.get_opcodes() if step[0] != "equal"]
    kept = len(was) - sum(step[2] - step[1] for step in steps)
    if kept < ALIKE * min(len(was), len(now)):
        return Version(one.id, one.report, day, "paraphrase", drift=_drift(_shared(was, now), _shared(now, was)))
    dropped = [was[step[1] : step[2]] for step in steps if step[2] > step[1]]
    added = [now[step[3] : step[4]] for step in steps if step[4] > step[3]]
    return Version(
        one.id,
        one.report,
        day,
        _how(dropped, added),
        tuple(" ".join(some) for some in dropped),
        tuple(" ".join(some) for some in added),
        _drift([word for some in dropped for word in some], [word for some in added for word in some]),
    )


def _how(dropped: Sequence[Sequence[str]], added: Sequence[Sequence[str]]) -> Retelling:
    if dropped and added:
        return "changed"
    return "cut" if dropped else "longer" if added else "same"


def _shared(one: Sequence[str], other: Sequence[str]) -> list[str]:
    """Words of a paraphrase that may change its sense: those of one side only."""
    return [word for word in one if word not in other]


def _drift(dropped: Sequence[str], added: Sequence[str]) -> tuple[Drift, ...]:
    """What the words that went and came may change in sense."""
    found: list[Drift] = []
    if sum(_negative(word) for word in dropped) % 2 != sum(_negative(word) for word in added) % 2:
        found.append("negation")
    pairs = {frozenset((one, other)) for one in dropped for other in added}
    if any(pair in pairs for pair in _TENSES):
        found.append("tense")
    numbers = [{word for word in some if word[0].isdigit() or word in words.SMALL} for some in (dropped, added)]
    if numbers[0] and numbers[1] and numbers[0] != numbers[1]:
        found.append("number")
    return tuple(found)


def _negative(word: str) -> bool:
    return word in _NOT or word.endswith("n't")
