"""An account that is not made again, beside what the reports give when they are read anew: record by record, by what it cites.

Another version may choose, order and name otherwise; what it says of words that it cites must still be what these words say.
So a record is held against those that are found anew in the same words: what it says in each field, one of them must say.
Conflicts, denials and steps of plans that are found anew may not be left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

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

    def meets(self, one: Json, other: Json) -> bool:
        """Whether two records are about the same words."""
        mine, theirs = self.key(one), self.key(other)
        return mine == theirs if self.whole else bool(mine & theirs)


def breaches(value: Json, fresh: Json) -> Iterator[Breach]:
    """Where the JSON of an account says of words that it cites what they do not say in the one made anew, `fresh`."""
    for story in value["stories"]:
        where = f"stories[{story['id']}]"
        reports = set(story["reports"])
        twin = max(fresh["stories"], key=lambda one: len(reports & set(one["reports"])), default=None)
        if twin is None or not reports & set(twin["reports"]):
            yield Breach(where, "none of its reports stands in a story when they are read anew")
            continue
        for kind in KINDS:
            yield from _records(where, kind, story, twin)
        yield from _steps(where, story, twin)
        yield from _left_out(where, story, twin)
        titles = {" ".join(words.split()) for words in _titles(value["reports"], story, twin)}
        if " ".join(story["title"].split()) not in titles:
            yield Breach(
                f"{where}.title", f"{shown(story['title'])} is no headline of its reports and no name of its events"
            )


def _titles(reports: Sequence[Json], story: Json, twin: Json) -> Iterator[str]:
    """What a story can be called: as it is called anew, by a headline of its reports, or by what an event is called."""
    yield twin["title"]
    yield from (event["label"] for event in twin["events"])
    for report in reports:
        if report["id"] in story["reports"]:
            yield report["title"] or ""
            yield from (report["text"][b["start"] : b["end"]] for b in report["blocks"] if b["label"] == "headline")


def _records(where: str, kind: Kind, story: Json, twin: Json) -> Iterator[Breach]:
    for number, record in enumerate(story[kind.part]):
        at = f"{where}.{kind.part}[{record.get('id', number)}]"
        near = [one for one in twin[kind.part] if kind.meets(record, one)]
        if not near:
            yield Breach(at, "the words that it cites give no such record when they are read anew")
        for field in kind.fields if near else ():
            said = _named(record, field, story)
            given = [_named(one, field, twin) for one in near]
            if said not in given:
                yield Breach(f"{at}.{field}", f"the account says {shown(said)}; the words give {shown(given[0])}")


def _named(record: Json, field: str, story: Json) -> Json:
    """What a record says in a field; who somebody is by name, for ids of people may differ."""
    said = record.get(field)
    if field != "speaker" or said is None:
        return said
    return next((person["name"] for person in story["people"] if person["id"] == said), said)


def _steps(where: str, story: Json, twin: Json) -> Iterator[Breach]:
    """Steps of plans that their words do not give, and those of the same plan that are left out."""
    given = [step for plan in twin["plans"] for step in plan["history"]]
    for plan in story["plans"]:
        at = f"{where}.plans[{plan['id']}]"
        for number, step in enumerate(plan["history"]):
            near = [one for one in given if _cites(step) & _cites(one)]
            for field in ("status", "date", "for"):
                if step[field] not in [one[field] for one in near]:
                    yield Breach(f"{at}.history[{number}].{field}", f"{shown(step[field])} is not what its cites give")
        mine = frozenset[tuple[object, ...]]().union(*map(_step, plan["history"]))
        for other in twin["plans"]:
            theirs = [_step(step) for step in other["history"]]
            if sum(bool(mine & step) for step in theirs) * 2 >= len(theirs) > 1:
                for step, words in zip(other["history"], theirs, strict=True):
                    if not mine & words:
                        yield Breach(f"{at}.history", f"leaves out that it was {step['status']}: {shown(step['text'])}")


def _left_out(where: str, story: Json, twin: Json) -> Iterator[Breach]:
    for conflict in _conflicts(twin):
        if not any(_meet(conflict, other) for other in _conflicts(story)):
            yield Breach(f"{where}.claims", f"leaves out a conflict: {shown(conflict['text'])}")
    have = {_content(said) for said in story["statements"]}
    for said in twin["statements"]:
        if said["polarity"] == "deny" and _content(said) not in have:
            yield Breach(f"{where}.statements", f"leaves out a denial: {shown(said['content'][0]['text'])}")
    for part in ("brief", "timeline"):
        if twin[part] and not story[part]:
            yield Breach(f"{where}.{part}", "is empty, and the reports give it lines")


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
    Kind("people", _names, ("kind", "role", "code")),
    Kind("origins", _reports, ("label", "why"), whole=True),
    Kind("edges", _ends, ("kind", "direction", "containment", "why")),
    Kind("spun", _one, ("original", "signs")),
    Kind("events", _mentions, ("kind", "status", "date", "earliest", "latest", "basis")),
    Kind("timeline", _cites, ("status", "date", "earliest", "latest")),
    Kind("plans", lambda plan: frozenset().union(*map(_cites, plan["history"])), ("title", "status", "for")),
    Kind(
        "statements",
        _content,
        ("report", "speaker", "source", "cue", "type", "class", "polarity", "through", "said_on"),
        whole=True,
    ),
    Kind("claims", _sides, ("text", "verdict", "kind")),
    Kind("questions", _asked, ("text", "answered")),
    Kind("deeds", _cites, ("date", "source_code", "plover", "cameo", "target_code", "status")),
    Kind("brief", _cites, ("mark",)),
)
"""What is held against what is found anew. Sayings and links follow from statements and stories."""
