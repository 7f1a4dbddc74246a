"""Bodies and places of one report: states by table, acronyms by expansion, short forms by full name."""

from __future__ import annotations

import re
from collections import Counter

from spacy.tokens import Doc

from dateline.language.english.naming import fold
from dateline.mark.names import known
from dateline.mark.names.found import Mention, Sheet, words
from dateline.records.marks import NameType

_ACRONYM = re.compile(r"[A-Z][A-Za-z&.-]{0,8}[A-Z]s?\.?$")
_SMALL = frozenset(("of", "the", "for", "and", "on", "in", "to", "de", "la", "du", "&", "-", "against", "with"))
Named = tuple[str, NameType | None]  # a canonical name, and its type where a table says it


class Bodies:
    """What the names in a report that are no persons' stand for."""

    def __init__(self, sheet: Sheet) -> None:
        self.acronyms: dict[str, str] = {}
        for at, parsed in enumerate(sheet.parse.sentences):
            self._read_acronyms(sheet, at, parsed.doc)
        self.forms: dict[str, Counter[str]] = {}
        self.short: dict[str, set[str]] = {}
        for mention in sheet.mentions:
            self.forms.setdefault(fold(mention.text), Counter())[_written(mention)] += 1
            if mention.type == "ORG" and len(mention.words) > 1 and mention.text not in known.bodies():
                for form in _shorter(mention.words):
                    self.short.setdefault(form, set()).add(mention.text)

    def _read_acronyms(self, sheet: Sheet, at: int, doc: Doc) -> None:
        """`Lakes Water Authority (LWA)`: the letters in brackets stand for the words before them."""
        for i in range(2, len(doc) - 2):
            if doc[i].text != "(" or doc[i + 2].text != ")" or not _ACRONYM.match(doc[i + 1].text):
                continue
            first = _expansion(doc, i - 1, doc[i + 1].text)
            if first is None:
                continue
            name = " ".join(words(doc, first, i - 1))
            name, listed = known.bodies().get(name, (name, None))
            self.acronyms.setdefault(doc[i + 1].text, name)
            whole = sheet.taken.get((at, i - 1))
            kind = listed or (whole.type if whole and whole.type not in ("PERSON", "GPE", "NORP") else "ORG")
            parsed = sheet.parse.sentences[at]
            sheet.replace(
                Mention(parsed, at, first, i - 1, kind, words(doc, first, i - 1), True),
                Mention(parsed, at, i + 1, i + 1, kind, words(doc, i + 1, i + 1), True),
            )

    def find(self, mention: Mention) -> Named | None:
        """The canonical name of a state, people, known body or one whose full name the report gives."""
        text = mention.text
        for form in (text, text.rstrip("."), f"{text}.", text.replace("’", "'")):
            if form in self.acronyms:
                return self.acronyms[form], None
            if form in known.peoples():
                return known.peoples()[form], "NORP"
            if form in known.bodies():
                return known.bodies()[form]
        full = self.short.get(fold(text), set()) if mention.type == "ORG" else set()
        if len(full) == 1 and (text not in known.heads("end") or _is_the(mention)):
            return next(iter(full)), "ORG"
        return None

    def is_rare(self, mention: Mention) -> bool:
        """Whether the name stands but once, and is short for no body."""
        key = fold(mention.text)
        return self.forms[key].total() < 2 and key not in self.short

    def is_firm(self, mention: Mention) -> bool:
        """Whether the name is the first word of one firm's, with its legal form (`Nordbank AG`)."""
        full = self.short.get(fold(mention.text), set())
        return len(full) == 1 and known.is_company(next(iter(full)).split()[-1])

    def plain(self, mention: Mention) -> str:
        """The name as the report writes it most often, whatever its case."""
        forms = self.forms.get(fold(mention.text))
        return max(forms, key=lambda form: (forms[form], form)) if forms else mention.text


def _shorter(full: tuple[str, ...]) -> set[str]:
    """What a body may be called after its full name: its head (`the Ministry`), its name without its legal form,
    its first word where that is no word of the dictionary, and no place's."""
    found = {fold(word) for word in full[-1:] if known.heads("end").get(word) == "ORG"}
    found |= {fold(full[0])} if full[0] in known.heads("end") and len(full) > 2 else set()
    firm = known.is_company(full[-1])
    first = next((word.rstrip(",") for word in full if not (firm and "." in word)), full[0])
    if first not in known.singles() and (not known.is_ordinary(first) or (firm and first not in known.heads("end"))):
        found.add(fold(first))
    if firm:
        found.add(fold(" ".join(full[:-1]).rstrip(",")))
    return found


def _is_the(mention: Mention) -> bool:
    return mention.first > 0 and mention.parsed.doc[mention.first - 1].lower_ == "the"


def _written(mention: Mention) -> str:
    """The name with its `The` where that is part of it: one word, a capital in mid-sentence (`The Herald`)."""
    doc, at = mention.parsed.doc, mention.first - 1
    paper = mention.text in known.small("paper") or (at > 0 and doc[at - 1].is_alpha)
    if at >= 0 and doc[at].text == "The" and len(mention.words) == 1 and paper:
        return f"The {mention.text}"
    return mention.text


def _expansion(doc: Doc, last: int, acronym: str) -> int | None:
    """The first token of the words, ending at `last`, whose initials give the acronym; None without."""
    letters = [c.lower() for c in acronym.rstrip("s.") if c.isalpha()]
    found = None
    at = last
    while at >= 0 and last - at < 14 and (doc[at].text[0].isupper() or doc[at].text.lower() in _SMALL):
        if doc[at].text[0].isupper() and doc[at].text[0].lower() == letters[0] and _spells(doc, at, last, letters):
            found = at
        at -= 1
    return found


def _spells(doc: Doc, first: int, last: int, letters: list[str]) -> bool:
    initials = [token.text[0].lower() for token in doc[first : last + 1] if token.text[0].isalnum()]
    left = iter(initials)
    return len(initials) <= len(letters) + 4 and all(any(c == i for i in left) for c in letters)
