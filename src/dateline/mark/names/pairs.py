"""Two names in one: `Orlan-Fenwick talks` is two persons, `Bill and Ada Fenwick` are two of one surname."""

from __future__ import annotations

from dateline.language.english import naming
from dateline.language.english.naming import fold
from dateline.mark.names import known
from dateline.mark.names.found import Mention, Sheet, words
from dateline.mark.names.runs import HYPHENS


def part_pairs(sheet: Sheet) -> None:
    """Part what a hyphen joins where both sides are names by themselves: listed, or written so elsewhere."""
    apart: dict[str, Mention] = {}
    for one in sheet.mentions:
        if not any(token.text in HYPHENS for token in one.parsed.doc[one.first : one.last + 1]):
            apart.setdefault(fold(one.text), one)
            if one.type == "PERSON":
                apart.setdefault(fold(one.words[-1]), one)
    for one in list(sheet.mentions):
        doc = one.parsed.doc
        if one.text in known.bodies() or one.text in known.peoples():
            continue
        joints = [i for i in range(one.first + 1, one.last) if doc[i].text in HYPHENS]
        if len(joints) != 1:
            continue
        spans = (one.first, joints[0] - 1), (joints[0] + 1, one.last)
        sides = [doc[first : last + 1].text for first, last in spans]
        held = [fold(side) in apart or side in known.singles() for side in sides]
        short = one.last - one.first == 2 and not any(map(naming.is_given, sides)) and not one.sure
        full = all(" " in side and naming.is_given(side.split()[0]) for side in sides)
        if full or all(held) or (any(held) and short):
            sheet.replace(*(_side(one, first, last, apart) for first, last in spans))


def _side(whole: Mention, first: int, last: int, apart: dict[str, Mention]) -> Mention:
    text = whole.parsed.doc[first : last + 1].text
    listed = known.bodies().get(text) or ((text, "NORP") if text in known.peoples() else None)
    other = apart.get(fold(text))
    kind = listed[1] if listed else (other.type if other else whole.type)
    made = words(whole.parsed.doc, first, last)
    return Mention(whole.parsed, whole.at, first, last, kind, made, listed is not None)


def share_surnames(sheet: Sheet) -> None:
    """Give a given name before `and` and a full name the surname of that name (`Bill and Ada Fenwick`)."""
    for one in sheet.mentions:
        doc = one.parsed.doc
        if len(one.words) != 1 or not naming.is_given(one.words[0]) or one.last + 2 >= len(doc):
            continue
        after = sheet.taken.get((one.at, one.last + 2))
        if doc[one.last + 1].text not in ("and", "&") or after is None or after.type != "PERSON" or after.title:
            continue
        if len(after.words) > 1 and naming.is_given(after.words[0]):
            one.words, one.type = (one.words[0], *after.words[1:]), "PERSON"
