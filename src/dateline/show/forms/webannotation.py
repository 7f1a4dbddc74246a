"""Every cite of an account as a W3C Web Annotation (JSON-LD): which words, where, and what of the account rests on them.

A target's source is the report's address where it has one, else a URN made of its id. Its words are selected twice: as a
quotation with what stands around it, and by position: code points of the report's text as it was read, which is that of the
page only where that is what was read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from dateline.cite import Cite
from dateline.records.account import Account
from dateline.records.report import Report
from dateline.show import words
from dateline.show.forms import tables

Json = Any  # what json.dumps takes
AROUND = 32  # code points before and after the words


def account(made: Account) -> Json:
    """A collection with one page that holds every annotation."""
    items = list(_annotations(made))
    name = "urn:dateline:annotations"
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": name,
        "type": "AnnotationCollection",
        "label": f"Cites of an account by Dateline {made.dateline}, as of {made.as_of or 'no date'}",
        "total": len(items),
        "first": {"id": f"{name}:1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def _annotations(made: Account) -> Iterator[Json]:
    reports = {one.id: one for one in made.reports}
    worded = (row for name in ("brief", "timeline", "claims", "questions") for row in tables.table(made, name).rows)
    told = {row["id"]: row["text"] for row in worded}
    names = {one.id: one.label for story in made.stories for one in story.findings.events}
    names |= {one.id: one.title for story in made.stories for one in story.findings.plans}
    seen: set[str] = set()
    for row in tables.table(made, "cites").rows:
        cite = Cite(row["report"], row["start"], row["end"], row["text"])
        name = f"urn:dateline:{row['of']}:{row['id']}:{quote(cite.report, safe='')}:{cite.start}-{cite.end}"
        if name not in seen:
            seen.add(name)
            about = told.get(row["id"]) or names.get(row["id"]) or ""
            yield _annotation(name, row, about, cite, reports[cite.report])


def _annotation(name: str, row: tables.Row, about: str, cite: Cite, report: Report) -> Json:
    body: list[Json] = [{"id": f"urn:dateline:{row['of']}:{row['id']}", "purpose": "linking"}]
    if about:
        said = {"type": "TextualBody", "value": words.one_line(about), "format": "text/plain", "language": "en"}
        body.append({**said, "purpose": "describing"})
    text = report.text
    return {
        "id": name,
        "type": "Annotation",
        "motivation": "linking",
        "body": body,
        "target": {
            "type": "SpecificResource",
            "source": words.link(report.url) or f"urn:dateline:report:{quote(report.id, safe='')}",
            "selector": [
                {
                    "type": "TextQuoteSelector", "exact": cite.text, "prefix": text[max(0, cite.start - AROUND) : cite.start],
                    "suffix": text[cite.end : cite.end + AROUND],
                },
                {"type": "TextPositionSelector", "start": cite.start, "end": cite.end},
            ],
        },
    }  # fmt: skip
