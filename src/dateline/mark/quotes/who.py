"""Whose words: from the source's words to the speaker's canonical name in the report, None where it can't be told.

Names come first, then the role that the report gives somebody (`the press secretary`), then pronouns: a subject before
them in the sentence, the subject or speaker of the sentences before. A pronoun takes nobody of another gender.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from dateline.cite import Span
from dateline.language import tables
from dateline.mark.parse import Parse
from dateline.mark.quotes.found import Found
from dateline.mark.quotes.roles import Roles, capitals, human
from dateline.records.marks import Name

_GENDER = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_VOICES = frozenset(("spokesman", "spokeswoman", "spokesperson", "statement", "report", "press", "official"))
_PAST = frozenset(("former", "ex", "late", "then"))
_REPLIES = frozenset(("answer", "reply", "respond", "retort"))
_ASKS = frozenset(("ask", "asks", "asked", "asking"))
_BODIES = frozenset(("ORG", "GPE"))
_BACK = 4  # sentences before a pronoun in which its owner is looked for
_TOP = frozenset(("nsubj", "nsubjpass"))


def _genders() -> Mapping[str, str]:
    return {row["title"].rstrip("."): row["gender"] for row in tables.table("titles") if row["gender"]}


class Voices:
    """The people of one report as its sources name them. Asked in text order, it remembers who spoke last."""

    def __init__(self, parse: Parse, names: Sequence[Name]) -> None:
        self._parse = parse
        self._names = names
        self._lines: dict[int, list[Name]] = {}
        self._spoke: list[tuple[int, str, str]] = []  # sentence, speaker, the source's head word
        self._gender: dict[str, str] = {}
        self._roles = Roles(names)
        self._note()

    def _note(self) -> None:
        """Sort the names by sentence, and note the genders and roles that the report gives."""
        genders = _genders()
        left = iter(self._names)
        name = next(left, None)
        for at, parsed in enumerate(self._parse.sentences):
            while name is not None and name.span.start < parsed.sentence.span.end:
                if name.span.start >= parsed.sentence.span.start:
                    self._lines.setdefault(at, []).append(name)
                name = next(left, None)
        for one in self._names:
            if one.type == "PERSON" and one.role:
                gender = genders.get(one.role.rstrip("."))
                if gender:
                    self._gender.setdefault(one.name, gender)

    def speaker(self, one: Found) -> str | None:
        """The canonical name behind the source of a quotation, or None."""
        if one.source is None:
            return None
        doc = one.line.parsed.doc
        head = doc[one.source[0] : one.source[1] + 1].root
        who = self._who(one, head)
        if who is not None:
            self._spoke.append((one.line.at, who, head.lower_))
        return who

    def _who(self, one: Found, head: Token) -> str | None:
        word = head.lower_
        if word in _RELATIVE:
            return self._before(one, head)
        if _several(head):
            return None
        if head.pos_ == "PRON" or word in _GENDER:
            return self._pronoun(one, head)
        named = self._named(one, head)
        if named is not None:
            return self._government(named)
        if word.startswith("@"):
            return self._account(word)
        return self._role(one, head)

    def _government(self, name: str) -> str:
        """The country, where a government is named by its capital and the report names the country too."""
        country = capitals().get(name)
        return country if country is not None and any(one.name == country for one in self._names) else name

    def _account(self, handle: str) -> str | None:
        """The person whose names an account is made of (`@AdaLindqvist`)."""
        letters = re.sub(r"[^a-z]", "", handle)
        fits = {
            one.name
            for one in self._names
            if one.type == "PERSON" and len(one.name.split()) > 1 and letters == re.sub(r"[^a-z]", "", one.name.lower())
        }
        return fits.pop() if len(fits) == 1 else None

    def _place(self, one: Found, token: Token) -> Span:
        return one.line.parsed.place(token)

    def _named(self, one: Found, head: Token) -> str | None:
        """The name that the source's head word is part of, or that stands in apposition to it."""
        assert one.source is not None
        place, within = self._place(one, head), one.line.span(one.source)
        here = [name for name in self._lines.get(one.line.at, []) if within.overlaps(name.span)]
        for name in here:
            if name.span.overlaps(place):
                return name.name
        for child in head.children:
            if child.dep_ in ("appos", "compound", "nmod") and child.pos_ == "PROPN":
                at = self._place(one, child)
                for name in here:
                    if name.span.overlaps(at) and (name.type == "PERSON" or head.lower_ in _VOICES):
                        return name.name
        bodies = [name for name in here if name.type in _BODIES]
        return bodies[0].name if head.lower_ in _VOICES and len(bodies) == 1 else None

    def _before(self, one: Found, head: Token) -> str | None:
        """Who a relative pronoun stands for: the name that ends just before it, or that its clause hangs on."""
        place = self._place(one, head)
        here = self._lines.get(one.line.at, [])
        near = [name for name in here if 0 <= place.start - name.span.end <= 3]
        if near:
            return near[-1].name
        clause = head.head
        while clause.dep_ != "relcl" and clause.head.i != clause.i:
            clause = clause.head
        if clause.dep_ != "relcl":
            return None
        for token in (clause.head, *clause.head.children, clause.head.head):
            if token is clause.head or token.dep_ == "appos" or clause.head.dep_ == "appos":
                at = self._place(one, token)
                found = [name for name in here if name.type == "PERSON" and name.span.overlaps(at)]
                if found:
                    return found[0].name
        return None

    def _pronoun(self, one: Found, head: Token) -> str | None:
        gender = _GENDER.get(head.lower_)
        if gender is None:
            if head.lower_ not in ("it", "they"):
                return None
            return self._body(one, head)
        place = self._place(one, head)
        asked = self._asked(one, gender) if one.cue.word in _REPLIES else None
        if asked is not None:
            return asked
        for at in range(one.line.at, max(-1, one.line.at - _BACK), -1):
            found = self._subjects(at, place.start, gender)
            spoke = [name for line, name, _ in self._spoke if line == at and self._fits(name, gender)]
            persons = [*found, *spoke] if at != one.line.at else found or spoke
            if persons:
                return persons[-1]
        return None

    def _fits(self, name: str, gender: str) -> bool:
        person = any(one.name == name and one.type == "PERSON" for one in self._names)
        return person and self._gender.get(name, gender) == gender

    def _subjects(self, at: int, end: int, gender: str) -> list[str]:
        """People who are the subject of a clause in a sentence, before `end`, the main clause's last."""
        parsed = self._parse.sentences[at]
        start = parsed.sentence.span.start
        out: list[tuple[bool, int, str]] = []
        for name in self._lines.get(at, []):
            if name.type != "PERSON" or name.span.end > end or self._gender.get(name.name, gender) != gender:
                continue
            span = parsed.doc.char_span(name.span.start - start, name.span.end - start, alignment_mode="expand")
            if span is not None and span.root.dep_ in _TOP:
                out.append((span.root.head.dep_ == "ROOT", -name.span.start, name.name))
        return [name for _, _, name in sorted(out)]

    def _asked(self, one: Found, gender: str) -> str | None:
        """Who was asked in the sentence before, for `he replied`."""
        for at in (one.line.at, one.line.at - 1):
            if at < 0:
                continue
            parsed = self._parse.sentences[at]
            start = parsed.sentence.span.start
            for token in parsed.doc:
                if token.lower_ not in _ASKS or (at == one.line.at and token.i >= one.head):
                    continue
                for child in token.children:
                    if child.dep_ in ("dobj", "dative"):
                        words = [(start + t.idx) for t in child.subtree if t.i == child.i or t.dep_ == "appos"]
                        for name in self._lines.get(at, []):
                            if self._fits(name.name, gender) and any(
                                name.span.start <= w < name.span.end for w in words
                            ):
                                return name.name
        return None

    def _body(self, one: Found, head: Token) -> str | None:
        """The body that `it` stands for: one that spoke in the sentence before, or was its subject."""
        if head.lower_ != "it":
            return None
        bodies = {name.name for name in self._names if name.type in _BODIES}
        near = [name for at, name, _ in self._spoke if one.line.at - 1 <= at]
        if near:
            return near[-1] if near[-1] in bodies else None
        return None

    def _role(self, one: Found, head: Token) -> str | None:
        """Whom the report gives the role that the source names; the last speaker so called; or None."""
        assert one.source is not None
        word = head.lower_
        for at, name, called in reversed(self._spoke):
            if called == word and one.line.at - at <= _BACK:
                return name
        if not any(child.lower_ in ("the", "his", "her", "their") for child in head.children):
            return None
        words = {child.lower_.replace(".", "") for child in head.children if child.dep_ in ("amod", "compound", "nmod")}
        past = bool(words & _PAST)
        fits = self._roles.holders(word, frozenset(words - _PAST), past)
        if len(fits) == 1:
            return fits[0]
        if fits:
            spoke = [name for at, name, _ in self._spoke if name in fits and one.line.at - at <= _BACK]
            return spoke[-1] if spoke else None
        return self._only(one) if (word in human() and word not in _VOICES) or _aged(head) else None

    def _only(self, one: Found) -> str | None:
        """The one person named in this and the last sentences, whom `the owner` then has to be."""
        place = one.line.span(one.source) if one.source is not None else one.cues[0]
        for at in range(one.line.at, max(-1, one.line.at - 3), -1):
            persons = {
                name.name for name in self._lines.get(at, []) if name.type == "PERSON" and name.span.end <= place.start
            }
            if persons:
                return persons.pop() if len(persons) == 1 else None
        return None


def _several(head: Token) -> bool:
    """Whether two or more are named together (`Dolan and Voss said`): no one of them is the speaker."""
    return any(child.dep_ == "conj" and child.pos_ in ("PROPN", "NOUN", "PRON") for child in head.children)


def _aged(head: Token) -> bool:
    """`the 52-year-old`."""
    return head.lower_.endswith("year-old") or (head.lower_ == "old" and head.i > 1 and head.nbor(-2).lower_ == "year")
