"""Bodies and places of one report: states by table, acronyms by expansion, short forms by full name."""

from __future__ import annotations

import re
from collections import Counter

from spacy.tokens import Doc

from dateline.mark import names_lexicon as known
from dateline.mark.names_found import Mention, Sheet, words
from dateline.mark.names_people import folded
from dateline.records import NameType

_ACRONYM = re.compile(r"[A-Z][A-Za-z&.-]{0,8}[A-Z]s?\.?$")
_SMALL = frozenset(("of", "the", "for", "and", "on", "in", "to", "de", "la", "du", "&", "-", "against", "with"))
Named = tuple[str, NameType | None]  # a canonical name, and its type where a table says it


class Bodies:
    """What the names in a report that are no persons' stand for."""

    def __init__(self, sheet: Sheet) -> None:
        self.acronyms: dict[str, str] = {}
        for at, parsed in enumerate(sheet.parse.sentences):
            self._read_acronyms(sheet, at, parsed.doc)
        self.forms: dict[tuple[str, ...], Counter[str]] = {}
        self.full: dict[str, set[str]] = {}
        self.kinds: dict[str, Counter[NameType]] = {}
        for mention in sheet.mentions:
            if mention.guessed:
                continue
            self.forms.setdefault(folded(mention.words), Counter())[_written(mention)] += 1
            self.kinds.setdefault(mention.text, Counter())[mention.type] += 1
            if mention.type == "ORG" and len(mention.words) > 1 and mention.text not in known.bodies():
                self.full.setdefault(folded(mention.words)[0], set()).add(mention.text)
                if mention.words[-1] != mention.words[0]:
                    self.full.setdefault(folded(mention.words)[-1], set()).add(mention.text)

    def _read_acronyms(self, sheet: Sheet, at: int, doc: Doc) -> None:
        """`Lakes Water Authority (LWA)`: the letters in brackets stand for the words before them."""
        for i in range(2, len(doc) - 2):
            if doc[i].text != "(" or doc[i + 2].text != ")" or not _ACRONYM.match(doc[i + 1].text):
                continue
            first = _expansion(doc, i - 1, doc[i + 1].text)
            if first is None:
                continue
            name = " ".join(words(doc, first, i - 1))
            if name in known.bodies():
                name = known.bodies()[name][0]
            self.acronyms.setdefault(doc[i + 1].text, name)
            kind: NameType = next((m.type for j in range(first, i) if (m := sheet.taken.get((at, j)))), "ORG")
            parsed = sheet.parse.sentences[at]
            sheet.replace(Mention(parsed, at, first, i - 1, kind, words(doc, first, i - 1)))
            sheet.replace(Mention(parsed, at, i + 1, i + 1, kind, words(doc, i + 1, i + 1)))

    def find(self, mention: Mention) -> Named | None:
        """The canonical name of a state, people, known body or one whose full name the report gives."""
        text = mention.text
        for form in (text, text.rstrip("."), f"{text}.", text.replace("’", "'")):
            if form in self.acronyms:
                return self.acronyms[form], None
            if form in known.peoples():
                return known.peoples()[form], "NORP"
            if form in known.bodies() and not self._is_somebody(mention):
                return known.bodies()[form]
        if mention.type == "ORG" and len(mention.words) == 1:
            full = self.full.get(folded(mention.words)[0], set())
            if len(full) == 1:
                return next(iter(full)), None
        return None

    def _is_somebody(self, mention: Mention) -> bool:
        """Whether the report uses a country's or city's name for a person (`Georgia`, `Chad`)."""
        kinds = self.kinds.get(mention.text, Counter())
        return kinds["PERSON"] > 1 and 2 * kinds["PERSON"] > kinds.total()

    def has(self, mention: Mention) -> bool:
        """Whether the report writes the name elsewhere."""
        return folded(mention.words) in self.forms

    def plain(self, mention: Mention) -> str:
        """The name as the report writes it most often, whatever its case."""
        forms = self.forms.get(folded(mention.words))
        return max(forms, key=lambda form: (forms[form], form)) if forms else mention.text


def _written(mention: Mention) -> str:
    """The name with its `The` where that is part of it: one word, a capital in mid-sentence (`The Herald`)."""
    doc, at = mention.parsed.doc, mention.first - 1
    if at > 0 and doc[at].text == "The" and len(mention.words) == 1 and doc[at - 1].is_alpha:
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
