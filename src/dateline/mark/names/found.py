"""Mentions: what stands in the sentences of a report as a name.

In a headline in Title Case a capital says nothing, so such a sentence is read last, by what the rest of the report
names (`search`). Each mention keeps its tokens, so that what stands around it can be read from the parse.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dateline.cite import Span
from dateline.language.names import Draft, Names
from dateline.mark.parse import Parse, Parsed
from dateline.records.marks import NameType

_HEADLINES = ("headline", "deck", "caption")  # labels of text that may be in Title Case, whatever else it is like


@dataclass(slots=True)
class Mention:
    """A name as it stands in one sentence, the report's `number`th (from 0)."""

    parsed: Parsed
    number: int
    draft: Draft
    role: str | None = None

    @property
    def first(self) -> int:
        """Its first token."""
        return self.draft.first

    @property
    def last(self) -> int:
        """Its last token."""
        return self.draft.last

    @property
    def type(self) -> NameType:
        """What kind of thing bears the name, as far as is known by now."""
        return self.draft.type

    @property
    def sure(self) -> bool:
        """Whether more than the parser says the type."""
        return self.draft.sure

    @property
    def title(self) -> str | None:
        """The title that stands before it."""
        return self.draft.title

    @property
    def words(self) -> tuple[str, ...]:
        """Its words."""
        return self.draft.words

    @property
    def text(self) -> str:
        """The words as they are written."""
        return " ".join(self.words)

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in the report: sentence and token."""
        return self.number, self.first

    @property
    def span(self) -> Span:
        """The place in the report's text."""
        return self.parsed.place(self.parsed.doc[self.first], self.parsed.doc[self.last])

    def typed(self, kind: NameType, words: tuple[str, ...] | None = None) -> None:
        """Take another type, and other words where they are given."""
        self.draft = replace(self.draft, type=kind, words=words or self.words)

    def tokens(self) -> list[tuple[int, int]]:
        """The places of its tokens."""
        return [(self.number, token) for token in range(self.first, self.last + 1)]


@dataclass(slots=True)
class Sheet:
    """The mentions found so far in one report, and which tokens they take.

    `names` is what its language says of names, `capitalised` the sentences whose capitals say nothing.
    """

    parse: Parse
    names: Names
    mentions: list[Mention] = field(default_factory=list)
    taken: dict[tuple[int, int], Mention] = field(default_factory=dict)
    capitalised: set[int] = field(default_factory=set)

    def add(self, mention: Mention) -> bool:
        """Take a mention in, and say so; one that shares a token with an earlier one is left out."""
        if any(token in self.taken for token in mention.tokens()):
            return False
        self.mentions.append(mention)
        self.taken.update(dict.fromkeys(mention.tokens(), mention))
        return True

    def drop(self, mention: Mention) -> None:
        """Take a mention out."""
        self.mentions = [other for other in self.mentions if other is not mention]
        for token in mention.tokens():
            self.taken.pop(token, None)

    def replace(self, *those: Mention) -> None:
        """Take mentions in, in place of those that share a token with them."""
        there = [self.taken[token] for mention in those for token in mention.tokens() if token in self.taken]
        for old in {id(mention): mention for mention in there}.values():
            self.drop(old)
        for mention in those:
            self.add(mention)
        self.mentions.sort(key=lambda mention: mention.place)


def mentions(parse: Parse, names: Names) -> Sheet:
    """Every mention outside headlines in Title Case, in text order."""
    sheet = Sheet(parse, names)
    for number, parsed in enumerate(parse.sentences):
        if names.is_capitalised(parsed.doc, parsed.sentence.label in _HEADLINES):
            sheet.capitalised.add(number)
            continue
        for draft in names.drafts(parsed.doc):
            sheet.add(Mention(parsed, number, draft))
    sheet.mentions.sort(key=lambda mention: mention.place)
    return sheet
