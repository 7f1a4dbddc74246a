"""Who said what: one statement a quote, with its speaker, the same statement elsewhere, and what a denial answers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline import cite
from dateline.cite import Cite, Span
from dateline.language import tables
from dateline.language.english.exchanged import turned
from dateline.records.findings import Statement
from dateline.records.marks import Quote
from dateline.records.story import Story
from dateline.weigh import words
from dateline.weigh.index import Bag, Index, Page
from dateline.weigh.roles import Deed, opposed

COMMON = 60  # a word that stands in more statements than this proposes no pair
ALIKE = 0.6  # the part of the shorter statement's content words that the other has to hold
RUN = 5  # words in a row that make two quotations one, where they fill most of the shorter
LONG = 6  # words of a denial's content that are weighed: what follows in a long one tells the circumstances
NEAR = 4  # how many sentences back a denial of "the allegations" looks for them


@dataclass(frozen=True, slots=True)
class _Voice:
    """A statement and what it is compared by: its content, words and deeds, its sentence, its report's day."""

    statement: Statement
    bag: Bag
    plain: tuple[str, ...]
    at: int
    day: str
    deeds: frozenset[Deed]


def statements(story: Story, index: Index | None = None) -> tuple[Statement, ...]:
    """The statements of a story's reports, in order of report and place. Captions and other asides are left out."""
    index = index or Index(story)
    voices = [voice for page in index.pages.values() for voice in _voices(page, index)]
    same = _same(voices)
    answers = _answers(voices)
    return tuple(
        replace(
            one.statement,
            same_as=tuple(sorted(same[one.statement.id])),
            denies=answers.get(one.statement.id, ()),
        )
        for one in voices
    )


def _voices(page: Page, index: Index) -> Iterator[_Voice]:
    seen: set[str] = set()
    for quote in page.marked.quotes:
        at = page.number(quote.content[0].start)
        if at is None:
            continue
        made = _statement(page, quote, index.story)
        if made.id not in seen:
            seen.add(made.id)
            plain = tuple(words.plain(" ".join(one.text for one in made.content)).split())
            bag = Bag.of(page.bag(span) for span in quote.content)
            deeds = frozenset(deed for span in quote.content for deed in page.deeds(span))
            yield _Voice(made, bag, plain, at, index.day(page.report.id), deeds)


