"""Statements and what each is compared by; which of them are one statement."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from dateline import cite, language
from dateline.cite import Cite, Span
from dateline.language import Language
from dateline.records.findings import Statement
from dateline.records.marks import Quote
from dateline.weigh import words
from dateline.weigh.index import Bag, Index, Page
from dateline.weigh.roles import Deed, opposed
from dateline.weigh.statements.bearers import Bearers

COMMON = 60  # a word that stands in more statements than this proposes no pair
ALIKE = 0.6  # the part of the shorter statement's content words that the other has to hold
LINKED = 0.5  # the part of the pairs between two clusters, more of which have to be alike for them to be one statement
RUN = 5  # words in a row that make two quotations one, where they fill most of the shorter


@dataclass(frozen=True, slots=True, eq=False)
class Voice:
    """A statement and what it is compared by: its content, words and deeds; the number of its sentence among those that its
    report tells, and its report's ISO day (empty when not known).
    """

    statement: Statement
    language: Language
    bag: Bag
    plain: tuple[str, ...]
    number: int
    day: str
    deeds: frozenset[Deed]

    @property
    def text(self) -> str:
        """The words of the statement."""
        return " ".join(content.text for content in self.statement.content)

    def contradicts(self, other: Voice) -> bool:
        """Whether the two can't be one statement: speakers, polarity or roles differ."""
        a, b = self.statement, other.statement
        if a.polarity != b.polarity or (a.speaker and b.speaker and a.speaker != b.speaker):
            return True
        exchanged = self.language.exchanged
        return opposed(self.deeds, other.deeds) or (
            exchanged is not None and exchanged.swaps_roles(self.text, other.text)
        )

    def is_like(self, other: Voice) -> bool:
        """Whether the two have the same words, or the same content by one speaker."""
        if _run(self.plain, other.plain) >= max(RUN, 0.6 * min(len(self.plain), len(other.plain))):
            return True
        if self.statement.speaker is None or other.statement.speaker is None:
            return False
        fewer = min(len(self.bag.words), len(other.bag.words))
        shared = len(self.bag.words & other.bag.words)
        names = len(self.bag.who & other.bag.who)
        return shared >= 2 and shared + names >= 3 and shared >= ALIKE * fewer


def voices(index: Index) -> list[Voice]:
    """The statements of a story's reports, in order of report and place. Captions and other asides are left out."""
    bearers = Bearers(index.story)
    return [voice for page in index.pages.values() for voice in _voices(page, index, bearers)]


def _voices(page: Page, index: Index, bearers: Bearers) -> Iterator[Voice]:
    seen: set[str] = set()
    for quote in page.marked.quotes:
        number = page.number(quote.content[0].start)
        if number is None or not quote.told:
            continue
        statement = _statement(page, quote, bearers)
        if statement.id not in seen:
            seen.add(statement.id)
            plain = tuple(words.plain(" ".join(content.text for content in statement.content)).split())
            bag = Bag.of(page.bag(span) for span in quote.content)
            deeds = frozenset(deed for span in quote.content for deed in page.deeds(span))
            tongue = language.of(page.report.language)
            yield Voice(statement, tongue, bag, plain, number, index.day(page.report.id), deeds)


def _statement(page: Page, quote: Quote, bearers: Bearers) -> Statement:
    report = page.report.id
    content = cite.cites(page.cite(span) for span in quote.content)
    return Statement(
        id=cite.content_id("q", report, str(content[0].start), *(cited.text for cited in content)),
        report=report,
        speaker=bearers.speaker(page.report, quote),
        source=page.cite(quote.bearer) if quote.bearer else _first(page, quote.source),
        cue=_first(page, quote.cue),
        content=content,
        type=quote.type,
        class_=quote.class_,
        polarity=quote.polarity,
        through=quote.through,
        said_on=quote.said_on,
    )


def _first(page: Page, spans: Sequence[Span]) -> Cite | None:
    """A source or cue that is cut in two is cited by its first part."""
    return page.cite(min(spans)) if spans else None


# ------------------------------------------------------------------------------------- the same statement


def clusters(voices: Sequence[Voice]) -> list[list[Voice]]:
    """The voices put together, each in one cluster: those that say one thing.

    The likest pairs join their clusters first. Two clusters are joined only where more than `LINKED` of the pairs between them
    are alike, so that a long quotation does not make one of two things said in it, and where no voice of the one
    contradicts one of the other. Clusters, and voices in them, are in the order of the voices.
    """
    alike = {
        (a, b): _likeness(voices[a], voices[b])
        for a, b in _candidates(voices)
        if not voices[a].contradicts(voices[b]) and voices[a].is_like(voices[b])
    }
    home = {number: [number] for number in range(len(voices))}
    for a, b in sorted(alike, key=lambda pair: (-alike[pair], pair)):
        mine, theirs = home[a], home[b]
        if mine is theirs:
            continue
        across = [(min(pair), max(pair)) for pair in product(mine, theirs)]
        linked = sum(pair in alike for pair in across)
        if linked <= LINKED * len(across) or any(voices[x].contradicts(voices[y]) for x, y in across):
            continue
        mine.extend(theirs)
        home.update(dict.fromkeys(theirs, mine))
    unique = {id(numbers): sorted(numbers) for numbers in home.values()}
    return [[voices[number] for number in numbers] for numbers in sorted(unique.values())]


def _likeness(one: Voice, other: Voice) -> float:
    """The share of the words and names of both that stand in both."""
    return len(one.bag.every & other.bag.every) / max(1, len(one.bag.every | other.bag.every))


def _candidates(voices: Sequence[Voice]) -> Iterator[tuple[int, int]]:
    """Pairs from two reports that share two words that are not common in the story, by number, each pair once."""
    holds: dict[str, list[int]] = defaultdict(list)
    for number, voice in enumerate(voices):
        for word in voice.bag.every:
            holds[word].append(number)
    for number, voice in enumerate(voices):
        shared: Counter[int] = Counter()
        for word in voice.bag.every:
            if len(holds[word]) <= COMMON:
                shared.update(later for later in holds[word] if later > number)
        for later, count in sorted(shared.items()):
            if count >= 2 and voices[later].statement.report != voice.statement.report:
                yield number, later


def _run(one: Sequence[str], other: Sequence[str]) -> int:
    """The length of the longest run of words that stands in both."""
    best = 0
    before: dict[int, int] = {}
    places: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(other):
        places[word].append(place)
    for word in one:
        here = {place: before.get(place - 1, 0) + 1 for place in places.get(word, ())}
        best = max(best, max(here.values(), default=0))
        before = here
    return best
