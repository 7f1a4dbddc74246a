"""An account that is not made again, beside what the reports give when they are read anew: record by record, by what it cites.

Another version may choose, order and name otherwise; what it says of words that it cites must still be what these words say.
So a record is held against those that are found anew in the same words: what it says in each field, one of them must say.
Conflicts, denials, steps of plans and events of several origins that are found anew may not be left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from dateline import contract
from dateline.proof.again import shown
from dateline.proof.breach import Breach

Json = contract.Json
Key = frozenset[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A list of records: what in a record says which words it is about, and the fields that these words decide.

    Records are about the same words where their keys share something (`whole`: where they are the same).
    """

    part: str
    key: Callable[[Json], Key]
    fields: tuple[str, ...]
    whole: bool = False


class Near:
    """Records by what they are about."""

    def __init__(self, several: Iterable[tuple[Key, Json]]) -> None:
        self._every = tuple(several)
        self._about = defaultdict[object, list[int]](list)
        for number, (key, _) in enumerate(self._every):
            for part in key:
                self._about[part].append(number)

    def to(self, mine: Key, *, whole: bool = False) -> list[Json]:
        """What shares most of its key with one: all that share as much (all of it); nothing where nothing is shared."""
        meeting = sorted({number for part in mine for number in self._about.get(part, ())})
        shares = [(len(mine & key) / len(mine | key), one) for key, one in (self._every[number] for number in meeting)]
        most = 1 if whole else max((share for share, _ in shares), default=0)
        return [one for share, one in shares if share == most]


def breaches(value: Json, fresh: Json) -> Iterator[Breach]:
    """Where the JSON of an account says of words that it cites what they do not say in the one made anew, `fresh`."""
    unread = {PurePath(one["where"]).name for one in fresh["failed"]}
    for one in value["failed"]:
        if PurePath(one["where"]).name not in unread:
            yield Breach(f"failed[{one['where']}]", "is told to have failed, and does not")
    for given in value["stories"]:
        where = f"stories[{given['id']}]"
        reports = set(given["reports"])
        found = max(fresh["stories"], key=lambda one: len(reports & set(one["reports"])), default=None)
        if found is None or not reports & set(found["reports"]):
            yield Breach(where, "none of its reports stands in a story when they are read anew")
            continue
        story, twin = _with_names(given), _with_names(found)
        for kind in KINDS:
            yield from _records(where, kind, story, twin)
        yield from _steps(where, story, twin)
        yield from _left_out(where, story, twin)
        yield from _untold(where, story, twin)
        if story.get("changes", []) != twin.get("changes", []):
            yield Breach(f"{where}.changes", f"{shown(story.get('changes', []))} is not what became of it")
        titles = {" ".join(words.split()) for words in _titles(value["reports"], story, twin) if words.strip()}
        if " ".join(story["title"].split()) not in titles:
            yield Breach(
                f"{where}.title", f"{shown(story['title'])} is no headline of its reports and no name of its events"
            )


def _with_names(story: Json) -> Json:
    """The story with what ids stand for in their place (not where they are given), for another version gives other ids."""
    names = {person["id"]: person["name"] for person in story["people"]}
    names |= {origin["id"]: f"origin of {', '.join(sorted(origin['reports']))}" for origin in story["origins"]}
    names |= {plan["id"]: f"plan {plan['title']}" for plan in story["plans"]}
    for part, key in (("statements", "content"), ("events", "mentions")):
        for record in story[part]:
            first = record[key][0]
            names[record["id"]] = f"{first['report']}:{first['start']}-{first['end']}"
    made: Json = _replaced(story, names)
    return made


def _replaced(value: Json, names: Mapping[str, str]) -> Json:
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, list):
        return [_replaced(inner, names) for inner in value]
    if isinstance(value, dict):
        return {key: inner if key == "id" else _replaced(inner, names) for key, inner in value.items()}
    return value


