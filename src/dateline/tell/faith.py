"""The fourth lock: a line is what one of its cites says, word after word, and what is cut from it does not turn its sense.

Lines of an account are not written but cut: a sentence, a piece of one, a clause with a name in the place of its pronoun. So a
line can be held against its cites by finding the cut: its words stand in one cite in their order; between them only asides,
times and words that turn nothing are left out; a name that the cite has not is the recorded reading of a word there.
Whoever has a model of entailment can have it asked too (`Checker`); none is shipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Protocol

from dateline.cite import Cite, Cites, Span
from dateline.language import Language
from dateline.records.marks import Marked, inside

Names = Mapping[str, frozenset[str]]
"""Each name of a story's people with all the names of who has it."""
_PART = re.compile(r"[^\W_]+(?:['’.,&][^\W_]+)*")
LONGEST = 160  # words of a cite that are compared; a longer one is no sentence
BEYOND = 6  # words behind a cut within which what it depends on is looked for
_ASIDE = re.compile(r"[,;:()\[\]–—]|--|(?:^|\s)-\s")
_STOP = re.compile(r"[.!?][\"'”’)\]\s]*$")
_GLOSS = re.compile(r"\s*\[[^\[\]]*\]")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,80}>")


class Checker(Protocol):
    """Somebody else's judgement of a line: a model of entailment, a person."""

    def __call__(self, line: str, cites: Cites) -> str | None:
        """Why the line does not follow from its cites; None where it does."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a cite: in plain form, and where it stands there."""

    plain: str
    span: Span


def is_cut(line: str, cites: Iterable[Cite], tongue: Language | None = None) -> bool:
    """Whether the words of a line, what stands in brackets aside, stand one after the other in one of its cites.

    With a language what is left of that cite before and behind them may not turn their sense, as who says it does.
    """
    words = _joined(_GLOSS.sub("", line))
    for cite in cites:
        before, found, behind = _held(cite.text).partition(words)
        left = f"{before} {behind}".split()
        if found and (tongue is None or tongue.scope is None or not any(map(tongue.scope.turns, left))):
            return True
    return False


def glosses(line: str, cites: Iterable[Cite]) -> Iterator[str]:
    """What stands in brackets in a line and not in the words that it cites: what it was given besides."""
    held = " ".join(_joined(cite.text) for cite in cites)
    for found in _GLOSS.finditer(line):
        if _joined(found[0]) not in held:
            yield found[0].strip(" []")


def is_read(gloss: str, allowed: Iterable[str]) -> bool:
    """Whether a gloss is made of words of one recorded reading (`allowed`), such as the year and month of a date."""
    words = set(_plain(gloss))
    return any(words <= set(_plain(value)) for value in allowed)


def is_asked(text: str, sides: Iterable[str], cites: Iterable[Cite], tongue: Language) -> bool:
    """Whether a conflict's question gives words of each of its sides, and beside them none that turns what the cites say."""
    scope = tongue.scope
    words = _plain(text)
    left = set(range(len(words)))
    given = [_place(_plain(side), words) for side in sides]
    if any(given) and not all(given):
        return False
    for place in given:
        left -= set(place)
    held = {word for cite in cites for word in _plain(cite.text)}
    asked = 2  # `How many`: the words that a question begins with
    return scope is None or not any(scope.turns(words[at]) and words[at] not in held for at in left if at >= asked)


def _place(said: Sequence[str], words: Sequence[str]) -> range:
    """Where some words stand among others; nowhere, an empty range."""
    found = (start for start in range(len(words)) if words[start : start + len(said)] == said)
    start = next(found, None)
    return range(0) if start is None else range(start, start + len(said))


def unbounded(line: str, cites: Iterable[Cite], tongue: Language) -> bool:
    """Whether wherever a line stands in its cites, `at least` or `about` before it, or `if` behind it, is cut off."""
    scope, words = tongue.scope, _plain(_GLOSS.sub("", line))
    if scope is None or not words:
        return False
    found = False
    for cite in cites:
        held = _plain(_untagged(cite.text))
        for at in range(len(held) - len(words) + 1):
            if held[at : at + len(words)] == words:
                before, behind = held[max(0, at - 3) : at], held[at + len(words) :]
                if not scope.is_bound(before) and not _is_conditional(behind, tongue):
                    return False
                found = True
    return found


