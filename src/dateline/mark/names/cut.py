"""Cutting a run into names: titles, table names, bodies by their head noun, persons, and what only the parser knows.

`Estmark Foreign Minister Ada van Orlan` is a place, a title and a person; `Orlan County Circuit Court` is one body.
The lists decide before the parser does, since its names are weakest where reports need them most.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dateline.language.english import naming
from dateline.mark.names import known
from dateline.mark.names.runs import HYPHENS, JOINERS
from dateline.records.marks import NameType

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
    at = first
    title: tuple[int, int] | None = None
    while at <= last:
        if doc[at].lower_ in _BETWEEN or (at == 0 < last and _is_kind(doc[at])):
            at += 1
            continue
        size = title_size(doc, at, last)
        person = _is_person(doc, at, last) and (title is not None or not _is_style(doc, at, last))
        person = person or (title is not None and not size and doc[at].text not in known.singles())
        piece = None if person or (size and _calls(doc, at, size, last)) else _listed_or_body(doc, at, last)
        if piece is None and not person and _is_title(doc, at, size, last):
            title = (title[0] if title else at, at + size - 1)
            at += size
            after = _office_end(doc, at, last)
            if after > at:
                yield from _places(doc, at, after - 1)
                title, at = (title[0], after - 1), after
            continue
        if piece is None:
            end = _person_end(doc, at, last) if person else 0
            piece = Piece(at, end, "PERSON", title is not None, title) if person else _plain(doc, at, last)
        if not (title is not None and person and _is_no_person(doc, title, piece)):
            yield piece
        at, title = piece.last + 1, None


def title_size(doc: Doc, first: int, last: int) -> int:
    """How many tokens of title or office stand here: `Deputy Foreign Minister`, `Mr`; 0 for none.

    A role noun alone at the end of a run is one too (`the Minister said`), unless the parser has it for a person.
    """
    best = 0
    if naming.is_given(doc[first].text) and (doc[first].lower_,) not in known.titles():
        return 0
    for size in range(1, min(6, last - first + 1) + 1):
        words = [doc[first + i].lower_.rstrip(".") for i in range(size)]
        if size > 1 and doc[first + size - 1].ent_type_ == "PERSON" and naming.is_given(words[-1]):
            break
        if size == 1 and first < last and words[0] in known.heads("kind") and tuple(words) not in known.titles():
            return 0
        if tuple(words) in known.titles() or (words[-1] in known.roles() and all(map(_is_office, words))):
            best = size
        elif not all(map(_is_office, words)) or words[-1] in ("of", "the", "for"):
            break
    if best == 1 and not (first < last and doc[first].whitespace_) and doc[first].text not in known.abbreviated():
        tagged = doc[first].ent_type_ in ("PERSON", "ORG", "PRODUCT")
        return 0 if tagged and (doc[first].lower_,) not in known.titles() else best
    return best


def _is_office(word: str) -> bool:
    return word in known.offices() or word in known.roles() or word in ("-", "former", "ex", "non", "resident", "elect")


def _is_title(doc: Doc, at: int, size: int, last: int) -> bool:
    """Whether tokens that may be a title are one: listed, alone, or before a person's name or `of`."""
    if not size or at + size > last or doc[at + size].lower_ in _BETWEEN:
        return size > 0
    listed = tuple(doc[at + size - 1].lower_.rstrip(".").split()) in known.titles() or size > 1
    return listed or _is_person(doc, at + size, last) or doc[at + size].ent_type_ != "ORG"


def _calls(doc: Doc, at: int, size: int, last: int) -> bool:
    """Whether a title is a person's: one that only a name follows (`Mr`, `Sir`, `Sen.`), or a person's name comes next."""
    token = doc[at]
    if token.text.rstrip(".") in ("St", "Saint") or token.text in known.singles():
        return False
    if (name := listed_at(doc, at, last)) is not None and name.last > at:
        return False
    listed = known.titles().get((token.lower_.rstrip("."),))
    if token.text in known.abbreviated() or (listed is not None and listed.kind != "title"):
        after = doc[at + size] if at + size <= last else token
        return token.text in known.abbreviated() or after.text not in known.heads("end") or after.ent_type_ == "PERSON"
    return at + size <= last and _is_person(doc, at + size, last)


def _is_kind(token: Token) -> bool:
    """Whether a sentence starts with what a name is of, not with a name (`Retailer Orlan closes shops`)."""
    return token.lower_ in known.heads("kind") and token.text not in known.heads("start")


def _places(doc: Doc, first: int, last: int) -> Iterator[Piece]:
    """What has a name in an office: bodies, places, and a word of no list, which is likeliest a place."""
    for one in cut(doc, first, last):
        if one.sure:
            yield one
        elif one.first == one.last and not known.is_ordinary(doc[one.first].text):
            yield Piece(one.first, one.last, "GPE")


def _is_style(doc: Doc, at: int, last: int) -> bool:
    """Whether a given name is a style here (`King Haldor`)."""
    listed = known.titles().get((doc[at].lower_.rstrip("."),))
    return listed is not None and at < last and doc[at].whitespace_ != ""


