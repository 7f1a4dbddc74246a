"""The third lock: nothing in a line that its cites do not hold.

Every name, number, date and quotation in a line must stand in the words that it cites, or be the recorded
normalisation of a mark there. That does not prove that the line follows from its cites; it makes it quick to check.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from dateline import edtf
from dateline.cite import Cite, Cites
from dateline.language import tables
from dateline.records.account import Told
from dateline.records.marks import Marked

_WORD = re.compile(r"[^\W_]+(?:['’.,&-][^\W_]+)*")
_START = re.compile(r"(?:^|[.!?…:;\n“\"‘(\[—–-])[\s“\"‘'(\[]*$")
_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|«([^«»]+)»")
_GLOSS = re.compile(r"\s*\[[^\[\]]*\]")
_MONTHS = "|".join(edtf.MONTHS)
_DATE = re.compile(
    rf"\b(?:\d{{1,2}} )?(?:{_MONTHS}) \d{{4}}\b|\b(?:{_MONTHS}) \d{{1,2}}(?:, \d{{4}})?\b|\b\d{{1,2}} (?:{_MONTHS})\b"
    r"|\b\d{4}-\d\d(?:-\d\d)?\b"
)
_NUMBERS = frozenset(
    [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "hundred",
        "thousand",
        "million",
        "billion",
        "trillion",
        "dozen",
        "hundreds",
        "thousands",
        "millions",
        "billions",
        "dozens",
        "half",
        "twice",
    ]
)
# The words of the templates that findings are told in; they name nobody.
_OURS = frozenset({"why", "when", "where", "who", "how", "many", "which", "what", "or", "and", "but", "not", "is"})


def breaches(text: str, cites: Cites, allowed: Iterable[str] = ()) -> tuple[str, ...]:
    """What `text` says and its cites do not: the offending string, each with a reason; empty when the line holds.

    `allowed` are recorded normalisations of marks under the cites, as `recorded` gives them.
    """
    sources = [_plain(one.text) for one in cites]
    extra = [_plain(one) for one in allowed]
    held = {word.casefold() for source in (*sources, *extra) for word in _words(source)}
    line = _plain(text)
    found = dict.fromkeys(_quotations(line, sources))
    found |= dict.fromkeys(_dates(line, [*sources, *extra]))
    found |= dict.fromkeys(_names_and_numbers(line, held))
    return tuple(found)


def recorded(marked: Marked, cites: Iterable[Cite]) -> tuple[str, ...]:
    """What the marks under a report's cites were read as: canonical names, speakers, dates in EDTF and in words."""
    spans = [one.span for one in cites if one.report == marked.report.id]
    out: set[str] = set()
    for name in marked.names:
        if any(span.overlaps(name.span) for span in spans):
            out.add(name.name)
    for quote in marked.quotes:
        if quote.speaker and any(span.overlaps(quote.span) for span in spans):
            out.add(quote.speaker)
    for time in marked.times:
        if time.value and any(span.overlaps(time.span) for span in spans):
            out |= _date_forms(time.value)
    for event in marked.events:
        if event.date and any(span.overlaps(event.clause) for span in spans):
            out |= _date_forms(event.date)
    return tuple(sorted(out))


def check(told: Told, seen: Mapping[str, Marked]) -> Iterator[tuple[str, str]]:
    """Each breach in a story: where it stands (an id, `brief[2]`) and why. `seen` are its reports by id, marked."""
    for where, text, cites in _lines(told):
        allowed = [
            word
            for report in sorted({one.report for one in cites})
            if report in seen
            for word in recorded(seen[report], cites)
        ]
        for why in breaches(text, cites, allowed):
            yield where, why


def _lines(told: Told) -> Iterator[tuple[str, str, Cites]]:
    for at, line in enumerate(told.brief):
        yield f"brief[{at}]", line.text, line.cites
    for entry in told.findings.timeline:
        yield entry.id, entry.text, entry.cites
    for plan in told.findings.plans:
        for at, step in enumerate(plan.history):
            yield f"{plan.id}.history[{at}]", step.text, step.cites
    for claim in told.findings.claims:
        every = tuple(one for side in claim.sides for one in side.cites)
        yield claim.id, claim.text, (every[0], *every[1:])
        for at, side in enumerate(claim.sides):
            yield f"{claim.id}.sides[{at}]", side.text, side.cites
    for question in told.findings.questions:
        first, *rest = (*question.asked, *question.answered)
        yield question.id, question.text, (first, *rest)


def _plain(text: str) -> str:
    folded = text.replace("’", "'").replace("‘", "'").replace("‑", "-")
    return " ".join(folded.split())


def _words(text: str) -> Iterator[str]:
    """Words, and the parts of words with a hyphen or a possessive."""
    for match in _WORD.finditer(text):
        yield from _forms(match[0])


def _forms(word: str) -> tuple[str, ...]:
    parts = [part for part in re.split(r"[-&]", word) if part]
    bare = [part.removesuffix("'s").rstrip("'") for part in (word, *parts)]
    return tuple(dict.fromkeys([word, *parts, *bare, *(one.replace(".", "") for one in bare)]))


def _quotations(line: str, sources: list[str]) -> Iterator[str]:
    folded = [_bare(source) for source in sources]
    for match in _QUOTED.finditer(line):
        words = next(group for group in match.groups() if group is not None)
        if not any(_bare(words) in source or _bare(_GLOSS.sub("", words)) in source for source in folded):
            yield f"quotation {words!r} stands in none of its cites"


def _bare(text: str) -> str:
    return " ".join(word.casefold() for word in _WORD.findall(text))


def _dates(line: str, held: list[str]) -> Iterator[str]:
    for match in _DATE.finditer(line):
        if not any(match[0].casefold() in one.casefold() for one in held):
            yield f"date {match[0]!r} stands in none of its cites and is no recorded date of a mark there"


def _names_and_numbers(line: str, held: set[str]) -> Iterator[str]:
    openers = {word.casefold() for word in tables.words("openers")} | _OURS | tables.words("stopwords")
    for match in _WORD.finditer(line):
        word = match[0]
        if word.casefold() in held or word.casefold().removesuffix("'s") in held:
            continue
        if any(char.isdigit() for char in word):
            yield f"number {word!r} stands in none of its cites"
            continue
        for part in re.split(r"[-&]", word):
            fold = part.casefold().removesuffix("'s")
            if not part or fold in held:
                continue
            if fold in _NUMBERS:
                yield f"number {part!r} stands in none of its cites"
            elif part[0].isupper() and not (_START.search(line[: match.start()]) and fold in openers):
                yield f"name {part!r} stands in none of its cites"


def shown(value: str) -> str:
    """A recorded date in words; a duration or a set, which has none, as it is recorded."""
    try:
        return edtf.show(value)
    except ValueError:
        return value


def _date_forms(value: str) -> set[str]:
    return {value, shown(value)}
