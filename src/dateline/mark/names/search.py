"""A search over the tokens for names that the report gives elsewhere, and the names of headlines in Title Case.

A capital is asked for, and that no other capitalised word stands beside it (`Fenwick Street` is no Fenwick). In a
headline in Title Case, where that cannot be asked, only what is known is taken, or looks like a person all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dateline.mark.names import known
from dateline.mark.names.cut import TYPES, Piece, listed_at
from dateline.mark.names.found import Mention, Sheet, is_loud, of_piece
from dateline.mark.names.people import People
from dateline.records.marks import NameType

_NOMINAL = ("PROPN", "ADJ", "NOUN")


@dataclass(frozen=True, slots=True)
class Form:
    """A way in which the report writes a name: its tokens and type."""

    tokens: tuple[str, ...]
    type: NameType


def search(sheet: Sheet, people: People) -> Iterator[Mention]:
    """Add to the sheet each further mention, and give it back."""
    forms = _forms(sheet, people)
    for at, parsed in enumerate(sheet.parse.sentences):
        doc = parsed.doc
        loud = is_loud(parsed)
        for i, token in enumerate(doc):
            text = token.text
            if not text[0].isupper() or (at, i) in sheet.taken:
                continue
            form = _match(doc, i, forms.get(text.upper() if loud else text, ()), loud)
            piece = Piece(i, i + len(form.tokens) - 1, form.type) if form else None
            if piece is None and loud:
                piece = _guess(doc, i)
            if piece is None or not (loud or _stands_alone(sheet, doc, at, piece)):
                continue
            mention = of_piece(parsed, at, piece)
            if mention is not None and sheet.add(mention):
                yield mention


def _guess(doc: Doc, at: int) -> Piece | None:
    """A name in a sentence where capitals say nothing: listed, titled, a given name and more, or the parser's."""
    token = doc[at]
    listed = listed_at(doc, at, len(doc) - 1)
    if listed is not None:
        return None if listed.first == listed.last and token.is_stop and not token.text.isupper() else listed
    if token.text in known.small("calendar"):
        return None
    titled = at > 0 and doc[at - 1].text in known.abbreviated()
    end = at
    while end + 1 < len(doc) and end - at < 2 and (_is_name_word(doc[end + 1]) or _goes_on(doc[end + 1])):
        end += 1
    if titled or (known.is_given(token.text) and end > at):
        return Piece(at, end, "PERSON", titled, (at - 1, at - 1) if titled else None)
    kind = TYPES.get(token.ent_type_)
    if kind is None or not _is_name_word(token) or kind in ("WORK", "PRODUCT", "EVENT", "LAW"):
        return None
    while end > at and doc[end].ent_iob_ != "I":
        end -= 1
    return Piece(at, end, kind)


def _goes_on(token: Token) -> bool:
    """Whether the parser takes a word for a further one of a person's name (`Ada Beech`); a verb only as its last of two."""
    if token.ent_type_ != "PERSON" or token.ent_iob_ != "I" or not token.is_alpha:
        return False
    alone = token.nbor(-1).ent_iob_ == "B" and (token.i + 1 == len(token.doc) or token.nbor().ent_iob_ != "I")
    return alone or not known.is_plain(token.text)


def _is_name_word(token: Token) -> bool:
    """Whether a word is in no dictionary, so that a capital may mean a name even here."""
    if not token.text[0].isupper() or token.text in known.small("calendar"):
        return False
    if token.pos_ in ("AUX", "PART", "PRON", "DET"):
        return False
    return not token.is_stop and not known.is_ordinary(token.text) and not known.is_role(token.text)


def _forms(sheet: Sheet, people: People) -> dict[str, tuple[Form, ...]]:
    """The forms by their first token, as written and in capitals; longer forms first."""
    every: set[Form] = {Form((surname,), "PERSON") for surname in people.surnames()}
    for one in sheet.mentions:
        tokens = tuple(token.text for token in one.parsed.doc[one.first : one.last + 1])
        if len(tokens) > 1 or one.type != "PERSON":
            every.add(Form(tokens, one.type))
    found: dict[str, list[Form]] = {}
    for form in sorted(every, key=lambda form: (-len(form.tokens), form.tokens, form.type)):
        for first in {form.tokens[0], form.tokens[0].upper()}:
            found.setdefault(first, []).append(form)
    return {first: tuple(forms) for first, forms in found.items()}


def _match(doc: Doc, at: int, forms: tuple[Form, ...], loud: bool) -> Form | None:
    for form in forms:
        there = [token.text for token in doc[at : at + len(form.tokens)]]
        if there == list(form.tokens) or (loud and [w.lower() for w in there] == [w.lower() for w in form.tokens]):
            if len(form.tokens) == 1 and (
                doc[at].is_stop or known.is_plain(form.tokens[0]) if loud else doc[at].pos_ not in _NOMINAL
            ):
                continue
            return form
    return None


def _stands_alone(sheet: Sheet, doc: Doc, at: int, piece: Piece) -> bool:
    """Whether no capitalised word that is no name, title or role of its own stands beside the name."""
    before, after = piece.first - 1, piece.last + 1
    if after < len(doc) and doc[piece.last].whitespace_ and _clings(doc[after]) and (at, after) not in sheet.taken:
        return False
    if before < 1 or not doc[before].whitespace_ or not _clings(doc[before]) or (at, before) in sheet.taken:
        return True
    return known.is_role(doc[before].text) or (doc[before].lower_.rstrip("."),) in known.titles()


def _clings(token: Token) -> bool:
    return token.text[0].isupper() and token.pos_ == "PROPN" and token.text not in known.small("calendar")
