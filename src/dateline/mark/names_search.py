"""A search over the tokens for what the parser missed: a name that the report gives elsewhere, or a state.

Bare surnames of persons named in full, other names as written elsewhere, countries, capitals and peoples. A
capital is asked for, and that no other capitalised word stands beside it (`Fenwick Street` is no Fenwick).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dateline.mark import names_lexicon as known
from dateline.mark.names_found import Mention, Sheet, is_shouted, words
from dateline.mark.names_people import People
from dateline.records import NameType


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
        loud = is_shouted(parsed)
        for i, token in enumerate(doc):
            text = token.text
            if not text[0].isupper() or (at, i) in sheet.taken:
                continue
            form = _match(doc, i, forms.get(text.upper() if loud else text, ()), loud) or _state(token)
            if form is None:
                continue
            last = i + len(form.tokens) - 1
            if not _stands_alone(sheet, doc, at, i, last, loud):
                continue
            mention = Mention(parsed, at, i, last, form.type, words(doc, i, last))
            if sheet.add(mention):
                yield mention


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
                doc[at].is_stop or (not loud and doc[at].pos_ not in ("PROPN", "ADJ", "NOUN"))
            ):
                continue
            return form
    return None


def _state(token: Token) -> Form | None:
    """A country, capital or people of one word."""
    text = token.text
    if text in known.peoples() and token.pos_ in ("PROPN", "ADJ", "NOUN"):
        return Form((text,), "NORP")
    body = known.bodies().get(text)
    if (
        body
        and token.pos_ == "PROPN"
        and (body[1] == "GPE" or "." in text)
        and (len(text) > 3 or text.isupper() or "." in text)
    ):
        return Form((text,), body[1])
    return None


def _stands_alone(sheet: Sheet, doc: Doc, at: int, first: int, last: int, loud: bool) -> bool:
    """Whether no capitalised word that is no name, title or role of its own stands beside the name."""
    if loud:
        return True
    before, after = first - 1, last + 1
    if after < len(doc) and doc[last].whitespace_ and _clings(doc[after]) and (at, after) not in sheet.taken:
        return False
    if before < 1 or not doc[before].whitespace_ or not _clings(doc[before]) or (at, before) in sheet.taken:
        return True
    return doc[before].lower_.rstrip(".") in known.roles() or (doc[before].lower_.rstrip("."),) in known.titles()


def _clings(token: Token) -> bool:
    return token.text[0].isupper() and token.pos_ == "PROPN" and token.text not in known.small("calendar")
