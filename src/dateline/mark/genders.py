"""The gender of those whom a report names, by its own pronouns: `Falk lost his hat` tells that of Falk."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from dateline.language.coreference import Coreference, Gender
from dateline.mark.parse import Parse
from dateline.records.marks import Name

FEWEST, SHARE = 2, 0.8  # pronouns that tell it, and the share of them that must agree


def by_pronouns(parse: Parse, names: Mapping[int, Sequence[Name]], language: Coreference) -> dict[str, Gender]:
    """The gender of each name, where enough pronouns tell it.

    `names` are those of each sentence, by its index. A pronoun tells the gender of the one person named in its sentence, where
    that is a subject before it and nobody without a name is.
    """
    votes: dict[str, Counter[Gender]] = defaultdict(Counter)
    for index, inside in names.items():
        persons = [name for name in inside if name.type == "PERSON"]
        if len({name.name for name in persons}) != 1:
            continue
        parsed = parse.sentences[index]
        first = persons[0].span
        subject = any(language.prominence(word) for word in parsed.doc if first.holds(parsed.place(word)))
        for word in parsed.doc if subject else ():
            gender = language.reference(word).gender
            if gender and parsed.place(word).start >= first.end and not language.means_unnamed(word):
                votes[persons[0].name][gender] += 1
    found: dict[str, Gender] = {}
    for name, told in votes.items():
        gender, most = told.most_common(1)[0]
        if most >= FEWEST and most >= SHARE * told.total():
            found[name] = gender
    return found
