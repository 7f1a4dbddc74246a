"""Who is meant in one report: the canonical name behind a source, a pronoun or a role, None where it can't be told.

Names come first, then the role that the report gives somebody (`the press secretary`), then pronouns: a subject before
them in the sentence, the subject or speaker of the sentences before. A pronoun takes nobody of another gender.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.cite import Span
from dateline.language.coreference import Body, Coreference, Gender, Office
from dateline.language.reporting import Draft, Run
from dateline.mark.genders import by_pronouns
from dateline.mark.parse import Parse
from dateline.mark.spoke import Spoke
from dateline.records.marks import Name, Quote

if TYPE_CHECKING:
    from dateline.language.tokens import Token

_BODIES = frozenset(("ORG", "GPE"))
_PEOPLE = frozenset(("PERSON", "NORP"))
_MUTE = frozenset(("FAC", "LOC", "EVENT", "LAW"))  # what bears a name and says nothing
_BACK = 4  # sentences, that of a pronoun among them, in which its owner is looked for
_FAR = 20  # sentences, those of a long quotation between the two among them
_ALONE = 3  # sentences in which nobody else is named, for `the owner`
_TOLD: Gender = "f"  # the gender that given names tell: who has a name that is likelier a man's comes last
_KNOWN = 3  # times that a report has named somebody before `she` means her without a name nearby
_SURE = 1  # sentences above that of a pronoun in which who has a name of its gender goes before who may have any
_NEAR = 3  # code points between a name and a relative pronoun that belongs to it


class Referents:
    """The people and bodies of one report, as its other words mean them.

    Asked for speakers in text order, it remembers who spoke last. Sentences are given by their index in the parse.
    `language` is what the report's language knows of coreference.
    """

    def __init__(self, parse: Parse, names: Sequence[Name], language: Coreference) -> None:
        self._parse = parse
        self._names = names
        self._persons = {name.name for name in names if name.type == "PERSON" and re.search(r"\w\w", name.name)}
        self._bodies = {name.name for name in names if name.type in _BODIES}
        self._starts = [parsed.sentence.span.start for parsed in parse.sentences]
        self._in_sentence: dict[int, list[Name]] = {}
        self._spoke: list[Spoke] = []
        self._said: list[Span] = []
        self._own: list[tuple[Span, str]] = []
        self._barred = set[str]()  # who cannot be meant by the pronoun that is asked for
        self._genders: dict[str, Gender] = {}
        self._offices: dict[str, list[Office]] = {}
        self._language = language
        self._sort_names()
        self._note_roles()
        for name, gender in by_pronouns(parse, self._in_sentence, language).items():
            self._genders.setdefault(name, gender)

    def speaker(self, draft: Draft, replies: bool = False) -> str | None:
        """The canonical name behind the source of a quotation, or None; `replies` where the speaker was asked before."""
        if draft.marked or (draft.content and draft.content[0].end <= draft.place):
            self._said.extend(draft.content)  # who it is said of, before it is said who says it
        if draft.source is None:
            return None
        head = draft.line.doc[draft.source[0] : draft.source[1] + 1].root
        name = self._meant(draft, draft.source, head, replies)
        if name is not None and self._hears(draft, name):
            name = None
        if name is not None:
            self._spoke.append(Spoke(draft.line.index, draft.place, name, head.lower_))
        elif self._language.is_somebody(head):
            gender = self._language.gender_of(head)
            self._spoke.append(Spoke(draft.line.index, draft.place, "", head.lower_, gender))
        return name

    def _hears(self, draft: Draft, name: str) -> bool:
        """Whether somebody is who the cue's verb is said to (`the officer told Ben Farr`), and named nowhere in the source."""
        source = draft.line.span(draft.source) if draft.source is not None else None
        here = [other for other in self._in_sentence.get(draft.line.index, []) if other.name == name]
        if source is None or any(source.overlaps(other.span) for other in here):
            return False
        places = [draft.line.offset(word) for word in self._language.hearers(draft.line.doc[draft.head])]
        return any(other.span.start <= place < other.span.end for other in here for place in places)

    def heard(self, quotes: Iterable[Quote]) -> None:
        """Note who spoke in quotations that are already made, so that pronouns can mean them."""
        for quote in sorted(quotes, key=lambda quote: quote.cue[0]):
            if quote.speaker is not None:
                place = quote.cue[0].start
                self._spoke.append(Spoke(bisect_right(self._starts, place) - 1, place, quote.speaker, ""))
                named = [name for name in self._names if any(map(name.span.overlaps, quote.source))]
                if quote.type == "direct" or any(name.span.start > quote.content[0].start for name in named):
                    self._own += [(span, quote.speaker) for span in quote.content]  # `He fell, Ben Farr said`

    def pronoun(self, index: int, token: Token) -> str | None:
        """The canonical name that a pronoun (`he`, `her`, `who`, `it`) in a sentence stands for; None for other words."""
        reference = self._language.reference(token)
        if reference.means == "words":
            return None
        if reference.means == "relative":
            return self._of_relative(index, token)
        place = self._parse.sentences[index].place(token)
        if reference.means == "person":
            unnamed = self._language.means_unnamed(token)
            return None if unnamed else self._of_pronoun(index, place.start, place.start, reference.gender)
        return self._of_it(index, place.start) if reference.means == "body" else None

    # ------------------------------------------------------------------ what the report says of its people

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
        for name in self._names:
            if name.type != "PERSON":
                continue
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
            and name not in self._barred
            and (not gender or self._genders.get(name, gender) == gender)
        )

    # ------------------------------------------------------------------ sources

    def _meant(self, draft: Draft, source: Run, head: Token, replies: bool) -> str | None:
        reference = self._language.reference(head)
        index = draft.line.index
        if reference.means == "relative":
            return self._of_relative(index, head)
        if reference.means == "person":
            asked = self._asked(draft, reference.gender) if replies else None
            place = draft.line.offset(head)
            return asked or self._of_pronoun(index, place, draft.place, reference.gender)
        if reference.means == "body":
            return self._of_it(index, draft.place)
        if reference.means != "words":
            return None
        named = self._named(draft, source, head)
        if named is not None:
            country = self._language.government(named)
            return country if country is not None and any(name.name == country for name in self._names) else named
        if head.text.startswith("@"):
            return self._account(head.lower_)
        return self._of_role(draft, source, head)

    def _named(self, draft: Draft, source: Run, head: Token) -> str | None:
        """The name that the source's head word is part of, or that stands beside it."""
        within = draft.line.span(source)
        near = self._in_sentence.get(draft.line.index, [])
        here = [name for name in near if within.overlaps(name.span) and name.type not in _MUTE]
        place = draft.line.span((head.i, head.i))
        for name in here:
            if name.span.overlaps(place):
                return None if name.type == "NORP" and self._language.is_one(head) else name.name
        voice = self._language.speaks_for_body(head)
        for word in self._language.beside(head):
            place = draft.line.span((word.i, word.i))
            for name in here:
                if name.span.overlaps(place) and (name.type == "PERSON" or voice):
                    return name.name
        bodies = [name for name in here if name.type in _BODIES and not self._is_where(draft, name)]
        return bodies[0].name if voice and len(bodies) == 1 else None

    def _is_where(self, draft: Draft, name: Name) -> bool:
        """Whether a name only tells where (`the report, published in Sund, says`)."""
        word = self._word(draft.line.index, name)
        return word is not None and self._language.is_where(word)

    def _account(self, handle: str) -> str | None:
        """The person whose names an account is made of (`@AdaLindqvist`)."""
        letters = re.sub(r"[^a-z]", "", handle)
        fits = {name for name in self._persons if " " in name and letters == re.sub(r"[^a-z]", "", name.lower())}
        return fits.pop() if len(fits) == 1 else None

    # ------------------------------------------------------------------ pronouns

    def _of_relative(self, index: int, head: Token) -> str | None:
        """Who a relative pronoun stands for: the name that ends just before it, or that its clause hangs on."""
        parsed = self._parse.sentences[index]
        place = parsed.place(head)
        here = self._in_sentence.get(index, [])
        person = self._language.is_personal(head)
        near = [name for name in here if 0 <= place.start - name.span.end <= _NEAR]
        near = [name for name in near if name.type not in _MUTE and (name.type in _PEOPLE or not person)]
        if near:
            return near[-1].name
        for word in self._language.antecedents(head):
            place = parsed.place(word)
            for name in here:
                if name.type == "PERSON" and name.span.overlaps(place):
                    return name.name
        return None

    def _of_pronoun(self, index: int, place: int, before: int, gender: Gender) -> str | None:
        """The last person who was a subject before `place` or spoke before `before`, here or in the sentences above."""
        self._barred = {speaker for span, speaker in self._own if span.start <= place < span.end}
        nearest = None
        for at in self._above(index):
            subjects = self._subjects(at, place, gender)
            spoke = [
                told.name
                for told in self._spoke
                if told.index == at and told.place <= before and self._may_be(told, gender)
            ]
            persons = subjects if at == index else [*subjects, *filter(None, spoke)]
            persons = persons or spoke  # one without a name is meant where nobody named is
            if at != index and not persons and gender:
                persons = self._gone_on(at, gender)
            if sure := [name for name in persons if gender == _TOLD and self._genders.get(name)]:
                return sure[-1]
            if gender == _TOLD and index - _SURE <= at and (her := self._told(at, place)):
                return her
            nearest = nearest or (persons[-1] if persons else None)
            if nearest == "":
                return None  # `a spokeswoman said …, she said`
            if nearest is not None and not (
                gender == _TOLD and (self._language.likely(nearest) or at >= index - _SURE)
            ):
                return nearest
        return nearest or self._known(index, gender)

    def _told(self, index: int, place: int) -> str | None:
        """The only person in a sentence, before a place, whose name tells the gender; not whom a speaker names."""
        near = [name for name in self._in_sentence.get(index, []) if name.span.end <= place]
        told = {name.name for name in near if self._genders.get(name.name) == _TOLD and self._fits(name.name, _TOLD)}
        said = any(said.holds(name.span) for name in near for said in self._said)
        return told.pop() if len(told) == 1 and not said else None

    def _may_be(self, told: Spoke, gender: Gender) -> bool:
        """Whether one who spoke can be of this gender."""
        if not told.name:
            return not (gender and told.gender) or told.gender == gender
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
        later = (word for word in parsed.doc if parsed.place(word).start >= named[0].span.end)
        return [named[0].name] if any(self._language.reference(word).gender == gender for word in later) else []

    def _above(self, index: int) -> Iterator[int]:
        """A sentence and the last ones before it, as far back as a pronoun reaches; those that somebody speaks don't count."""
        left = _BACK
        for at in range(index, max(-1, index - _FAR), -1):
            if not left:
                return
            yield at
            left -= at == index or not any(said.holds(self._parse.sentences[at].sentence.span) for said in self._said)

    def _subjects(self, index: int, end: int, gender: Gender = "") -> list[str]:
        """People (of a gender, if one is given) who are the subject of a clause in a sentence, before `end`; the main
        clause's and the first last.
        """
        ranked: list[tuple[int, int, str]] = []
        for name in self._in_sentence.get(index, []):
            if name.type != "PERSON" or name.span.end > end or not self._fits(name.name, gender):
                continue
            if any(said.holds(name.span) for said in self._said):
                continue  # whom a speaker talks about is not who talks next
            word = self._word(index, name)
            if word is not None and (prominence := self._language.prominence(word)):
                ranked.append((prominence, -name.span.start, name.name))
        return [name for _, _, name in sorted(ranked)]

    def _asked(self, draft: Draft, gender: Gender) -> str | None:
        """Who was asked in this or the sentence before, for `he replied`."""
        for index, before in ((draft.line.index, draft.head), (draft.line.index - 1, None)):
            if index < 0:
                continue
            parsed = self._parse.sentences[index]
            for words in self._language.asked(parsed.doc, before):
                places = [parsed.place(word).start for word in words]
                for name in self._in_sentence.get(index, []):
                    if self._fits(name.name, gender) and any(name.span.start <= at < name.span.end for at in places):
                        return name.name
        return None

    def _of_it(self, index: int, before: int) -> str | None:
        """The body that `it` stands for: one that spoke last, here or in the sentence before."""
        near = [told.name for told in self._spoke if index - 1 <= told.index and told.place <= before]
        return near[-1] if near and near[-1] in self._bodies else None

    # ------------------------------------------------------------------ roles

    def _of_role(self, draft: Draft, source: Run, head: Token) -> str | None:
        """The last speaker called so; whom the report gives the role that the source names; or None."""
        index = draft.line.index
        recent = [told for told in self._spoke if index - told.index <= _BACK]
        for told in reversed(recent):
            if told.called == head.lower_ and not self._language.is_another(head):
                return told.name or None
        body = self._language.body_meant(head)
        if body is not None:
            return self._of_body(index, draft.line.offset(head), body)
        office = self._language.office_meant(head)
        if office is None:
            return None
        holders = self._holders(office)
        if len(holders) == 1:
            return holders[0]
        if holders:
            spoke = next((told.name for told in reversed(recent) if told.name in holders), None)
            sure = [name for name in holders if self._language.fit(self._offices[name], office) > 1]
            return spoke or self._last_of(sure, draft.line.offset(head), index)
        other = self._language.is_renowned(office) or self._language.attends(head)
        near = self._language.is_person(head) and not other
        return self._only(index, draft.line.span(source)) if near else None

    def _holders(self, office: Office) -> list[str]:
        """The people who can be meant by an office: those whose role says so, or else those it does not exclude."""
        fits = {name: self._language.fit(held, office) for name, held in self._offices.items()}
        bare = [name for name, fit in fits.items() if fit == 3]
        sure = [name for name, fit in fits.items() if fit >= 2]
        return bare if len(bare) == 1 else sure or [name for name, fit in fits.items() if fit == 1]

    def _last_of(self, holders: Sequence[str], before: int, index: int) -> str | None:
        """Who of the holders of an office is the only one named in the nearest sentence that names any."""
        for at in range(index, max(-1, index - _BACK), -1):
            named = {name.name for name in self._in_sentence.get(at, []) if name.span.end <= before}
            here = [name for name in holders if name in named]
            if here:
                return here[0] if len(here) == 1 else None
        return None

    def _of_body(self, index: int, before: int, body: Body) -> str | None:
        """The body of a kind (`the company`) that was a subject or spoke last; another that it can be makes it nobody."""
        for at in range(index, max(-1, index - _BACK), -1):
            near = [name for name in self._in_sentence.get(at, []) if name.type == "ORG" and name.span.end <= before]
            near = [name for name in near if self._language.is_body(name.name, body)]
            subjects = set()
            for name in near:
                word = self._word(at, name)
                if word is not None and self._language.prominence(word):
                    if self._language.reference(word).means == "several":
                        return None
                    subjects.add(name.name)
            spoke = {told.name for told in self._spoke if told.index == at and told.place < before} & self._bodies
            subjects |= {name for name in spoke if self._language.is_body(name, body)}
            fits = sorted(subjects or {name.name for name in near})
            if fits:
                return fits[0] if len(fits) == 1 else None
        return None

    def _only(self, index: int, source: Span) -> str | None:
        """The one person named in this and the last sentences, whom `the owner` then has to be: a subject."""
        for at in range(index, max(-1, index - _ALONE), -1):
            here = self._in_sentence.get(at, [])
            persons = {name.name for name in here if name.type == "PERSON" and name.span.end <= source.start}
            if persons:
                subjects = self._subjects(at, source.start)
                alone = len(persons) == 1 and persons.issubset(subjects)
                return persons.pop() if alone else None
        return None
