"""The third lock: nothing in a line that its cites do not hold; and the fourth (`faith`), asked of each line here.

Every name, number, date and quotation in a line must stand in the words that it cites, or be the recorded
normalisation of a mark there. That does not prove that the line follows from its cites; it makes it quick to check.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import get_args

from dateline import edtf, language
from dateline.cite import Cite, Cites, Span
from dateline.language import Language
from dateline.language.words import COMPOUND, Words
from dateline.records.account import Told
from dateline.records.findings import PlanStatus
from dateline.records.marks import Marked, Status
from dateline.tell import faith
from dateline.tell.cited import Cited, lines

Recorded = tuple[int, int, str]
"""What a mark was read as, behind where it begins and ends."""

_START = re.compile(r"(?:^|[.!?…:;\n“\"‘(\[—–-])[\s“\"‘'(\[]*$")
_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|«([^«»]+)»")
_GLOSS = re.compile(r"\s*\[[^\[\]]*\]")
_MONTHS = "|".join(edtf.MONTHS)
_DATE = re.compile(
    rf"\b(?:\d{{1,2}} )?(?:{_MONTHS}) \d{{4}}\b|\b(?:{_MONTHS}) \d{{1,2}}(?:, \d{{4}})?\b|\b\d{{1,2}} (?:{_MONTHS})\b"
    r"|\b\d{4}-\d\d(?:-\d\d)?\b"
)


def breaches(text: str, cites: Cites, allowed: Iterable[str] = (), tongue: str | None = None) -> tuple[str, ...]:
    """What `text` says and its cites do not: the offending string, each with a reason; empty when the line holds.

    `allowed` are recorded normalisations of marks under the cites (`recorded`); `tongue` is the tag of the
    language that the line is in. Of one that is not known, every word with a capital is held against the cites.
    """
    sources = [_plain(cite.text) for cite in cites]
    extra = [_plain(value) for value in allowed]
    held = frozenset[str]().union(*map(_held, (*sources, *extra)))
    line = _plain(text)
    broken = dict.fromkeys(_quotations(line, sources))
    broken |= dict.fromkeys(_dates(line, [*sources, *extra]))
    broken |= dict.fromkeys(_names_and_numbers(line, held, language.of(tongue).words))
    return tuple(broken)


def recorded(marked: Marked) -> tuple[Recorded, ...]:
    """What the marks of a report were read as, and where they stand: canonical names, speakers, dates in EDTF and in words."""
    return tuple((span.start, span.end, value) for span, value in _readings(marked))


def _readings(marked: Marked) -> Iterator[tuple[Span, str]]:
    for name in marked.names:
        yield name.span, name.name
    for quote in marked.quotes:
        if quote.speaker:
            yield quote.span, quote.speaker
    for time in marked.times:
        for value in _date_forms(time.value) if time.value else ():
            yield time.span, value
    for event in marked.events:
        for value in _date_forms(event.date) if event.date else ():
            yield event.clause, value
        for part in event.participants:
            if part.name:
                yield event.clause, part.name


def check(told: Told, seen: Mapping[str, Marked], some: Iterable[Cited] | None = None) -> Iterator[tuple[str, str]]:
    """Each breach in a story: where it stands (an id, `brief[2]`) and why. `seen` are its reports by id, marked.

    `some` are the lines to look at, all if not given.
    """
    readings: dict[str, tuple[Recorded, ...]] = {}
    read_as: dict[Cite, frozenset[str]] = {}  # most sentences are cited by several lines
    sources = faith.Sources(seen, _named_alike(told))
    disputed = sorted({claim.text for claim in told.findings.claims if claim.verdict == "conflict"})
    for line in lines(told) if some is None else some:
        for cite in line.cites:
            if cite.report in seen and cite.report not in readings:
                readings[cite.report] = recorded(seen[cite.report])
            if cite not in read_as:
                here = readings.get(cite.report, ())
                read_as[cite] = frozenset(value for start, end, value in here if start < cite.end and cite.start < end)
        allowed = sorted({word for cite in line.cites for word in read_as[cite]} | _parties(line, told))
        tongue = language.of(seen[line.cites[0].report].report.language if line.cites[0].report in seen else None)
        whys = [*breaches(_of_reports(line, disputed), line.cites, allowed, tongue.tag)]
        read = line.form == "piece" and faith.is_read(line.text, allowed)  # a date may stand as it was read
        if not whys and not read and not _is_faithful(line, sources, tongue):
            whys.append(UNFAITHFUL)
        whys += _glossed(line, allowed, disputed)
        for why in whys:
            yield line.where, why


def _of_reports(line: Cited, disputed: Sequence[str]) -> str:
    """The text without what is ours: the status by which a question begins (`Postponed: …`), and in the brief the question of a
    conflict, which has cites of its own.
    """
    first = re.match(r"\w+", line.text)
    if line.form == "worded" and first is not None and first[0].casefold() in STANDINGS:
        return line.text[first.end() :]
    asked = next((text for text in disputed if line.form == "cut" and line.text.endswith(f" [{text}]")), None)
    return line.text.removesuffix(f" [{asked}]") if asked else line.text


def _parties(line: Cited, told: Told) -> set[str]:
    """Who takes part in the events that the cites of a conflict tell: its question names them by their full names."""
    if line.form != "worded":
        return set()
    told_by = {(cite.report, cite.start) for cite in line.cites}
    ids = {
        party.person
        for event in told.findings.events
        if any((one.report, one.sentence.start) in told_by for one in event.mentions)
        for party in event.participants
    }
    return {person.name for person in told.people if person.id in ids}


def _glossed(line: Cited, allowed: Sequence[str], disputed: Sequence[str]) -> Iterator[str]:
    """What a line was given in brackets that is neither a recorded reading nor the question of a conflict."""
    for gloss in faith.glosses(line.text, line.cites) if line.form == "cut" else ():
        if gloss not in disputed and not faith.is_read(gloss, allowed):
            yield f"{gloss!r} is no recorded reading of what it cites"


STANDINGS = frozenset({*get_args(Status), *get_args(PlanStatus)})
UNFAITHFUL = "its words are not those of a cite in their order, or what is cut from them turns their sense"


def _is_faithful(line: Cited, sources: faith.Sources, tongue: Language) -> bool:
    """Whether a line is made of its cites as its form says."""
    if line.form == "worded":
        return faith.is_asked(line.text, line.sides, line.cites, tongue)
    if line.form == "piece":
        return faith.is_cut(line.text, line.cites) and not faith.unbounded(line.text, line.cites, tongue)
    if line.form == "cut":
        return faith.is_cut(line.text, line.cites, tongue)
    scope = tongue if faith.is_sentence(line.text) else None
    whole = faith.is_cut(line.text, line.cites, scope) and not faith.unbounded(line.text, line.cites, tongue)
    return whole or sources.derives(line.text, line.cites, tongue)


def _named_alike(told: Told) -> faith.Names:
    """Each name of the story's people, with all names of those who have it."""
    out: dict[str, frozenset[str]] = {}
    for person in told.people:
        every = frozenset({person.name, *person.aliases})
        for name in every:
            out[name] = out.get(name, frozenset()) | every
    return out