class Sources:
    """The cites of a story as what clauses can be cut from: most are cited by several lines, and each is made ready once.

    `seen` are the reports by id, marked.
    """

    def __init__(self, seen: Mapping[str, Marked], names: Names) -> None:
        self._seen = seen
        self._names = names
        self._made: dict[tuple[Cite, str], _Source] = {}

    def derives(self, line: str, cites: Iterable[Cite], tongue: Language) -> bool:
        """Whether a line is a clause of one of its cites, with names for what stands for them. Yes where nobody can tell.

        What ends as a sentence does is the whole of one: who says so is not left out before or behind it.
        """
        if tongue.scope is None:
            return True
        words, whole = _plain(line), is_sentence(line)
        return any(self._of(cite, tongue).gives(words, whole) for cite in cites if cite.report in self._seen)

    def _of(self, cite: Cite, tongue: Language) -> _Source:
        key = cite, tongue.tag
        if key not in self._made:
            self._made[key] = _Source(cite, self._seen[cite.report], self._names, tongue)
        return self._made[key]


def is_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return _STOP.search(line) is not None


class _Source:
    """A cite as what a clause can be cut from."""

    def __init__(self, cite: Cite, marked: Marked, names: Names, tongue: Language) -> None:
        self._text = cite.text
        self._words = _words(cite.text)[:LONGEST]
        self._roots = [_root(word.plain, tongue) for word in self._words]
        self._tongue = tongue
        self._times = [time.span for time in marked.times if cite.span.overlaps(time.span)]
        self._start = cite.start
        self._afters: dict[int, tuple[int, ...]] = {}
        self._stands: dict[
            int, list[tuple[int, tuple[str, ...]]]
        ] = {}  # from a word: to which, and what may stand there
        self._subjects: dict[tuple[str, ...], set[str]] = {}  # who takes part, and the words of what they take part in
        for span, name, deed in _named(cite, marked):
            first, last = self._number(span.start), self._number(span.end)
            if deed is not None:
                self._subjects.setdefault(_plain(span.of(marked.report.text)), set()).update(_plain(deed))
            if name is None:
                continue
            for called in sorted(names.get(name, frozenset()) | {name}):
                plain = _plain(called)
                if first < last:
                    self._stands.setdefault(first, []).append((last, plain))
                if deed is not None:
                    self._subjects.setdefault(plain, set()).update(_plain(deed))

    def _number(self, offset: int) -> int:
        """The number of the first word that ends behind an offset of the report."""
        at = offset - self._start
        return next((number for number, word in enumerate(self._words) if word.span.end > at), len(self._words))

    def gives(self, line: Sequence[str], whole: bool = False) -> bool:
        """Whether the line can be cut from it; of what is `whole` with nothing left out before or behind that turns it."""
        if not line:
            return False
        roots = [_root(word, self._tongue) for word in line]
        starts = {
            len(name)
            for name, deeds in self._subjects.items()
            if tuple(line[: len(name)]) == name and name[-1:] not in {(word,) for word in line[len(name) :]}
            if not {_root(deed, self._tongue) for deed in deeds}.isdisjoint(roots[len(name) :])
        }
        return any(self._from(line, roots, start, whole) for start in sorted({0, *starts}))

    def _from(self, line: Sequence[str], roots: Sequence[str], start: int, whole: bool) -> bool:
        """Whether the line's words from `start` on can be cut from it; those before are the name of who it is about."""
        reached: list[set[int]] = [set() for _ in range(len(line) + 1)]
        first = self._condition if start else len(self._words)
        begins = (at for at in range(len(self._words)) if at <= first and not (start and self._is_governed(at)))
        reached[start] = set(begins)  # `she would not go` is no `Ada Marsh … go`
        turning = [at for at in range(len(self._words)) if whole and self._turns[at] and self._time(at) is None]
        if turning:
            reached[start] = {at for at in reached[start] if at <= turning[0]}
        for at in range(start, len(line)):
            neutral, root = at > start and self._neutral(line[at]), roots[at]
            for place in tuple(reached[at]):
                if neutral:
                    reached[at + 1].add(place)
                for next_ in self._after(place) if at > start else (place,):
                    if self._roots[next_] == root:
                        reached[at + 1].add(next_ + 1)
                    for end, name in self._stands.get(next_, ()):
                        if tuple(line[at : at + len(name)]) == name:
                            reached[at + len(name)].add(end)
        return any(self._ends(place) and not any(at >= place for at in turning) for place in reached[len(line)])

    def _after(self, place: int) -> Sequence[int]:
        """The words to which a cut behind the word before `place` can go on: asked for each word of a line, found once."""
        if place not in self._afters:
            self._afters[place] = tuple(self._found_after(place))
        return self._afters[place]

    def _found_after(self, place: int) -> Iterator[int]:
        turned, out = False, 0  # `out`: where the time ends that a word left out is of
        for next_ in range(place, len(self._words)):
            if next_ > place and self._turns[next_ - 1]:
                time = self._time(next_ - 1)
                turned, out = turned or time is None, max(out, time.end if time else 0)
                if self._depends(next_ - 1) or (turned and not self._is_edge[place]):
                    return  # no aside: without it the rest is said of every case
            begins = self._words[next_].span.start + self._start
            if (not turned and begins >= out) or (self._is_edge[place] and self._is_edge[next_]):
                yield next_

    @cached_property
    def _condition(self) -> int:
        """Where the first condition begins that is an aside, or opens the sentence; behind the last word, if there is none."""
        begins = (at for at in range(len(self._words)) if self._depends(at) and (at == 0 or self._is_edge[at]))
        return next(begins, len(self._words))

    def _depends(self, number: int) -> bool:
        """Whether a condition begins with a word."""
        scope, words = self._tongue.scope, self._words[number : number + 3]
        return scope is not None and scope.is_condition([word.plain for word in words])

    @cached_property
    def _turns(self) -> Sequence[bool]:
        """Whether each word may not be left out, but with the whole time that it is part of."""
        scope = self._tongue.scope
        return [scope is not None and scope.turns(word.plain) for word in self._words]

    def _span(self, number: int) -> Span:
        """Where a word stands in the report."""
        span = self._words[number].span
        return Span(span.start + self._start, span.end + self._start)

    def _time(self, number: int) -> Span | None:
        """The expression of time that a word is part of."""
        span = self._span(number)
        return next((time for time in self._times if time.overlaps(span)), None)

    def _is_governed(self, number: int) -> bool:
        """Whether a word stands under a `not` or a `would` right before it."""
        scope = self._tongue.scope
        return scope is not None and any(scope.governs(word.plain) for word in self._words[max(0, number - 2) : number])

    @cached_property
    def _is_edge(self) -> Sequence[bool]:
        """Whether an aside may begin or end before each word."""
        ends = [0, *(word.span.end for word in self._words)]
        between = (self._text[end : word.span.start] for end, word in zip(ends, self._words, strict=False))
        return [_ASIDE.search(text) is not None for text in between]

    def _ends(self, place: int) -> bool:
        """Whether a line may end before a word: what it depends on is not cut off."""
        return not _is_conditional([word.plain for word in self._words[place:]], self._tongue)

    def _neutral(self, word: str) -> bool:
        scope = self._tongue.scope
        return scope is not None and word in self._tongue.words.function_words() and not scope.turns(word)


