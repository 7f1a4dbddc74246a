"""How many false twins of an account's lines the guard catches, and how many true ones it takes for false.

    python bench/faith.py examples/strait examples/cup PILE... [--json] [--misses]

Of each line, label, side, step and question of the account of each pile false twins are made in typed ways (a negation put
in, two names exchanged, another number ...), and true ones out of the reports' own other words. A twin keeps the cites of its
line. Records (who said it, whether it is denied, status, day) are forged too, and held beside what the same words give anew, as
`verify --words` does.
Asked for: at least 95 % of the false caught, at most 2 % of the true.
"""

from __future__ import annotations

import argparse
import copy
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import permutations
from typing import Any

from dateline import contract, flow
from dateline.proof import beside, frame
from dateline.records.account import Account, Told
from dateline.records.marks import Marked
from dateline.tell import cited, guard

MOST = 3  # twins of one kind that one line gives
UNITS = tuple(
    tuple(pair.split())
    for pair in (
        "minutes hours", "hours days", "days weeks", "weeks months", "months years", "years months", "metres feet",
        "meters feet", "feet metres", "ft m", "km miles", "miles km", "million billion", "crowns dollars",
        "dollars euros", "points goals", "people families", "boats crews", "crew boats",
    )
)  # fmt: skip
NUMBERS = (
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "twelve",
    "fourteen",
    "seventeen",
    "twenty",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
AUXILIARIES = r"(?:is|are|was|were|has|have|had|will|would|could|can|did|does|do|should|may|might)"


@dataclass(frozen=True, slots=True)
class Pile:
    """A pile as it was told: its stories, its reports as they were marked, and the names that its stories have, by kind."""

    account: Account
    seen: Mapping[str, Marked]

    @classmethod
    def of(cls, path: str) -> Pile:
        """Read, mark and tell what lies at a path."""
        found, failed = flow.gather([path])
        marked = tuple(flow.marked(found))
        return cls(flow.account(marked, failed), {member.report.id: member for member in marked})


Twins = Callable[[str, Told, cited.Cited], Iterator[str]]


def _pairs(text: str, pairs: Iterator[tuple[str, str]]) -> Iterator[str]:
    for old, new in pairs:
        if re.search(rf"\b{re.escape(old)}\b", text):
            yield re.sub(rf"\b{re.escape(old)}\b", new, text, count=1)


def _names(told: Told, *kinds: str) -> list[str]:
    return [
        name for person in told.people if not kinds or person.kind in kinds for name in (person.name, *person.aliases)
    ]


def _of(told: Told, name: str) -> str:
    return next((person.id for person in told.people if name in (person.name, *person.aliases)), name)


def negation_in(text: str, told: Told, line: cited.Cited) -> Iterator[str]:
    """`was not`, `never closed`."""
    yield re.sub(rf"\b({AUXILIARIES})\b", r"\1 not", text, count=1)
    yield re.sub(r"\b(\w+ed)\b", r"never \1", text, count=1)


def negation_out(text: str, told: Told, line: cited.Cited) -> Iterator[str]:
    """`did not` without `not`."""
    yield re.sub(r"\s+(?:not|never)\b|n[’']t\b", "", text, count=1)
    yield re.sub(r"\b[Nn]o\b", "the", text, count=1)


def name_for_name(text: str, told: Told, line: cited.Cited) -> Iterator[str]:
    """Another person or body of the story, those first whom the same cites name."""
    here = " ".join(cite.text for cite in line.cites)
    people = sorted(_names(told, "PERSON", "ORG"), key=lambda name: (name not in here, name))
    yield from _pairs(text, ((old, new) for old in people for new in people if _of(told, old) != _of(told, new)))


def role_swapped(text: str, told: Told, line: cited.Cited) -> Iterator[str]:
    """Two names exchanged."""
    inside = [name for name in _names(told) if re.search(rf"\b{re.escape(name)}\b", text)]
    for one, other in permutations(inside, 2):
        if one < other and one not in other and other not in one and _of(told, one) != _of(told, other):
            held = re.sub(rf"\b{re.escape(one)}\b", "\0", text, count=1)
            yield re.sub(rf"\b{re.escape(other)}\b", one, held, count=1).replace("\0", other)


def number(text: str, told: Told, line: cited.Cited) -> Iterator[str]:
    """Another number: one more, or another that the same cites hold."""
    for found in re.finditer(r"\b\d+\b", text):
        yield text[: found.start()] + str(int(found[0]) + 1) + text[found.end() :]
        for other in re.findall(r"\b\d+\b", " ".join(cite.text for cite in line.cites)):
            if other != found[0]:
                yield text[: found.start()] + other + text[found.end() :]
    yield from _pairs(text, ((old, new) for old in NUMBERS for new in NUMBERS if new != old))
    yield from _pairs(text, ((old.capitalize(), new.capitalize()) for old in NUMBERS for new in NUMBERS if new != old))


def unit(text: str, told: Told, line: cited.Cited) -> Iterator[str]:
    """Another unit."""
    yield from _pairs(text, ((old, new) for old, new in UNITS))


def day(text: str, told: Told, line: cited.Cited) -> Iterator[str]:
    """Another day or month."""
    yield from _pairs(
        text, ((old, new) for each in (DAYS, MONTHS) for old, new in zip(each, (*each[1:], each[0]), strict=True))
    )


def place(text: str, told: Told, line: cited.Cited) -> Iterator[str]:
    """Another place of the story."""
    places = _names(told, "GPE", "LOC")
    yield from _pairs(text, ((old, new) for old in places for new in places if _of(told, old) != _of(told, new)))


def planned_happened(text: str, told: Told, line: cited.Cited) -> Iterator[str]:
    """`will close`: `closed`."""
    yield re.sub(
        r"\b(?:will|would|is expected to|are expected to|plans to|is to|hopes to) (?!not|be\b|have\b)(\w+?)e?\b",
        r"\1ed",
        text,
        count=1,
    )
    yield re.sub(r"\b(?:will|would|is expected to|is to|are to|plans to) be\b", "was", text, count=1)


def speaker(text: str, told: Told, line: cited.Cited) -> Iterator[str]:
    """Somebody else says it."""
    for old in _names(told, "PERSON"):
        said = rf"\b{re.escape(old)}(?=,? (?:said|says|told|denied|added|wrote|announced))|(?<=said ){re.escape(old)}\b"
        if re.search(said, text):
            yield from (
                re.sub(said, new, text, count=1) for new in _names(told, "PERSON") if _of(told, new) != _of(told, old)
            )


def denied_said(text: str, told: Told, line: cited.Cited) -> Iterator[str]:
    """`denied that`: `said that`."""
    yield re.sub(r"\b(?:denied|denies|rejected|dismissed)\b", "said", text, count=1)
    yield re.sub(r"\b(?:said|says)\b", "denied", text, count=1)


def condition_dropped(text: str, told: Told, line: cited.Cited) -> Iterator[str]:
    """Without what it depends on. A label may leave out a time, until which something holds."""
    until = "|until|once|before" if line.form == "cut" else ""
    yield re.sub(rf",? (?:if|unless|provided that|only when{until}) [^,.;]+", "", text, count=1)


def bound_changed(text: str, told: Told, line: cited.Cited) -> Iterator[str]:
    """`at least 14`: `exactly 14`, `14`."""
    words = "at least|at most|more than|less than|up to|about|around|nearly|almost|over|approximately"
    bound = rf"\b(?:{words})\b(?= [\d$£€]| an? |(?: \w+)? (?:hundred|million))"
    yield re.sub(bound, "exactly", text, count=1)
    yield re.sub(bound + " ", "", text, count=1)


def pronoun_bound(text: str, told: Told, line: cited.Cited) -> Iterator[str]:
    """A name that stands for a pronoun is another's; a pronoun is given a name that is not its own."""
    held = " ".join(cite.text for cite in line.cites)
    for old in _names(told, "PERSON"):
        if old in text and old not in held:
            yield from (text.replace(old, new, 1) for new in _names(told, "PERSON") if _of(told, new) != _of(told, old))
    for new in _names(told, "ORG", "GPE"):
        yield re.sub(r"\b(?:[Hh]e|[Ss]he)\b", new, text, count=1)


def speaker_dropped(text: str, told: Told, line: cited.Cited) -> Iterator[str]:
    """What somebody says, as if it were so."""
    yield re.sub(r",? (?:[\w’' ]{2,40}) (?:said|says|denied|claimed)(?: on \w+)?\.$", ".", text)
    yield re.sub(r"^[\w’' ]{2,40} (?:said|says|claimed|denied)(?: on \w+)? that ", "", text)


FALSE: tuple[Twins, ...] = (
    negation_in, negation_out, name_for_name, role_swapped, number, unit, day, place, planned_happened, speaker, denied_said,
    condition_dropped, bound_changed, pronoun_bound, speaker_dropped,
)  # fmt: skip


def false_twins(told: Told, line: cited.Cited) -> Iterator[tuple[str, str]]:
    """False twins of a line, each with its kind."""
    for make in FALSE:
        made = dict.fromkeys(twin for twin in make(line.text, told, line) if _plain(twin) != _plain(line.text))
        yield from ((make.__name__, twin) for twin in list(made)[:MOST])


def true_twins(told: Told, line: cited.Cited, seen: Mapping[str, Marked]) -> Iterator[tuple[str, cited.Cited]]:
    """The line itself; for a sentence the other sentences that it cites; for a label the main clauses of what it cites."""
    yield "itself", line
    if line.form == "cut":
        yield from (("another cite", replace(line, text=" ".join(cite.text.split()))) for cite in line.cites)
    if line.form != "clause":
        return
    for cite in line.cites:
        for mark in seen[cite.report].events if cite.report in seen else ():
            if mark.rank == "main" and cite.span.holds(mark.clause):
                words = " ".join(mark.clause.of(seen[cite.report].report.text).split())
                yield "another clause", replace(line, text=words)


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold()


# ---------------------------------------------------------------------------------------------------------- records


def _statement(key: str, change: Callable[[Any, Any], Any]) -> Callable[[Any], Iterator[Any]]:
    return lambda story: ({"statements": said["id"], key: change(said, story)} for said in story["statements"])


def _entry(key: str, change: Callable[[Any, Any], Any]) -> Callable[[Any], Iterator[Any]]:
    return lambda story: ({"timeline": one["id"], key: change(one, story)} for one in story["timeline"])


def _other(said: Any, story: Any) -> Any:
    return next((person["id"] for person in story["people"] if person["id"] != said["speaker"]), None)


RECORDS: Mapping[str, Callable[[Any], Iterator[Any]]] = {
    "statement.polarity": _statement("polarity", lambda said, _: "assert" if said["polarity"] == "deny" else "deny"),
    "statement.speaker": _statement("speaker", _other),
    "statement.type": _statement("type", lambda said, _: "indirect" if said["type"] == "direct" else "direct"),
    "statement.said_on": _statement("said_on", lambda *_: "1999-01-01"),
    "entry.status": _entry("status", lambda one, _: "planned" if one["status"] == "happened" else "happened"),
    "entry.date": _entry("date", lambda *_: "1999-01-01"),
}


def records(value: Any) -> Iterator[tuple[str, bool]]:
    """Forged records of an account's JSON, each with its kind and whether it is caught."""
    for number_, story in enumerate(value["stories"]):
        for kind, make in RECORDS.items():
            for change in list(make(story))[: 5 * MOST]:
                forged = copy.deepcopy({**value, "stories": [story]})
                part = next(iter(change))
                record = next(one for one in forged["stories"][0][part] if one["id"] == change[part])
                record.update({key: new for key, new in change.items() if key != part})
                fresh = {**value, "stories": [value["stories"][number_]]}
                found = (*frame.breaches(forged), *beside.breaches(forged, fresh))
                yield kind, bool(found)


# ---------------------------------------------------------------------------------------------------------- the figures


def measured(pile: Pile, misses: bool) -> tuple[Counter[str], Counter[str]]:
    """How many twins of each kind were made of a pile's account, and how many the guard takes for false."""
    made, caught = Counter[str](), Counter[str]()

    def asked(kind: str, told: Told, line: cited.Cited, wrong: bool) -> None:
        found = next(iter(guard.check(told, pile.seen, [line])), None)
        made[kind] += 1
        caught[kind] += found is not None
        if misses and (found is None) == wrong:
            print(f"{kind}: {line.form}: {line.text}   <- {[cite.text for cite in line.cites][:2]}", file=sys.stderr)

    for told in pile.account.stories:
        for line in cited.lines(told):
            for kind, twin in false_twins(told, line):
                asked(f"false {kind}", told, replace(line, text=twin), True)
            for kind, true in true_twins(told, line, pile.seen):
                asked(f"true {kind}", told, true, False)
    for kind, is_caught in records(json.loads(contract.text(contract.account(pile.account)))):
        made[f"record {kind}"] += 1
        caught[f"record {kind}"] += is_caught
    return made, caught


def main() -> int:
    """Print what was caught, by kind; exit 1 below what is asked for."""
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("piles", nargs="+")
    given.add_argument("--json", action="store_true")
    given.add_argument("--misses", action="store_true")
    asked = given.parse_args()
    made, caught = Counter[str](), Counter[str]()
    for path in asked.piles:
        for total, more in zip((made, caught), measured(Pile.of(path), asked.misses), strict=True):
            total.update(more)
    sums = {
        sort: (
            sum(n for kind, n in caught.items() if kind.startswith(sort)),
            sum(n for kind, n in made.items() if kind.startswith(sort)),
        )
        for sort in ("false", "true", "record")
    }
    if asked.json:
        print(json.dumps({kind: [caught[kind], made[kind]] for kind in sorted(made)}))
    else:
        for kind in sorted(made):
            print(f"{kind:28} {caught[kind]:5} of {made[kind]:5}  {100 * caught[kind] / made[kind]:5.1f} %")
        for sort, (found, of) in sums.items():
            print(f"all {sort:24} {found:5} of {of:5}  {100 * found / max(1, of):5.1f} %")
    return int(sums["false"][0] < 0.95 * sums["false"][1] or sums["true"][0] > 0.02 * sums["true"][1])


if __name__ == "__main__":
    sys.exit(main())
