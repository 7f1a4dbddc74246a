"""The words of bylines: what opens one, joins its names or ends it, and what says that a name is nobody's."""

from __future__ import annotations

import re
from functools import cache

from dateline.language import tables

ARTICLE = "the "  # before the names of houses, in lower case: with it or without it a house is the same
_NAME = r"[A-ZÀ-Þ][\w.'’-]*"
_YOUNGER = re.compile(r"\b(?:Jr|Sr)\.$")
_BIO = re.compile(
    r"^\S+(?: \S+){0,2} (?:is|was) (?:a|an|the)\b|\b(?:writes|covers|reports|reported|blogs) (?:on|for|about|from)\b"
)
# Parts of a byline that are a name each: people, those for whom they write, those with whom they wrote.
_APART = re.compile(r"\s*(?:,|;|&|\band\b|\b(for|with|of|via)\b(?= (?:[Tt]he )?[A-Z])|\||\s[—–-]\s)\s*")
_OF_HOUSE = re.compile(rf"^From (?:the )?{_NAME}(?: {_NAME}){{0,2}}['’]s (?P<names>.+)$")
_SIGNATURE = re.compile(rf"^[—–-]{{1,2}}\s*(?P<name>{_NAME}(?: {_NAME}){{1,3}})(?:, {_NAME}(?: {_NAME}){{0,2}})?$")
_POSTED = re.compile(r"^[—–-]{1,2}\s*\S.{0,80}\(@\w+\)\s+\w+\.? \d{1,2}, \d{4}$")
_ASIDE = re.compile(r"\s*[,;|/]\s*")
_SHORT = 4  # letters of a word that may be one of a name
_WHERE = re.compile(r"(?<=\w\w)\s+(?:in|aus|à|from)\s+[A-ZÀ-Þ][^,;|&]*$")  # where it was written, behind a name
_EMPLOYED = re.compile(r"(?<=\w\w)\s(?:[Ff]or|[Oo]f)\s(?:[Tt]he\s)?[A-ZÀ-Þ](?:(?!\s(?:and|&)\s)[^,;|•·\n])*")
_PART = re.compile(r"\s+contributed\b.*$|[.,;]?\s+(?:e-?mail|twitter)\s*:.*$", re.IGNORECASE)
_WITH = re.compile(r"^\W*with\s+", re.IGNORECASE)
_REST = re.compile(r"^in [A-Z].*|\bthe$", re.IGNORECASE)  # what stands around an agency's name
_FOR = re.compile(r"(?:[,—–|•-]|\b(?:for|with|of))\s*(?:[Tt]he\s*)?$|\bBy\s")
_AFTER = re.compile(r"^\s*(?:[—–|,•-]|By\b|in\b)")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in tables.table("byline_words") if row["kind"] == kind)


def _any(*kinds: str) -> str:
    """The words of these kinds as alternatives, the longest first."""
    words = frozenset[str]().union(*map(_words, kinds))
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        rf"^\W*(?:(?:{_any('by', 'piece', 'writer')})(?:\s*:|\s)|(?:{_any('label')})\s*:)\s*", re.IGNORECASE
    )


@cache
def _piece() -> re.Pattern[str]:
    return re.compile(rf"^\W*(?:{_any('piece')})(?:\s*:|\s)\s*|^\W*(?:{_any('label')})\s*:\s*", re.IGNORECASE)


@cache
def _others() -> re.Pattern[str]:
    return re.compile(rf"^\W*(?:{_any('other')})(?:\s*:|\s)", re.IGNORECASE)


@cache
def _stamped() -> re.Pattern[str]:
    """A word that opens a date behind a name, with the date: `Mira Tolland Published 4 March 2031`."""
    words = (row["word"] for row in tables.table("date_words") if row["kind"] == "around" and len(row["word"]) > _SHORT)
    return re.compile(rf"\s+(?:{'|'.join(map(re.escape, sorted(words)))})\b[^\d\n]{{0,20}}\d.*", re.IGNORECASE)


