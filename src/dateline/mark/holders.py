"""Who in one report holds a role, and which body is meant by what sort of body it is.

A role is whose the report gives it to (`the press secretary`). A body is meant by words of its own name (`the navy`, where the
Indian Navy is named), by the sort that the report says it is (`the studio`), or by who spoke or was told of last; where
several can be and none stands out it is nobody.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.cite import Span
from dateline.language.coreference import Body, Office
from dateline.language.reporting import Draft, Run
from dateline.mark.pronouns import BACK, Pronouns
from dateline.records.marks import Name

if TYPE_CHECKING:
    from dateline.language.tokens import Token

_MENTIONED = 2  # times that another who holds an office is named for once that who is called by it alone is
_ALONE = 3  # sentences in which nobody else is named, for `the owner`
_TWICE = 2  # times that a report has to name a body by letters, of which it may be a mere mention
_KNOWN = 3  # times that a report has named the company that it is about


class Holders(Pronouns):
    """The people and bodies of one report, as its words for roles and for sorts of bodies mean them."""

    def _of_initials(self, letters: str) -> str | None:
        """The one person whose office is called by its initials (`District Attorney Ida Falk`, `the DA`)."""
        if not (letters.isupper() and letters.isalpha()):
            return None
        roles = ((name.name, name.role) for name in self._names if name.type == "PERSON" and name.role)
        held = {name for name, role in roles if role and self._language.is_short_for(letters, role)}
        return held.pop() if len(held) == 1 else None

    def _of_role(self, draft: Draft, source: Run, head: Token) -> str | None:
        """The last speaker called so; whom the report gives the role that the source names; or None."""
        index = draft.line.index
        recent = [told for told in self._spoke if index - told.index <= BACK]
        office = self._language.office_meant(head, draft.line.block.label == "headline")
        for told in reversed(recent):
            if told.called == head.lower_ and not self._language.is_another(head):
                if office is not None and told.of - office.of and self._rivals(told.name, office):
                    continue  # `The Korland president said …. The president of ours said`
                if told.name:
                    return told.name
                if (body := self._of_sort(index, draft.line.offset(head), head)) is None:
                    self._stands = told if source[1] - source[0] == 1 and self._language.is_the(head) else None
                return body
        if (body := self._of_sort(index, draft.line.offset(head), head)) is not None:
            return body
        if office is None:
            return self._told_below(draft, head) or (self._of_medium() if self._language.is_ours(head) else None)
        last = recent[-1].name if recent and recent[-1].index >= index - 1 else ""
        if last and self._language.fit(self._offices.get(last, ()), office) > 1:
            return last  # `Falk, the mayor of Sund, said no. The mayor added …`
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

    def named_next(self, draft: Draft, after: Sequence[Draft]) -> str | None:
        """Who is brought in without a name, and named as who speaks in the next sentence (`A neighbour said … . “…,” said Ida
        Falk`): somebody of whom nothing was told above, without a role of another.
        """
        if draft.source is None or not after or (its := after[0].source) is None:
            return None
        later = after[0]
        head = draft.line.doc[draft.source[0] : draft.source[1] + 1].root
        if later.line.index != draft.line.index + 1 or not self._language.brings_in_one(head):
            return None
        within, here = later.line.span(its), self._in_sentence.get(later.line.index, [])
        named = [name for name in here if name.span.overlaps(within)]
        if len(named) != 1 or named[0].type != "PERSON" or " " not in named[0].name or named[0].role:
            return None
        name = named[0].name
        first = min(other.span.start for other in self._names if other.name == name)
        told, has = self._language.gender_of(head), self._genders.get(name, "")
        return name if first == named[0].span.start and not (told and has and told != has) else None

    def _told_below(self, draft: Draft, head: Token) -> str | None:
        """Whom the first lines of a report bring in by a role alone (`A Sund judge ruled …`): the only one who has it, and is
        named but below.
        """
        office = self._language.office_meant(head, bare=True) if self._language.brings_in(head) else None
        if office is None or not self._is_first(draft.line.index):
            return None
        holders = [name for name, held in self._offices.items() if self._language.fit(held, office)]
        named = {name.name for at in range(draft.line.index + 1) for name in self._in_sentence.get(at, [])}
        return holders[0] if len(holders) == 1 and holders[0] not in named else None

    def _is_first(self, index: int) -> bool:
        """Whether a sentence is a headline, or the first of the body."""
        body = next((at for at, parsed in enumerate(self._parse.sentences) if parsed.sentence.label == "body"), 0)
        return index <= body

    def _of_medium(self) -> str | None:
        """The only one whom the report names as a paper's or station's own (`the Herald's Ida Falk`, `our correspondent`)."""
        found = set()
        for index, names in self._in_sentence.items():
            for name in names:
                word = self._word(index, name) if name.type == "PERSON" else None
                if word is not None and any(self._is_medium(index, owner) for owner in self._language.owners(word)):
                    found.add(name.name)
        return self._alone(found)

    def _is_medium(self, index: int, word: Token) -> bool:
        """Whether a word stands in the name of a body by which others are told."""
        place = self._parse.sentences[index].place(word)
        here = (name for name in self._in_sentence.get(index, []) if name.type == "ORG" and name.span.overlaps(place))
        return any(
            self._language.is_sort(name.name, "paper") or self._language.is_sort(name.name, "station") for name in here
        )

    def _rivals(self, name: str, office: Office) -> bool:
        """Whether somebody else holds an office of this kind."""
        return any(other != name and self._language.fit(held, office) for other, held in self._offices.items())

    def _holders(self, office: Office) -> list[str]:
        """The people who can be meant by an office: those whose role says so, or else those it does not exclude."""
        fits = {name: self._language.fit(held, office) for name, held in self._offices.items()}
        bare = [name for name, fit in fits.items() if fit == 3]
        sure = [name for name, fit in fits.items() if fit >= 2]
        named = Counter(name.name for name in self._names)
        first = bare[0] if len(bare) == 1 else ""
        if first and any(named[name] > _MENTIONED * named[first] for name in sure):
            return [name for name in sure if name != first]  # he is only mentioned, as one who held it before
        return bare if first else sure or [name for name, fit in fits.items() if fit == 1]

    def _last_of(self, holders: Sequence[str], before: int, index: int) -> str | None:
        """Who of the holders of an office is the only one named in the nearest sentence that names any."""
        for at in range(index, max(-1, index - BACK), -1):
            named = {name.name for name in self._in_sentence.get(at, []) if name.span.end <= before}
            here = [name for name in holders if name in named]
            if here:
                return here[0] if len(here) == 1 else None
        return None

    def _of_sort(self, index: int, before: int, head: Token) -> str | None:
        """The body that a word for a sort of bodies means: the one that the report says is one, the one that was told of last,
        the one whose name has the words, or that the report is about.
        """
        sort, meant = self._language.sort_meant(head), self._language.body_meant(head)
        if meant is not None and (near := self._of_body(index, before, meant)):
            return near
        bodies = self._named_before(index, before)
        named = [name.name for name in bodies]
        if sort is not None and (told := self._alone(name for name in named if sort in self._sorts.get(name, ()))):
            return told if meant is None or meant.told or told == named[-1] else None
        called = self._language.called_by(head)
        if called is not None:
            fits = {body.name for body in bodies if self._language.is_called(body.name, called) and self._is_told(body)}
            if fits:
                return self._alone(fits) or self._told_most(sorted(fits))
        if sort is None:
            return None
        if known := {name for name in named if self._language.is_sort(name, sort)}:
            return self._alone(known) or self._told_most(sorted(known))
        if meant is None or meant.told or meant.word:
            return None
        firms = [name for name in set(named) if self._language.may_be_firm(name)]
        first = self._told_most(firms) if firms else None
        return first if first is not None and self._counted[first] >= _KNOWN else None

    def _alone(self, names: Iterable[str]) -> str | None:
        """The only one of some names, if there is one."""
        found = set(names)
        return found.pop() if len(found) == 1 else None

    @cached_property
    def _counted(self) -> Counter[str]:
        return Counter(name.name for name in self._names)

    def _named_before(self, index: int, before: int) -> Sequence[Name]:
        """The names of bodies before a place in a sentence, in text order: no place's."""
        above = (names for at, names in sorted(self._in_sentence.items()) if at <= index)
        return [name for names in above for name in names if name.type == "ORG" and name.span.end <= before]

    def _is_told(self, name: Name) -> bool:
        """Whether a name does more than tell what sort of thing another is (`a Sund Police jail`), and is no mere mention."""
        index = bisect_right(self._starts, name.span.start) - 1
        word = self._word(index, name)
        if name.name.isupper() and self._counted[name.name] < _TWICE:
            return False  # letters that say what it is, named in passing
        return word is None or not self._language.is_mere_mark(word)

    @cached_property
    def _sorts(self) -> Mapping[str, set[str]]:
        """The sorts of body that the report says of each beside its name."""
        told: dict[str, set[str]] = {}
        for index, names in self._in_sentence.items():
            for name in names:
                word = self._word(index, name) if name.type == "ORG" else None
                if word is not None:
                    told.setdefault(name.name, set()).update(self._language.sorts_told(word))
        return told

    def _of_body(self, index: int, before: int, body: Body) -> str | None:
        """The body of a kind (`the company`) that was a subject or spoke last; another that it can be makes it nobody."""
        for at in range(index, max(-1, index - BACK), -1):
            near = [name for name in self._in_sentence.get(at, []) if name.type == "ORG" and name.span.end <= before]
            near = [name for name in near if self._language.is_body(name.name, body)]
            subjects, owners = set(), set()
            for name in () if body.told else near:
                word = self._word(at, name)
                if word is not None and self._language.is_owner(word) and self._language.prominence(word.head):
                    owners.add(name.name)  # `Karst's ferry sank, the company said`
                elif word is not None and self._language.prominence(word):
                    if self._language.reference(word).means == "several":
                        return None
                    subjects.add(name.name)
            spoke = {told.name for told in self._spoke if told.index == at and told.place < before} & self._bodies
            subjects |= {name for name in spoke if self._language.is_body(name, body)}
            fits = sorted(subjects or owners or {name.name for name in near if not body.told})
            if fits:
                return fits[0] if len(fits) == 1 else self._told_most(fits)
        return None

    def _told_most(self, fits: Sequence[str]) -> str | None:
        """Which of several the report is about: the one that it names much more often than any other of them."""
        named = Counter({name: self._counted[name] for name in fits})
        (first, most), (_, other) = [*named.most_common(2), ("", 0)][:2]
        return first if most > _MENTIONED * other else None

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
