"""A search over the tokens for names that the report gives elsewhere, and the names of headlines in Title Case.

A capital is asked for, and that no other capitalised word stands beside it (`Fenwick Street` is no Fenwick). In a
headline in Title Case, where that cannot be asked, only what is known is taken, or looks like a person all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.language.names import Draft
from dateline.mark.names.found import Mention, Sheet
from dateline.mark.names.people import People
from dateline.records.marks import NameType


@dataclass(frozen=True, slots=True)
class Form:
    """A way in which the report writes a name: its tokens and type."""

    tokens: tuple[str, ...]
    type: NameType


def search(sheet: Sheet, people: People) -> Iterator[Mention]:
    """Add to the sheet each further mention, and give it back."""
    forms = _forms(sheet, people)
    small = frozenset(token.text for parsed in sheet.parse.sentences for token in parsed.doc if token.is_lower)
    for number, parsed in enumerate(sheet.parse.sentences):
        capitalised = number in sheet.capitalised
        for token in parsed.doc:
            text = token.text
            if not text[0].isupper() or (number, token.i) in sheet.taken:
                continue
            form = _match(sheet, number, token.i, forms.get(text.upper() if capitalised else text, ()), small)
            if form is not None:
                draft = _known(sheet, number, token.i, form)
            else:
                draft = sheet.names.guess(parsed.doc, token.i) if capitalised else None
            if draft is not None and sheet.add(mention := Mention(parsed, number, draft)):
                yield mention


def _forms(sheet: Sheet, people: People) -> dict[str, tuple[Form, ...]]:
    """The forms by their first token, as written and in capitals; longer forms first."""
    every: set[Form] = {Form((surname,), "PERSON") for surname in people.surnames()}
    for mention in sheet.mentions:
        tokens = tuple(token.text for token in mention.parsed.doc[mention.first : mention.last + 1])
        if len(tokens) > 1 or mention.type != "PERSON" or mention.title is not None:
            every.add(Form(tokens, mention.type))
    forms: dict[str, list[Form]] = {}
    for form in sorted(every, key=lambda form: (-len(form.tokens), form.tokens, form.type)):
        for first in {form.tokens[0], form.tokens[0].upper()}:
            forms.setdefault(first, []).append(form)
    return {first: tuple(some) for first, some in forms.items()}


def _match(sheet: Sheet, number: int, first: int, forms: tuple[Form, ...], small: frozenset[str]) -> Form | None:
    """The first of the forms that stands at a token; in Title Case whatever the case of its letters. `small` are the words that
    the report writes without a capital.
    """
    doc, capitalised = sheet.parse.sentences[number].doc, number in sheet.capitalised
    for form in forms:
        there = tuple(token.text for token in doc[first : first + len(form.tokens)])
        fits = there == form.tokens or (capitalised and _lower(there) == _lower(form.tokens))
        if not fits:
            continue
        if len(form.tokens) > 1 or sheet.names.may_name(doc, first, capitalised, doc[first].lower_ in small):
            return form
    return None


def _lower(tokens: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(token.lower() for token in tokens)


def _known(sheet: Sheet, number: int, first: int, form: Form) -> Draft | None:
    """The form that stands at a token as a name; None where it is a part of another, as far as capitals say."""
    last = first + len(form.tokens) - 1
    if number not in sheet.capitalised and not _stands_alone(sheet, number, first, last):
        return None
    doc = sheet.parse.sentences[number].doc
    titled = form.type == "PERSON" and first == last and sheet.names.is_title(doc[first].text)
    if titled and number not in sheet.capitalised and not sheet.names.is_noun(doc, first):
        return Draft(first, last, "PERSON", form.tokens, True)  # `Kent King fell. Later King said`
    return sheet.names.draft(doc, first, last, form.type)


def _stands_alone(sheet: Sheet, number: int, first: int, last: int) -> bool:
    """Whether no capitalised word that is no name, title or role of its own stands beside the name."""
    doc, names = sheet.parse.sentences[number].doc, sheet.names
    before, after = first - 1, last + 1
    if (
        after < len(doc)
        and doc[last].whitespace_
        and (number, after) not in sheet.taken
        and names.clings(doc, after, False)
    ):
        return False
    free = before >= 1 and doc[before].whitespace_ and (number, before) not in sheet.taken
    return not (free and names.clings(doc, before, True))