def _statement(page: Page, quote: Quote, story: Story) -> Statement:
    report = page.report.id
    content = cite.cites(page.cite(span) for span in quote.content)
    return Statement(
        id=cite.content_id("q", report, str(content[0].start), *(one.text for one in content)),
        report=report,
        speaker=story.who.get((report, quote.speaker)) if quote.speaker else None,
        source=_first(page, quote.source),
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


def _same(voices: Sequence[_Voice]) -> Mapping[str, set[str]]:
    """Ids of the same statement in other reports, for each statement; symmetrical."""
    same: dict[str, set[str]] = defaultdict(set)
    for one, other in _candidates(voices):
        if _is_same(one, other):
            same[one.statement.id].add(other.statement.id)
            same[other.statement.id].add(one.statement.id)
    return same


def _candidates(voices: Sequence[_Voice]) -> Iterator[tuple[_Voice, _Voice]]:
    """Pairs from two reports that share two words that are not common in the story, each pair once."""
    holds: dict[str, list[int]] = defaultdict(list)
    for at, voice in enumerate(voices):
        for word in voice.bag.every:
            holds[word].append(at)
    for at, voice in enumerate(voices):
        shared: Counter[int] = Counter()
        for word in voice.bag.every:
            if len(holds[word]) <= COMMON:
                shared.update(found for found in holds[word] if found > at)
        for found, count in sorted(shared.items()):
            if count >= 2 and voices[found].statement.report != voice.statement.report:
                yield voice, voices[found]


def _is_same(one: _Voice, other: _Voice) -> bool:
    """The same words, or the same content by one speaker; never when speakers, polarity or roles differ."""
    a, b = one.statement, other.statement
    known = a.speaker is not None and b.speaker is not None
    if a.polarity != b.polarity or (known and a.speaker != b.speaker):
        return False
    if opposed(one.deeds, other.deeds) or turned(_text(a), _text(b)):
        return False
    if _run(one.plain, other.plain) >= max(RUN, 0.6 * min(len(one.plain), len(other.plain))):
        return True
    fewer = min(len(one.bag.words), len(other.bag.words))
    shared = len(one.bag.words & other.bag.words)
    names = len(one.bag.who & other.bag.who)
    return known and shared >= 2 and shared + names >= 3 and shared >= ALIKE * fewer


def _text(one: Statement) -> str:
    return " ".join(each.text for each in one.content)


def _run(one: Sequence[str], other: Sequence[str]) -> int:
    """The length of the longest run of words that stands in both."""
    best = 0
    before: dict[int, int] = {}
    places: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(other):
        places[word].append(at)
    for word in one:
        here = {at: before.get(at - 1, 0) + 1 for at in places.get(word, ())}
        best = max(best, max(here.values(), default=0))
        before = here
    return best


# ------------------------------------------------------------------------------------ what a denial answers


def _answers(voices: Sequence[_Voice]) -> dict[str, tuple[str, ...]]:
    """For each denial the ids of the statements that it answers, best first, at most three."""
    charges = frozenset(words.stem(one) for one in tables.words("charges"))
    by_word: dict[str, list[_Voice]] = defaultdict(list)
    by_report: dict[str, list[_Voice]] = defaultdict(list)
    for voice in voices:
        by_report[voice.statement.report].append(voice)
        for word in sorted(voice.bag.words):
            by_word[word].append(voice)
    found = {}
    for voice in voices:
        if voice.statement.polarity != "deny":
            continue
        about = voice.bag.words - charges
        answered = (
            _answered(voice, about, by_word) if about else _before(voice, by_report[voice.statement.report], charges)
        )
        if answered:
            found[voice.statement.id] = tuple(one.statement.id for one in answered[:3])
    return found


def _others(voice: _Voice, some: Iterable[_Voice]) -> Iterator[_Voice]:
    """What others assert."""
    mine = voice.statement.speaker
    for one in some:
        said = one.statement
        if said.polarity == "assert" and said.class_ == "statement" and (mine is None or said.speaker != mine):
            yield one


def _before(voice: _Voice, here: Iterable[_Voice], charges: frozenset[str]) -> list[_Voice]:
    """What others say in the sentences just before: that is what `denies the allegations` points at."""
    first = voice.statement.content[0].start
    near = [
        one for one in _others(voice, here) if 0 <= voice.at - one.at <= NEAR and one.statement.content[0].start < first
    ]
    if voice.plain in (("no",), ("never",)):
        return [one for one in near if "ask" in _cue(one)][-1:]
    charged = [one for one in near if _cue(one) & charges]
    return sorted(charged or near[-1:], key=lambda one: (-one.at, one.statement.id))[:2]


def _cue(voice: _Voice) -> frozenset[str]:
    cue = voice.statement.cue
    return frozenset(words.stem(word) for word in words.plain(cue.text).split()) if cue else frozenset()


def _answered(voice: _Voice, about: frozenset[str], by_word: Mapping[str, Sequence[_Voice]]) -> list[_Voice]:
    """Statements of others that hold most of the denied content, reported no later than the denial."""
    shared: Counter[str] = Counter()
    others: dict[str, _Voice] = {}
    for word in sorted(about):
        for other in _others(voice, by_word[word]):
            if not (other.day and voice.day and other.day > voice.day):
                shared[other.statement.id] += 1
                others[other.statement.id] = other
    named = voice.bag.who | {f"@{voice.statement.speaker}"}
    ranked = []
    for key, count in shared.items():
        other, part = others[key], count / min(len(about), LONG)
        names = len(other.bag.who & named)
        away = other.statement.report != voice.statement.report
        if part >= 0.5 and count + names >= 2 and (count >= 2 or not away or len(about) == 1):
            ranked.append((-part - 0.1 * names, away, key))
    return [others[key] for *_, key in sorted(ranked)]
