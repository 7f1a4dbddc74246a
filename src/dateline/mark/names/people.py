"""Who is who in one report: full names and their variants, and the person behind a bare surname.

A full name stands for its variants (`Ada R. Fenwick`, `Ada Fenwick`); a surname alone, with a title or without,
for the person of that surname. Of two with one surname the title's gender decides, or that only one of them is
named before, or that one is named in full far more often; else nobody is meant: unknown is an answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from dateline.language.english import naming
from dateline.language.english.naming import fold, same, same_given, split
from dateline.mark.names import known
from dateline.mark.names.found import Mention

CLEARLY = 3  # a bare surname is of one of several when that one is named in full so many times as often; or one time
# fewer, when also named before the others


@dataclass(slots=True)
class Who:
    """One person of a report: the forms of the full name, and where they stand."""

    forms: dict[str, int] = field(default_factory=dict)
    places: list[tuple[int, int]] = field(default_factory=list)
    gender: str = ""
    roles: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The fullest form, in mixed case; of equally full ones the one that comes first."""
        full = max(self.forms, key=lambda form: (_words(form), not _is_shouted(form), _written_out(form)))
        if not _is_shouted(full):
            return full
        least = 2 if full.isupper() else 3
        return " ".join(word.title() if len(word) > least and word.isupper() else word for word in full.split())


def _is_surname(words: tuple[str, ...]) -> bool:
    """Whether a name starts with a particle, so that the given name is left out (`De la Cruz`)."""
    return words[0].lower() in known.small("particle")


def _words(form: str) -> int:
    return len(form.split())


def _written_out(form: str) -> int:
    return sum(len(word.rstrip(".")) > 1 for word in form.split())


def _is_shouted(form: str) -> bool:
    return any(len(word) > 3 and word.isupper() for word in form.split())


class People:
    """The persons of one report."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.every: list[Who] = []
        self.by_word: dict[str, list[Who]] = {}
        full = [one for one in mentions if one.type == "PERSON" and len(split(one.text)[0]) > 1]
        self.bare: dict[str, tuple[int, int]] = {}  # where the body first has a surname alone
        self.offices: dict[str, set[str]] = {}  # the offices that stand before a surname alone
        for one in mentions:
            if one.type == "PERSON" and not one.words[1:] and one.parsed.sentence.label == "body":
                self.bare.setdefault(fold(one.text), (one.at, one.first))
                self.offices.setdefault(fold(one.text), set()).update(_office(one))
        tails = {split(one.text)[0][at:] for one in full for at in range(1, len(split(one.text)[0]) - 1)}
        for mention in full:
            if not _is_surname(mention.words) and (
                naming.is_given(mention.words[0]) or split(mention.text)[0] not in tails
            ):
                self._take(mention)
        for who in self.every:
            for word in dict.fromkeys(word for form in who.forms for word in split(form)[0]):
                if len(word) > 1 and word not in known.small("particle"):
                    self.by_word.setdefault(word, []).append(who)

    def _take(self, mention: Mention) -> None:
        who = next((one for one in self.every if all(same(form, mention.text) for form in one.forms)), None)
        if who is None:
            who = Who()
            self.every.append(who)
        who.forms[mention.text] = who.forms.get(mention.text, 0) + 1
        who.places.append((mention.at, mention.first))
        who.gender = who.gender or mention.gender or _gender(mention.role) or naming.gender(mention.text)
        who.roles.update(fold(mention.role or mention.title or "").split())

    def find(self, mention: Mention) -> Who | None:
        """The person whom a full name, a surname or a given name in the report stands for; None when in doubt."""
        words, suffix = split(mention.text)
        if len(words) > 1:
            for who in self.every:
                if all(same(form, mention.text) for form in who.forms):
                    return who
        fit = [who for who in self.by_word.get(words[-1], ()) if _holds(who, words, suffix)]
        return self._one_of(fit, words, mention) if fit else None

    def _one_of(self, fit: list[Who], words: tuple[str, ...], mention: Mention) -> Who | None:
        here = (mention.at, mention.first)
        fit = [who for who in fit if any(split(form)[0][-1] == words[-1] for form in who.forms)] or fit
        fit = [who for who in fit if not self._is_relative(who, mention)]
        gender = mention.gender or _gender(mention.role)
        if gender and len(fit) > 1:
            fit = [who for who in fit if who.gender == gender] or [who for who in fit if not who.gender] or fit
        if len(fit) > 1:
            fit = [who for who in fit if not any(split(form)[1] for form in who.forms)] or fit
        if not fit:
            return None
        ranked = sorted(fit, key=lambda who: (-len(who.places), who.places[0]))
        if len(fit) == 1:
            return ranked[0]
        first = ranked[0].places[0] < ranked[1].places[0]
        if len(ranked[0].places) >= (CLEARLY - first) * len(ranked[1].places):
            return ranked[0]
        before = [who for who in fit if any(place < here for place in who.places)]
        return before[0] if len(before) == 1 else None

    def _is_relative(self, who: Who, mention: Mention) -> bool:
        """Whether a surname alone is another's than this woman's or relative's.

        It is where the report has the surname with an office that is never hers (`President Orlan`), and alone before
        it has her full name.
        """
        word = fold(mention.text)
        if word not in self.bare or not (who.gender == "f" or who.roles & known.small("relative")):
            return False
        if mention.title and not _office(mention):
            return False
        return bool(self.offices[word] - who.roles) and self.bare[word] < min(who.places)

    def surnames(self) -> dict[str, Who]:
        """The last word of each full name, as written, with a person of that name."""
        found: dict[str, Who] = {}
        for who in self.every:
            for form in who.forms:
                bare = [word.rstrip(",") for word in form.split() if word.rstrip(",") not in known.small("suffix")]
                if len(bare) > 1 and len(bare[-1]) > 2:
                    found.setdefault(bare[-1], who)
        return found


def _holds(who: Who, words: tuple[str, ...], suffix: str) -> bool:
    """Whether a shorter form fits: the end of a full name (`van Orlan`), or one of its words."""
    for form in who.forms:
        full, its = split(form)
        if suffix and suffix != its:
            continue
        if len(words) == 1 and (words[0] in full or (same_given(words[0], full[0]) and len(words[0]) > 2)):
            return True
        if len(words) < len(full) and full[-len(words) :] == words:
            return True
    return False


def _office(mention: Mention) -> set[str]:
    """The words of the office in a mention's title, folded; none for `Mr`."""
    return set(fold(mention.title or "").split()) - _addresses()


@cache
def _addresses() -> frozenset[str]:
    return frozenset(word for words, title in known.titles().items() if title.kind != "title" for word in words)


def _gender(role: str | None) -> str:
    if not role:
        return ""
    last = fold(role).split()[-1]
    if last in known.small("female") or last.endswith("woman"):
        return "f"
    return "m" if last in known.small("male") else ""
