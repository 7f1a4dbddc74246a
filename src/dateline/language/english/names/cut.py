"""Cutting a run into names: titles, table names, bodies by their head noun, persons, and what only the parser knows.

`Estmark Foreign Minister Ada van Orlan` is a place, a title and a person; `Orlan County Circuit Court` is one body.
The lists decide before the parser does, since its names are weakest where reports need them most.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.language.english.names import gazetteer, lists, persons
from dateline.language.english.names.runs import JOINERS
from dateline.language.names import HYPHENS
from dateline.records.marks import NameType

if TYPE_CHECKING:
    from dateline.language.tokens import Doc, Token

TYPES: dict[str, NameType] = {
    "PERSON": "PERSON", "ORG": "ORG", "GPE": "GPE", "LOC": "LOC", "NORP": "NORP", "EVENT": "EVENT", "LAW": "LAW",
    "WORK_OF_ART": "WORK", "FAC": "FAC", "PRODUCT": "PRODUCT",
}  # fmt: skip
LONGEST = 5  # words of a person's name
_BETWEEN = frozenset((*JOINERS, *HYPHENS, "and", "the", "&", ","))


@dataclass(frozen=True, slots=True)
class Piece:
    """A name inside a run: its tokens, its type (None: not known yet), whether that is sure, its title's tokens."""

    first: int
    last: int
    type: NameType | None
    sure: bool = False
    title: tuple[int, int] | None = None


def cut(doc: Doc, first: int, last: int) -> Iterator[Piece]:
    """The names in the run of tokens `first` to `last`."""
    start = first
    title: tuple[int, int] | None = None
    while start <= last:
        if doc[start].lower_ in _BETWEEN or (start == 0 < last and _is_kind(doc, last)):
            start += 1
            continue
        size = title_size(doc, start, last)
        person = _is_person(doc, start, last) and (title is not None or not _is_style(doc, start, last))
        person = person or (title is not None and not size and doc[start].text not in gazetteer.singles())
        person = person and not (title is None and _is_ship(doc[start].text))
        piece = None if person or (size and _calls(doc, start, size, last)) else _listed_or_body(doc, start, last)
        if piece is None and not person and _is_title(doc, start, size, last):
            title = (title[0] if title else start, start + size - 1)
            start += size
            after = _office_end(doc, start, last)
            if after > start:
                yield from _places(doc, start, after - 1)
                title, start = (title[0], after - 1), after
            continue
        if piece is None:
            end = _person_end(doc, start, last) if person else 0
            piece = Piece(start, end, "PERSON", title is not None, title) if person else _plain(doc, start, last)
        if not (title is not None and person and _is_no_person(doc, title, piece)):
            yield piece
        start, title = piece.last + 1, None


def title_size(doc: Doc, first: int, last: int) -> int:
    """How many tokens of title or office stand here: `Deputy Foreign Minister`, `Mr`; 0 for none.

    A role noun alone at the end of a run is one too (`the Minister said`), unless the parser has it for a person.
    """
    best = 0
    if persons.is_given(doc[first].text) and (doc[first].lower_,) not in lists.titles():
        return 0
    for size in range(1, min(6, last - first + 1) + 1):
        words = [doc[first + i].lower_.rstrip(".") for i in range(size)]
        if size > 1 and doc[first + size - 1].ent_type_ == "PERSON" and persons.is_given(words[-1]):
            break
        if size == 1 and first < last and words[0] in lists.heads("kind") and tuple(words) not in lists.titles():
            return 0
        if tuple(words) in lists.titles() or (words[-1] in lists.roles() and all(map(_is_office, words))):
            best = size
        elif not all(map(_is_office, words)) or words[-1] in ("of", "the", "for"):
            break
    if best == 1 and not (first < last and doc[first].whitespace_) and doc[first].text not in lists.abbreviated():
        tagged = doc[first].ent_type_ in ("PERSON", "ORG", "PRODUCT")
        return 0 if tagged and (doc[first].lower_,) not in lists.titles() else best
    return best


def _is_office(word: str) -> bool:
    return word in lists.offices() or word in lists.roles() or word in ("-", "former", "ex", "non", "resident", "elect")


def _is_title(doc: Doc, start: int, size: int, last: int) -> bool:
    """Whether tokens that may be a title are one: listed, alone, or before a person's name or `of`."""
    if not size or start + size > last or doc[start + size].lower_ in _BETWEEN:
        return size > 0
    known = tuple(doc[start + size - 1].lower_.rstrip(".").split()) in lists.titles() or size > 1
    return known or _is_person(doc, start + size, last) or doc[start + size].ent_type_ != "ORG"


