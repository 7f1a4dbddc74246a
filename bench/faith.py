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
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, islice, permutations
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


@dataclass(frozen=True, slots=True)
class Cast:
    """The names of a story's people: of which kind each is, and whose; looked up once a story."""

    kinds: Mapping[str, frozenset[str]]
    whose: Mapping[str, str]

    @classmethod
    def of(cls, told: Told) -> Cast:
        """Those of a story."""
        kinds: dict[str, frozenset[str]] = {}
        whose: dict[str, str] = {}
        for person in told.people:
            for name in (person.name, *person.aliases):
                kinds[name] = kinds.get(name, frozenset()) | {person.kind}
                whose.setdefault(name, person.id)
        return cls(kinds, whose)

    def names(self, *kinds: str) -> list[str]:
        """The names of those kinds; all where none is given."""
        return [name for name, its in self.kinds.items() if not kinds or its & set(kinds)]

    def others(self, name: str, names: Iterable[str]) -> list[str]:
        """Of some names those of somebody else."""
        return [other for other in names if self.whose[other] != self.whose[name]]


Twins = Callable[[str, Cast, cited.Cited], Iterator[str]]


def _first(word: str, text: str) -> re.Match[str] | None:
    return re.search(rf"\b{re.escape(word)}\b", text) if word in text else None


def _stands(word: str, text: str) -> bool:
    return _first(word, text) is not None


def _put(text: str, old: str, several: Iterable[str]) -> Iterator[str]:
    """The text with one of several words in the place of an old one, where that stands there."""
    found = _first(old, text)
    if found is not None:
        yield from (f"{text[: found.start()]}{new}{text[found.end() :]}" for new in several)


def negation_in(text: str, cast: Cast, line: cited.Cited) -> Iterator[str]:
    """`was not`, `never closed`."""
    yield re.sub(rf"\b({AUXILIARIES})\b", r"\1 not", text, count=1)
    yield re.sub(r"\b(\w+ed)\b", r"never \1", text, count=1)


def negation_out(text: str, cast: Cast, line: cited.Cited) -> Iterator[str]:
    """`did not` without `not`."""
    yield re.sub(r"\s+(?:not|never)\b|n[’']t\b", "", text, count=1)
    yield re.sub(r"\b[Nn]o\b", "the", text, count=1)


def name_for_name(text: str, cast: Cast, line: cited.Cited) -> Iterator[str]:
    """Another person or body of the story, those first whom the same cites name."""
    here = " ".join(cite.text for cite in line.cites)
    people = sorted(cast.names("PERSON", "ORG"), key=lambda name: (name not in here, name))
    for old in people:
        if _stands(old, text):
            yield from _put(text, old, cast.others(old, people))


def role_swapped(text: str, cast: Cast, line: cited.Cited) -> Iterator[str]:
    """Two names exchanged."""
    inside = [name for name in cast.names() if _stands(name, text)]
    for one, other in permutations(inside, 2):
        if one < other and one not in other and other not in one and cast.others(one, [other]):
            held = re.sub(rf"\b{re.escape(one)}\b", "\0", text, count=1)
            yield re.sub(rf"\b{re.escape(other)}\b", one, held, count=1).replace("\0", other)


def number(text: str, cast: Cast, line: cited.Cited) -> Iterator[str]:
    """Another number: one more, or another that the same cites hold."""
    for found in re.finditer(r"\b\d+\b", text):
        yield text[: found.start()] + str(int(found[0]) + 1) + text[found.end() :]
        for other in re.findall(r"\b\d+\b", " ".join(cite.text for cite in line.cites)):
            if other != found[0]:
                yield text[: found.start()] + other + text[found.end() :]
    for words in (NUMBERS, [word.capitalize() for word in NUMBERS]):
        for old in words:
            yield from _put(text, old, (new for new in words if new != old))


def unit(text: str, cast: Cast, line: cited.Cited) -> Iterator[str]:
    """Another unit."""
    for old, new in UNITS:
        yield from _put(text, old, [new])


def day(text: str, cast: Cast, line: cited.Cited) -> Iterator[str]:
    """Another day or month."""
    for each in (DAYS, MONTHS):
        for old, new in zip(each, (*each[1:], each[0]), strict=True):
            yield from _put(text, old, [new])


def place(text: str, cast: Cast, line: cited.Cited) -> Iterator[str]:
    """Another place of the story."""
    places = cast.names("GPE", "LOC")
    for old in places:
        if _stands(old, text):
            yield from _put(text, old, cast.others(old, places))