def _titles(reports: Sequence[Json], story: Json, twin: Json) -> Iterator[str]:
    """What a story can be called: as it is called anew, by a headline of its reports, or by what an event is called."""
    yield twin["title"]
    yield from (event["label"] for event in twin["events"])
    for report in reports:
        if report["id"] in story["reports"]:
            yield report["title"] or ""
            yield from (report["text"][b["start"] : b["end"]] for b in report["blocks"] if b["label"] == "headline")


def _records(where: str, kind: Kind, story: Json, twin: Json) -> Iterator[Breach]:
    anew = Near((kind.key(record), record) for record in twin.get(kind.part, ()))
    for number, record in enumerate(story.get(kind.part, ())):
        at = f"{where}.{kind.part}[{record.get('id', number)}]"
        near = anew.to(kind.key(record), whole=kind.whole)
        if not near:
            yield Breach(at, "the words that it cites give no such record when they are read anew")
        for field, said, given in _unlike(record, near, kind.fields):
            yield Breach(f"{at}.{field}", f"the account says {shown(said)}; the words give {shown(given)}")


def _unlike(record: Json, near: Sequence[Json], fields: Sequence[str]) -> list[tuple[str, Json, Json]]:
    """The fields in which a record is not as the one that is most like it: what it says there, and what that one does."""
    every = (
        [
            (name, record.get(name), one.get(name))
            for name in fields
            if _sorted(record.get(name)) != _sorted(one.get(name))
        ]
        for one in near
    )
    return min(every, key=len, default=[])


def _sorted(value: Json) -> Json:
    """A list of ids or names in one order."""
    return sorted(value) if isinstance(value, list) and all(isinstance(one, str) for one in value) else value


def _steps(where: str, story: Json, twin: Json) -> Iterator[Breach]:
    """Steps of plans that their words do not give, and those of the same plan that are left out."""
    given = Near((_cites(step), step) for plan in twin["plans"] for step in plan["history"])
    for plan in story["plans"]:
        at = f"{where}.plans[{plan['id']}]"
        for number, step in enumerate(plan["history"]):
            near = given.to(_cites(step))
            if not near:
                yield Breach(f"{at}.history[{number}]", "the words that it cites give no step when they are read anew")
            for field, said, _ in _unlike(step, near, ("status", "date", "for", "by", "why")):
                yield Breach(f"{at}.history[{number}].{field}", f"{shown(said)} is not what its cites give")
    steps = [(plan, [_step(step) for step in plan["history"]]) for plan in story["plans"]]
    for other in twin["plans"]:
        theirs = [_step(step) for step in other["history"]]
        plan, mine = max(steps, key=lambda one: _shared(theirs, one[1]) / len(one[1]), default=(None, []))
        if plan is None or not _shared(theirs, mine) * 2 >= len(theirs) > 1:
            continue
        for step, words in zip(other["history"], theirs, strict=True):
            if not _shared([words], mine):
                where_ = f"{where}.plans[{plan['id']}].history"
                yield Breach(where_, f"leaves out that it was {step['status']}: {shown(step['text'])}")


def _shared(steps: Sequence[Key], others: Sequence[Key]) -> int:
    """How many steps stand among others too."""
    return sum(any(step & other for other in others) for step in steps)


def _left_out(where: str, story: Json, twin: Json) -> Iterator[Breach]:
    for conflict in _conflicts(twin):
        if not any(_meet(conflict, other) for other in _conflicts(story)):
            yield Breach(f"{where}.claims", f"leaves out a conflict: {shown(conflict['text'])}")
    have = {_content(said) for said in story["statements"]}
    for said in twin["statements"]:
        if said["polarity"] == "deny" and _content(said) not in have:
            yield Breach(f"{where}.statements", f"leaves out a denial: {shown(said['content'][0]['text'])}")
    for part in [kind.part for kind in KINDS]:
        if twin.get(part) and not story.get(part):
            yield Breach(f"{where}.{part}", "is empty, and the reports give it lines")
    for part, key in (("edges", _ends), ("spun", _one)):
        have = {key(record) for record in story[part]}
        for record in twin[part]:
            if key(record) not in have:
                yield Breach(f"{where}.{part}", f"leaves out {shown(record)}")
    for text, times in Counter(line["text"] for line in story["brief"]).items():
        if times > 1:
            yield Breach(f"{where}.brief", f"says {times} times: {shown(text)}")


