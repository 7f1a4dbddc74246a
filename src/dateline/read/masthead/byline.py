"""Who a byline names: people, apart from agencies, outlets, desks and what people are.

`By Mira Tolland and Henrik Aasen, Senior Reporter` names two people; `By Staff`, `By Reuters`, `THE TOLLEN HERALD`
name none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from dateline.language import furniture

_ALNUM = re.compile(r"[\W_]+")
_ADDRESS = re.compile(r"https?:|www\.|\S@\S|^@|/\w+/")
_SITE = re.compile(r"^(?:www\.)?[\w-]+\.[A-Za-z]{2,6}$")
_POSTED = re.compile(r"\S+@\S+ \(([^()]+)\)")  # as feeds name who posts: `mira@herald.example (Mira Tolland)`
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_TIMES = re.compile(r"\d")
_SEPARATORS = re.compile(r"\s*(?:[,;|•·]|\s[–—-]\s|\s/\s|\n)\s*")
_NO_NAME = re.compile(r"[\"“”„«»‘‹›「」『』?!…:;=<>{}\[\]]|\.\.|(?<!\w)'|'(?!\w)")  # marks of a sentence, not of a name
_EAST = re.compile(r"[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af]")
_NATIVE = re.compile(r"[\u4e00-\u9fff\uac00-\ud7af]{2,4}|[\u3005\u4e00-\u9fff]{3,5}[\u3040-\u30ff]{0,3}")
_LETTERS = 8  # of a word of a name in a script without capitals
_PART = re.compile(r"[^\W\d_]+")  # of a name: between hyphens, apostrophes and full stops
_VOWEL = re.compile(r"[^\x00-\x7f]|[AEIOUY]")
_INITIALS = 2  # letters of a word that may be the first letters of two names: `JD`
_LONGEST = 60  # code points of a name


def fold(words: str) -> str:
    """Letters and digits alone, without case, accents and a leading article: how two spellings of a name are compared."""
    return _ALNUM.sub("", _plain(words).removeprefix(furniture.bylines.ARTICLE))


def letters(words: str) -> str:
    """Letters and digits alone, without case and accents: how two spellings of a title are compared."""
    return _ALNUM.sub(
        "", unicodedata.normalize("NFKD", words).lower()
    )  # accents, which stand alone then, are no letters


def _plain(words: str) -> str:
    flat = unicodedata.normalize("NFKD", words).lower()
    return flat if flat.isascii() else "".join(c for c in flat if not unicodedata.combining(c))


def parts(words: str) -> list[str]:
    """The names that a byline joins, without what opens it."""
    posted = _POSTED.fullmatch(words.strip())
    flat = " ".join(_BRACKETS.sub(" ", posted[1] if posted else words.replace("\n", ", ")).split())
    names: list[str] = []
    opened = furniture.bylines.opens(flat)
    told = _SEPARATORS.split(furniture.bylines.unhoused(furniture.bylines.bare(flat)))
    for piece in map(furniture.bylines.named, told):
        if furniture.bylines.of_others(piece):
            continue
        piece = furniture.bylines.unplaced(piece) if opened else piece
        joined = furniture.bylines.parted(furniture.bylines.bare(piece))
        together = len(joined) > 1 and all(len(name.split()) >= 2 or furniture.agencies.called(name) for name in joined)
        names += joined if together else [furniture.bylines.bare(piece)]
    return [furniture.bylines.ends_of_name(name) for name in names if name.strip()]


def _house(words: str) -> str:
    """The words without initials, folded: `Tollen H.`, the account of the Tollen Herald, is nobody."""
    return fold(" ".join(word for word in words.split() if len(word.strip(".")) > 1))


def desk(words: str, outlets: frozenset[str] = frozenset()) -> bool:
    """Whether the words name a desk or a staff (`Tollen Newsroom`, `Redaktion Sund`): more than the word alone.

    What is nothing but the outlet's own name, or a service's (`Herald Online`), is none.
    """
    tokens = words.split()
    named = any(map(furniture.bylines.is_desk, tokens)) and not any(map(furniture.bylines.is_role, tokens))
    if not named or not 2 <= len(tokens) <= 6 or len(words) > _LONGEST:
        return False
    return not (_ADDRESS.search(words) or furniture.agencies.called(words) or fold(words) in outlets)


def person(words: str, outlets: frozenset[str] = frozenset()) -> bool:
    """Whether the words may be somebody's name; `outlets` are folded names that are nobody's."""
    if not any(c.isalpha() for c in words) or len(words) > _LONGEST:
        return False
    return not (_of_web(words) or _of_house(words, outlets) or _of_trade(words) or _of_call(words))


def _of_web(words: str) -> bool:
    """An address, an account, a site, something with numbers, or a slug: no name."""
    slug = words.islower() and "-" in words and " " not in words
    return slug or bool(_ADDRESS.search(words) or _TIMES.search(words) or _SITE.match(words))


def _of_house(words: str, outlets: frozenset[str]) -> bool:
    """An agency's name or an outlet's."""
    return furniture.agencies.called(words) is not None or fold(words) in outlets or _house(words) in outlets


def _of_call(words: str) -> bool:
    """A call to the reader, or what stands before a name or a date: `Last Updated`."""
    return " " in words and (furniture.bylines.is_call(words) or furniture.bylines.opens_or_dates(words))


def _of_trade(words: str) -> bool:
    """A desk, a service, what people are: or more words than a name has."""
    tokens = words.replace("-", " ").split()
    return len(tokens) > 6 or any(map(furniture.bylines.is_nobody, tokens))


def people(words: str, outlets: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The people that a byline names, in order, each once.

    >>> people("By Mira Tolland and Henrik Aasen, Senior Reporter")
    ('Mira Tolland', 'Henrik Aasen')
    >>> people("by Mira Tolland July 15 at 6:00 AM Follow Tolland")
    ('Mira Tolland',)
    """
    names = [_titled(part, number == 0) for number, part in enumerate(parts(words))]
    persons = [name for name in names if person(name, outlets)]
    if len(names) > 1 and furniture.notices.is_outlet(names[-1]):
        persons = [name for name in persons if name != names[-1]]  # `Mira Tolland and Jon Berg, Tollen Post`
    if len(names) > 1:
        persons = [name for name in persons if len(name.split()) > 1 or not name.isascii() or name.islower()]
    return tuple(dict.fromkeys(persons))


