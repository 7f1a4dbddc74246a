"""Who is who in one report: full names and their variants, and the person behind a bare surname.

A full name stands for its variants (`Ada R. Fenwick`, `Ada Fenwick`); a surname alone, with a title or without,
for the person of that surname. Of two with one surname the title's gender decides, then how often each is named
in full, then who was so named last.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from dateline.mark import names_lexicon as known
from dateline.mark.names_found import Mention


@dataclass(slots=True)
class Who:
    """One person of a report: the forms of the full name, and where they stand."""

    forms: dict[tuple[str, ...], int] = field(default_factory=dict)
    places: list[tuple[int, int]] = field(default_factory=list)
    gender: str = ""

    @property
    def name(self) -> tuple[str, ...]:
        """The fullest form; of equally full ones the one that comes first."""
        return max(self.forms, key=lambda form: (len(form), sum(len(word.rstrip(".")) > 1 for word in form)))


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """A word as names are compared: lower case, no accents, no full stops, straight apostrophes."""
    plain = unicodedata.normalize("NFKD", word.replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).rstrip(".").lower()


def folded(words: Iterable[str]) -> tuple[str, ...]:
    """The words of a name as they are compared."""
    return tuple(fold(word) for word in words)


def core(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """A name without `Jr.` or `III`, folded, and that suffix."""
    suffix = ""
    while len(words) > 1 and words[-1].rstrip(",") in known.small("suffix"):
        suffix = fold(words[-1])
        words = words[:-1]
    return tuple(fold(word.rstrip(",")) for word in words), suffix


def same_given(a: str, b: str) -> bool:
    """Whether two given names, folded, may be one: equal, an initial, or a short form."""
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return b in known.short_forms().get(a, ())


def same_name(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two full names may be forms of one: surname, suffix and given name agree, no middle conflicts."""
    (a_core, a_suffix), (b_core, b_suffix) = core(a), core(b)
    if a_suffix != b_suffix:
        return False
    short, long = sorted((a_core, b_core), key=len)
    if len(short) < 2:
        return False
    if short == long[: len(short)]:
        return True
    if short[-1] != long[-1] or not same_given(short[0], long[0]):
        return False
    return _threaded(short[1:-1], long[1:-1])


def _threaded(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """Whether the middle names in `few` stand in `many` in their order, initials taken for names."""
    left = iter(many)
    return all(any(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for b in left) for a in few)


class People:
    """The persons of one report."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self.every: list[Who] = []
        self.by_word: dict[str, list[Who]] = {}
        for mention in mentions:
            if mention.type == "PERSON" and len(core(mention.words)[0]) > 1:
                self._take(mention)
        for who in self.every:
            for form in who.forms:
                for word in dict.fromkeys(core(form)[0]):
                    if (
                        len(word) > 1
                        and word not in known.small("particle")
                        and who not in self.by_word.setdefault(word, [])
                    ):
                        self.by_word[word].append(who)

    def _take(self, mention: Mention) -> None:
        who = next((one for one in self.every if any(same_name(form, mention.words) for form in one.forms)), None)
        if who is None:
            who = Who()
            self.every.append(who)
        who.forms[mention.words] = who.forms.get(mention.words, 0) + 1
        who.places.append((mention.at, mention.first))
        who.gender = who.gender or mention.gender or _gender(mention.role)

    def find(self, mention: Mention) -> Who | None:
        """The person whom a full name, a surname or a given name in the report stands for."""
        words, suffix = core(mention.words)
        if len(words) > 1:
            for who in self.every:
                if any(same_name(form, mention.words) for form in who.forms):
                    return who
        fit = [who for who in self.by_word.get(words[-1], ()) if _holds(who, words, suffix)]
        return self._one_of(fit, words, mention) if fit else None

    def _one_of(self, fit: list[Who], words: tuple[str, ...], mention: Mention) -> Who | None:
        last = [who for who in fit if any(core(form)[0][-1] == words[-1] for form in who.forms)]
        fit = last or fit
        gender = mention.gender or _gender(mention.role)
        if gender:
            fit = [who for who in fit if who.gender == gender] or [who for who in fit if not who.gender] or fit
        here = (mention.at, mention.first)
        return max(
            fit,
            key=lambda who: (
                not any(core(form)[1] for form in who.forms),
                len(who.places),
                max((place for place in who.places if place < here), default=(-1, -1)),
            ),
        )

    def surnames(self) -> dict[str, Who]:
        """The last word of each full name, as written, with a person of that name."""
        found: dict[str, Who] = {}
        for who in self.every:
            for form in who.forms:
                bare = [word.rstrip(",") for word in form if word.rstrip(",") not in known.small("suffix")]
                if len(bare) > 1 and len(bare[-1]) > 2:
                    found.setdefault(bare[-1], who)
        return found


def _holds(who: Who, words: tuple[str, ...], suffix: str) -> bool:
    """Whether a shorter form fits: the end of a full name (`van Orlan`), or one of its words."""
    for form in who.forms:
        full, its = core(form)
        if suffix and suffix != its:
            continue
        if len(words) == 1 and (
            words[0] in full or any(same_given(words[0], g) and len(words[0]) > 2 for g in full[:1])
        ):
            return True
        if len(words) < len(full) and full[-len(words) :] == words:
            return True
    return False


def _gender(role: str | None) -> str:
    if not role:
        return ""
    last = role.split()[-1].lower()
    if last in known.small("female") or last.endswith("woman"):
        return "f"
    return "m" if last in known.small("male") else ""
