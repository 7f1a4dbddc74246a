"""What each report calls somebody, and which of these are one: the records of people before they are told apart."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from dateline import cite, language
from dateline.cite import Cite
from dateline.language import Language
from dateline.language.names import Names
from dateline.records.marks import Marked, Name, NameType


@dataclass(slots=True)
class Entry:
    """What one report calls by one canonical name: its mentions in told text, first to last.

    `names` is what the report's language says of names.
    """

    marked: Marked
    names: Names
    name: str
    type: NameType
    mentions: list[Name] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, str]:
        """The report's id and the name."""
        return self.marked.report.id, self.name

    @property
    def parts(self) -> tuple[str, ...]:
        """The folded words of the name, without suffix."""
        return self.names.split(self.name)[0]

    @property
    def folded(self) -> str:
        """The name as names are compared."""
        return self.names.fold(self.name)

    def roles(self) -> list[str]:
        """The roles that its mentions have and that say something, in order."""
        return [mention.role for mention in self.mentions if mention.role and self.names.is_telling(mention.role)]

    def words(self, mention: Name) -> str:
        """A mention as written, white space made single."""
        return " ".join(mention.span.of(self.marked.report.text).split())

    def first(self) -> Cite:
        """The first mention in full, or the first of all."""
        report = self.marked.report
        full = next((m for m in self.mentions if self.names.fold(self.words(m)) == self.folded), self.mentions[0])
        return cite.cite(report.id, report.text, full.span)


@dataclass(slots=True)
class Cluster:
    """Entries that are one."""

    entries: list[Entry]

    @property
    def weight(self) -> int:
        """How many mentions it has."""
        return sum(len(entry.mentions) for entry in self.entries)

    @property
    def type(self) -> NameType:
        """The type of most mentions; in a tie the one that comes first in the alphabet."""
        votes: Counter[NameType] = Counter()
        for entry in self.entries:
            votes[entry.type] += len(entry.mentions)
        return max(sorted(votes), key=lambda kind: votes[kind])

    @property
    def language(self) -> Language:
        """The language of the first report that has it."""
        return language.of(self.entries[0].marked.report.language)

    def fits(self, entry: Entry) -> bool:
        """Whether a full name may be a form of all its names."""
        return all(entry.names.same(other.name, entry.name) for other in self.entries)

    def is_called(self, name: str) -> bool:
        """Whether one of its canonical names is this one."""
        return any(entry.folded == entry.names.fold(name) for entry in self.entries)

    def has_form(self, name: str) -> bool:
        """Whether a report writes it so somewhere."""
        names = self.entries[0].names
        return names.fold(name) in map(names.fold, self.aliases(""))

    def aliases(self, name: str) -> tuple[str, ...]:
        """The forms other than a name, with a title where one stands before a shorter form; most used first."""
        forms: Counter[str] = Counter()
        for entry in self.entries:
            for mention in entry.mentions:
                words = entry.words(mention)
                forms[words] += 1
                title = mention.role or ""
                before = entry.marked.report.text[: mention.span.start].rstrip()
                if entry.names.is_title(title) and before.endswith(title) and len(words.split()) == 1:
                    forms[f"{title} {words}"] += 1
        return tuple(sorted((form for form in forms if form != name), key=lambda form: (-forms[form], form)))

    def stands_beside(self, entry: Entry) -> bool:
        """Whether the report that gives a name has this one too, and did not take one for the other."""
        return any(other.marked is entry.marked for other in self.entries)