def planned_happened(text: str, cast: Cast, line: cited.Cited) -> Iterator[str]:
    """`will close`: `closed`."""
    yield re.sub(
        r"\b(?:will|would|is expected to|are expected to|plans to|is to|hopes to) (?!not|be\b|have\b)(\w+?)e?\b",
        r"\1ed",
        text,
        count=1,
    )
    yield re.sub(r"\b(?:will|would|is expected to|is to|are to|plans to) be\b", "was", text, count=1)


def speaker(text: str, cast: Cast, line: cited.Cited) -> Iterator[str]:
    """Somebody else says it."""
    for old in cast.names("PERSON"):
        if old not in text:
            continue
        said = rf"\b{re.escape(old)}(?=,? (?:said|says|told|denied|added|wrote|announced))|(?<=said ){re.escape(old)}\b"
        if re.search(said, text):
            yield from (re.sub(said, new, text, count=1) for new in cast.others(old, cast.names("PERSON")))


def denied_said(text: str, cast: Cast, line: cited.Cited) -> Iterator[str]:
    """`denied that`: `said that`."""
    yield re.sub(r"\b(?:denied|denies|rejected|dismissed)\b", "said", text, count=1)
    yield re.sub(r"\b(?:said|says)\b", "denied", text, count=1)


def condition_dropped(text: str, cast: Cast, line: cited.Cited) -> Iterator[str]:
    """Without what it depends on. A label may leave out a time, until which something holds."""
    until = "|until|once|before" if line.form == "cut" else ""
    yield re.sub(rf",? (?:if|unless|provided that|only when{until}) [^,.;]+", "", text, count=1)
    yield re.sub(r"^(?:If|Unless|Provided that) [^,.;]+, ", "", text)


def bound_changed(text: str, cast: Cast, line: cited.Cited) -> Iterator[str]:
    """`at least 14`: `exactly 14`, `14`."""
    words = "at least|at most|more than|less than|up to|about|around|nearly|almost|over|approximately"
    bound = rf"\b(?:{words})\b(?= [\d$£€]| an? |(?: \w+)? (?:hundred|million))"
    yield re.sub(bound, "exactly", text, count=1)
    yield re.sub(bound + " ", "", text, count=1)


def pronoun_bound(text: str, cast: Cast, line: cited.Cited) -> Iterator[str]:
    """A name that stands for a pronoun is another's; a pronoun is given a name that is not its own."""
    held = " ".join(cite.text for cite in line.cites)
    for old in cast.names("PERSON"):
        if old in text and old not in held:
            yield from (text.replace(old, new, 1) for new in cast.others(old, cast.names("PERSON")))
    if re.search(r"\b(?:[Hh]e|[Ss]he)\b", text):
        for new in cast.names("ORG", "GPE"):
            yield re.sub(r"\b(?:[Hh]e|[Ss]he)\b", new, text, count=1)


def speaker_dropped(text: str, cast: Cast, line: cited.Cited) -> Iterator[str]:
    """What somebody says, as if it were so."""
    yield re.sub(r",? (?:[\w’' ]{2,40}) (?:said|says|denied|claimed)(?: on \w+)?\.$", ".", text)
    yield re.sub(r"^[\w’' ]{2,40} (?:said|says|claimed|denied)(?: on \w+)? that ", "", text)


FALSE: tuple[Twins, ...] = (
    negation_in, negation_out, name_for_name, role_swapped, number, unit, day, place, planned_happened, speaker, denied_said,
    condition_dropped, bound_changed, pronoun_bound, speaker_dropped,
)  # fmt: skip


def false_twins(cast: Cast, line: cited.Cited) -> Iterator[tuple[str, str]]:
    """False twins of a line, each with its kind: the first few of each."""
    own = _plain(line.text)
    for make in FALSE:
        made: dict[str, None] = {}
        for twin in make(line.text, cast, line):
            if _plain(twin) != own:
                made[twin] = None
            if len(made) == MOST:
                break
        yield from ((make.__name__, twin) for twin in made)


def true_twins(line: cited.Cited, seen: Mapping[str, Marked]) -> Iterator[tuple[str, cited.Cited]]:
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


EMPTY = (
    "edges",
    "spun",
    "events",
    "timeline",
    "plans",
    "statements",
    "claims",
    "questions",
    "deeds",
    "brief",
    "sayings",
    "links",
)


