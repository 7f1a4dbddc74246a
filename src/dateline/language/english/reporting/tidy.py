"""Content cut at its end: no `but` without what it leads to, no bracket closed that was not opened in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.cite import Span
from dateline.language.english.reporting.fit import fit
from dateline.language.reporting import Draft

# `to do so` and `not yet` end as they stand
_DANGLING = re.compile(r"(?:[\s,;:–—-]+(?:and|but|or|nor)|[,;:–—-]\s*(?:yet|so))[\s,;:–—-]*$", re.IGNORECASE)
_SEE_ALSO = re.compile(r"(?<=[.!?”\"'])\s*\([A-Z]{4,}:")  # `(RELATED: …)` behind a sentence
_NEAR = 40  # code points behind content that a bracket opened in it can go on
_BRACKETS = re.compile(r"[()]")


def tidy(drafts: Iterator[Draft]) -> Iterator[Draft]:
    """The same drafts, what each has as its content cut at its end."""
    for draft in drafts:
        if draft.content:
            fit(draft)
            draft.content = [_cut(draft, span) for span in draft.content]
        yield draft


def _cut(draft: Draft, span: Span) -> Span:
    start = draft.line.sentence.span.start
    if span.start < start or span.end > draft.line.sentence.span.end:
        return span
    said = draft.line.doc.text[span.start - start : span.end - start]
    depth = 0
    for bracket in _BRACKETS.finditer(said):
        depth += 1 if bracket[0] == "(" else -1
        if depth < 0:
            said = said[: bracket.start()]
            break
    if depth > 0 and said.rfind("(") > 0 and ")" not in said[said.rfind("(") :]:
        rest = draft.line.doc.text[span.end - start :]
        closes = rest.find(")")
        said = said + rest[: closes + 1] if 0 <= closes <= _NEAR else said[: said.rfind("(")]
    said = _SEE_ALSO.split(said, maxsplit=1)[0]
    loose = _DANGLING.search(said)
    said = said[: loose.start()] if loose else said
    return Span(span.start, span.start + len(said.rstrip())) if said.strip() else span
