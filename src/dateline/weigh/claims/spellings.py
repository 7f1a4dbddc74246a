"""How names are spelled: where reports write a name of one person, or of a place, in ways that differ by a letter or a gap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from dateline import cite, language
from dateline.cite import Cite
from dateline.language.names import Names
from dateline.records.findings import Claim
from dateline.records.marks import Name
from dateline.weigh.claims.courses import conflict
from dateline.weigh.index import Index, Page

Forms = Mapping[str, list[Cite]]  # the sentences that have each way of writing
SHORT = 3  # letters of a given name that another one letter makes another spelling (`Jon`, `John`)
PLACES = ("GPE", "LOC")


def conflicting(index: Index) -> Iterator[Claim]:
    """A name that reports of unlike origins spell differently; what a machine rewrote spells nothing."""
    written: dict[str, dict[str, list[Cite]]] = defaultdict(lambda: defaultdict(list))
    runs: dict[tuple[str, str], dict[str, list[Cite]]] = defaultdict(lambda: defaultdict(list))
    places: dict[str, list[Cite]] = defaultdict(list)
    given: set[str] = set()
    for key in sorted(index.pages.keys() - index.spun):
        page = index.pages[key]
        names = language.of(page.report.language).names
        for name, cited, plain in _told(page) if names is not None else ():
            person = index.story.who.get((key, name.name)) if name.type == "PERSON" else None
            every = _words(name, page)
            if person is None:
                if name.type in PLACES and names is not None and len(every) == 1 and not names.is_listed(every[0]):
                    places[every[0]].append(cited)
                continue
            given.update(every[:1] if len(every) > 1 else ())
            for word in every:
                written[person][word].append(cited)
            said = [(person, run) for run in (*every, *map(" ".join, pairwise(every)))]
            for whose, run in (*said, *([("", " ".join(every))] if len(every) > 1 else [])) if plain else ():
                runs[whose, _letters(run)][run].append(cited)
    for person in sorted(written):
        yield from _slips(index, written[person], given)
    for person, letters in sorted(runs):
        yield from _gaps(index, runs[person, letters])
    yield from _slips(index, _of_one(index, places), frozenset())


def _told(page: Page) -> Iterator[tuple[Name, Cite, bool]]:
    """The names that a report writes, each with its sentence, and whether that is one of its text, not a headline."""
    for place in page.places():
        for name in page.names(place.sentence.span):
            yield name, page.cite(place.sentence.span), place.sentence.label == "body"


def _words(name: Name, page: Page) -> list[str]:
    """The words of a name as written, but for what is written in capitals throughout."""
    bare = (word.strip("\"'“”‘’(),.").removesuffix("'s").removesuffix("’s") for word in name.span.of(page.text).split())
    return [word for word in bare if word[:1].isupper() and not word.isupper()]


def _letters(run: str) -> str:
    return run.replace(" ", "").replace("-", "").casefold()


def _slips(index: Index, written: Forms, given: set[str] | frozenset[str]) -> Iterator[Claim]:
    """The words of one person's name, or names of places, that differ by a slip; the usual one first."""
    told = {word: len(index.origins(cites)) for word, cites in written.items()}
    left = sorted(written, key=lambda word: (-told[word], word))
    while left:
        usual = left.pop(0)
        names = language.of(index.pages[written[usual][0].report].report.language).names
        odd = [word for word in left if names is not None and _is_slip(names, usual, word, given)]
        left = [word for word in left if word not in odd]
        yield from _asked(index, written, [usual, *odd])


def _is_slip(names: Names, usual: str, word: str, given: set[str] | frozenset[str]) -> bool:
    """Whether one is a slip of the other; given names may be short, where they begin alike."""
    one, other = names.fold(usual), names.fold(word)
    short = min(len(one), len(other)) >= SHORT and {usual, word} <= given and one[0] == other[0] and one != other
    return names.is_slip(one, other) or (short and (one in names.slips(other) or other in names.slips(one)))


def _gaps(index: Index, written: Forms) -> Iterator[Claim]:
    """Letters of a name that some write in one word, or with a capital inside, and others do not."""
    shapes: dict[str, dict[str, list[Cite]]] = defaultdict(dict)
    for form in sorted(written):
        shapes[_shape(form)][form] = written[form]
    if len({shape.count(" ") for shape in shapes}) == 1 and " " in next(
        iter(shapes)
    ):  # its words are asked of one by one
        return
    forms = {
        min(some, key=lambda form: (-len(some[form]), form)): [one for cites in some.values() for one in cites]
        for some in shapes.values()
    }
    yield from _asked(index, forms, sorted(forms, key=lambda form: (-len(index.origins(forms[form])), form)))


def _shape(form: str) -> str:
    """A name whose words all begin with a capital, and with no hyphen: those are matters of style."""
    return " ".join(word[:1].upper() + word[1:] for word in form.replace("-", " ").split())


def _of_one(index: Index, places: Forms) -> Forms:
    """Names of places, but for those that a report has beside one that is alike: they are of two; and adjectives."""
    reports = {form: {one.report for one in places[form]} for form in sorted(places)}
    names = language.of(next(iter(index.pages.values())).report.language).names if index.pages else None
    two = {
        form
        for pair in combinations(reports, 2)
        if names is not None and names.is_slip(*map(names.fold, pair))
        if reports[pair[0]] & reports[pair[1]] or pair[1].startswith(pair[0])
        for form in pair
    }
    return {form: places[form] for form in reports if form not in two}


def _asked(index: Index, written: Forms, forms: Sequence[str]) -> Iterator[Claim]:
    usual, *others = forms
    odd = [form for form in others if _apart(index, written[usual], written[form])]
    part = language.of(index.pages[written[usual][0].report].report.language).measures
    if odd and part is not None:
        sides = [(form, cite.cites(_first(written[form]))) for form in (usual, *odd)]
        yield conflict(index.story, "wording", part.asks("name", "", [words for words, _ in sides]), sides)


def _first(cites: Iterable[Cite]) -> list[Cite]:
    """The first sentence of each report that writes it so."""
    return list({one.report: one for one in sorted(cites, reverse=True)}.values())[::-1]


def _apart(index: Index, some: list[Cite], others: list[Cite]) -> bool:
    """Whether some report that spells it one way can disagree with one that spells it the other, and neither has both."""
    here, there = ({one.report for one in cites} for cites in (some, others))
    return any(index.told_apart(one, other) for one in here - there for other in there - here)
