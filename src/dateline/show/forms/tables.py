"""An account as plain tables, for Parquet files and for data frames: one row a thing, each with the story it is of.

Every table has its columns also where it has no rows. Dates are EDTF texts, `earliest` and `latest` ISO days. The table
`cites` holds the very words that each thing rests on: `of` is its table, `id` the id that it has there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dateline import edtf, wording
from dateline.cite import Cite, content_id
from dateline.errors import InputError
from dateline.records.account import Account, Told
from dateline.show.forms import deeds

Row = dict[str, Any]
Kind = type[str] | type[int] | type[float] | type[bool]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns, each of one kind; a cell may be None."""

    name: str
    columns: Mapping[str, Kind]
    rows: tuple[Row, ...]

    def column(self, name: str) -> list[Any]:
        """The cells of a column."""
        return [row.get(name) for row in self.rows]


def _columns(texts: str, **others: Kind) -> dict[str, Kind]:
    return {**dict.fromkeys(texts.split(), str), **others}


def _reports(account: Account) -> Iterator[Row]:
    stories = {key: told.id for told in account.stories for key in told.reports}
    origins = {key: one.id for told in account.stories for one in told.origins for key in one.reports}
    for one in account.reports:
        yield {
            "id": one.id, "story": stories.get(one.id), "origin": origins.get(one.id), "outlet": one.outlet, "title": one.title,
            "authors": "; ".join(one.authors), "place": one.place, "published": one.published.value,
            "basis": one.published.basis, "url": one.url, "path": one.path, "language": one.language, "sha256": one.sha256,
            "text": one.text,
        }  # fmt: skip


def _stories(account: Account) -> Iterator[Row]:
    for told in account.stories:
        yield {"id": told.id, "title": told.title, "reports": len(told.reports), "origins": len(told.origins)}


def _brief(account: Account) -> Iterator[Row]:
    for told in account.stories:
        for at, line in enumerate(told.brief, 1):
            name = content_id("b", told.id, line.text)
            yield {
                "story": told.id, "id": name, "at": at, "text": line.text, "mark": line.mark, "origins": len(line.origins),
            }  # fmt: skip


def _events(account: Account) -> Iterator[Row]:
    for told in account.stories:
        for one in told.findings.events:
            yield {
                "story": told.id, "id": one.id, "label": one.label, "kind": one.kind, "status": one.status, "date": one.date,
                "earliest": one.earliest, "latest": one.latest, "basis": one.basis, "weight": one.weight,
                "background": one.background, "origins": len(one.origins), "mentions": len(one.mentions),
                "participants": "; ".join(party.text for party in one.participants),
            }  # fmt: skip


def _slots(account: Account) -> Iterator[Row]:
    for told in account.stories:
        for event in told.findings.events:
            for slot in event.slots:
                for one in slot.values:
                    yield {
                        "story": told.id, "event": event.id, "kind": slot.kind, "of": slot.of, "value": one.value,
                        "bound": one.bound, "origins": len(one.origins),
                    }  # fmt: skip


def _timeline(account: Account) -> Iterator[Row]:
    for told in account.stories:
        people = {one.id: one.name for one in told.people}
        for one in told.findings.timeline:
            yield {
                "story": told.id, "id": one.id, "event": one.event, "date": one.date, "earliest": one.earliest,
                "latest": one.latest, "status": one.status, "label": one.label, "text": one.text, "plan": one.plan,
                "people": "; ".join(people[key] for key in one.people if key in people), "weight": one.weight,
                "background": one.background, "origins": len(one.origins),
            }  # fmt: skip


def _plans(account: Account) -> Iterator[Row]:
    for told in account.stories:
        for one in told.findings.plans:
            for at, step in enumerate(one.history, 1):
                first, last = edtf.interval(step.for_) if step.for_ else (None, None)
                yield {
                    "story": told.id, "id": one.id, "plan": one.title, "step": at, "date": step.date, "status": step.status,
                    "for": step.for_, "for_earliest": first, "for_latest": last, "by": step.by, "why": step.why,
                    "text": step.text,
                }  # fmt: skip


def _statements(account: Account) -> Iterator[Row]:
    for told in account.stories:
        people = {one.id: one.name for one in told.people}
        sayings = {version.statement: saying.id for saying in told.findings.sayings for version in saying.versions}
        for one in told.findings.statements:
            yield {
                "story": told.id, "id": one.id, "saying": sayings.get(one.id), "report": one.report, "speaker": one.speaker,
                "name": people.get(one.speaker or ""), "source": one.source.text if one.source else None,
                "cue": one.cue.text if one.cue else None, "text": " … ".join(cite.text for cite in one.content),
                "type": one.type, "class": one.class_, "polarity": one.polarity, "through": one.through,
                "said_on": one.said_on, "denies": " ".join(one.denies),
            }  # fmt: skip


