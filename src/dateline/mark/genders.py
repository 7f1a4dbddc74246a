"""The gender of those whom a report names, by its own pronouns: `Falk lost his hat` tells that of Falk."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from dateline.cite import Span
from dateline.language.coreference import Coreference, Gender
from dateline.language.tokens import Token
from dateline.mark.parse import Parse, Parsed
from dateline.records.marks import Name

FEWEST, SHARE = 2, 0.8  # pronouns that tell it, and the share of them that must agree


def by_pronouns(parse: Parse, names: Mapping[int, Sequence[Name]], language: Coreference) -> dict[str, Gender]:
    """The gender of each name, where enough pronouns tell it.

    `names` are those of each sentence, by its index. A pronoun tells the gender of the one person named in its sentence, where
    that is a subject before it and nobody without a name is; where that is too little, also the first pronoun of the next
    sentence, where that names nobody.
    """
    votes: dict[str, Counter[Gender]] = defaultdict(Counter)
    next_to: dict[str, Counter[Gender]] = defaultdict(Counter)
    for index, inside in names.items():
        persons = [name for name in inside if name.type == "PERSON"]
        if len({name.name for name in persons}) != 1:
            continue
        parsed, first = parse.sentences[index], persons[0]
        if not any(language.prominence(word) for word in _words(parsed, first.span)):
            continue
        own = votes[first.name]
        for one in _pronouns(parsed, first.span.end, language):
            own[one] += 1
        if index + 1 < len(parse.sentences) and not any(name.type == "PERSON" for name in names.get(index + 1, ())):
            for one in islice(_pronouns(parse.sentences[index + 1], 0, language), 1):
                next_to[first.name][one] += 1
    found: dict[str, Gender] = {}
    for name, own in votes.items():
        told = own if own.total() >= FEWEST else own + next_to[name]
        gender, most = next(iter(told.most_common(1)), (None, 0))
        if gender and most >= FEWEST and most >= SHARE * told.total():
            found[name] = gender
    return found


def _words(parsed: Parsed, span: Span) -> Iterator[Token]:
    """The words of a sentence that stand in a span of the report."""
    start, end = (place - parsed.sentence.span.start for place in (span.start, span.end))
    return (word for word in parsed.doc if start <= word.idx and word.idx + len(word.text) <= end)


def _pronouns(parsed: Parsed, behind: int, language: Coreference) -> Iterator[Gender]:
    """The genders that the pronouns of a sentence tell, of those behind a place that mean somebody named."""
    for word, gender in language.pronouns(parsed.doc):
        if parsed.place(word).start >= behind and not language.means_unnamed(word):
            yield gender
