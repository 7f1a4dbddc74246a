"""An account as FollowTheMoney entities, a JSON line each: reports as articles, people and bodies, events.

FollowTheMoney has no plans, conflicts or open questions. Its dates are years, months, days: another EDTF date stands as the
first and the last day that it allows. Ids are those of the account, under its story.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from dateline.cite import Cite, content_id
from dateline.records.account import Account, Told
from dateline.records.findings import Entry
from dateline.records.report import Report
from dateline.records.story import Person
from dateline.show import inert, words

Json = Any  # what json.dumps takes
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?")
_SCHEMAS = {"PERSON": "Person", "ORG": "Organization", "GPE": "LegalEntity"}


def account(made: Account) -> str:
    """The entities, a line each."""
    return "".join(json.dumps(one, ensure_ascii=False, sort_keys=True) + "\n" for one in _entities(made))


def _entities(made: Account) -> Iterator[Json]:
    for report in made.reports:
        yield _article(report)
    for told in made.stories:
        for person in told.people:
            if person.kind in _SCHEMAS:
                yield _who(told, person)
                yield from _papers(told, _id(told, person.id), person.cites)
        for entry in told.findings.timeline:
            yield _event(told, entry)
            yield from _papers(told, _id(told, entry.id), entry.cites)


def _id(told: Told, name: str) -> str:
    return f"{told.id}-{name}"


def _of_report(name: str) -> str:
    return content_id("r", name)


def _entity(name: str, schema: str, /, **properties: Iterable[str | None]) -> Json:
    kept = {key: [inert.plain(words.one_line(v)) for v in values if v] for key, values in properties.items()}
    return {"id": name, "schema": schema, "properties": {key: values for key, values in kept.items() if values}}


def _article(report: Report) -> Json:
    day = report.published.day
    return _entity(
        _of_report(report.id), "Article", title=(report.title or report.id,), author=report.authors, publisher=(report.outlet,),
        publishedAt=(day,), sourceUrl=(words.link(report.url),), fileName=(report.id,), bodyText=(report.text,),
    )  # fmt: skip


def _who(told: Told, person: Person) -> Json:
    schema = _SCHEMAS[person.kind]
    role = {"position": (person.role,)} if schema == "Person" else {"summary": (person.role,)}
    return _entity(_id(told, person.id), schema, name=(person.name,), alias=person.aliases, **role)


def _event(told: Told, entry: Entry) -> Json:
    exact = entry.date if entry.date and _DATE.fullmatch(entry.date) else None
    span = {} if exact else {"startDate": (entry.earliest,), "endDate": (entry.latest,)}
    known = {person.id for person in told.people if person.kind in _SCHEMAS}
    return _entity(
        _id(told, entry.id), "Event", name=(words.clip(entry.name, 200),), description=(entry.text,), date=(exact,),
        summary=(entry.status,), involved=tuple(_id(told, one) for one in entry.people if one in known), **span,
    )  # fmt: skip


def _papers(told: Told, about: str, cites: Iterable[Cite]) -> Iterator[Json]:
    """The articles that something rests on, each once, with the first of the words that are cited there."""
    first: dict[str, Cite] = {}
    for cite in cites:
        first.setdefault(cite.report, cite)
    for report, cite in first.items():
        name = content_id("doc", told.id, about, report)
        paper = {"entity": (about,), "document": (_of_report(report),), "role": ("source",)}
        yield _entity(name, "Documentation", **paper, summary=(cite.text,))
