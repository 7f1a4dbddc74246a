"""Whom the pronouns of one report mean: the canonical name behind each, None where it can't be told.

By its place in the sentence first: `himself` is who does it, `him` is not (binding: Chomsky 1981), a pronoun before the main
clause may be who that tells of. Then a subject before it in the sentence, the one person that the sentence names before, the
subject or speaker of the sentences before (salience: Lappin and Leass 1994). A pronoun takes nobody of another gender, and in
somebody's own words not the speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.cite import Span
from dateline.language.coreference import Coreference, Gender, Office, Sort
from dateline.mark.genders import by_pronouns
from dateline.mark.parse import Parse
from dateline.mark.spoke import Spoke
from dateline.records.marks import Name

if TYPE_CHECKING:
    from dateline.language.tokens import Token

BODIES = frozenset(("ORG", "GPE"))
MUTE = frozenset(("FAC", "LOC", "EVENT", "LAW"))  # what bears a name and says nothing
BACK = 4  # sentences, that of a pronoun among them, in which its owner is looked for
_PEOPLE = frozenset(("PERSON", "NORP"))
_FAR = 20  # sentences, those of a long quotation between the two among them
_TOLD: Gender = "f"  # the gender that given names tell: who has a name that is likelier a man's comes last
_KNOWN = 3  # times that a report has named somebody before `she` means her without a name nearby
_SURE = 1  # sentences above that of a pronoun in which who has a name of its gender goes before who may have any
_NEAR = 3  # code points between a name and a relative pronoun that belongs to it


class Pronouns:
    """The people and bodies of one report, as its pronouns mean them.

    Sentences are given by their index in the parse. `language` is what the report's language knows of coreference.
    """

    def __init__(self, parse: Parse, names: Sequence[Name], language: Coreference) -> None:
        self._parse = parse
        self._names = names
        self._persons = {name.name for name in names if name.type == "PERSON" and re.search(r"\w\w", name.name)}
        self._bodies = {name.name for name in names if name.type in BODIES}
        self._starts = [parsed.sentence.span.start for parsed in parse.sentences]
        self._in_sentence: dict[int, list[Name]] = {}
        self._spoke: list[Spoke] = []
        self._stands: Spoke | None = None  # who spoke without a name, whom the last pronoun that was asked for means
        self._said: list[Span] = []
        self._others: list[Span] = []  # what those said who have no name
        self._own: list[tuple[Span, str]] = []
        self._barred = set[
            str
        ]()  # last words of the names of those who cannot be meant by the pronoun that is asked for
        self._genders: dict[str, Gender] = {}
        self._offices: dict[str, list[Office]] = {}
        self._language = language
        self._sort_names()
        self._note_roles()
        for name, gender in by_pronouns(parse, self._in_sentence, language).items():
            self._genders.setdefault(name, gender)

    def pronoun(self, index: int, token: Token) -> str | None:
        """The canonical name that a pronoun (`he`, `her`, `who`, `it`) in a sentence stands for; None for other words."""
        reference = self._language.reference(token)
        if reference.means == "words":
            return None
        if reference.means == "relative":
            return self._of_relative(index, token)
        place = self._parse.sentences[index].place(token)
        if reference.means == "person":
            return self._of_person(index, token, reference.gender)
        return self._of_it(index, place.start) if reference.means == "body" else None

    def _of_person(self, index: int, token: Token, gender: Gender) -> str | None:
        """Who a pronoun for a person stands for, by its place in the sentence: `himself` is who does it, `him` is not."""
        if self._language.is_reflexive(token):
            doer = self._language.doer(token)
            return None if doer is None else self._bears(index, doer) or self.pronoun(index, doer)
        if self._language.means_unnamed(token):
            return None
        ahead = self._language.ahead(token)
        name = None if ahead is None else self._bears(index, ahead)
        if name is not None and self._fits(name, gender):
            return name
        other = self._language.doer(token) if self._language.is_object(token) else None
        place = self._parse.sentences[index].place(token).start
        return self._of_pronoun(index, token, place, gender, None if other is None else self._bears(index, other))

    def _bears(self, index: int, word: Token) -> str | None:
        """The name of the person that a word of a sentence is part of."""
        place = self._parse.sentences[index].place(word)
        here = self._in_sentence.get(index, [])
        return next((name.name for name in here if name.type == "PERSON" and name.span.overlaps(place)), None)

    def _sort_names(self) -> None:
        """Sort the names by sentence."""
        for name in self._names:
            index = bisect_right(self._starts, name.span.start) - 1
            if index >= 0 and name.span.start < self._parse.sentences[index].sentence.span.end:
                self._in_sentence.setdefault(index, []).append(name)

    def _word(self, index: int, name: Name) -> Token | None:
        """The word of a sentence that is the head of a name in it."""
        parsed = self._parse.sentences[index]
        start = parsed.sentence.span.start
        span = parsed.doc.char_span(name.span.start - start, name.span.end - start, alignment_mode="expand")
        return None if span is None else span.root

    def _note_roles(self) -> None:
        """Note the genders and offices that the report gives."""
        told = {(name.name, name.role): name for name in self._names if name.type == "PERSON"}
        for name in told.values():
            if gender := self._language.called(name.name):
                self._genders.setdefault(name.name, gender)
            if not name.role:
                continue
            if gender := self._language.gender(name.role):
                self._genders.setdefault(name.name, gender)
            office = self._language.office(name.role)
            offices = self._offices.setdefault(name.name, [])
            if office is not None and office not in offices:
                offices.append(office)

    def _fits(self, name: str, gender: Gender) -> bool:
        """Whether somebody named can be of this gender, and is not who speaks of a third person."""
        return (
            name in self._persons
            and _last(name) not in self._barred
            and (not gender or self._genders.get(name, gender) == gender)
        )

    def _of_relative(self, index: int, head: Token) -> str | None:
        """Who a relative pronoun stands for: the name that ends just before it, or that its clause hangs on."""
        parsed = self._parse.sentences[index]
        place = parsed.place(head)
        here = self._in_sentence.get(index, [])
        person = self._language.is_personal(head)
        near = [name for name in here if 0 <= place.start - name.span.end <= _NEAR]
        near = [name for name in near if name.type not in MUTE and (name.type in _PEOPLE or not person)]
        if near:
            return near[-1].name
        for word in self._language.antecedents(head):
            place = parsed.place(word)
            for name in here:
                if name.type == "PERSON" and name.span.overlaps(place):
                    return name.name
        return None

    def _of_pronoun(
        self, index: int, token: Token, before: int, gender: Gender, other: str | None = None
    ) -> str | None:
        """The last person who was a subject before a pronoun or spoke before `before`, here or in the sentences above; nobody
        who is the `other`, or is named in what the pronoun's own verb takes. `_stands` is who spoke without a name.
        """
        self._stands = None
        place = self._parse.sentences[index].place(token).start
        self._barred = {_last(speaker) for span, speaker in self._own if span.start <= place < span.end}
        if other is not None:
            self._barred.add(_last(other))
        below = {
            _last(name) for word in self._language.below(token) if (name := self._bears(index, word))
        } - self._barred
        self._barred |= below
        nearest = None
        for at in self._above(index):
            subjects = self._subjects(at, place, gender)
            spoke = [
                told.name
                for told in self._spoke
                if told.index == at and told.place <= before and self._may_be(told, gender)
            ]
            persons = subjects or self._before(at, place, gender) if at == index else [*subjects, *filter(None, spoke)]
            heard = bool(spoke) and not spoke[-1] and at != index and not self._subjects(at, place, gender, 2)
            if heard or (at != index and self._is_of_pronoun(at, gender)):
                persons = [name for name in persons if name in spoke]  # who else is named is only told of
            persons = persons or spoke  # one without a name is meant where nobody named is
            if at != index and not persons and self._comes_below(at, before, gender, below):
                return nearest  # he told of himself by name, or another is meant: nobody can tell
            if at != index and not persons and gender:
                persons = self._gone_on(at, gender)
            if sure := [name for name in persons if gender == _TOLD and self._genders.get(name)]:
                return sure[-1]
            if gender == _TOLD and not heard and index - _SURE <= at and (her := self._told(at, place)):
                return her
            nearest = nearest or (persons[-1] if persons else None)
            if nearest == "":
                if at < index - 1 and (owner := self._before(index, place, gender, owners=True)):
                    return owner[0]  # `An aide said …. It rained. In Moe's view he was right`
                self._stands = self._unnamed(at, before, gender)
                return None  # `a spokeswoman said …, she said`
            if nearest is not None and not (
                gender == _TOLD and (self._language.likely(nearest) or at >= index - _SURE)
            ):
                return nearest
        return nearest or self._known(index, gender)

    def _comes_below(self, index: int, before: int, gender: Gender, below: set[str]) -> bool:
        """Whether a sentence has somebody as its subject, or as who spoke, whom the pronoun's own verb has behind it."""
        self._barred -= below
        found = set(self._subjects(index, before, gender, 2))
        found.update(
            told.name for told in self._spoke if told.index == index and told.name and self._may_be(told, gender)
        )
        self._barred |= below
        return bool(found)

    def _is_of_pronoun(self, index: int, gender: Gender) -> bool:
        """Whether a sentence's main clause is about somebody by a pronoun of this gender (`He named what Moe will face`)."""
        told = self._language.pronouns(self._parse.sentences[index].doc)
        return any(of == gender and self._language.prominence(word) > 1 for word, of in told)

    def _unnamed(self, index: int, before: int, gender: Gender) -> Spoke | None:
        """Who spoke last without a name, of those who can be meant."""
        near = (told for told in reversed(self._spoke) if told.index == index and told.place <= before)
        return next((told for told in near if not told.name and self._may_be(told, gender)), None)

    def _before(self, index: int, place: int, gender: Gender, *, owners: bool = False) -> list[str]:
        """The only person whom a sentence names before a place, who is no subject (`placed Moe on the list after he fell`);
        with `owners` also by what is his alone.
        """
        near = [name for name in self._in_sentence.get(index, []) if name.type == "PERSON" and name.span.end <= place]
        said = any(said.holds(name.span) for name in near for said in self._said)
        if said or len({name.name for name in near}) != 1 or not self._fits(near[-1].name, gender):
            return []
        words = [word for name in near if (word := self._word(index, name)) is not None]
        return [near[-1].name] if owners or not all(map(self._language.is_owner, words)) else []

    def _told(self, index: int, place: int) -> str | None:
        """The only person in a sentence, before a place, whose name tells the gender; not whom a speaker names."""
        near = [name for name in self._in_sentence.get(index, []) if name.span.end <= place]
        told = {name.name for name in near if self._genders.get(name.name) == _TOLD and self._fits(name.name, _TOLD)}
        said = any(said.holds(name.span) for name in near for said in self._said)
        return told.pop() if len(told) == 1 and not said else None

    def _may_be(self, told: Spoke, gender: Gender) -> bool:
        """Whether one who spoke can be of this gender."""
        if not told.name:
            return told.sort == "person" and (not (gender and told.gender) or told.gender == gender)
        return self._fits(told.name, gender)

    def _known(self, index: int, gender: Gender) -> str | None:
        """Whom the report is about: one named before the pronoun more than twice as often as any other whom it can mean."""
        named = Counter(
            name.name for at in range(index) for name in self._in_sentence.get(at, []) if self._fits(name.name, gender)
        )
        (first, most), (_, next_most) = [*named.most_common(2), ("", 0), ("", 0)][:2]
        return first if most >= _KNOWN and most > 2 * next_most else None

    def _gone_on(self, index: int, gender: Gender) -> list[str]:
        """The one person named in a sentence, where a pronoun there stands for that one already (`anger at Moe … his pay`)."""
        parsed = self._parse.sentences[index]
        if any(said.overlaps(parsed.sentence.span) for said in self._said):
            return []
        named = [name for name in self._in_sentence.get(index, []) if self._fits(name.name, gender)]
        if len({name.name for name in named}) != 1 or " " not in named[0].name:
            return []
        if gender == _TOLD and self._language.likely(named[0].name):
            return []
        told = self._language.pronouns(parsed.doc)
        return (
            [named[0].name]
            if any(of == gender and parsed.place(word).start >= named[0].span.end for word, of in told)
            else []
        )

    def _above(self, index: int) -> Iterator[int]:
        """A sentence and the last ones before it, as far back as a pronoun reaches; those that somebody speaks don't count."""
        left = BACK
        for at in range(index, max(-1, index - _FAR), -1):
            if not left:
                return
            yield at
            left -= at == index or not any(said.holds(self._parse.sentences[at].sentence.span) for said in self._said)

    def _subjects(self, index: int, end: int, gender: Gender = "", least: int = 1) -> list[str]:
        """People (of a gender, if one is given) who are the subject of a clause in a sentence, before `end`; the main
        clause's (no other with `least` 2) and the first last.
        """
        ranked: list[tuple[int, int, str]] = []
        for name in self._in_sentence.get(index, []):
            if name.type != "PERSON" or name.span.end > end or not self._fits(name.name, gender):
                continue
            if any(said.holds(name.span) for said in self._said):
                continue  # whom a speaker talks about is not who talks next
            word = self._word(index, name)
            if least > 1 and any(told.holds(name.span) for told in self._others):
                continue
            if word is not None and (prominence := self._language.prominence(word)) >= least:
                ranked.append((prominence, -name.span.start, name.name))
        return [name for _, _, name in sorted(ranked)]

    def _of_it(self, index: int, before: int) -> str | None:
        """The body that `it` stands for: one that spoke last, here or in the sentence before."""
        return self._last_spoke(index, before, "body")

    def _last_spoke(self, index: int, before: int, sort: Sort) -> str | None:
        """Who spoke last, here or in the sentence before, if that is a body, or several; `_stands` where it has no name."""
        near = [told for told in self._spoke if index - 1 <= told.index and told.place <= before]
        self._stands = None
        if not near or not (near[-1].sort == sort or (sort == "body" and near[-1].name in self._bodies)):
            return None
        if not near[-1].name:
            self._stands = near[-1]
        return near[-1].name or None


def _last(name: str) -> str:
    """The last word of a name, which all forms of it have."""
    return name.rsplit(" ", 1)[-1]
