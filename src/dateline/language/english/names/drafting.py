"""Drafts of names: runs of capitals cut into names, what the parser adds, each cut clean of what is no part of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.language.english.names import lists, persons
from dateline.language.english.names.cut import TYPES, Piece, cut, listed_at
from dateline.language.english.names.runs import POSSESSIVE, runs
from dateline.language.names import Draft
from dateline.records.marks import NameType

if TYPE_CHECKING:
    from dateline.language.tokens import Doc, Token

LONGEST = 12  # tokens; what is longer is a stretch of debris
_ARTICLES = frozenset(
    ("the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "my", "your", "all", "both")
)
_DEBRIS = ("http", "www.", "@", "#", "[", "<", "_", "=", ".com", ".org")
_QUOTED = frozenset("“”\"‘’'")
_OFFICE = "office"
_NOMINAL = ("PROPN", "ADJ", "NOUN")
_BEFORE = ("compound", "amod")
_PLACES = ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "appos", "agent")


def is_capitalised(doc: Doc, headline: bool) -> bool:
    """Whether a sentence is in Title Case or capitals, so that a capital says nothing: a headline, or like one."""
    if not headline and any(token.is_alpha and token.text[0].islower() and not token.is_stop for token in doc):
        return False  # as most sentences are
    long = [token for token in doc if token.is_alpha and len(token.text) > 3]
    capitals = [token.text for token in long if token.text[0].isupper()]
    if headline:
        return len(long) > 2 and len(capitals) >= 0.75 * len(long)
    return sum(map(lists.is_plain, capitals[1:])) > 2


def drafts(doc: Doc) -> Iterator[Draft]:
    """The names in runs of capitals, then those of the parser that touch no run."""
    spent: set[int] = set()
    for first, last in runs(doc):
        spent.update(range(first, last + 1))
        if (office := _office(doc, first, last)) and (made := _clean(doc, office)):
            spent.update(range(first, office.last + 1))
            yield made
            continue
        for piece in cut(doc, first, last):
            if made := _clean(doc, piece):
                yield made
    for ent in doc.ents:
        free = ent.label_ in TYPES and spent.isdisjoint(range(ent.start, ent.end))
        if free and (made := draft(doc, ent.start, ent.end - 1, TYPES[ent.label_])):
            yield made


def _office(doc: Doc, first: int, last: int) -> Piece | None:
    """The body that works for who holds an office (`the City Attorney's office`), a run and two words behind it."""
    end = last + 2
    if end >= len(doc) or doc[last + 1].text not in POSSESSIVE or doc[end].lower_ != _OFFICE:
        return None
    return Piece(first, end, "ORG", True) if lists.is_role(doc[last].text) and doc[last].ent_type_ != "PERSON" else None


def draft(doc: Doc, first: int, last: int, kind: NameType) -> Draft | None:
    """The tokens as a name, cut clean; None where none is left."""
    return _clean(doc, Piece(first, last, kind))


def guess(doc: Doc, first: int) -> Draft | None:
    """A name in a sentence where capitals say nothing: listed, titled, a given name and more, or the parser's."""
    piece = _guess(doc, first)
    return _clean(doc, piece) if piece else None


def may_name(doc: Doc, first: int, capitalised: bool, small: bool) -> bool:
    """Whether a word that is a name elsewhere may be it here: a nominal, or in Title Case no word of the dictionary but one
    that says nothing of the next and that the report never writes `small` (`Marsh Invites Cook`).
    """
    token = doc[first]
    if capitalised:
        plain = token.is_stop or lists.is_plain(token.text)
        describes = token.dep_ in _BEFORE and token.head.i == first + 1
        return not plain or not (small or token.is_stop or describes)
    return token.pos_ in _NOMINAL or token.dep_ in _PLACES  # a surname that is a verb too stands where a noun stands


def clings(doc: Doc, token: int, before: bool) -> bool:
    """Whether a capitalised word is no date, and before a name no title or role."""
    word = doc[token]
    if not word.text[0].isupper() or word.pos_ != "PROPN" or word.text in lists.small("calendar"):
        return False
    return not (before and (lists.is_role(word.text) or (word.lower_.rstrip("."),) in lists.titles()))


def is_noun(doc: Doc, first: int) -> bool:
    """Whether a word with a capital stands as a noun does, with an article (`the King`), or before a noun (`King crab`)."""
    word = doc[first]
    return (
        word.pos_ != "PROPN"
        or word.dep_ == "compound"
        or any(child.dep_ in ("det", "amod", "prep") for child in word.children)
    )


def words_of(doc: Doc, first: int, last: int) -> tuple[str, ...]:
    """The words of a name: tokens joined where no space stands between them, without a nickname in quotation marks."""
    written = tuple(doc[first : last + 1].text.split())
    bare = tuple(word for word in written if not (word[0] in _QUOTED and word[-1] in _QUOTED))
    return bare or written