def _calls(doc: Doc, start: int, size: int, last: int) -> bool:
    """Whether a title is a person's: one that only a name follows (`Mr`, `Sir`, `Sen.`), or a person's name comes next."""
    token = doc[start]
    if token.text.rstrip(".") in ("St", "Saint") or token.text in gazetteer.singles():
        return False
    if (name := listed_at(doc, start, last)) is not None and name.last > start:
        return False
    known = lists.titles().get((token.lower_.rstrip("."),))
    if token.text in lists.abbreviated() or (known is not None and known.kind != "title"):
        after = doc[start + size] if start + size <= last else token
        return token.text in lists.abbreviated() or after.text not in lists.heads("end") or after.ent_type_ == "PERSON"
    return start + size <= last and _is_person(doc, start + size, last)


def _is_ship(word: str) -> bool:
    """Whether a ship's name starts here (`MV Marit`), though the parser has it for a person's."""
    return word.isupper() and lists.heads("start").get(word) == "PRODUCT"


def _is_kind(doc: Doc, last: int) -> bool:
    """Whether a sentence starts with what a name is of, not with a name (`Retailer Orlan closes`, `Rower Dan Orrell won`)."""
    token = doc[0]
    if token.lower_ in lists.heads("kind") and token.text not in lists.heads("start"):
        return True
    full = last >= 2 and persons.is_given(doc[1].text) and not doc[2].is_punct and not persons.is_given(token.text)
    return full and lists.is_ordinary(token.text) and not title_size(doc, 0, last)


def _places(doc: Doc, first: int, last: int) -> Iterator[Piece]:
    """What has a name in an office: bodies, places, and a word of no list, which is likeliest a place."""
    for piece in cut(doc, first, last):
        if piece.sure:
            yield piece
        elif piece.first == piece.last and not lists.is_ordinary(doc[piece.first].text):
            yield Piece(piece.first, piece.last, "GPE")


def _is_style(doc: Doc, start: int, last: int) -> bool:
    """Whether a given name is a style here (`King Haldor`)."""
    known = lists.titles().get((doc[start].lower_.rstrip("."),))
    return known is not None and start < last and doc[start].whitespace_ != ""


def _office_end(doc: Doc, start: int, last: int) -> int:
    """The token after the office that a title names: `Secretary` *of Trade*, `Chief` *of the General Staff*."""
    if start >= last or doc[start].lower_ not in ("of", "for"):
        return start
    end = start + 1
    while end <= last and doc[end].lower_ in ("the", *_BETWEEN):
        end += 1
    if end > last:  # the sentence breaks off
        return start
    known = _listed_or_body(doc, end, last)
    if known is not None:
        end = known.last + 1
    else:
        while end <= last and (doc[end].lower_ in lists.offices() or doc[end].lower_ in _BETWEEN):
            end += 1
    if end <= last and doc[end].lower_ in ("and", "&") and end < last:
        return _office_end(doc, end - 1, last) if doc[end - 1].lower_ in ("of", "for") else end
    if doc[end - 1].lower_ in ("of", "for", "the", "and"):  # an office of no list: the last two words are the name
        end = max(end, last - 1) if last > end else last + 1
    return end


def _is_no_person(doc: Doc, title: tuple[int, int], piece: Piece) -> bool:
    """Whether what follows a title is a common noun (`Miss Universe`) and no honorific speaks against it."""
    word, address = doc[piece.first].text, doc[title[0]].text
    if piece.last > piece.first or not lists.is_ordinary(word):
        return False
    known = lists.titles().get((address.rstrip(".").lower(),))
    if known is not None and known.kind != "title":
        return address == "Miss"
    return doc[piece.first].ent_type_ != "PERSON" or word.endswith("s")


# ------------------------------------------------------------------------------------------ places and bodies


def _listed_or_body(doc: Doc, start: int, last: int) -> Piece | None:
    """A name of the tables, or a body by its head noun, whichever is longer."""
    known, whole = listed_at(doc, start, last), _body(doc, start, last)
    return whole if whole and (known is None or whole.last > known.last) else known


