"""What was marked in a report, as its page tells it apart: names, times, and what somebody says."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.records.marks import Marked
from dateline.show import words
from dateline.show.page.report_text import Noted

KINDS = {"name": "names", "time": "times", "said": "statements"}  # as the page calls them
NOBODY = "nobody who is named"


def of(marked: Marked) -> Iterator[Noted]:
    """The marks of a report that its page shows: of a name the fullest one, of a time its date, of a statement who says it."""
    text = marked.report.text
    for name in marked.names:
        yield Noted(name.span, "name", name.name if name.name != name.span.of(text) else "")
    for time in marked.times:
        dated = time.value and time.type in ("DATE", "TIME")  # how long something lasts is read as it stands
        yield Noted(time.span, "time", words.short_day(time.value) if dated else "")
    for quote in marked.quotes:
        if quote.class_ == "statement" and quote.told:
            who = quote.speaker or NOBODY
            said = {"deny": f"{who} denies", "nonstatement": f"{who} does not say"}.get(quote.polarity, who)
            yield from (Noted(span, "said", said if span == quote.content[-1] else "") for span in quote.content)
