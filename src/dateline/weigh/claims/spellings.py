"""How names are spelled: where reports write one word of a person's name in ways that differ by a letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dateline import cite, language
from dateline.cite import Cite
from dateline.language.names import Names
from dateline.records.findings import Claim
from dateline.weigh.claims.courses import conflict
from dateline.weigh.index import Index, Page

Word = tuple[str, str]  # as names are compared, and as written


def conflicting(index: Index) -> Iterator[Claim]:
    """A person whose name reports of unlike origins spell differently; what a machine rewrote spells nothing."""
    written: dict[tuple[str, str], list[Cite]] = defaultdict(list)
    shown: dict[str, dict[str, str]] = defaultdict(dict)
    for key in sorted(index.pages.keys() - index.spun):
        page = index.pages[key]
        names = language.of(page.report.language).names
        for person, (folded, word), cited in _words(index, page, names) if names is not None else ():
            shown[person].setdefault(folded, word)
            written[person, folded].append(cited)
    for person in sorted(shown):
        yield from _of_person(index, {word: written[person, word] for word in shown[person]}, shown[person])


def _words(index: Index, page: Page, names: Names) -> Iterator[tuple[str, Word, Cite]]:
    """The words of persons' names as the report writes them, each with the person's id and its sentence."""
    for place in page.places():
        for name in page.names(place.sentence.span):
            person = index.story.who.get((page.report.id, name.name)) if name.type == "PERSON" else None
            for word in name.span.of(page.text).split() if person is not None else ():
                bare = word.strip("\"'“”‘’(),.")
                if person is not None and bare.istitle():
                    yield person, (names.fold(bare), bare), page.cite(place.sentence.span)


def _of_person(index: Index, written: dict[str, list[Cite]], shown: dict[str, str]) -> Iterator[Claim]:
    """The words of one person's name that are spelled in several ways, the usual one first."""
    told = {word: len(index.origins(cites)) for word, cites in written.items()}
    left = sorted(written, key=lambda word: (-told[word], word))
    while left:
        usual = left.pop(0)
        page = index.pages[written[usual][0].report]
        names, part = language.of(page.report.language).names, language.of(page.report.language).measures
        odd = [word for word in left if names is not None and names.is_slip(usual, word)]
        left = [word for word in left if word not in odd]
        odd = [word for word in odd if _apart(index, written[usual], written[word])]
        if odd and part is not None:
            sides = [(shown[word], cite.cites(sorted(set(written[word])))) for word in (usual, *odd)]
            yield conflict(index.story, "wording", part.asks("name", "", [words for words, _ in sides]), sides)


def _apart(index: Index, some: list[Cite], others: list[Cite]) -> bool:
    """Whether some report that spells it one way can disagree with one that spells it the other."""
    return any(index.told_apart(one.report, other.report) for one in some for other in others)