def listed_at(doc: Doc, start: int, last: int) -> Piece | None:
    """The longest name of the tables that starts here, unless what follows clings to it."""
    for tokens, _, kind in gazetteer.table().get(doc[start].text, ()):
        end = start + len(tokens) - 1
        if end > last or any(doc[start + i].text != token for i, token in enumerate(tokens)):
            continue
        if end == last or len(tokens) > 1 or not _clings(doc, end, last):
            return Piece(start, end, kind, True)
    if start < last and doc[start].text in lists.small("compass"):
        place = listed_at(doc, start + 1, last)
        return Piece(start, place.last, place.type, True) if place and place.type in ("GPE", "LOC") else None
    return None


def _clings(doc: Doc, end: int, last: int) -> bool:
    """Whether the parser takes a listed word and what follows for one name (`Hudson Foods`), or a hyphen joins them."""
    after = doc[end + 1]
    if after.text in HYPHENS:
        return end + 2 <= last and doc[end + 2].text not in gazetteer.singles() and doc[end + 2].ent_iob_ == "I"
    if after.lower_ in _BETWEEN or title_size(doc, end + 1, last) or after.text in gazetteer.singles():
        return False
    if after.ent_type_ == "PERSON" and doc[end].text in gazetteer.peoples():
        return False
    return after.ent_iob_ == "I" and after.ent_type_ in ("ORG", "FAC", "PERSON", "EVENT", "LAW", "PRODUCT", "LOC")


def _body(doc: Doc, start: int, last: int) -> Piece | None:
    """A body, place, event or law by its head: `Orlan Circuit Court`, `Ministry of Trade`, `Lake Maren`, `Acme Inc.`"""
    kind = lists.heads("start").get(doc[start].text)
    if kind is not None and start < last and doc[start + 1].lower_ not in _BETWEEN:
        end = _start_end(doc, start, last)
        firm = lists.is_company(doc[end].text)
        return Piece(start, end, "ORG" if firm else lists.heads("end").get(doc[end].text, kind), True)
    body = None
    for i in range(start, last + 1):
        text = doc[i].text
        if text == "," and not (i < last and lists.is_company(doc[i + 1].text)):
            break
        if i > start and not _is_inside(doc, i, last):
            break
        head = "ORG" if i > start and lists.is_company(text) else lists.heads("end").get(text)
        if i + 2 <= last and doc[i + 1].lower_ in JOINERS:
            head = head or (lists.heads("of").get(text) if i == start else None)
            if head is not None:
                return Piece(start, _complement_end(doc, i + 2, last), head, True)
            break
        if head is None and i > start and start > 0 and doc[start - 1].lower_ == "the" and text in lists.small("paper"):
            head = "ORG"  # `the Sund Mail`
        if head == "LAW" and body is not None and body.type == "ORG" and doc[i - 1].text in HYPHENS:
            head = "ORG"  # `the Sund Journal-Constitution`: two papers made one
        if head is not None and i > start:
            numbered = head == "EVENT" and i < last and doc[i + 1].text in ("I", "II", "III", "IV")
            body = Piece(start, i + numbered, head, True)
    return body


def _is_inside(doc: Doc, i: int, last: int) -> bool:
    """Whether a body's name goes on over a word: no title is there (`Harrow` *Police Chief*), or one before a head."""
    size = title_size(doc, i, last)
    if doc[i].text in HYPHENS and i < last and doc[i + 1].text in lists.small("paper"):
        return True  # `the Sund Union-Tribune`
    if not size or doc[i].text in lists.heads("end") or doc[i].text in lists.small("paper"):
        return size < 2 or doc[i - 1].lower_ in lists.offices()
    return i + size <= last and doc[i + size].text in lists.heads("end") and doc[i + size - 1].lower_ in lists.offices()


def _start_end(doc: Doc, start: int, last: int) -> int:
    end = start + 1
    while end < last and doc[end + 1].lower_ not in _BETWEEN:
        if title_size(doc, end + 1, last) or doc[end + 1].text in gazetteer.singles() or doc[end + 1].ent_iob_ == "B":
            break
        end += 1
    return end


def _complement_end(doc: Doc, start: int, last: int) -> int:
    """The end of what stands after `of`: the run's, or what comes before somebody's title or name."""
    end = start
    while end < last and not title_size(doc, end + 1, last):
        after = doc[end + 1]
        if after.text in HYPHENS or (after.lower_ not in _BETWEEN and _is_person(doc, end + 1, last)):
            break
        end += 1
    while end > start and doc[end].lower_ in _BETWEEN:
        end -= 1
    return end


# ------------------------------------------------------------------------------------------------- persons


