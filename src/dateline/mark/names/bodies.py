"""Bodies and places of one report: states by table, acronyms by expansion, short forms by full name."""

from __future__ import annotations

from collections import Counter

from dateline.language.names import Acronym
from dateline.mark.names.found import Mention, Sheet
from dateline.records.marks import NameType

_NO_BODIES = ("PERSON", "GPE", "NORP")  # types of what has no acronym
Named = tuple[str, NameType | None]  # a canonical name, and its type where a table says it


class Bodies:
    """What the names in a report that are no persons' stand for."""

    def __init__(self, sheet: Sheet) -> None:
        self.names = sheet.names
        self.acronyms: dict[str, str] = {}
        for number, parsed in enumerate(sheet.parse.sentences):
            for acronym in self.names.acronyms(parsed.doc):
                self._read_acronym(sheet, number, acronym)
        self.forms: dict[str, Counter[str]] = {}
        self.short: dict[str, set[str]] = {}
        self.begun: dict[str, set[str]] = {}  # full names by their first words
        for mention in sheet.mentions:
            self.forms.setdefault(self.names.fold(mention.text), Counter())[self._written(mention)] += 1
            if mention.type == "ORG" and len(mention.words) > 1 and self.names.listed(mention.text) is None:
                self.begun.setdefault(self.names.fold(mention.words[0]), set()).add(mention.text)
                for form in self.names.short_forms(mention.words):
                    self.short.setdefault(form, set()).add(mention.text)

    def _read_acronym(self, sheet: Sheet, number: int, acronym: Acronym) -> None:
        """Make mentions of a name and its acronym, in place of those that stand there."""
        written = " ".join(acronym.full.words)
        name, kind = self.names.listed(written) or (written, None)
        self.acronyms.setdefault(" ".join(acronym.short.words), name)
        there = sheet.taken.get((number, acronym.full.last))
        if kind is None and there is not None and there.type not in _NO_BODIES:
            kind = there.type
        parsed = sheet.parse.sentences[number]
        made = [Mention(parsed, number, draft) for draft in (acronym.full, acronym.short)]
        for mention in made:
            mention.typed(kind or mention.type)
        sheet.replace(*made)

    def find(self, mention: Mention) -> Named | None:
        """The canonical name of a state, people, known body or one whose full name the report gives."""
        text = mention.text
        for form in (text, text.rstrip("."), f"{text}.", text.replace("’", "'")):
            if form in self.acronyms:
                return self.acronyms[form], None
            if listed := self.names.listed(form):
                return listed
        full = self._full(mention) if mention.type == "ORG" else set()
        if len(full) == 1 and self.names.may_be_short(mention.parsed.doc, mention.first, text):
            return next(iter(full)), "ORG"
        return (begun, "ORG") if (begun := self.speaker(mention)) is not None else None

    def speaker(self, mention: Mention) -> str | None:
        """The one body with whose first word, one of the dictionary, a sentence calls who says something (`Karst said`)."""
        if mention.type != "ORG" or mention.words[1:] or not self.names.is_ordinary(mention.text):
            return None
        full = self.begun.get(self.names.fold(mention.text), set())
        said = len(full) == 1 and self.names.is_said_by(mention.parsed.doc, mention.first)
        return next(iter(full)) if said else None

    def is_rare(self, mention: Mention) -> bool:
        """Whether the name stands but once, and is short for no body."""
        key = self.names.fold(mention.text)
        return self.forms[key].total() < 2 and key not in self.short

    def is_firm(self, mention: Mention) -> bool:
        """Whether the name is the first word of one firm's, with its legal form (`Nordbank AG`)."""
        full = self._full(mention)
        return len(full) == 1 and self.names.is_firm(next(iter(full)))

    def plain(self, mention: Mention) -> str:
        """The name as the report writes it most often, whatever its case."""
        forms = self.forms.get(self.names.fold(mention.text))
        return max(forms, key=lambda form: (forms[form], form)) if forms else mention.text

    def _full(self, mention: Mention) -> set[str]:
        """The full names for which a name is short."""
        return self.short.get(self.names.fold(mention.text), set())

    def _written(self, mention: Mention) -> str:
        return self.names.with_article(mention.parsed.doc, mention.first, mention.words)
