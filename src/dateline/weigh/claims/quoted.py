"""Where reports differ on what somebody said: the same quoted words with others among them, or laid to two people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from dateline import cite, language
from dateline.cite import Cite, Span
from dateline.language.words import WORD
from dateline.records.findings import Claim
from dateline.records.marks import Quote
from dateline.weigh.claims.courses import conflict
from dateline.weigh.claims.same import COMMON
from dateline.weigh.index import Index, Page

FEWEST = 6  # words that two quotations have in common, in order
LIKE, SAME = (
    0.7,
    0.85,
)  # share of the stretch that two have in common, from which they are one saying, or the same words
LONG = 10  # words that nobody else says by chance
TURNED = 4  # words of grammar that differ, on both sides, from which a saying is told in two ways
BESIDE = 2  # words that are shown before and behind those that differ
_LEFT_OUT = ("...", "…", "[", "(", "``", "“", '"')  # what is no saying as it was said, or holds words of who tells it
_START, _END = "^", "$"  # where a quotation begins as a sentence does, and where it ends as one


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """Words between quotation marks: who says them, whether he is named there, the words folded, and their places."""

    page: Page
    speaker: str
    named: bool
    words: tuple[str, ...]
    places: tuple[Span | None, ...]  # none of where it begins and ends
    cite: Cite

    def shown(self, first: int, last: int) -> str:
        """The words from one to another, as written."""
        places = [place for place in self.places[max(0, first) : last] if place is not None]
        return " ".join(Span(places[0].start, places[-1].end).of(self.page.text).split()) if places else ""


def conflicting(index: Index) -> Iterator[Claim]:
    """Sayings of one person in other words, and words that are laid to two people, in reports of unlike origins."""
    said = [one for key in sorted(index.pages.keys() - index.spun) for one in _said(index, index.pages[key])]
    by_word: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(said):
        function = language.of(one.page.report.language).words.function_words()
        for word in set(one.words) - function - {_START, _END}:
            by_word[word].append(number)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for numbers in by_word.values():
        if len(numbers) <= COMMON:
            for pair in combinations(numbers, 2):
                shared[pair] += 1
    done: set[tuple[str, int]] = set()
    for a, b in sorted(shared):
        one, other = said[a], said[b]
        keys = {(each.cite.report, each.cite.start) for each in (one, other)}
        if not index.told_apart(one.page.report.id, other.page.report.id) or keys & done:
            continue
        alike = [[each, *(more for more in said if _is_same(more, each) and more is not each)] for each in (one, other)]
        claim = _spoken(index, *alike) or _worded(index, *alike)
        if claim is not None:
            done |= {(each.cite.report, each.cite.start) for each in (*alike[0], *alike[1])}
            yield claim


def _is_same(one: Said, other: Said) -> bool:
    """Whether one person says the same words."""
    return one.speaker == other.speaker and one.words == other.words


def _said(index: Index, page: Page) -> Iterator[Said]:
    people = {person.id: person.name for person in index.story.people if person.kind == "PERSON"}
    for quote in page.marked.quotes:
        speaker = index.story.who.get((page.report.id, quote.speaker or ""), "")
        for span in quote.content if quote.type == "direct" and speaker in people else ():
            sentence = page.sentence(span.start)
            text = span.of(page.text).strip("“”\"'’‘` ")
            if sentence is None or any(mark in text for mark in _LEFT_OUT):
                continue
            found = [
                (word[0].casefold().replace("’", "'"), word.span())
                for word in WORD.finditer(page.text, span.start, span.end)
            ]
            begins, ends = text[:1].isupper(), text.rstrip(" ,")[-1:] in (".", "!", "?")
            words = (*([_START] if begins else []), *(word for word, _ in found), *([_END] if ends else []))
            places = (*([None] if begins else []), *(Span(*place) for _, place in found), *([None] if ends else []))
            whole = page.cite(Span(sentence.span.start, max(sentence.span.end, span.end)))
            yield Said(page, speaker, _is_named(page, quote, people[speaker]), words, places, whole)


def _is_named(page: Page, quote: Quote, name: str) -> bool:
    """Whether the words that say who speaks have his surname."""
    return any(name.split()[-1] in source.of(page.text) for source in quote.source)


def _matched(one: Said, other: Said) -> tuple[float, Sequence[tuple[str, int, int, int, int]]]:
    """The share of the stretch that two sayings have in common, and what becomes of the one in the other within it."""
    codes = SequenceMatcher(None, one.words, other.words, autojunk=False).get_opcodes()
    equal = [at for at, code in enumerate(codes) if code[0] == "equal"]
    if not equal:
        return 0.0, ()
    inner = codes[equal[0] : equal[-1] + 1]
    same = sum(code[2] - code[1] for code in inner if code[0] == "equal")
    length = inner[-1][2] - inner[0][1] + inner[-1][4] - inner[0][3]
    return (2 * same / length if same >= FEWEST else 0.0), inner


def _spoken(index: Index, some: Sequence[Said], others: Sequence[Said]) -> Claim | None:
    """The same words, laid to two people by name."""
    one, other = some[0], others[0]
    share, codes = _matched(one, other)
    part = language.of(one.page.report.language).measures
    long = sum(code[2] - code[1] for code in codes if code[0] == "equal") >= LONG
    if one.speaker == other.speaker or not (one.named and other.named and long) or share < SAME or part is None:
        return None
    names = [_called(index, each) for each in (one, other)]
    if not all(names) or set(names[0].split()[-1:]) & set(names[1].split()[-1:]):
        return None
    begin = one.shown(codes[0][1], codes[0][1] + FEWEST)
    sides = [(name, _cites(each)) for name, each in zip(names, (some, others), strict=True)]
    return conflict(index.story, "actor", part.asks("speaker", begin, names), sides)


def _cites(some: Sequence[Said]) -> cite.Cites:
    return cite.cites(sorted({one.cite for one in some}))


def _called(index: Index, one: Said) -> str:
    """The name of who speaks, as the sentence has it."""
    names = [
        name.span.of(one.page.text)
        for name in one.page.names(one.cite.span)
        if index.story.who.get((one.page.report.id, name.name)) == one.speaker
    ]
    return max(names, key=len, default="")


def _worded(index: Index, some: Sequence[Said], others: Sequence[Said]) -> Claim | None:
    """One person's saying, in which some words are others."""
    one, other = some[0], others[0]
    share, codes = _matched(one, other)
    part = language.of(one.page.report.language).measures
    if one.speaker != other.speaker or not LIKE <= share < 1 or part is None:
        return None
    odd = [code for code in codes if code[0] != "equal"]
    if not _differ(one, other, odd):
        return None
    mine = one.shown(odd[0][1] - BESIDE, odd[-1][2] + BESIDE)
    theirs = other.shown(odd[0][3] - BESIDE, odd[-1][4] + BESIDE)
    name = _called(index, one) or _called(index, other)
    if not mine or not theirs or not name:
        return None
    sides = [(mine, _cites(some)), (theirs, _cites(others))]
    return conflict(index.story, "wording", part.asks("words", name, [mine, theirs]), sides)


def _differ(one: Said, other: Said, odd: Sequence[tuple[str, int, int, int, int]]) -> bool:
    """Whether they differ by more than spelling and small words: by words of content in each other's place."""
    tongue = language.of(one.page.report.language)
    function, names = tongue.words.function_words(), tongue.names
    mine = [one.words[code[1] : code[2]] for code in odd]
    theirs = [other.words[code[3] : code[4]] for code in odd]
    for here, there in zip(mine, theirs, strict=True):
        slips = names is not None and len(here) == len(there) and all(map(names.is_slip, here, there))
        content = (set(here) ^ set(there)) - function
        if here and there and content and not slips and "".join(here) != "".join(there):
            return True
    return any(mine) and any(theirs) and sum(map(len, (*mine, *theirs))) >= TURNED
