"""An account as IPTC ninjs 2.1: an item a story; of several stories a composite item with each as an association.

Ninjs has no place for plans, statements, conflicts or cites: the brief is the item's body, the reports are its sources, who and
what is told of is named. Events have their day behind their name.
"""

from __future__ import annotations

from html import escape
from typing import Any

from dateline.records.account import Account, Told
from dateline.records.report import Report
from dateline.show import view, words
from dateline.show.view import Shown

Json = Any  # what json.dumps takes
SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_2.1.json"


def account(made: Account) -> Json:
    """One item; its `uri` is a URN of the story's id."""
    items = [_item(made, shown) for shown in view.shown(made)]
    if len(items) == 1:
        return _standard() | items[0]
    name = f"urn:dateline:account:{made.as_of or 'undated'}"
    whole = {"uri": name, "type": "composite", "title": words.count(len(items), "running story", "running stories")}
    if made.as_of:
        whole["versioncreated"] = _midnight(made.as_of)
    return _standard() | whole | {"associations": [{"name": item["title"], **item} for item in items]}


def _standard() -> Json:
    return {"standard": {"name": "ninjs", "version": "2.1", "schema": SCHEMA}}


def _item(made: Account, shown: Shown) -> Json:
    told = shown.told
    title = words.one_line(told.title)
    out: Json = {"uri": f"urn:dateline:story:{told.id}", "type": "text", "language": "en", "title": title}
    first, last = shown.days()
    out |= {"firstcreated": _midnight(first)} if first else {}
    known = made.as_of or last
    out |= {"versioncreated": _midnight(known)} if known else {}
    out |= {"by": f"Dateline {made.dateline}", "headlines": [{"role": "main", "value": title}]}
    if told.brief:
        lines = [words.one_line(line.text) for line in told.brief]
        sources = words.listed(words.source(report) for report in shown.reports)
        text = "\n".join(f"<p>{escape(line)}</p>" for line in lines) + f"\n<p>Sources: {escape(sources)}</p>"
        out["descriptions"] = [{"role": "summary", "contenttype": "text/plain", "value": lines[-1]}]
        out["bodies"] = [{"role": "main", "contenttype": "text/html", "charcount": len(text), "value": text}]
    return out | _named(told) | {"infosources": [_source(report) for report in shown.reports]}


def _named(told: Told) -> Json:
    """Who and what is told of, each by its name and a URN of its id."""
    people: list[Json] = []
    bodies: list[Json] = []
    for who in told.people:
        some = people if who.kind == "PERSON" else bodies if who.kind == "ORG" else None
        if some is not None:
            some.append({"name": words.one_line(who.name), "rel": "about", "uri": f"urn:dateline:person:{who.id}"})
    events = []
    for one in told.findings.timeline:
        name = f"{words.clip(one.name, 160)} ({words.short_when(one)})"
        events.append({"name": name, "rel": "about", "uri": f"urn:dateline:event:{one.id}"})
    return {key: some for key, some in (("people", people), ("organisations", bodies), ("events", events)) if some}


def _source(report: Report) -> Json:
    link = words.link(report.url)
    out = {"name": words.called(report), "literal": report.id}
    return out | ({"uri": link} if link else {})


def _midnight(day: str) -> str:
    return f"{day[:10]}T00:00:00+00:00"