# --------------------------------------------------------------------------------------------- cut clean


def _clean(doc: Doc, piece: Piece) -> Draft | None:
    """No article, possessive, quotation mark or date word at an end; None where nothing is left."""
    first, last = piece.first, piece.last
    while last >= first and _is_tail(doc, last, piece):
        last -= 1
    while first <= last and _is_front(doc[first], first < last, piece):
        first += 1
    if first > last or last - first >= LONGEST or _is_junk(doc, first, last, piece.sure):
        return None
    title, gender = None, ""
    if piece.title is not None:
        begin, end = piece.title
        title = doc[begin : end + 1].text
        gender = next((given for token in doc[begin : end + 1] if (given := lists.gender(token.text))), "")
    return Draft(first, last, piece.type or "ORG", words_of(doc, first, last), piece.sure, title, gender)


def _is_tail(doc: Doc, index: int, piece: Piece) -> bool:
    token = doc[index]
    text = token.text
    if text == "." and index > piece.first and not doc[index - 1].whitespace_ and index + 1 < len(doc):
        return not (piece.sure or doc[index - 1].text in lists.small("suffix"))
    if text in POSSESSIVE or not any(c.isalnum() for c in text) or (token.is_stop and text.islower()):
        return True
    if piece.sure:
        return False
    if text.isdigit() and piece.type in ("PERSON", "NORP", "GPE", "LOC"):
        return True
    return text in lists.small("calendar") and index > piece.first and piece.type in ("NORP", "GPE", "LOC")


def _is_front(token: Token, more: bool, piece: Piece) -> bool:
    text = token.text
    if not any(c.isalnum() for c in text) or text in POSSESSIVE:
        return True
    if text.lower() in _ARTICLES or text in lists.small("calendar"):
        kept = piece.sure or (piece.type == "PERSON" and token.ent_type_ == "PERSON")
        return more and not (kept and text in lists.small("calendar"))
    return text[0].islower() and text not in lists.small("particle") and not any(c.isupper() for c in text)


def _is_junk(doc: Doc, first: int, last: int, sure: bool) -> bool:
    text = doc[first : last + 1].text
    if first and doc[first - 1].text[-1] in "@#" and not doc[first - 1].whitespace_:
        return True
    if any(mark in text for mark in _DEBRIS) or not any(c.isupper() for c in text) or not persons.split(text)[0]:
        return True
    if sum(c.isalpha() for c in text) < 2 or (first == last and sum(c.isdigit() for c in text) > len(text) / 2):
        return True
    return not sure and all(_is_filler(token) for token in doc[first : last + 1])


def _is_filler(token: Token) -> bool:
    """A date word, a title, page furniture or a stop word: no name is made of these alone."""
    word = token.text.lower().rstrip(".")
    return (
        token.text in lists.small("calendar")
        or word in lists.small("stray")
        or (word,) in lists.titles()
        or lists.is_company(token.text)
        or (token.is_stop and not token.text.isupper())
    )


# ------------------------------------------------------------------------------- where capitals say nothing


def _guess(doc: Doc, first: int) -> Piece | None:
    token = doc[first]
    known = listed_at(doc, first, len(doc) - 1)
    if known is not None:
        return None if known.first == known.last and token.is_stop and not token.text.isupper() else known
    if token.text in lists.small("calendar"):
        return None
    titled = first > 0 and doc[first - 1].text in lists.abbreviated()
    end = first
    while end + 1 < len(doc) and end - first < 2 and (_is_name_word(doc[end + 1]) or _goes_on(doc[end + 1])):
        end += 1
    if titled or (persons.is_only_given(token.text) and end > first):
        return Piece(first, end, "PERSON", titled, (first - 1, first - 1) if titled else None)
    kind = TYPES.get(token.ent_type_)
    if kind is None or not _is_name_word(token) or kind in ("WORK", "PRODUCT", "EVENT", "LAW"):
        return None
    while end > first and doc[end].ent_iob_ != "I":
        end -= 1
    return Piece(first, end, kind)


def _goes_on(token: Token) -> bool:
    """Whether the parser takes a word for a further one of a person's name (`Ada Beech`); a verb only as its last of two."""
    if token.ent_type_ != "PERSON" or token.ent_iob_ != "I" or not token.is_alpha:
        return False
    alone = token.nbor(-1).ent_iob_ == "B" and (token.i + 1 == len(token.doc) or token.nbor().ent_iob_ != "I")
    return alone or not lists.is_plain(token.text)


def _is_name_word(token: Token) -> bool:
    """Whether a word is in no dictionary, so that a capital may mean a name even here."""
    if not token.text[0].isupper() or token.text in lists.small("calendar"):
        return False
    if token.pos_ in ("AUX", "PART", "PRON", "DET"):
        return False
    return not token.is_stop and not lists.is_ordinary(token.text) and not lists.is_role(token.text)
