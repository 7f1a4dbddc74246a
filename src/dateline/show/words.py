"""Words for people that every form of an account shares: dates, how things stand, labels, counts, clipping."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from unicodedata import bidirectional
from urllib.parse import urlsplit

from dateline import edtf, language, wording
from dateline.cite import Cite
from dateline.language import furniture
from dateline.records.findings import Entry, Statement, Step
from dateline.records.reasons import Reasons
from dateline.records.report import Report
from dateline.records.story import Edge

NO_DATE = "no date"
UNDATED = "undated"
OUTLET = 60  # code points of an outlet's name
_LEFT = "\N{LEFT-TO-RIGHT MARK}"  # after words that are read from the right, so that a day behind them is not drawn in
TITLE = 44  # code points of a title by which a report is called
BEGINNING = 90  # code points of a text that has no title
CUE = 40  # code points of the word before what somebody said

# How a line of the brief stands; a line that is plainly agreed needs no word.
MARKS = {
    "agreed": "",
    "single": "one origin only",
    "disputed": "disputed",
    "denied": "denied",
    "planned": "planned",
}
STATUSES = {"happened": "", "hypothetical": "only supposed"}  # the other statuses are words already
STEPS = {"postponed": "put off", "unknown": "not known"}
KINDS = {
    "fact": "what happened",
    "number": "how many",
    "date": "when",
    "place": "where",
    "actor": "who",
    "status": "what became of it",
    "reason": "why",
    "wording": "in which words",
}
TIES = {
    "copy": "took its words from",
    "excerpt": "took part of its words from",
    "rewrite": "rewrites",
    "shared-quote": "quotes the same words as",
}
LINES = {
    "continues": ("continues", "goes on in"),
    "branches": ("branches from", "branches into"),
    "resembles": ("resembles", "is resembled by"),
}  # what a story does to an earlier one, and what the earlier one does
UNDIRECTED = {
    "copy": "has the same words as",
    "excerpt": "has a stretch of words in common with",
    "rewrite": "says the same in other words as",
}
# What is said where nothing was looked for, which is not the same as nothing found.
UNREAD = "Not measured: these reports are in a language in which Dateline marks no names, times or statements."
# The sections of a page by their anchors, and what is said of those for which the reports give nothing.
SECTIONS = {
    "account": "Account",
    "timeline": "Timeline",
    "plans": "Plans",
    "said": "Said",
    "deeds": "Deeds",
    "differ": "Differ",
    "unknown": "Unknown",
    "origins": "Origins",
    "reports": "Reports",
}
MISSING = {
    "timeline": "no event",
    "plans": "no plan",
    "said": "nobody quoted",
    "deeds": "no deed between states, bodies or groups",
    "differ": "no claim to weigh",
    "unknown": "nothing said to be unknown",
}
SIGNS = {
    "scraper-id": "a number that a scraper left",
    "garbled": "garbled",
    "orphan-fragment": "a sentence that lost its beginning",
    "odd-synonym": "an odd synonym",
    "truncated": "cut off",
    "translated": "translated by machine",
}
LABELS = {
    "related": "related links",
    "social": "social media",
    "notice": "site notice",
    "boilerplate": "boilerplate",
    "debris": "leftovers of a machine",
    "date": "date line",
}
BASES = {
    "explicit": "the text",
    "metadata": "the page’s metadata",
    "url": "the address",
    "inferred": "inferred",
    "none": "not given",
}

_QUOTES = "\"“”„‟«»'‘’`"
_DOUBLE = frozenset('“”"„«»')
_SPACES = re.compile(r"\s+")
_TYPED = re.compile(r"(?:``|‘‘)\s?(.*?)\s?(?:''|’’)")
_SINGLE = re.compile(r"(?<!\w)['‘]\w")  # a single mark that opens
_MONTH = re.compile("|".join(month for month in edtf.MONTHS if len(month) > 4))


@lru_cache(maxsize=4096)  # a page has the same few days again and again
def day(date: str | None) -> str:
    """A date for people: `19 July 2018`; what is no EDTF (an ISO duration) stays as it is."""
    if not date:
        return NO_DATE
    try:
        return edtf.show(date)
    except ValueError:
        return date


def when(entry: Entry) -> str:
    """When an event lies, for people: its date, else the bound that its reports give (`by 19 July 2018`)."""
    if entry.date or not (entry.latest or entry.earliest):
        return day(entry.date)
    return f"by {day(entry.latest)}" if entry.latest else f"after {day(entry.earliest)}"


def short_when(entry: Entry) -> str:
    """The same with months of three letters."""
    return _MONTH.sub(lambda month: month[0][:3], when(entry))


@lru_cache(maxsize=4096)
def short_day(date: str | None) -> str:
    """The same with months of three letters: `19 Jul 2018`."""
    return _MONTH.sub(lambda month: month[0][:3], day(date))


def days(first: str | None, last: str | None) -> str:
    """From the first to the last of some ISO days, for people: `11–23 June 2032`."""
    if not first or not last:
        return NO_DATE
    try:
        return edtf.show(f"{first}/{last}").replace("-", "–")
    except ValueError:
        return f"{first} – {last}"


def short_days(first: str | None, last: str | None) -> str:
    """The same with months of three letters."""
    return _MONTH.sub(lambda month: month[0][:3], days(first, last))


def tie(edge: Edge) -> str:
    """What ties two reports, as the middle of a sentence; who took from whom is said only where the edge says it."""
    return UNDIRECTED.get(edge.kind, TIES[edge.kind]) if edge.direction == "unknown" else TIES[edge.kind]


def status(value: str) -> str:
    """How an event stands, empty when it plainly happened."""
    return STATUSES.get(value, value)


def step(value: str) -> str:
    """How a plan stands."""
    return STEPS.get(value, value)


def moved(one: Step) -> str:
    """What a step made of a plan: `offered for June 2031`, `put off until September 2031`, `held`."""
    if not one.for_ or one.status == "held":
        return step(one.status)
    return f"{step(one.status)} {'until' if one.status == 'postponed' else 'for'} {day(one.for_)}"


def label(value: str) -> str:
    """What a block of a report is."""
    return LABELS.get(value, value)


def count(number: int, one: str, many: str = "") -> str:
    """`1 report`, `5 reports`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(several: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    words = list(several)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def why(reasons: Reasons) -> str:
    """Reasons as text on one line."""
    return one_line(wording.sentences(reasons))


def one_line(text: str) -> str:
    """The text with every run of white space as one space."""
    return _SPACES.sub(" ", text).strip()


def clip(text: str, most: int) -> str:
    """The text on one line, cut at a word with an ellipsis where it is longer than `most` code points."""
    text = one_line(text)
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    if " " in cut[most // 2 :]:
        cut = cut.rsplit(" ", 1)[0]
    return cut.rstrip(" ,;:–—-") + "…"


def bare(text: str) -> str:
    """Words without the quotation marks around them; words of which some are quoted keep their marks, in pairs."""
    line = _as_print(one_line(text)).strip()
    inner = line.strip(_QUOTES + " ")
    if _SINGLE.search(inner) and not (line[:1] in _QUOTES and line[-1:] in _QUOTES):
        return line
    return inner if _DOUBLE.isdisjoint(inner) and _is_around(line, inner) else line


def _is_around(line: str, inner: str) -> bool:
    """Whether quotation marks stand at both ends of a line, or none anywhere."""
    before, _, after = line.partition(inner)
    return bool(before.strip()) == bool(after.strip()) or _DOUBLE.isdisjoint(line)


def inside(text: str) -> str:
    """Words that are all quoted, without the marks at their ends."""
    return _as_print(one_line(text)).strip(_QUOTES + " ")


def _as_print(line: str) -> str:
    """A line with quotation marks as print has them, where they are written as two accents and two apostrophes."""
    return _TYPED.sub(r"“\1”", line)


def quoted(text: str) -> str:
    """Words in quotation marks, once."""
    return f"“{inside(text)}”"


def verb(one: Statement, tag: str | None = None) -> str:
    """The word before what somebody said: denied or not said at all, else the report's own (`criticised` the plan), or none.

    `tag` is the language of the report, whose own word is fitted to what follows.
    """
    own = one_line(one.cue.text) if one.cue and any(map(str.isalnum, one.cue.text)) else ""
    known = language.of(tag).reporting
    if own and known is not None and (fitted := known.led(own, one.polarity, one_line(one.content[0].text))):
        return clip(fitted, CUE)
    if one.polarity != "assert":
        return "denies" if one.polarity == "deny" else "does not say"
    return clip(own, CUE)


def said(one: Statement, told: str) -> str:
    """What somebody said, in quotation marks where every word is quoted; else with those that it has."""
    return quoted(told) if one.type == "direct" else told


def saying(kind: str, text: str, most: int) -> str:
    """What somebody said, as a list has it: in quotation marks where every word is quoted, without a comma at its end.

    >>> saying("direct", '"We wait,"', 40), saying("indirect", "that they wait", 40)
    ('“We wait”', 'that they wait')
    """
    return f"“{clip(inside(text).rstrip(','), most)}”" if kind == "direct" else clip(bare(text).rstrip(","), most)


def first_up(text: str) -> str:
    """The text with a capital at its start; a name that has its own in the middle (`iCalendar`) stays as it is.

    >>> first_up("the plan"), first_up("iCalendar")
    ('The plan', 'iCalendar')
    """
    return text if text[:1].islower() and text[1:2].isupper() else text[:1].upper() + text[1:]


def outlet(report: Report) -> str:
    """Whose report it is: the outlet, else where it is from, else its id."""
    if report.outlet:
        return one_line(report.outlet)
    if report.url and (host := _host(report.url)):
        return host
    if agency := furniture.credits.wire(report):  # an agency that only helped is not whose it is
        return one_line(agency)
    return report.id


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # an address that is none names no host
        return ""


def link(url: str | None) -> str | None:
    """An address that may be followed: http and https only, else None."""
    if not url or any(c.isspace() for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def whose(report: Report) -> str:
    """Whose a report is, else its title in quotation marks; its id where it has neither."""
    known = outlet(report)
    titled = known == report.id and report.title and report.title.strip()
    return f"“{clip(report.title, TITLE)}”" if titled and report.title else known


def called(report: Report) -> str:
    """What a report is called: by whose it is, else by its title; by its id where it has neither."""
    return straight(clip(whose(report), OUTLET))


def heading(report: Report) -> str:
    """What stands above a report: its title, else how its text begins; its id where it has neither."""
    if title := one_line(report.title or ""):
        return title
    told = (block.span.of(report.text) for block in report.blocks if block.label in ("headline", "body"))
    return clip(next(filter(str.strip, told), report.text), BEGINNING) or report.id


def straight(name: str) -> str:
    """A name, ended where it is read from the right, so that what follows is not drawn into it."""
    turned = not name.isascii() and any(bidirectional(letter) in ("R", "AL") for letter in name)
    return name + _LEFT if turned else name


def origin(label: str) -> str:
    """The label of an origin (`Post, 4 Mar 2031`), its name ended where that is read from the right."""
    name, comma, day = one_line(label).rpartition(", ")
    return f"{straight(name)}{comma}{day}"


def source(report: Report) -> str:
    """`Harbour Post, 19 Jul 2018`: how a cite names its report."""
    return f"{called(report)}, {short_day(report.published.day) if report.published.day else UNDATED}"


def through(value: str) -> str:
    """Through what somebody spoke: `in a statement`, `through Harbour Radio`."""
    kind = value.strip()
    return f"in {'an' if kind[:1] in 'aeiou' else 'a'} {kind}" if kind.islower() else f"through {kind}"


def content(cites: Iterable[Cite]) -> str:
    """The words of a statement on one line, its pieces joined by an ellipsis."""
    return " … ".join(one_line(cite.text) for cite in cites)