@cache
def _opened() -> re.Pattern[str]:
    return re.compile(rf"^\W*(?:(?:{_any('by')})(?:\s*:|\s)|(?:{_any('writer')})\s*:)\s*+(?!\d)", re.IGNORECASE)


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{_any('and')}|&|\+)\s+", re.IGNORECASE)


@cache
def _joins() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_any('and')})\s+(?=[A-ZÀ-Þ])")


@cache
def _dated() -> re.Pattern[str]:
    """A day behind a name, with all that follows: `Mira Tolland July 15 at 6:00 AM Follow Tolland` names one."""
    months = "|".join(re.escape(row["month"]) for row in tables.table("months"))
    apart = r"[\s,|•·–—-]"
    return re.compile(
        rf"(?<!{apart}){apart}++(?:(?:{months})\.? \d{{1,2}}|\d{{1,2}}\.? (?:{months}))\b.*", re.IGNORECASE
    )


@cache
def _names() -> re.Pattern[str]:
    person = rf"{_NAME}(?:\s+(?:(?:{_any('particle')})\s+){{0,2}}{_NAME}){{1,3}}"
    joined = rf"(?:\s*[,&|]\s*|\s+(?:{_any('and')})\s+)"
    return re.compile(rf"^[,;&\s]*(?:and\s+)?{person}(?:{joined}{person})*$")


@cache
def _from_place() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_any('in')}) [A-ZÀ-Þ]\S+(?: \S+)?$")


@cache
def _in_place() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{_any('in')})\s+(?=[A-Z])")


def opens(line: str) -> bool:
    """Whether a line opens as bylines do (`By`, `Von`, `Par`, `Author:`).

    >>> opens("Von Mira Tolland"), opens("Author: Mira Tolland"), opens("Author of Sund dies")
    (True, True, False)
    """
    if _opened().match(line):
        return True
    piece = _piece().match(line)
    return piece is not None and names_people(_ASIDE.split(line[piece.end() :])[0])


def of_others(piece: str) -> bool:
    """Whether a part of a byline names those who took its pictures or edited it: `pictures by Ann Pell`."""
    return bool(_others().match(piece))


def bare(words: str) -> str:
    """A byline without what opens it, or without the house before its names, or the dash and the place around one."""
    return of_house(words) or signature(words) or _opening().sub("", words, count=1)


def undated(words: str) -> str:
    """A byline without the day that stands behind its names, and what follows that."""
    return _dated().sub("", _stamped().sub("", words))


def named(piece: str) -> str:
    """A piece of a byline without its day, the word that joins it to the last, what its people had a part in, and how to write
    to them: `and Jon Berg`, `Jon Berg contributed research`, `Mira Tolland. Email: mira@herald.example`.
    """
    return _PART.sub("", undated(_joins().sub("", piece)))


def unplaced(piece: str) -> str:
    """A piece of a byline without where it was written: `Mira Tolland in Sund`."""
    return _WHERE.sub("", piece)


def unhoused(words: str) -> str:
    """A byline without those for whom its people write: `Mira Tolland of the Herald`.

    >>> unhoused("Mira Tolland for Bridge Media and Jon Berg")
    'Mira Tolland and Jon Berg'
    """
    return _EMPLOYED.sub("", words)


def parted(words: str) -> list[str]:
    """The names that a text joins by a word (`Mira Tolland and Jon Berg`), or the text whole."""
    return _joined().split(words)


def pieces(words: str) -> list[tuple[str, bool]]:
    """The parts of a byline's line: each person, and each house that they are of, for or with.

    Each with whether it can be a house alone: `via Tollen Letters`.
    """
    parts = [None, *_APART.split(words)]  # what joins a part to the one before it, and the part
    return [
        (_WITH.sub("", piece or ""), joint in ("for", "of", "via"))
        for joint, piece in zip(parts[::2], parts[1::2], strict=True)
    ]