def _untold(where: str, story: Json, twin: Json) -> Iterator[Breach]:
    """Events and entries of several origins that are left out; of what one report alone tells, versions may differ."""
    for part, key in (("events", _mentions), ("timeline", _cites)):
        told = frozenset[tuple[object, ...]]().union(*map(key, story[part]))
        for record in twin[part]:
            if len(record["origins"]) > 1 and not key(record) & told:
                yield Breach(f"{where}.{part}", f"leaves out what several tell: {shown(record['label'])}")


def _conflicts(story: Json) -> list[Json]:
    return [claim for claim in story["claims"] if claim["verdict"] == "conflict"]


def _meet(one: Json, other: Json) -> bool:
    """Whether two conflicts are one: they set the same words against each other, two sides of each."""
    sides = [_cites(side) for side in other["sides"]]
    return sum(any(_cites(side) & cited for cited in sides) for side in one["sides"]) > 1


# ------------------------------------------------------------------------------------------ what a record is about


def _cited(cites: Sequence[Json]) -> Key:
    return frozenset((cite["report"], cite["start"], cite["end"]) for cite in cites)


def _cites(record: Json) -> Key:
    return _cited(record["cites"])


def _step(step: Json) -> Key:
    return frozenset((step["status"], *cite) for cite in _cites(step))


def _deed(deed: Json) -> Key:
    return frozenset((deed["plover"], *cite) for cite in _cites(deed))


def _content(said: Json) -> Key:
    return _cited(said["content"])


def _asked(question: Json) -> Key:
    return _cited(question["asked"])


def _mentions(event: Json) -> Key:
    return _cited(event["mentions"])


def _sides(claim: Json) -> Key:
    return frozenset((claim["verdict"] == "conflict", *cite) for side in claim["sides"] for cite in _cites(side))


def _names(person: Json) -> Key:
    return frozenset({(person["name"],)})


def _reports(origin: Json) -> Key:
    return frozenset((report,) for report in origin["reports"])


def _ends(edge: Json) -> Key:
    return frozenset({(edge["from"], edge["to"])})


def _one(record: Json) -> Key:
    return frozenset({(record["report"],)})


def _versions(saying: Json) -> Key:
    return frozenset((version["statement"],) for version in saying["versions"])


KINDS = (
    Kind("people", _names, ("kind", "role", "code", "aliases", "cites")),
    Kind("origins", _reports, ("label", "why", "cites"), whole=True),
    Kind("edges", _ends, ("kind", "direction", "containment", "why", "cites")),
    Kind("spun", _one, ("original", "signs", "score")),
    Kind(
        "events",
        _mentions,
        (
            "kind",
            "status",
            "date",
            "earliest",
            "latest",
            "basis",
            "background",
            "participants",
            "slots",
            "said",
            "named",
        ),
    ),
    Kind("timeline", _cites, ("status", "date", "earliest", "latest", "background", "people", "plan")),
    Kind("plans", lambda plan: frozenset().union(*map(_cites, plan["history"])), ("title", "status", "for")),
    Kind(
        "statements",
        _content,
        ("report", "speaker", "source", "cue", "type", "class", "polarity", "through", "said_on", "same_as", "denies"),
        whole=True,
    ),
    Kind("claims", _sides, ("text", "verdict", "kind")),
    Kind("questions", _asked, ("text", "asked", "answered")),
    Kind(
        "deeds",
        _deed,
        (
            "event",
            "date",
            "source",
            "source_text",
            "source_code",
            "cameo",
            "mode",
            "target",
            "target_text",
            "target_code",
            "status",
            "context",
            "why",
            "cites",
        ),
    ),
    Kind("brief", _cites, ("mark",)),
    Kind("sayings", _versions, ("speaker", "first", "versions")),
)
"""What is held against what is found anew. Links follow from stories."""