@lru_cache(maxsize=2**14)
def _plain(text: str) -> str:
    folded = text.replace("’", "'").replace("‘", "'").replace("‑", "-")
    return " ".join(folded.split())


@lru_cache(maxsize=2**14)
def _held(text: str) -> frozenset[str]:
    """What a cited text holds, folded: most are cited by several lines."""
    return frozenset(word.casefold() for word in _words(text))


def _words(text: str) -> Iterator[str]:
    """Words, and the parts of words with a hyphen or a possessive."""
    for match in COMPOUND.finditer(text):
        yield from _forms(match[0])


@lru_cache(maxsize=2**14)
def _forms(word: str) -> tuple[str, ...]:
    parts = [part for part in re.split(r"[-&]", word) if part]
    bare = [part.removesuffix("'s").rstrip("'") for part in (word, *parts)]
    return tuple(dict.fromkeys([word, *parts, *bare, *(part.replace(".", "") for part in bare)]))


def _quotations(line: str, sources: list[str]) -> Iterator[str]:
    matches = tuple(_QUOTED.finditer(line))
    folded = [_bare(source) for source in sources] if matches else []
    for match in matches:
        words = next(group for group in match.groups() if group is not None)
        if not any(_bare(words) in source or _bare(_GLOSS.sub("", words)) in source for source in folded):
            yield f"quotation {words!r} stands in none of its cites"


def _bare(text: str) -> str:
    return " ".join(word.casefold() for word in COMPOUND.findall(text))


def _dates(line: str, held: list[str]) -> Iterator[str]:
    for match in _DATE.finditer(line):
        if not any(match[0].casefold() in source.casefold() for source in held):
            yield f"date {match[0]!r} stands in none of its cites and is no recorded date of a mark there"


def _names_and_numbers(line: str, held: frozenset[str], words: Words) -> Iterator[str]:
    for match in COMPOUND.finditer(line):
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
            if fold in words.amounts():
                yield f"number {part!r} stands in none of its cites"
            elif part[0].isupper() and not (_START.search(line[: match.start()]) and fold in words.openers()):
                yield f"name {part!r} stands in none of its cites"


def shown(value: str) -> str:
    """A recorded date in words; a duration or a set, which has none, as it is recorded."""
    try:
        return edtf.show(value)
    except ValueError:
        return value


def _date_forms(value: str) -> set[str]:
    return {value, shown(value)}