def _office_end(doc: Doc, at: int, last: int) -> int:
    """The token after the office that a title names: `Secretary` *of Trade*, `Chief` *of the General Staff*."""
    if at >= last or doc[at].lower_ not in ("of", "for"):
        return at
    end = at + 1
    while end <= last and doc[end].lower_ in ("the", *_BETWEEN):
        end += 1
    if end > last:  # the sentence breaks off
        return at
    listed = _listed_or_body(doc, end, last)
    if listed is not None:
        end = listed.last + 1
    else:
        while end <= last and (doc[end].lower_ in known.offices() or doc[end].lower_ in _BETWEEN):
            end += 1
    if end <= last and doc[end].lower_ in ("and", "&") and end < last:
        return _office_end(doc, end - 1, last) if doc[end - 1].lower_ in ("of", "for") else end
    if doc[end - 1].lower_ in ("of", "for", "the", "and"):  # an office of no list: the last two words are the name
        end = max(end, last - 1) if last > end else last + 1
    return end


def _is_no_person(doc: Doc, title: tuple[int, int], piece: Piece) -> bool:
    """Whether what follows a title is a common noun (`Miss Universe`) and no honorific speaks against it."""
    word, address = doc[piece.first].text, doc[title[0]].text
    if piece.last > piece.first or not known.is_ordinary(word):
        return False
    listed = known.titles().get((address.rstrip(".").lower(),))
    if listed is not None and listed.kind != "title":
        return address == "Miss"
    return doc[piece.first].ent_type_ != "PERSON" or word.endswith("s")


# ------------------------------------------------------------------------------------------ places and bodies


def _listed_or_body(doc: Doc, at: int, last: int) -> Piece | None:
    """A name of the tables, or a body by its head noun, whichever is longer."""
    listed, whole = listed_at(doc, at, last), _body(doc, at, last)
    return whole if whole and (listed is None or whole.last > listed.last) else listed


def listed_at(doc: Doc, at: int, last: int) -> Piece | None:
    """The longest name of the tables that starts here, unless what follows clings to it."""
    for tokens, _, kind in known.table().get(doc[at].text, ()):
        end = at + len(tokens) - 1
        if end > last or any(doc[at + i].text != token for i, token in enumerate(tokens)):
            continue
        if end == last or len(tokens) > 1 or not _clings(doc, end, last):
            return Piece(at, end, kind, True)
    if at < last and doc[at].text in known.small("compass"):
        place = listed_at(doc, at + 1, last)
        return Piece(at, place.last, place.type, True) if place and place.type in ("GPE", "LOC") else None
    return None


def _clings(doc: Doc, end: int, last: int) -> bool:
    """Whether the parser takes a listed word and what follows for one name (`Hudson Foods`), or a hyphen joins them."""
    after = doc[end + 1]
    if after.text in HYPHENS:
        return end + 2 <= last and doc[end + 2].text not in known.singles() and doc[end + 2].ent_iob_ == "I"
    if after.lower_ in _BETWEEN or title_size(doc, end + 1, last) or after.text in known.singles():
        return False
    if after.ent_type_ == "PERSON" and doc[end].text in known.peoples():
        return False
    return after.ent_iob_ == "I" and after.ent_type_ in ("ORG", "FAC", "PERSON", "EVENT", "LAW", "PRODUCT", "LOC")


def _body(doc: Doc, at: int, last: int) -> Piece | None:
    """A body, place, event or law by its head: `Orlan Circuit Court`, `Ministry of Trade`, `Lake Maren`, `Acme Inc.`"""
    kind = known.heads("start").get(doc[at].text)
    if kind is not None and at < last and doc[at + 1].lower_ not in _BETWEEN:
        end = _start_end(doc, at, last)
        firm = known.is_company(doc[end].text)
        return Piece(at, end, "ORG" if firm else known.heads("end").get(doc[end].text, kind), True)
    found = None
    for i in range(at, last + 1):
        text = doc[i].text
        if text == "," and not (i < last and known.is_company(doc[i + 1].text)):
            break
        if i > at and not _is_inside(doc, i, last):
            break
        head = "ORG" if i > at and known.is_company(text) else known.heads("end").get(text)
        if i + 2 <= last and doc[i + 1].lower_ in JOINERS:
            head = head or (known.heads("of").get(text) if i == at else None)
            if head is not None:
                return Piece(at, _complement_end(doc, i + 2, last), head, True)
            break
        if head is not None and i > at:
            numbered = head == "EVENT" and i < last and doc[i + 1].text in ("I", "II", "III", "IV")
            found = Piece(at, i + numbered, head, True)
    return found


def _is_inside(doc: Doc, i: int, last: int) -> bool:
    """Whether a body's name goes on over a word: no title is there (`Harrow` *Police Chief*), or one before a head."""
    size = title_size(doc, i, last)
    if not size or doc[i].text in known.heads("end"):
        return size < 2 or doc[i - 1].lower_ in known.offices()
    return i + size <= last and doc[i + size].text in known.heads("end") and doc[i + size - 1].lower_ in known.offices()


