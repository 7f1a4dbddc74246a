"""One sentence with what was marked in it: the names behind its words, and which times belong to which predicate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from dateline.cite import Span
from dateline.language.deeds import Coded, Phrase
from dateline.language.events import Predicate
from dateline.language.grammar import Grammar
from dateline.mark.coreference import Referents
from dateline.mark.parse import Parsed
from dateline.records.marks import DeedMark, Name, Participant, Role, Time

if TYPE_CHECKING:
    from dateline.language.tokens import Token

PHRASE = 8  # words of a phrase, back from its head, that name somebody without a name


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence, its index in the report, and the names in it by the index of each of their tokens.

    `times` are the sentence's expressions of time: they take no part. `referents` knows who a pronoun stands for.
    """

    parsed: Parsed
    index: int
    grammar: Grammar
    names: Mapping[int, Name]
    times: Sequence[Time]
    referents: Referents | None

    def participants(self, predicate: Predicate) -> tuple[Participant, ...]:
        """Who takes part in an event, in text order, each once in a role."""
        parts: dict[tuple[Role, int], Participant] = {}
        for argument in self.grammar.arguments(predicate.token, predicate.carrier):
            span, name = self._named(argument.token)
            if name is None and any(time.span.overlaps(span) for time in self.times):
                continue
            parts.setdefault((argument.role, span.start), Participant(argument.role, span, name))
        return tuple(sorted(parts.values(), key=lambda part: (part.span.start, part.role)))

    def deed(self, coded: Coded) -> DeedMark:
        """Who did a deed, and to whom, as spans of the report."""
        return DeedMark(
            source=tuple(self.parsed.place(phrase.first, phrase.last) for phrase in coded.source),
            target=tuple(self.parsed.place(phrase.first, phrase.last) for phrase in coded.target),
            source_name=self._name_in(coded.source),
            target_name=self._name_in(coded.target),
            mode=coded.mode,
            mutual=coded.mutual,
            why=coded.why,
            words=tuple(self.parsed.place(word) for word in coded.words),
        )

    def _name_in(self, phrases: tuple[Phrase, ...]) -> str | None:
        """The canonical name of a party: of its head, or of the one whom its pronoun stands for."""
        return next((name for phrase in phrases if (name := self._named(phrase.head)[1]) is not None), None)

    def _named(self, token: Token) -> tuple[Span, str | None]:
        """The words of a participant, and its canonical name: by its head, an apposition, or what a pronoun stands for."""
        heads = chain((token,), self.grammar.appositions(token))
        name = next((self.names[head.i] for head in heads if head.i in self.names), None)
        if name is not None:
            return name.span, name.name
        meant = self.referents.pronoun(self.index, token) if self.referents is not None else None
        if meant is not None:
            return self.parsed.place(token), meant
        first = token.left_edge if token.left_edge.i > token.i - PHRASE else token
        return self.parsed.place(first, token), None

    def dated(self, heads: Mapping[int, Token]) -> dict[int, list[Time]]:
        """Which event each time in the sentence belongs to: times by the index of the event's token.

        What took place in another event has its time, where it has none of its own (`won in the June vote`).

        `heads` maps every token that is an event (or its light verb) to the event's own token.
        """
        dated: dict[int, list[Time]] = {}
        start = self.parsed.sentence.span.start
        for time in self.times:
            words = self.parsed.doc.char_span(time.span.start - start, time.span.end - start, alignment_mode="expand")
            bearer = None if words is None else self.grammar.bearer(words.root, heads)
            if bearer is not None:
                dated.setdefault(heads[bearer.i].i, []).append(time)
        for head in heads.values() if dated else ():
            within = self.grammar.occasion(head, heads) if head.i not in dated else None
            if within is not None and heads[within.i].i in dated:
                dated[head.i] = dated[heads[within.i].i]
        return dated


def by_token(parsed: Parsed, names: Sequence[Name]) -> dict[int, Name]:
    """The names of a sentence by the index of every token that they cover."""
    start = parsed.sentence.span.start
    inside: dict[int, Name] = {}
    for name in names:
        words = parsed.doc.char_span(name.span.start - start, name.span.end - start, alignment_mode="expand")
        for index in range(words.start, words.end) if words is not None else ():
            inside.setdefault(index, name)
    return inside