def _claims(account: Account) -> Iterator[Row]:
    for told in account.stories:
        for one in told.findings.claims:
            for at, side in enumerate(one.sides, 1):
                yield {
                    "story": told.id, "id": one.id, "text": one.text, "verdict": one.verdict, "kind": one.kind, "side": at,
                    "says": side.text, "origins": len(side.origins),
                }  # fmt: skip


def _questions(account: Account) -> Iterator[Row]:
    for told in account.stories:
        for one in told.findings.questions:
            yield {"story": told.id, "id": one.id, "text": one.text, "answered": bool(one.answered)}


def _people(account: Account) -> Iterator[Row]:
    for told in account.stories:
        for one in told.people:
            yield {
                "story": told.id, "id": one.id, "name": one.name, "kind": one.kind, "role": one.role, "code": one.code,
                "aliases": "; ".join(one.aliases),
            }  # fmt: skip


def _origins(account: Account) -> Iterator[Row]:
    for told in account.stories:
        for one in told.origins:
            why = wording.sentences(one.why)
            yield {"story": told.id, "id": one.id, "label": one.label, "reports": len(one.reports), "why": why}


def _ties(account: Account) -> Iterator[Row]:
    for told in account.stories:
        for one in told.edges:
            yield {
                "story": told.id, "from": one.from_, "to": one.to, "kind": one.kind, "direction": one.direction,
                "containment": one.containment, "why": wording.sentences(one.why),
            }  # fmt: skip


def _cites(account: Account) -> Iterator[Row]:
    for told in account.stories:
        for of, name, cites in _resting(told):
            for one in cites:
                yield {
                    "story": told.id, "of": of, "id": name, "report": one.report, "start": one.start, "end": one.end,
                    "text": one.text,
                }  # fmt: skip


def _resting(told: Told) -> Iterator[tuple[str, str, Iterable[Cite]]]:
    """What of a story rests on cites: its table, its id there, the cites."""
    found = told.findings
    for line in told.brief:
        yield "brief", content_id("b", told.id, line.text), line.cites
    for event in found.events:
        yield "events", event.id, dict.fromkeys(mention.sentence for mention in event.mentions)
    for entry in found.timeline:
        yield "timeline", entry.id, entry.cites
    for plan in found.plans:
        yield "plans", plan.id, dict.fromkeys(cite for step in plan.history for cite in step.cites)
    for said in found.statements:
        yield "statements", said.id, said.content
    for claim in found.claims:
        yield "claims", claim.id, dict.fromkeys(cite for side in claim.sides for cite in side.cites)
    for question in found.questions:
        yield "questions", question.id, dict.fromkeys((*question.asked, *question.answered))
    for deed in found.deeds:
        yield "deeds", deed.id, deed.cites


_DATED = "date earliest latest"
_MADE: Mapping[str, tuple[Mapping[str, Kind], Callable[[Account], Iterable[Row]]]] = {
    "reports": (
        _columns("id story origin outlet title authors place published basis url path language sha256 text"),
        _reports,
    ),
    "stories": (_columns("id title", reports=int, origins=int), _stories),
    "brief": (_columns("story id", at=int) | _columns("text mark", origins=int), _brief),
    "events": (
        _columns(f"story id label kind status {_DATED} basis", weight=float, background=bool, origins=int, mentions=int)
        | _columns("participants"),
        _events,
    ),
    "slots": (_columns("story event kind of value bound", origins=int), _slots),
    "timeline": (
        _columns(f"story id event {_DATED} status label text plan people", weight=float, background=bool, origins=int),
        _timeline,
    ),
    "plans": (
        _columns("story id plan", step=int) | _columns("date status for for_earliest for_latest by why text"),
        _plans,
    ),
    "statements": (
        _columns("story id saying report speaker name source cue text type class polarity through said_on denies"),
        _statements,
    ),
    "claims": (_columns("story id text verdict kind", side=int) | _columns("says", origins=int), _claims),
    "questions": (_columns("story id text", answered=bool), _questions),
    "deeds": (
        _columns(f"story id event {_DATED} source source_code plover", quad=int)
        | _columns("mode context cameo target target_code status", origins=int)
        | _columns("why reports text"),
        deeds.rows,
    ),
    "people": (_columns("story id name kind role code aliases"), _people),
    "origins": (_columns("story id label", reports=int) | _columns("why"), _origins),
    "ties": (_columns("story from to kind direction", containment=float) | _columns("why"), _ties),
    "cites": (_columns("story of id report", start=int, end=int) | _columns("text"), _cites),
}
NAMES = tuple(_MADE)


def table(account: Account, name: str) -> Table:
    """One table of an account. Raises InputError where there is none of that name."""
    if name not in _MADE:
        raise InputError(f"{name!r} is no table of an account: it is one of {', '.join(NAMES)}")
    columns, rows = _MADE[name]
    return Table(name, columns, tuple(rows(account)))