def records(value: Any, most: int = sys.maxsize) -> Iterator[tuple[str, bool]]:
    """Forged records of an account's JSON, each with its kind and whether it is caught; of more than `most` a drawn part.

    Raises ValueError where the account does not hold as it is: what is found then says nothing of a forgery.
    """
    forgeries: list[tuple[str, Any, Any]] = []
    for story in value["stories"]:
        for kind, make in RECORDS.items():
            forgeries += [(kind, story, change) for change in islice(make(story), 5 * MOST)]
    drawn = forgeries if len(forgeries) <= most else random.Random(0).sample(forgeries, most)
    for story in value["stories"]:
        mine = [(kind, change) for kind, owner, change in drawn if owner is story]
        fresh = _around(value, story)
        if mine and (found := _found(fresh, fresh)):
            raise ValueError(f"the account does not hold: {found}")
        for kind, change in mine:
            yield kind, bool(_found(_changed(fresh, story, change), fresh))


def _around(value: Any, story: Any) -> Any:
    """The account of one story and those that it leads to."""
    names = {link["to"] for link in story.get("links", ())} | {story["id"]}
    ends = {end for edge in story["edges"] for end in (edge["from"], edge["to"])}
    stories = [one for one in value["stories"] if one["id"] in names or ends & set(one["reports"])]
    told = {name for one in stories for name in one["reports"]}
    stories = [one if one is story else {**one, **{key: [] for key in EMPTY}} for one in stories]
    parts = {part: [one for one in value[part] if one["id"] in told] for part in ("reports", "inputs")}
    return {**value, **parts, "stories": stories}


def _changed(value: Any, story: Any, change: Mapping[str, Any]) -> Any:
    """An account with one record of a story changed: `change` names its list with its id first, then what it says now."""
    (part, name), *new = change.items()
    told = [{**one, **dict(new)} if one["id"] == name else one for one in story[part]]
    return {**value, "stories": [{**one, part: told} if one is story else one for one in value["stories"]]}


def _found(forged: Any, fresh: Any) -> str | None:
    """The first breach that is found in an account beside what was told anew."""
    return next(
        (f"{one.where} {one.why}" for one in chain(frame.breaches(forged), beside.breaches(forged, fresh))), None
    )


# ---------------------------------------------------------------------------------------------------------- the figures


def measured(pile: Pile, most: int, misses: bool) -> tuple[Counter[str], Counter[str]]:
    """How many twins of each kind were made of a pile's account, and how many the guard takes for false.

    Of more than `most` lines of a pile so many are drawn, always the same.
    """
    made, caught = Counter[str](), Counter[str]()
    every = [(told, line) for told in pile.account.stories for line in cited.lines(told)]
    drawn = every if len(every) <= most else random.Random(0).sample(every, most)
    for told in pile.account.stories:
        cast = Cast.of(told)
        twins: list[tuple[str, bool, cited.Cited]] = []
        for line in (line for owner, line in drawn if owner is told):
            twins += [(f"false {kind}", True, replace(line, text=twin)) for kind, twin in false_twins(cast, line)]
            twins += [(f"true {kind}", False, twin) for kind, twin in true_twins(line, pile.seen)]
        numbered = [replace(twin, where=str(number)) for number, (_, _, twin) in enumerate(twins)]
        taken = {int(where) for where, _ in guard.check(told, pile.seen, numbered)}
        for number, (kind, wrong, twin) in enumerate(twins):
            made[kind] += 1
            caught[kind] += number in taken
            if misses and (number in taken) != wrong:
                print(
                    f"{kind}: {twin.form}: {twin.text}   <- {[cite.text for cite in twin.cites][:2]}", file=sys.stderr
                )
    for kind, is_caught in records(json.loads(contract.text(contract.account(pile.account))), most // 4):
        made[f"record {kind}"] += 1
        caught[f"record {kind}"] += is_caught
    return made, caught


def main() -> int:
    """Print what was caught, by kind; exit 1 below what is asked for."""
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("piles", nargs="+")
    given.add_argument(
        "--lines", type=int, default=2000, help="lines of a pile that are looked at, drawn where there are more"
    )
    given.add_argument("--json", action="store_true")
    given.add_argument("--misses", action="store_true")
    asked = given.parse_args()
    made, caught = Counter[str](), Counter[str]()
    for path in asked.piles:
        for total, more in zip((made, caught), measured(Pile.of(path), asked.lines, asked.misses), strict=True):
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