def listed(authors: Iterable[str], outlet: str | None) -> tuple[str, ...]:
    """The authors as rows and feeds list them, lines of several or with their house apart: each by name.

    A line in which nobody is found stays as it is.

    >>> listed(["By MIRA TOLLAND and Jon Berg, Tollen Post", "Tollen, Mira"], "Tollen Post")
    ('MIRA TOLLAND', 'Jon Berg', 'Tollen, Mira')
    """
    outlets = frozenset((fold(outlet),) if outlet else ())
    found: list[str] = []
    for line in authors:
        several = furniture.bylines.opens(line) or len(parts(line)) > 1
        named = [name for name in people(line, outlets) if cased(name)] if several else []
        found += named or [line]
    return tuple(dict.fromkeys(found))


def alone(words: str, outlets: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The people that the words name, where they name them and nothing else, as names are written; else nobody."""
    named = people(words, outlets)
    return named if len(named) == len(parts(words)) and all(map(cased, named)) else ()


def _titled(words: str, first: bool) -> str:
    """A name without the words for its trade behind it, as Korean bylines write it, and others where they begin with it:
    `Mira Tolland Chief Reporter`.
    """
    tokens = words.split()
    kept = list(tokens)
    while len(kept) > 1 and furniture.bylines.is_role(kept[-1]):
        kept.pop()
    # `Mira Tolland Chief Reporter`, `Mira Tolland reporter`; what is left of `Assistant Sports Editor` is no name
    behind = first and len(kept) == 2 and (len(tokens) > len(kept) + 1 or tokens[-1].islower())
    native = len(kept) < len(tokens) and not tokens[-1].isascii()
    return " ".join(kept) if behind or native else words


def spelt(name: str) -> str:
    """A name that a byline has in capitals throughout, as it is written elsewhere; initials and others as they are.

    >>> spelt("ORLA O'FENN"), spelt("JD VAN DER MOOR-RASK"), spelt("Orla FENN"), spelt("ANSA")
    ("Orla O'Fenn", 'JD van der Moor-Rask', 'Orla FENN', 'ANSA')
    """
    tokens = name.split()
    if not name.isupper() or len(tokens) < 2 or any(map(furniture.bylines.is_nobody, tokens)):
        return name
    return " ".join(_spelt(token, number) for number, token in enumerate(tokens))


def _spelt(token: str, number: int) -> str:
    if len(token) <= _INITIALS and not _VOWEL.search(token):
        return token
    particle = number and furniture.bylines.is_particle(token)
    return token.lower() if particle else _PART.sub(lambda part: part[0].capitalize(), token)


def cased(words: str) -> bool:
    """Whether the words are written as a name is: each word with a capital, but for particles."""
    tokens = words.split()
    if _EAST.search(words) and len("".join(tokens)) > _LETTERS:
        return False
    if not 2 <= len(tokens) <= 5 or _NO_NAME.search(words):
        return False
    return all(_written(token) or furniture.bylines.is_particle(token) for token in tokens)


def short(words: str) -> bool:
    """Whether one word is written as a whole name is in Korean, Chinese or Japanese."""
    return bool(_NATIVE.fullmatch(words))


def _written(token: str) -> bool:
    """Whether a word is written as a part of a name; in a script without capitals it is short."""
    first = token[:1]
    return first.isupper() or (not first.islower() and not first.isascii() and len(token) <= _LETTERS)
