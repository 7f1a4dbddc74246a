"""Who is meant in one report: the canonical name behind a source, a pronoun or a role, None where it can't be told.

Names come first, then the role that the report gives somebody (`the press secretary`), then pronouns (`pronouns`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from dateline.cite import Span
from dateline.language.coreference import Gender, Sort
from dateline.language.reporting import Draft, Run
from dateline.mark.holders import Holders
from dateline.mark.pronouns import BODIES, MUTE
from dateline.mark.spoke import Spoke
from dateline.records.marks import Name, Quote

if TYPE_CHECKING:
    from dateline.language.tokens import Token

_JOINED = re.compile(r" (?:[a-z]{1,3}|&) ")  # what joins the parts of one
_MORE = re.compile(r" (?:[^\W\d_]{1,3} ){0,2}([A-Z]\w+)")  # what goes on a name: `Office of the Harbour Master`


class Referents(Holders):
    """The people and bodies of one report, as its other words mean them. Asked for speakers in text order, it remembers who
    spoke last.
    """

    def speaker(self, draft: Draft, replies: bool = False) -> str | None:
        """The canonical name behind the source of a quotation, or None; `replies` where the speaker was asked before."""
        if draft.marked or (draft.content and draft.content[0].end <= draft.place):
            self._said.extend(draft.content)  # who it is said of, before it is said who says it
        if draft.source is None:
            return None
        head = draft.line.doc[draft.source[0] : draft.source[1] + 1].root
        self._stands = None
        name = self._meant(draft, draft.source, head, replies)
        if name is not None and self._hears(draft, name):
            name = None
        if not draft.marked and self._sort(head, name) != "person" and self._said[-1:] == draft.content[-1:]:
            del self._said[-len(draft.content) :]  # `Falk fell, the navy said. She was taken home`
        if draft.cue.pos == "noun" and self._stands is None:
            return name  # `he denied Moe's claim that …, he said`: whose words are named does not speak here
        if name is not None or self._stands is not None:
            was = self._stands
            source = None if was is None else was.source
            sort = self._sort(head, name) if was is None else was.sort
            gender: Gender = "" if was is None else was.gender
            office = self._language.office_meant(head)
            of = frozenset[str]() if office is None else office.of
            self._spoke.append(Spoke(draft.line.index, draft.place, name or "", head.lower_, gender, source, sort, of))
        elif self._language.reference(head).means == "words":
            self._note_unnamed(draft, head)
        return name

    def bearer(self) -> Span | None:
        """The words for who spoke last, where those are a pronoun for one who has no name (`the coroner said …, she said`)."""
        return None if self._stands is None else self._stands.source

    def _note_unnamed(self, draft: Draft, head: Token) -> None:
        """Note that somebody spoke of whom no name is told: one person, a body, or several."""
        sort = self._sort(head, None)
        assert draft.source is not None
        if sort == "person" and not (self._language.is_somebody(head) or self._language.is_name(head)):
            return
        if self._language.is_asker(head):
            return  # `Asked by the judge, he said yes`
        self._others += draft.content
        source, gender = draft.line.span(draft.source), self._language.gender_of(head)
        self._spoke.append(Spoke(draft.line.index, draft.place, "", head.lower_, gender, source, sort))

    def _sort(self, head: Token, name: str | None) -> Sort:
        """Whether who speaks is one person, a body, or several."""
        if name is not None and name in self._persons:
            return "person"
        if self._language.is_several(head):
            return "group"
        organ = self._language.is_organ(head) and not self._language.is_somebody(head)
        return "body" if name is not None or organ else "person"

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

    # ------------------------------------------------------------------ sources

    def _meant(self, draft: Draft, source: Run, head: Token, replies: bool) -> str | None:
        reference = self._language.reference(head)
        index = draft.line.index
        if reference.means == "relative":
            return self._of_relative(index, head)
        if reference.means == "person":
            asked = self._asked(draft, reference.gender) if replies else None
            return asked or self._of_agent(draft, head, reference.gender)
        if reference.means == "body":
            return self._of_it(index, draft.place) or self._of_main(index, draft.place)
        if reference.means == "group":
            return self._of_several(draft, head)
        if reference.means != "words":
            return None
        if (state := self._language.state(head)) is not None:
            within, states = draft.line.span(source), [one for one in self._names if one.type == "GPE"]
            return next((one.name for one in states if within.holds(one.span) or one.name == state), None)
        named = self._named(draft, source, head)
        if named is not None and self._is_cut(draft, source, named):
            return None
        if (known := self._of_initials(named or head.text)) is not None:
            return known
        if named is not None:
            country = self._language.government(named)
            return country if country is not None and any(name.name == country for name in self._names) else named
        if head.text.startswith("@"):
            return self._account(head.lower_)
        return self._of_role(draft, source, head)

    def _is_cut(self, draft: Draft, source: Run, named: str) -> bool:
        """Whether all that was found of a body's name is one word of it: more of it stands right behind in the source."""
        within, text = draft.line.span(source), self._parse.report.text
        near = self._in_sentence.get(draft.line.index, [])
        here = [name for name in near if within.overlaps(name.span) and name.name == named]
        if len(here) != 1 or here[0].type != "ORG" or " " in here[0].span.of(text) or here[0].span.of(text).isupper():
            return False
        before = text[within.start : here[0].span.start]
        if (
            any(name.type == "ORG" and _JOINED.fullmatch(text, name.span.end, here[0].span.start) for name in near)
            and before
        ):
            return True  # `Board for Boats and Quays`, found as two
        more = _MORE.match(text, here[0].span.end, within.end)
        if more is None:
            return False
        known = [name for name in near if name.span.start <= more.start(1) < name.span.end]
        return not known or all(name.type == "PERSON" and " " not in name.span.of(text) for name in known)

    def _of_agent(self, draft: Draft, head: Token, gender: Gender) -> str | None:
        """Who a pronoun means: who does something in its sentence and is called by a role (`the mayor met Moe, where he said`),
        where no subject there has a name; or else as the sentences above tell.
        """
        index, place = draft.line.index, draft.line.offset(head)
        for word in self._language.agents(head):
            if draft.holds(word) or self._subjects(index, place, gender):
                break
            told: Gender = self._language.gender_of(word)
            if told and gender and told != gender:
                continue
            source = (word.left_edge.i, word.i)
            if name := self._of_role(draft, source, word):
                return name if self._fits(name, gender) else None
            self._stands = Spoke(index, draft.place, "", word.lower_, gender, draft.line.span(source))
            return None
        return self._of_pronoun(index, head, draft.place, gender)

    def _of_several(self, draft: Draft, head: Token) -> str | None:
        """Who `they` are: the body in the plural that does something before in the sentence (`the Tigers lost, but they said`),
        or the people who do; who spoke last, if several did; the people of the sentence before.
        """
        index = draft.line.index
        if (name := self._plural(index, draft.line.offset(head))) is not None:
            return name
        crowd = next((word for word in self._language.crowds(draft.line.doc, head) if not draft.holds(word)), None)
        if crowd is None:
            name = self._last_spoke(index, draft.place, "group")
            if name is not None or self._stands is not None or index == 0:
                return name
            index -= 1
            crowd = next(iter(self._language.crowds(self._parse.sentences[index].doc, None)), None)
        spoke = any(told.index == index for told in self._spoke)
        if crowd is not None and not (spoke and index != draft.line.index):
            where = self._parse.sentences[index].place(*self._language.stretch(crowd))
            self._stands = Spoke(index, draft.place, "", crowd.lower_, "", where, "group")
        return None

    def _plural(self, index: int, place: int) -> str | None:
        """The one body in the plural that does something in a sentence before a place."""
        found = set()
        for name in self._in_sentence.get(index, []):
            word = self._word(index, name) if name.type == "ORG" and name.span.end <= place else None
            if word is not None and self._language.is_several(word) and self._language.prominence(word):
                found.add(name.name)
        return found.pop() if len(found) == 1 else None

    def _named(self, draft: Draft, source: Run, head: Token) -> str | None:
        """The name that the source's head word is part of, or that stands beside it."""
        within = draft.line.span(source)
        near = self._in_sentence.get(draft.line.index, [])
        here = [name for name in near if within.overlaps(name.span) and name.type not in MUTE]
        place = draft.line.span((head.i, head.i))
        for name in here:
            if name.span.overlaps(place):
                of_one = (
                    self._language.is_one(head) or head.text not in name.name
                )  # `the Indians`, who are not the navy
                return None if name.type == "NORP" and of_one else name.name
        text, end = self._parse.report.text, place.end
        for name in here:
            if name.type == "PERSON" and self._language.is_his(head, text[end : name.span.start], name.role):
                return name.name  # `Secretary of the Interior Ida Falk`
        if (outer := self._at_edge(here, within, head)) is not None:
            return outer.name
        if (giver := self._of_paper(draft, here, head)) is not None:
            return giver
        voice = self._language.speaks_for_body(head)
        by = self._language.author(head) if voice else None
        if by is not None and (given := [name for name in here if name.span.overlaps(draft.line.span((by.i, by.i)))]):
            return given[0].name
        places = [draft.line.span((word.i, word.i)) for word in self._language.beside(head)]
        named = [name for place in places for name in here if name.span.overlaps(place)]
        alone = self._sort(head, None) == "person"  # not `the Falk administration`
        persons = [name for name in named if alone and name.type == "PERSON"]
        if self._language.is_medium(head):
            persons += [name for name in named if name.type == "ORG"]  # `ARKA news agency`
        if persons or (named and voice):
            return (persons or named)[0].name
        if (body := self._language.apposed(head)) is not None:
            place = draft.line.span((body.i, body.i))
            named = [name for name in here if name.type in BODIES and name.span.overlaps(place)]
            if named and not self._is_of_place(named[0], here):
                return named[0].name
        bodies = [name for name in here if name.type in BODIES and not self._is_apart(draft, name, head)]
        return bodies[0].name if voice and len(bodies) == 1 else None

    def _of_paper(self, draft: Draft, here: Sequence[Name], head: Token) -> str | None:
        """The body that gives out a paper (`this Herald story`, `an article in the Herald`)."""
        places = [draft.line.span((word.i, word.i)) for word in self._language.paper_of(head)]
        given = (name for place in places for name in here if name.type == "ORG" and name.span.overlaps(place))
        return next((name.name for name in given), None)

    def _at_edge(self, here: Sequence[Name], source: Span, head: Token) -> Name | None:
        """The person whose name stands before a stroke at the start of a source (`Ida Falk/Moe's lawyer`), or behind a comma at
        its end (`the head of the port's free zone, Ida Falk`).
        """
        text = self._parse.report.text
        alone = self._sort(head, None) == "person"
        for name in here:
            starts = name.span.start == source.start and text[name.span.end :].startswith("/")
            ends = name.span.end == source.end and text[source.start : name.span.start].endswith(", ")
            if name.type == "PERSON" and (starts or (ends and alone)):
                return name
        return None

    def _is_of_place(self, name: Name, here: Sequence[Name]) -> bool:
        """Whether the name of a place only tells where another is that stands before it (`police in Sund, Korland`)."""
        between = (self._parse.report.text[other.span.end : name.span.start] for other in here if other.type == "GPE")
        return name.type == "GPE" and any(words.strip() == "," for words in between)

    def _is_apart(self, draft: Draft, name: Name, head: Token) -> bool:
        """Whether a name tells but where, or whose somebody is (`the report, published in Sund,`; `a note of Sund police`)."""
        word = self._word(draft.line.index, name)
        if word is None:
            return False
        if self._language.is_where(word):
            return name.type != "ORG" or word.head.head.i != head.i  # `a report in the Herald says`
        return word.head.i != head.i and self._language.is_owner(word)

    def _account(self, handle: str) -> str | None:
        """The person whose names an account is made of (`@AdaLindqvist`)."""
        letters = re.sub(r"[^a-z]", "", handle)
        fits = {name for name in self._persons if " " in name and letters == re.sub(r"[^a-z]", "", name.lower())}
        return fits.pop() if len(fits) == 1 else None

    def _of_main(self, index: int, before: int) -> str | None:
        """The body that says something as `it` where nobody spoke: the subject of the main clause here or before."""
        if any(index - 1 <= told.index and told.place <= before for told in self._spoke):
            return None
        for at in (index, index - 1):
            here = [name for name in self._in_sentence.get(at, []) if name.type == "ORG" and name.span.end <= before]
            words = ((name.name, self._word(at, name)) for name in here)
            subjects = {name for name, word in words if word is not None and self._language.prominence(word) > 1}
            if subjects:
                return subjects.pop() if len(subjects) == 1 else None
        return None

    # ------------------------------------------------------------------ who was asked

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
