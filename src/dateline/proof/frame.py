"""What holds an account together: ids that name one thing and lead to it, days in order, each report in one story, origins that
are those of what is cited, and no character that shows otherwise than it is checked.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from dateline import cite, contract, edtf
from dateline.proof.breach import Breach

Json = contract.Json
LISTS = ("origins", "people", "events", "timeline", "plans", "statements", "claims", "questions", "deeds", "sayings")
DATES = ("date", "for", "said_on", "earliest", "latest", "day")
_VERSION = re.compile(r"\d+(?:\.\d+)*[\w.+-]*")
_ID = re.compile(r"[a-z]-[0-9a-f]{10}|o\d+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
WEB = ("http://", "https://")


def breaches(value: Json) -> Iterator[Breach]:
    """Where the parts of an account (its JSON, of the right shape) do not fit together."""
    if not _VERSION.fullmatch(value["dateline"]):
        yield Breach("dateline", f"{value['dateline']!r} is no version")
    yield from _twice("inputs", value["inputs"])
    yield from _twice("reports", value["reports"])
    yield from _twice("stories", value["stories"])
    yield from _names(value)
    yield from _account(value)
    for story in value["stories"]:
        where = f"stories[{story['id']}]"
        for part in LISTS:
            yield from _twice(f"{where}.{part}", story.get(part, ()))
        yield from _links(where, story, value)
        yield from _origins(where, story)
        yield from _days(where, story)
        yield from _entries(where, story)
        yield from _ranked(where, story)
        yield from _mentions(where, story, {report["id"]: report["text"] for report in value["reports"]})
        yield from _again(where, story)
    yield from _hidden(value)


def _kept(value: Json) -> set[str]:
    return {one["id"] for one in value.get("before", ())}


def _twice(where: str, records: Iterable[Json]) -> Iterator[Breach]:
    for name, times in Counter(record["id"] for record in records).items():
        if times > 1:
            yield Breach(f"{where}[{name}]", f"one id is given to {times}")


def _names(value: Json) -> Iterator[Breach]:
    """Ids that are none of ours: what links to them, and whoever reads them in an address, would be shown other words."""
    for story in value["stories"]:
        if not _ID.fullmatch(story["id"]):
            yield Breach(f"stories[{story['id']}]", "is not the id of a story")
        for part in LISTS:
            for record in story.get(part, ()):
                if not _ID.fullmatch(record["id"]):
                    yield Breach(f"stories[{story['id']}].{part}[{record['id']}]", "is no id of a record")


def _account(value: Json) -> Iterator[Breach]:
    if value["as_of"] is not None and not _DAY.fullmatch(value["as_of"]):
        yield Breach("as_of", f"{value['as_of']!r} is no day")
    listed = {source["id"] for source in value["inputs"]}
    kept = {report["id"] for report in value["reports"]}
    for name in sorted(listed - kept):
        yield Breach(f"reports[{name}]", "is left out: it is among the inputs")
    homes = Counter(report for story in value["stories"] for report in story["reports"])
    for name, times in homes.items():
        if times > 1:
            yield Breach(f"reports[{name}]", f"is told in {times} stories: a report belongs to one")
    failed = {one["where"] for one in value["failed"]}
    for report in value["reports"]:
        if not homes[report["id"]] and not failed & {report["path"], report["id"]}:
            yield Breach(f"reports[{report['id']}]", "is told in no story")
        for key in ("url", "canonical"):
            address = report.get(key)
            if address is not None and not address.lower().startswith(WEB):
                yield Breach(f"reports[{report['id']}].{key}", "is no address of the web")
        day = (report["published"]["value"] or "")[:10]
        if day and value["as_of"] is None:
            yield Breach("as_of", f"is none, and report {report['id']} is of {day}")
        if value["as_of"] is not None and day > value["as_of"]:
            yield Breach("as_of", f"{value['as_of']}: report {report['id']} is of {day}")


def _again(where: str, value: Json) -> Iterator[Breach]:
    """Records that stand twice in one list: they would count for two.

    A tie may cite one passage twice, and of an event two may take part for whom there is one word.
    """
    if isinstance(value, dict):
        for key, inner in value.items():
            if key != "participants" and not (key == "cites" and "containment" in value):
                yield from _again(f"{where}.{key}", inner)
    elif isinstance(value, list):
        for words, times in Counter(contract.text(one) for one in value if isinstance(one, dict)).items():
            if times > 1:
                yield Breach(where, f"holds {times} times: {words[:80]}")
        for number, inner in enumerate(value):
            yield from _again(f"{where}[{inner.get('id', number) if isinstance(inner, dict) else number}]", inner)


def _links(where: str, story: Json, value: Json) -> Iterator[Breach]:
    """Ids that lead to nothing. Words may be taken from a report of another story."""
    stories = {one["id"] for one in value["stories"]} | _kept(value)
    have: dict[str, set[str]] = {part: {one["id"] for one in story.get(part, ())} for part in LISTS}
    have["reports"], have["ends"] = set(story["reports"]), {report["id"] for report in value["reports"]}
    for at, kind, name in _references(story):
        if name is not None and name not in have[kind]:
            yield Breach(f"{where}.{at}", f"{name!r} is none of the story's {kind}")
    for number, edge in enumerate(story["edges"]):
        if not {edge["from"], edge["to"]} & have["reports"]:
            yield Breach(f"{where}.edges[{number}]", "ties none of the story's reports")
    for link in story.get("links", ()):
        if link["to"] not in stories:
            yield Breach(f"{where}.links[{link['to']}]", "leads to no story")


def _references(story: Json) -> Iterator[tuple[str, str, str | None]]:
    """Each id that stands in a record: where, of which list it is, and the id."""
    for part, keys in REFERENCES.items():
        for number, record in enumerate(story.get(part, ())):
            at = f"{part}[{record.get('id', number)}]"
            for key, kind in keys.items():
                held = record.get(key)
                for name in held if isinstance(held, list) else [held]:
                    yield f"{at}.{key}", kind, name
    for part, inner in INNER:
        for record in story.get(part, ()):
            for number, held in enumerate(record[inner]):
                for key, kind in REFERENCES[f"{part}.{inner}"].items():
                    yield f"{part}[{record['id']}].{inner}[{number}].{key}", kind, held.get(key)


REFERENCES: dict[str, dict[str, str]] = {
    "origins": {"reports": "reports"},
    "edges": {"from": "ends", "to": "ends"},
    "spun": {"report": "reports"},
    "events": {"origins": "origins"},
    "timeline": {"people": "people", "plan": "plans", "event": "events", "origins": "origins"},
    "statements": {"report": "reports", "speaker": "people", "same_as": "statements", "denies": "statements"},
    "deeds": {"event": "events", "origins": "origins"},
    "brief": {"origins": "origins"},
    "sayings": {"speaker": "people", "first": "reports"},
    "events.participants": {"person": "people"},
    "events.mentions": {"report": "reports"},
    "plans.history": {"by": "people"},
    "sayings.versions": {"statement": "statements", "report": "reports"},
}
INNER = (("events", "participants"), ("events", "mentions"), ("plans", "history"), ("sayings", "versions"))


def _origins(where: str, story: Json) -> Iterator[Breach]:
    """Origins that do not part the reports, or are not those of the reports that are cited beside them."""
    homes = Counter(report for origin in story["origins"] for report in origin["reports"])
    for report in story["reports"]:
        if homes[report] != 1:
            yield Breach(f"{where}.origins", f"report {report} has {homes[report]} origins: each has one")
    of = {report: origin["id"] for origin in story["origins"] for report in origin["reports"]}
    for at, record in _counted(story):
        given = sorted({of[cite["report"]] for cite in record["cites"] if cite["report"] in of})
        if sorted(record["origins"]) != given:
            said = ", ".join(record["origins"])
            yield Breach(f"{where}.{at}.origins", f"{said or 'none'}: what it cites is of {', '.join(given)}")


def _counted(story: Json) -> Iterator[tuple[str, Json]]:
    """What says how many origins it rests on."""
    for number, line in enumerate(story["brief"]):
        yield f"brief[{number}]", line
    for entry in story["timeline"]:
        yield f"timeline[{entry['id']}]", entry
    for claim in story["claims"]:
        for number, side in enumerate(claim["sides"]):
            yield f"claims[{claim['id']}].sides[{number}]", side
    for deed in story["deeds"]:
        yield f"deeds[{deed['id']}]", deed
    for event in story["events"]:
        yield f"events[{event['id']}]", {"origins": event["origins"], "cites": event["mentions"]}
        for slot in event["slots"]:
            for number, given in enumerate(slot["values"]):
                yield f"events[{event['id']}].slots[{slot['kind']}].values[{number}]", given


def _entries(where: str, story: Json) -> Iterator[Breach]:
    """Entries of the timeline that say of their event what it does not say itself."""
    events = {event["id"]: event for event in story["events"]}
    titles = {plan["id"]: plan["title"] for plan in story["plans"]}
    for entry in story["timeline"]:
        at, event = f"{where}.timeline[{entry['id']}]", events.get(entry["event"])
        if event is None:
            if entry["label"] != titles.get(entry["plan"]):
                yield Breach(at, "is of no event, and is not called as a plan is")
            continue
        for key in ("status", "date", "earliest", "latest", "label", "weight", "background"):
            if entry[key] != event[key]:
                yield Breach(f"{at}.{key}", f"is {entry[key]!r}; its event has {event[key]!r}")
        told = [one["sentence"] for one in event["mentions"]]
        if any(cited not in told for cited in entry["cites"]):
            yield Breach(f"{at}.cites", "holds what does not tell its event")


def _ranked(where: str, story: Json) -> Iterator[Breach]:
    """Events whose id is not that of their mentions, and weights and places in the order that do not go together."""
    for event in story["events"]:
        told = sorted((one["report"], one["start"]) for one in event["mentions"])
        name = cite.content_id("e", *(f"{report}:{start}" for report, start in told))
        if name != event["id"]:
            yield Breach(f"{where}.events[{event['id']}]", f"its mentions make it {name}: one is left out or put in")
    for part in ("events", "timeline"):
        for record in story[part]:
            if not 0 <= record["weight"] <= 1:
                yield Breach(f"{where}.{part}[{record['id']}].weight", f"{record['weight']} is none from 0 to 1")
    for first, then in pairwise(story["events"]):
        if (-first["weight"], first["id"]) > (-then["weight"], then["id"]):
            yield Breach(f"{where}.events[{then['id']}]", "stands behind one that weighs less")
    for plan in story["plans"]:
        days = [step["date"] for step in plan["history"] if step["date"]]
        if days != sorted(days):
            yield Breach(f"{where}.plans[{plan['id']}].history", "stands in another order than that of its days")
    for first, then in pairwise(story["timeline"]):
        if _when(first) > _when(then):
            yield Breach(f"{where}.timeline[{then['id']}]", "stands behind one that is later")


def _when(entry: Json) -> tuple[float, float, float, str]:
    """Where an entry stands in the order of time, of one time by weight; last, where nobody dates it.

    A day that is none is said elsewhere.
    """
    try:
        first, last = (edtf.ordinal(entry[key]) if entry[key] else math.inf for key in ("earliest", "latest"))
    except ValueError:
        first = last = math.inf
    return (first, last, -entry["weight"], entry["id"])


def _mentions(where: str, story: Json, texts: Mapping[str, str]) -> Iterator[Breach]:
    """Mentions whose word does not stand where it is said to, or not in their sentence."""
    for event in story["events"]:
        for number, one in enumerate(event["mentions"]):
            there = texts.get(one["report"], "")[max(0, one["start"]) : max(0, one["end"])]
            inside = one["sentence"]["start"] <= one["start"] < one["end"] <= one["sentence"]["end"]
            if there != one["text"] or not inside or one["sentence"]["report"] != one["report"]:
                yield Breach(
                    f"{where}.events[{event['id']}].mentions[{number}]", f"{one['text']!r} does not stand there"
                )


def _days(where: str, record: Json) -> Iterator[Breach]:
    """Dates that are none, and bounds that are not those of their date."""
    if isinstance(record, list):
        for number, inner in enumerate(record):
            name = inner.get("id", number) if isinstance(inner, dict) else number
            yield from _days(f"{where}[{name}]", inner)
        return
    if not isinstance(record, dict):
        return
    for key, inner in record.items():
        if key in DATES and isinstance(inner, str):
            try:
                edtf.interval(inner)
            except ValueError as error:
                yield Breach(f"{where}.{key}", str(error))
        else:
            yield from _days(f"{where}.{key}", inner)


def _hidden(value: Json) -> Iterator[Breach]:
    """Characters without a glyph (overrides of direction, controls, lone surrogates) that no report has."""
    held = {
        char
        for report in value["reports"]
        for char in set(f"{report['text']}{report['title'] or ''}")
        if _is_hidden(char)
    }
    for at, words in _strings("stories", value["stories"]):
        if not words.isprintable() and (odd := sorted(set(filter(_is_hidden, words)) - held)):
            codes = ", ".join(f"U+{ord(char):04X}" for char in odd)
            yield Breach(at, f"holds {codes}, which shows otherwise than it reads, and which no report holds")


def _is_hidden(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn")


def _strings(where: str, value: Json) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            name = inner.get("id", number) if isinstance(inner, dict) else number
            yield from _strings(f"{where}[{name}]", inner)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(f"{where}.{key}", inner)
