"""What several reports tell alike: for each event the clauses whose words other tellings of it hold.

One event is told with much that only one report has. A clause is what reports agree on where those that tell of the same
event hold most of what it says, each word counting by how rare it is in the story; so the claim is no wider than what
every sentence cited for it says. What is left of an event's tellings may agree on something else.

The measure is that of content units shared by texts (Nenkova and Passonneau 2004), with the story's events in the place
of their words: *fell* and *plunged* are one word where they are one event.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline import language
from dateline.cite import Cites, Span, cites
from dateline.records.marks import Rank, Status
from dateline.weigh.events.clauses import alone, reaches
from dateline.weigh.index import Index, Page
from dateline.weigh.mentions import Mention

HELD = 0.45  # the share of a clause's content that a sentence must hold to say it
FEWEST = 3  # words of content in a clause that says something
LIGHT = 3.0  # the information, in nats, that it must carry
_TELLING: tuple[Rank, ...] = ("main", "content", "relative", "adverbial")  # in these somebody does something
_NEVER: tuple[Status, ...] = ("cancelled", "denied", "postponed")
_COMING: tuple[Status, ...] = ("planned", "hypothetical")


@dataclass(frozen=True, slots=True)
class Telling:
    """A mention with what its clause says and what its sentence holds."""

    mention: Mention
    sentence: Span
    says: frozenset[str]
    holds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Agreed:
    """Words that can stand alone, and the sentences that hold them, that of the words first."""

    text: str
    cites: Cites


class Content:
    """The content of a story's clauses and sentences, events in the place of the words for them."""

    def __init__(self, index: Index, groups: Sequence[Sequence[Mention]]) -> None:
        self._index = index
        self._event = {
            (mention.marked.report.id, mention.event.span.start): f"#{number}"
            for number, group in enumerate(groups)
            for mention in group
        }
        pages = index.pages.values()
        self._sentences = {
            (page.report.id, place.at): self._content(page, place.sentence.span)
            for page in pages
            for place in page.places()
        }
        every = len(self._sentences) + 1
        often = Counter(word for content in self._sentences.values() for word in content)
        self._nats = {word: math.log(every / times) for word, times in often.items()}
        self._most = math.log(every)

    def _content(self, page: Page, span: Span) -> frozenset[str]:
        own = language.of(page.report.language).words
        found = set(page.bag(span).every)
        for event in page.events(span):
            name = self._event.get((page.report.id, event.span.start))
            if name is not None:
                found.discard(own.root(event.lemma))
                found.add(name)
        return frozenset(found)

    def telling(self, mention: Mention) -> Telling | None:
        """A mention read; none where no sentence that its report tells itself holds it."""
        page = self._index.pages[mention.marked.report.id]
        number = page.number(mention.event.span.start)
        if number is None:
            return None
        span = page.sentences[number].span
        return Telling(
            mention, span, self._content(page, mention.event.clause), self._sentences[page.report.id, number]
        )

    def weight(self, content: Iterable[str]) -> float:
        """The information of some content, in nats: rare words tell most."""
        return sum(sorted(self._nats.get(word, self._most) for word in content))


def told_alike(index: Index, groups: Sequence[Sequence[Mention]]) -> Iterator[Agreed]:
    """What the tellings of each event agree on, in several origins; `groups` are the mentions of one event together."""
    several = [group for group in groups if len({index.origin(one.marked.report.id) for one in group}) > 1]
    if not several:
        return
    content = Content(index, groups)
    for group in several:
        tellings = [telling for telling in map(content.telling, group) if telling is not None]
        while (best := _best(index, content, tellings)) is not None:
            text, said = best
            yield Agreed(text, cites(index.pages[one.mention.marked.report.id].cite(one.sentence) for one in said))
            tellings = [telling for telling in tellings if telling not in said]


def _best(index: Index, content: Content, tellings: Sequence[Telling]) -> tuple[str, list[Telling]] | None:
    """The clause that most origins hold, of those the one that says most; and the tellings that hold it, its own first."""
    best: tuple[tuple[int, float], str, list[Telling]] | None = None
    for telling in tellings:
        weight = content.weight(telling.says)
        if telling.mention.event.rank not in _TELLING or len(telling.says) < FEWEST or weight < LIGHT:
            continue
        if not reaches(telling.mention, telling.mention.event.clause):
            continue  # `a spokesman said`, without what
        said = [other for other in tellings if _says(content, other, telling, weight)]
        origins = len({index.origin(other.mention.marked.report.id) for other in said})
        worth = (origins, weight)
        if origins > 1 and (best is None or worth > best[0]):
            best = worth, _words(content, telling, said), [telling, *(other for other in said if other is not telling)]
    return None if best is None else best[1:]


def _words(content: Content, telling: Telling, said: Sequence[Telling]) -> str:
    """The clause where it can stand alone, else that of another telling which says most of it and little more, else its whole
    sentence.
    """
    if text := alone(telling.mention):
        return text
    near = (other for other in said if other.mention.event.rank in _TELLING and len(other.says) >= FEWEST)
    near = (other for other in near if _says(content, telling, other, content.weight(other.says)))
    shared = ((content.weight(telling.says & other.says), alone(other.mention)) for other in near)
    best = max(((share, text) for share, text in shared if text), default=None)
    whole = telling.mention.event.sentence.of(telling.mention.marked.report.text)
    return " ".join(whole.split()) if best is None or best[0] < HELD * content.weight(telling.says) else best[1]


def _says(content: Content, other: Telling, telling: Telling, weight: float) -> bool:
    """Whether another telling of the event holds what this one's clause says, and lets it stand alike."""
    mine, theirs = telling.mention.event.status, other.mention.event.status
    alike = (mine in _NEVER) == (theirs in _NEVER) and (mine in _COMING) == (theirs in _COMING)
    return alike and content.weight(telling.says & other.holds) >= HELD * weight