def _start_end(doc: Doc, at: int, last: int) -> int:
    end = at + 1
    while end < last and doc[end + 1].lower_ not in _BETWEEN:
        if title_size(doc, end + 1, last) or doc[end + 1].text in known.singles() or doc[end + 1].ent_iob_ == "B":
            break
        end += 1
    return end


def _complement_end(doc: Doc, at: int, last: int) -> int:
    """The end of what stands after `of`: the run's, or what comes before somebody's title or name."""
    end = at
    while end < last and not title_size(doc, end + 1, last):
        after = doc[end + 1]
        if after.text in HYPHENS or (after.lower_ not in _BETWEEN and _is_person(doc, end + 1, last)):
            break
        end += 1
    while end > at and doc[end].lower_ in _BETWEEN:
        end -= 1
    return end


# ------------------------------------------------------------------------------------------------- persons


def _is_person(doc: Doc, at: int, last: int) -> bool:
    """Whether a person's name starts here: a given name of the lists, an initial, or the parser's word for it."""
    token = doc[at]
    text = token.text
    tagged = token.ent_type_ == "PERSON"
    if len(text) == 2 and text[1] == "." and at < last:
        return True
    after = doc[at + 1] if at < last and doc[at + 1].lower_ not in _BETWEEN else None
    if text in known.singles():
        named = naming.is_given(text) or (text in known.bodies() and token.ent_iob_ == "B")
        return (
            tagged and named and after is not None and after.ent_type_ == "PERSON" and after.text not in known.singles()
        )
    club = known.heads("start").get(text) == "ORG" and after is not None
    if club or any(known.is_company(word.text) for word in doc[at + 1 : last + 1]):
        return False
    if after is not None and after.text in known.heads("end") and not _is_surname(doc, at, last):
        return False
    if token.ent_type_ == "ORG" and any(word.text in known.heads("end") for word in _rest(doc, at, last)):
        return False
    if after is not None and after.ent_type_ == "PERSON" and after.ent_iob_ == "B" and not token.ent_type_:
        return token.pos_ == "PROPN" and not known.is_ordinary(text) and not title_size(doc, at + 1, last)
    if naming.is_given(text):
        if known.is_plain(text) or title_size(doc, at, last):
            return tagged or (after is not None and not known.is_ordinary(after.text))
        return tagged or after is not None or token.ent_type_ not in ("ORG", "GPE")
    if not tagged or title_size(doc, at, last) or (text in known.heads("end") and known.is_ordinary(text)):
        return False
    return token.ent_iob_ == "B" or at == 0 or doc[at - 1].ent_type_ != "PERSON" or title_size(doc, at - 1, last) > 0


def _is_surname(doc: Doc, at: int, last: int) -> bool:
    """Whether the head noun after a given name is its surname (`Donald Marsh`): not where the parser has it for a place."""
    if not naming.is_given(doc[at].text) or (at + 2 <= last and doc[at + 2].text not in HYPHENS):
        return False
    kind = doc[at + 1].ent_type_
    return kind == "PERSON" or (kind == "" and known.heads("end")[doc[at + 1].text] in ("LOC", "FAC"))


def _rest(doc: Doc, at: int, last: int) -> Iterator[Token]:
    """The further tokens that the parser takes for the same name."""
    for token in doc[at + 1 : last + 1]:
        if token.ent_iob_ != "I":
            return
        yield token


def _person_end(doc: Doc, at: int, last: int) -> int:
    end = at
    while end < last and end - at < 2 * LONGEST:
        after = doc[end + 1]
        if after.lower_ in JOINERS or after.lower_ in ("and", "the", "&"):
            break
        if after.text == "," or after.text in HYPHENS:
            if end + 1 == last or (after.text == "," and doc[end + 2].text not in known.small("suffix")):
                break
            end += 2
            continue
        size = title_size(doc, end + 1, last)
        if size and end + 1 + size <= last and after.ent_type_ != "PERSON":
            break
        if end > at and after.text.isupper() and len(after.text) > 3 and known.is_plain(after.text):
            break
        if (found := listed_at(doc, end + 1, last)) and found.last > found.first:
            break
        listed = after.text in known.singles() or after.text in known.heads("end")
        if listed and after.ent_type_ != "PERSON" and end > at:
            break
        end += 1
    return end


def _plain(doc: Doc, at: int, last: int) -> Piece:
    """What no list knows: as far as the parser takes it, or up to what is known again."""
    kind = TYPES.get(doc[at].ent_type_)
    end = at
    while end < last:
        after = doc[end + 1]
        if after.lower_ in _BETWEEN and not (after.ent_iob_ == "I" and kind) and after.text not in HYPHENS:
            break
        if title_size(doc, end + 1, last) and end + 1 < last:
            break
        if (
            after.ent_iob_ == "B"
            or (after.ent_iob_ == "O" and doc[at].ent_type_)
            or (after.text in known.singles() and after.ent_iob_ != "I")
        ):
            break
        end += 1
    while end > at and doc[end].lower_ in _BETWEEN:
        end -= 1
    if kind is None and end == at:
        head = known.heads("end").get(doc[at].text)
        return Piece(at, end, head if head == "ORG" else None)
    return Piece(at, end, kind)