def _is_conditional(words: Sequence[str], tongue: Language) -> bool:
    """Whether what is cut off says on what the rest depends."""
    scope = tongue.scope
    return scope is not None and any(scope.is_condition(words[at : at + 3]) for at in range(min(len(words), BEYOND)))


def _named(cite: Cite, marked: Marked) -> Iterator[tuple[Span, str | None, str | None]]:
    """Where somebody is named or stood for in a cite, the recorded name, and the head of the deed that it takes part in."""
    for name in inside(marked.names, cite.span):
        yield name.span, name.name, None
    for event in inside(marked.events, cite.span):
        for part in event.participants:
            if part.role in ("agent", "patient"):
                yield part.span, part.name, event.head


def _root(word: str, tongue: Language) -> str:
    return tongue.words.root(word)


@lru_cache(maxsize=2**13)
def _words(text: str) -> tuple[Word, ...]:
    """The words of a text, compounds in their parts, possessive endings aside."""
    return tuple(Word(_folded(found[0]), Span(*found.span())) for found in _PART.finditer(text))


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'").removesuffix("'s").rstrip("'")


@lru_cache(maxsize=2**13)
def _plain(text: str) -> tuple[str, ...]:
    """The same words, without their places."""
    return tuple(map(_folded, _PART.findall(text)))


@lru_cache(maxsize=2**13)  # most sentences are cited by several lines
def _held(text: str) -> str:
    """What a cite says in its own words, joined."""
    return _joined(_GLOSS.sub("", _untagged(text)))


def _untagged(text: str) -> str:
    return _TAG.sub("", text) if "<" in text else text


@lru_cache(maxsize=2**13)
def _joined(text: str) -> str:
    return f" {' '.join(_plain(text))} "
