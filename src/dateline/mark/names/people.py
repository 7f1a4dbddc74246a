"""Who is who in one report: full names and their variants, and the person behind a bare surname.

A full name stands for its variants (`Ada R. Fenwick`, `Ada Fenwick`); a surname alone, with a title or without,
for the person of that surname. Of two with one surname the title's gender decides, or that only one of them is whom the
report opens with, or is named before, or is named in full far more often; else nobody is meant: unknown is an answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dateline.language.names import Names
from dateline.mark.names.found import Mention

CLEARLY = 3  # a bare surname is of one of several when that one is named in full so many times as often; or one time
# fewer, when also named before the others
OPENING = 3  # sentences, the headline among them, in which a report says whom it is about


@dataclass(slots=True)
class Who:
    """One person of a report: the forms of the full name, and where they stand."""

    forms: dict[str, int] = field(default_factory=dict)
    places: list[tuple[int, int]] = field(default_factory=list)
    gender: str = ""
    roles: set[str] = field(default_factory=set)
    odd: set[str] = field(default_factory=set)  # forms that hold words beside the name (`Ida Falk Slams`)

    @property
    def name(self) -> str:
        """The fullest form, in mixed case; of equally full ones the one that comes first."""
        forms = [form for form in self.forms if form not in self.odd]
        full = max(forms or self.forms, key=lambda form: (_words(form), not _is_shouted(form), _written_out(form)))
        if not _is_shouted(full):
            return full
        least = 2 if full.isupper() else 3
        return " ".join(word.title() if len(word) > least and word.isupper() else word for word in full.split())


def _words(form: str) -> int:
    return len(form.split())


def _written_out(form: str) -> int:
    return sum(len(word.rstrip(".")) > 1 for word in form.split())


def _is_shouted(form: str) -> bool:
    return any(len(word) > 3 and word.isupper() for word in form.split())


class People:
    """The persons of one report."""

    def __init__(self, mentions: Sequence[Mention], names: Names) -> None:
        self.names = names
        self.every: list[Who] = []
        self.by_word: dict[str, list[Who]] = {}
        self.bare: dict[str, tuple[int, int]] = {}  # where the body first has a surname alone
        self.offices: dict[str, set[str]] = {}  # the offices that stand before a surname alone
        persons = [mention for mention in mentions if mention.type == "PERSON"]
        for mention in persons:
            if not mention.words[1:] and mention.parsed.sentence.label == "body":
                key = names.fold(mention.text)
                self.bare.setdefault(key, mention.place)
                self.offices.setdefault(key, set()).update(names.office_words(mention.title))
        full = [(mention, names.split(mention.text)[0]) for mention in persons]
        full = [(mention, words) for mention, words in full if len(words) > 1]
        tails = {words[start:] for _, words in full for start in range(1, len(words) - 1)}
        for mention, words in full:
            # a particle first (`De la Cruz`), or the end of a longer name: the given name is left out
            start = mention.words[0]
            if not names.is_particle(start.lower()) and (names.is_given(start) or words not in tails):
                self._take(mention)
        for who in self.every:
            who.odd.update(form for form in who.forms if self._is_odd(form, who.forms))
            for word in dict.fromkeys(word for form in who.forms for word in names.split(form)[0]):
                if len(word) > 1 and not names.is_particle(word):
                    self.by_word.setdefault(word, []).append(who)

    def _take(self, mention: Mention) -> None:
        who = self._named(mention)
        if who is None:
            who = Who()
            self.every.append(who)
        who.forms[mention.text] = who.forms.get(mention.text, 0) + 1
        who.places.append(mention.place)
        who.gender = who.gender or self._gender(mention) or self.names.gender(mention.text)
        who.roles.update(self.names.fold(mention.role or mention.title or "").split())

    def _is_odd(self, form: str, forms: Iterable[str]) -> bool:
        """Whether a form only adds common words to another: verbs of a headline in Title Case (`Ida Falk Slams`), mockery
        (`Crooked Ida Falk`).
        """
        words = form.split()
        for other in forms:
            short = other.split()
            if not 1 < len(short) < len(words):
                continue
            more = words[len(short) :] if words[: len(short)] == short else []
            more = more or (words[: -len(short)] if words[-len(short) :] == short else [])
            if any(self.names.is_ordinary(word) and not self.names.is_given(word) for word in more):
                return True
        return False

    def _named(self, mention: Mention) -> Who | None:
        """The person of whom a full name may be a form, as it may be of all others."""
        fit = (who for who in self.every if all(self.names.same(form, mention.text) for form in who.forms))
        return next(fit, None)

    def find(self, mention: Mention) -> Who | None:
        """The person whom a full name, a surname or a given name in the report stands for; None when in doubt."""
        words, suffix = self.names.split(mention.text)
        if len(words) > 1 and (who := self._named(mention)) is not None:
            return who
        fit = [who for who in self.by_word.get(words[-1], ()) if self._holds(who, words, suffix)]
        return self._one_of(fit, words, mention) if fit else None

    def _one_of(self, fit: list[Who], words: tuple[str, ...], mention: Mention) -> Who | None:
        forms = {id(who): [self.names.split(form) for form in who.forms] for who in fit}
        fit = [who for who in fit if any(form[0][-1] == words[-1] for form in forms[id(who)])] or fit
        fit = [who for who in fit if not self._is_relative(who, mention)]
        gender = self._gender(mention)
        if gender and len(fit) > 1:
            sure = [who for who in fit if any(self.names.gender(form) == gender for form in who.forms)]
            opening = [who for who in sure or fit if who.gender in (gender, "") and self._opens(who)]
            if len(opening) == 1:
                return opening[0]
            fit = [who for who in fit if who.gender == gender] or [who for who in fit if not who.gender] or fit
        if len({words[0] for who in fit for words, _ in forms[id(who)]}) == 1:  # a father and his namesake
            fit = [who for who in fit if not any(suffix for _, suffix in forms[id(who)])] or fit
        if not fit:
            return None
        opening = [who for who in fit if self._opens(who)]
        if len(opening) == 1:
            return opening[0]
        ranked = sorted(fit, key=lambda who: (-len(who.places), who.places[0]))
        if len(fit) == 1:
            return ranked[0]
        first = ranked[0].places[0] < ranked[1].places[0]
        if len(ranked[0].places) >= (CLEARLY - first) * len(ranked[1].places):
            return ranked[0]
        before = [who for who in fit if any(place < mention.place for place in who.places)]
        return before[0] if len(before) == 1 else None

    @staticmethod
    def _opens(who: Who) -> bool:
        """Whether the report opens with somebody, and names that one in full again."""
        return who.places[0][0] < OPENING and len(who.places) > 1

    def _is_relative(self, who: Who, mention: Mention) -> bool:
        """Whether a surname alone is another's than this woman's or relative's.

        It is where the report has the surname with an office that is never hers (`President Orlan`), and alone before
        it has her full name.
        """
        word = self.names.fold(mention.text)
        if self._opens(who) and who.gender != "f":
            return False
        if word not in self.bare or not (who.gender == "f" or any(map(self.names.is_kin, who.roles))):
            return False
        if mention.title and not self.names.office_words(mention.title):
            return False
        return bool(self.offices[word] - who.roles) and self.bare[word] < min(who.places)

    def _holds(self, who: Who, words: tuple[str, ...], suffix: str) -> bool:
        """Whether a shorter form fits: the end of a full name (`van Orlan`), or one of its words."""
        for form in who.forms:
            full, its = self.names.split(form)
            if suffix and suffix != its:
                continue
            given = len(words[0]) > 2 and self.names.same_given(words[0], full[0])
            if len(words) == 1 and (words[0] in full or given):
                return True
            if len(words) < len(full) and full[-len(words) :] == words:
                return True
        return False

    def _gender(self, mention: Mention) -> str:
        """What the title or role of a mention gives: `m`, `f` or empty."""
        return mention.draft.gender or self.names.role_gender(mention.role)

    def surnames(self) -> frozenset[str]:
        """The last word of each full name, as written."""
        every = (self.names.surname(form) for who in self.every for form in who.forms)
        return frozenset(surname for surname in every if surname)
