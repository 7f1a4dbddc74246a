"""Two names in one, and one in two: `Orlan-Fenwick talks` is two persons, `Bill and Ada Fenwick` are two of one surname,
`Aldo "the Owl" Fenwick` is one, and so is `Ada Fenwick Fenwick`, a slip.
"""

from __future__ import annotations

from dataclasses import replace

from dateline.language.names import HYPHENS, Draft, Names
from dateline.mark.names.found import Mention, Sheet

NICK = 4  # words of which a nickname has at most so many
_OPENS, _CLOSES = frozenset("\"'“‘«("), frozenset("\"'”’»)")


def join_nicknames(sheet: Sheet) -> None:
    """Make one name of a given name and a surname between which a nickname stands, in quotation marks or brackets."""
    for mention in list(sheet.mentions):
        if not all(map(sheet.names.is_given, mention.words)):
            continue
        last = _after_nickname(mention)
        if last is None:
            continue
        other = sheet.taken.get((mention.number, last))
        surname = other.words if other is not None else (mention.parsed.doc[last].text,)
        draft = replace(mention.draft, last=other.last if other else last, words=mention.words + surname)
        sheet.replace(Mention(mention.parsed, mention.number, replace(draft, type="PERSON", sure=True)))


def _after_nickname(mention: Mention) -> int | None:
    """The token with a capital that follows a nickname right behind a mention."""
    doc = mention.parsed.doc
    start = mention.last + 1
    if start >= len(doc) or doc[start].text not in _OPENS:
        return None
    ends = (at for at in range(start + 2, min(start + NICK + 2, len(doc) - 1)) if doc[at].text in _CLOSES)
    end = next(ends, None)
    if end is None or not doc[end - 1].text[:1].isupper() or not doc[end + 1].text.istitle():
        return None
    return end + 1


def take_once(sheet: Sheet) -> None:
    """Leave out of a name what is written twice: its surname (`Ada Fenwick Fenwick`), or the whole of it."""
    for mention in sheet.mentions:
        words = mention.words
        half = len(words) // 2
        if half > 1 and words[:half] == words[half:]:
            mention.typed(mention.type, words[:half])
        elif len(words) > 2 and words[-1] == words[-2] and sheet.names.is_given(words[0]):
            mention.typed(mention.type, words[:-1])


def part_pairs(sheet: Sheet) -> None:
    """Part what a hyphen joins where both sides are names by themselves: listed, or written so elsewhere."""
    names = sheet.names
    apart: dict[str, Mention] = {}
    for mention in sheet.mentions:
        if not _hyphens(mention):
            apart.setdefault(names.fold(mention.text), mention)
            if mention.type == "PERSON":
                apart.setdefault(names.fold(mention.words[-1]), mention)
    for mention in list(sheet.mentions):
        hyphens = [token for token in _hyphens(mention) if mention.first < token < mention.last]
        if len(hyphens) != 1 or names.listed(mention.text):
            continue
        spans = (mention.first, hyphens[0] - 1), (hyphens[0] + 1, mention.last)
        sides = [mention.parsed.doc[first : last + 1].text for first, last in spans]
        held = [names.fold(side) in apart or _is_listed_word(side, names) for side in sides]
        short = mention.last - mention.first == 2 and not any(map(names.is_given, sides)) and not mention.sure
        full = all(" " in side and names.is_given(side.split()[0]) for side in sides)
        if full or all(held) or (any(held) and short):
            sheet.replace(*(_side(mention, first, last, apart, names) for first, last in spans))


def _hyphens(mention: Mention) -> list[int]:
    """Its tokens that are hyphens."""
    doc = mention.parsed.doc
    return [token for token in range(mention.first, mention.last + 1) if doc[token].text in HYPHENS]


def _is_listed_word(side: str, names: Names) -> bool:
    return " " not in side and names.listed(side) is not None


def _side(whole: Mention, first: int, last: int, apart: dict[str, Mention], names: Names) -> Mention:
    text = whole.parsed.doc[first : last + 1].text
    listed = names.listed(text)
    other = apart.get(names.fold(text))
    kind = listed[1] if listed else (other.type if other else whole.type)
    return Mention(whole.parsed, whole.number, Draft(first, last, kind, tuple(text.split()), listed is not None))


def share_surnames(sheet: Sheet) -> None:
    """Give a given name before `and` and a full name the surname of that name (`Bill and Ada Fenwick`)."""
    for mention in sheet.mentions:
        if len(mention.words) != 1 or not sheet.names.is_given(mention.words[0]):
            continue
        start = sheet.names.paired(mention.parsed.doc, mention.last)
        other = sheet.taken.get((mention.number, start)) if start is not None else None
        if other is None or other.type != "PERSON" or other.title:
            continue
        if len(other.words) > 1 and sheet.names.is_given(other.words[0]):
            mention.typed("PERSON", (mention.words[0], *other.words[1:]))