def names_people(line: str) -> bool:
    """Whether a line has the form of people's names and nothing else, in capitals but for particles."""
    return bool(_names().match(line))


def from_place(line: str) -> bool:
    """Whether a line under a byline says where it was written: `in Tollen`."""
    return bool(_from_place().match(line))


def placeless(line: str) -> str:
    """A byline without where it was written: `By Ann Pell in Holm`."""
    return _in_place().split(line)[0]


def is_place(name: str) -> bool:
    """Whether a name that stands beside a byline is a place's: a city known by more than one word, or a country."""
    return any(name in tables.words(table) for table in ("cities", "countries"))


def of_house(line: str) -> str | None:
    """The names of a byline that begins with their house: `From the Herald's Ann Pell and Olav Rind`; None for others.

    >>> of_house("From the Herald's Ann Pell"), of_house("From Tollen's harbour they sailed")
    ('Ann Pell', None)
    """
    found = _OF_HOUSE.match(line)
    return found["names"] if found and names_people(found["names"]) else None


def signature(line: str) -> str | None:
    """Who signs below what is told: `— Ann Pell, Sund`; None for other lines."""
    found = _SIGNATURE.match(line)
    return found["name"] if found and names_people(found["name"]) else None


def of_post(line: str) -> bool:
    """Whether a line signs a post that stands above it: `— Ann Pell (@annpell) July 16, 2031`."""
    return bool(_POSTED.match(line))


def introduces(line: str) -> bool:
    """Whether a line says who a writer is: `Mira Tolland covers shipping for the Herald.`"""
    return bool(_BIO.search(line))


def ends_of_name(words: str) -> str:
    """A piece without the marks around it, but for the full stop that is part of a name (`Jr.`)."""
    return words.strip() if _YOUNGER.search(words) else words.strip(" .,:;|*'\"“”")


def joins(word: str) -> bool:
    """Whether a word joins names, or is a particle of one."""
    return word.lower() in _words("and") or is_particle(word)


def opens_or_dates(words: str) -> bool:
    """Whether words end as what stands before a name or a date does: `Kommentar von`, `Last Updated`, `Publié le`.

    >>> opens_or_dates("Last Updated"), opens_or_dates("Mira Tolland")
    (True, False)
    """
    last = words.lower().strip(" :.").split()[-1:]
    around = frozenset(row["word"] for row in tables.table("date_words"))
    return any(word in _words("by") or word in around or is_particle(word) for word in last)


def is_particle(word: str) -> bool:
    """Whether a word is a small one within a name: `van`, `de`."""
    return word.lower() in _words("particle")


def is_desk(word: str) -> bool:
    """Whether a word names a desk or a staff."""
    return word.lower().strip(".,") in _words("desk")


def is_role(word: str) -> bool:
    """Whether a word says what a person is (`Writer`)."""
    return word.lower().strip(".,") in _words("role")


def is_service(word: str) -> bool:
    """Whether a word says what a house does (`News`, `Online`), beside its name."""
    return word.lower() in _words("service")


def is_call(words: str) -> bool:
    """Whether words open as a call to the reader does: `View more articles`, `About Mira Tolland`."""
    return words.lower().split()[:1] != [] and words.lower().split()[0] in _words("call")


def is_nobody(word: str) -> bool:
    """Whether a word is of no name: a desk, what a house does, or what somebody is."""
    return is_desk(word) or is_role(word) or is_service(word.strip("."))


def around_agency(words: str) -> str:
    """What is left of a byline's piece when the agency's name is taken from it: without place and article."""
    return _REST.sub("", words.strip(" ,.—–-")).strip()


def for_agency(before: str) -> bool:
    """Whether what stands before an agency's name makes it the house that people write for: `Mira Tolland, of the`."""
    return opens(before) or bool(_FOR.search(before))


def goes_on(after: str) -> bool:
    """Whether what stands behind an agency's name goes on with the byline: a dash, a place, another name."""
    return bool(_AFTER.search(after))
