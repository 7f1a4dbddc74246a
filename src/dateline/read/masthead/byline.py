"""Who a byline names: people, apart from agencies, outlets, desks and what people are.

`By Mira Tolland and Henrik Aasen, Senior Reporter` names two people; `By Staff`, `By Reuters`, `THE TOLLEN HERALD`
name none.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from dateline.language import tables

_ALNUM = re.compile(r"[\W_]+")
_ADDRESS = re.compile(r"https?:|www\.|\S@\S|^@|/\w+/")
_SITE = re.compile(r"^(?:www\.)?[\w-]+\.[A-Za-z]{2,6}$")
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_TIMES = re.compile(r"\d")
_SEPARATORS = re.compile(r"\s*(?:[,;|•·]|\s[–—-]\s|\s/\s|\n)\s*")
_PARTICLES = frozenset(
    ("de", "da", "di", "do", "dos", "du", "van", "von", "der", "den",
    "del", "della", "la", "le", "el", "al", "bin", "ibn", "af", "av", "zu")
)  # fmt: skip


def fold(words: str) -> str:
    """Letters and digits alone, without case, accents and a leading article: how two spellings of a name are compared."""
    flat = unicodedata.normalize("NFKD", words).lower()
    flat = "".join(c for c in flat if not unicodedata.combining(c))
    return _ALNUM.sub("", flat.removeprefix("the "))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in tables.table("byline_words") if row["kind"] == kind)


@cache
def _opening() -> re.Pattern[str]:
    longest = sorted(_words("by"), key=len, reverse=True)
    return re.compile(rf"^\W*(?:{'|'.join(map(re.escape, longest))})(?:\s*:|\s)\s*", re.IGNORECASE)


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{'|'.join(map(re.escape, sorted(_words('and'))))}|&|\+)\s+", re.IGNORECASE)


@cache
def _dated() -> re.Pattern[str]:
    """A day behind a name, with all that follows: `Mira Tolland July 15 at 6:00 AM Follow Tolland` names one."""
    months = "|".join(re.escape(row["month"]) for row in tables.table("months"))
    return re.compile(rf"[\s,|•·–—-]+(?:(?:{months})\.? \d{{1,2}}|\d{{1,2}}\.? (?:{months}))\b.*", re.IGNORECASE)


@cache
def agencies() -> tuple[tuple[re.Pattern[str], str], ...]:
    """A pattern of the names of each agency, and the name it goes by."""
    return tuple(
        (
            re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, row['names'].split('|')))})(?![\w-])"),
            row["agency"],
        )
        for row in tables.table("agencies")
    )


@cache
def agency_names() -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern of every agency's names, longest first, and the agency that each is a name of."""
    names = {name: row["agency"] for row in tables.table("agencies") for name in row["names"].split("|")}
    longest = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])"), names


def agency(words: str) -> str | None:
    """The agency that the words are a name of, or None."""
    flat = " ".join(words.split()).strip(" .,;()")
    return next((name for pattern, name in agencies() if pattern.fullmatch(flat)), None)


def undated(words: str) -> str:
    """A byline without the day that stands behind its names, and what follows that."""
    return _dated().sub("", words)


def opens(words: str) -> bool:
    """Whether a line opens as bylines do (`By`, `Von`, `Par`)."""
    return bool(_opening().match(words))


def bare(words: str) -> str:
    """A byline without what opens it."""
    return _opening().sub("", words, count=1)


def role(word: str) -> bool:
    """Whether a word says what somebody is (`Writer`), or names a desk."""
    return word.lower().strip(".") in _nobody()


def joins(word: str) -> bool:
    """Whether a word joins names, or is a particle of one."""
    return word.lower() in _words("and") or word.lower() in _PARTICLES


def parts(words: str) -> list[str]:
    """The names that a byline joins, without what opens it."""
    flat = bare(" ".join(_BRACKETS.sub(" ", words.replace("\n", ", ")).split()))
    out: list[str] = []
    for piece in map(undated, _SEPARATORS.split(flat)):
        joined = _joined().split(_opening().sub("", piece))
        together = len(joined) > 1 and all(len(one.split()) >= 2 or agency(one) for one in joined)
        out += joined if together else [_opening().sub("", piece)]
    return [
        one.strip(" .,:;|*'\"“”") if not re.search(r"\b(?:Jr|Sr)\.$", one) else one.strip()
        for one in out
        if one.strip()
    ]


def _house(words: str) -> str:
    """The words without initials, folded: `Tollen H.`, the account of the Tollen Herald, is nobody."""
    return fold(" ".join(one for one in words.split() if len(one.strip(".")) > 1))


def service(word: str) -> bool:
    """Whether a word says what a house does (`News`, `Online`), beside its name."""
    return word.lower() in _words("service")


@cache
def _nobody() -> frozenset[str]:
    return _words("desk") | _words("service") | _words("role")


def desk(words: str, outlets: frozenset[str] = frozenset()) -> bool:
    """Whether the words name a desk or a staff (`Tollen Newsroom`, `Redaktion Sund`): more than the word alone.

    What is nothing but the outlet's own name, or a service's (`Herald Online`), is none.
    """
    tokens = words.split()
    lower = {one.lower().strip(".,") for one in tokens}
    return (
        2 <= len(tokens) <= 6
        and len(words) <= 60
        and bool(lower & _words("desk"))
        and not lower & _words("role")
        and not (_ADDRESS.search(words) or agency(words) or fold(words) in outlets)
    )


def person(words: str, outlets: frozenset[str] = frozenset()) -> bool:
    """Whether the words may be somebody's name; `outlets` are folded names that are nobody's."""
    if not words or len(words) > 60 or _ADDRESS.search(words) or _TIMES.search(words) or _SITE.match(words):
        return False
    if agency(words) or fold(words) in outlets or _house(words) in outlets or not any(c.isalpha() for c in words):
        return False
    tokens = words.replace("-", " ").split()
    lower = [one.lower().strip(".") for one in tokens]
    if set(lower) & _nobody():
        return False
    return len(tokens) <= 6 and not (words.islower() and "-" in words and " " not in words)  # a slug


def people(words: str, outlets: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The people that a byline names, in order, each once.

    >>> people("By Mira Tolland and Henrik Aasen, Senior Reporter")
    ('Mira Tolland', 'Henrik Aasen')
    >>> people("by Mira Tolland July 15 at 6:00 AM Follow Tolland")
    ('Mira Tolland',)
    """
    found = [_titled(one) for one in parts(words)]
    named = [one for one in found if person(one, outlets)]
    if len(found) > 1:
        named = [one for one in named if len(one.split()) > 1 or not one.isascii() or one.islower()]
    return tuple(dict.fromkeys(named))


def _titled(words: str) -> str:
    """A name without the word for its trade behind it, as Korean and Japanese bylines write it."""
    head, _, last = words.rpartition(" ")
    return head if head and not last.isascii() and last in _words("role") else words


def cased(words: str) -> bool:
    """Whether the words are written as a name is: each word with a capital, but for particles."""
    tokens = words.split()
    return 2 <= len(tokens) <= 5 and all(
        one[:1].isupper() or not one[:1].isascii() or one.lower() in _PARTICLES for one in tokens
    )