def _is_person(doc: Doc, start: int, last: int) -> bool:
    """Whether a person's name starts here: a given name of the lists, an initial, or the parser's word for it."""
    token = doc[start]
    text = token.text
    tagged = token.ent_type_ == "PERSON"
    if len(text) == 2 and text[1] == "." and start < last:
        return True
    after = doc[start + 1] if start < last and doc[start + 1].lower_ not in _BETWEEN else None
    if text in gazetteer.singles():
        named = persons.is_given(text) or (text in gazetteer.bodies() and token.ent_iob_ == "B")
        return (
            tagged
            and named
            and after is not None
            and after.ent_type_ == "PERSON"
            and after.text not in gazetteer.singles()
        )
    club = lists.heads("start").get(text) == "ORG" and after is not None
    if club or any(lists.is_company(word.text) for word in doc[start + 1 : last + 1]):
        return False
    if after is not None and after.text in lists.heads("end") and not _is_surname(doc, start, last):
        return False
    if token.ent_type_ == "ORG" and any(word.text in lists.heads("end") for word in _rest(doc, start, last)):
        return False
    if after is not None and after.ent_type_ == "PERSON" and after.ent_iob_ == "B" and not token.ent_type_:
        return token.pos_ == "PROPN" and not lists.is_ordinary(text) and not title_size(doc, start + 1, last)
    if persons.is_given(text):
        if lists.is_plain(text) or title_size(doc, start, last):
            named = after is not None and (persons.is_only_given(after.text) or not lists.is_ordinary(after.text))
            return tagged or named
        return tagged or after is not None or token.ent_type_ not in ("ORG", "GPE")
    if not tagged or title_size(doc, start, last) or (text in lists.heads("end") and lists.is_ordinary(text)):
        return False
    return (
        token.ent_iob_ == "B"
        or start == 0
        or doc[start - 1].ent_type_ != "PERSON"
        or title_size(doc, start - 1, last) > 0
    )


def _is_surname(doc: Doc, start: int, last: int) -> bool:
    """Whether the head noun after a given name is its surname (`Donald Marsh`): not where the parser has it for a place."""
    if not persons.is_given(doc[start].text) or (start + 2 <= last and doc[start + 2].text not in HYPHENS):
        return False
    kind = doc[start + 1].ent_type_
    return kind == "PERSON" or (kind == "" and lists.heads("end")[doc[start + 1].text] in ("LOC", "FAC"))


def _rest(doc: Doc, start: int, last: int) -> Iterator[Token]:
    """The further tokens that the parser takes for the same name."""
    for token in doc[start + 1 : last + 1]:
        if token.ent_iob_ != "I":
            return
        yield token


def _person_end(doc: Doc, start: int, last: int) -> int:
    end = start
    while end < last and end - start < 2 * LONGEST:
        after = doc[end + 1]
        if after.lower_ in JOINERS or after.lower_ in ("and", "the", "&"):
            break
        if after.text == "," or after.text in HYPHENS:
            if end + 1 == last or (after.text == "," and doc[end + 2].text not in lists.small("suffix")):
                break
            end += 2
            continue
        size = title_size(doc, end + 1, last)
        if size and end + 1 + size <= last and after.ent_type_ != "PERSON":
            break
        if end > start and after.text.isupper() and len(after.text) > 3 and lists.is_plain(after.text):
            break
        if (name := listed_at(doc, end + 1, last)) and name.last > name.first:
            break
        known = after.text in gazetteer.singles() or after.text in lists.heads("end")
        if known and after.ent_type_ != "PERSON" and end > start:
            break
        end += 1
    return end


def _plain(doc: Doc, start: int, last: int) -> Piece:
    """What no list knows: as far as the parser takes it, or up to what is known again."""
    kind = TYPES.get(doc[start].ent_type_)
    end = start
    while end < last:
        after = doc[end + 1]
        if after.lower_ in _BETWEEN and not (after.ent_iob_ == "I" and kind) and after.text not in HYPHENS:
            break
        if title_size(doc, end + 1, last) and end + 1 < last:
            break
        if (
            after.ent_iob_ == "B"
            or (after.ent_iob_ == "O" and doc[start].ent_type_)
            or (after.text in gazetteer.singles() and after.ent_iob_ != "I")
        ):
            break
        end += 1
    while end > start and doc[end].lower_ in _BETWEEN:
        end -= 1
    if kind is None and end == start:
        head = lists.heads("end").get(doc[start].text)
        return Piece(start, end, head if head == "ORG" else None)
    return Piece(start, end, kind)
