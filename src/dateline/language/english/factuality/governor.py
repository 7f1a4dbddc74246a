"""What a word of a class makes of the event under it, by how it stands itself: `did not deny`, `may plan`, `failed to stop`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.language.english import grammar
from dateline.language.english.factuality.own import class_of, dropped, modal, own
from dateline.language.english.factuality.rules import Rule, always, asked_once, nothing
from dateline.language.english.status_words import MADE
from dateline.language.factuality import Standing
from dateline.records.marks import Status

if TYPE_CHECKING:
    from dateline.language.tokens import Token

NOT_YET: tuple[Status, ...] = ("planned", "hypothetical")
FIRM: tuple[Status, ...] = ("denied", "cancelled", "postponed", "alleged")  # said by its own words, these hold


@dataclass(frozen=True)
class Governor:
    """A word of a class that stands over an event; `over` tells how it stands itself by its own words and those over it."""

    kind: str
    word: Token
    over: Callable[[], Standing | None]

    @property
    def status(self) -> Status | None:
        """What its class makes of the event; None of a class that adds nothing."""
        return MADE.get(self.kind)

    @asked_once
    def negation(self) -> Token | None:
        """What negates it."""
        return grammar.negation(self.word)

    @asked_once
    def noun(self) -> Standing | None:
        """What the words on it say, where it is a noun: `the cancelled deal to lease aircraft`."""
        return own(self.word) if self.word.pos_ == "NOUN" else None

    @property
    def rumour(self) -> bool:
        """Whether it is a noun for what may not be: `reports of`, `doubts about`."""
        return self.word.pos_ == "NOUN" and self.kind in ("allege", "doubt")

    @asked_once
    def inherited(self) -> Standing | None:
        """How it stands itself."""
        return self.over()

    def stands(self, *statuses: Status) -> bool:
        """Whether it stands itself in one of these ways."""
        return self.inherited is not None and self.inherited.status in statuses

    def by(self, status: Status, *words: Token | None) -> Standing:
        """A status by these words and its own."""
        return Standing(status, (*(word for word in words if word is not None), self.word))

    def inheriting(self, status: Status) -> Standing:
        """A status by the words over it and its own."""
        return self.by(status, *(self.inherited.words if self.inherited is not None else ()))


STOPS = ("fail", "prevent")
PUTS_OFF = ("postpone", "cancel")
_BRIEF = frozenset({"hour", "minute", "second", "moment"})


def _is_brief(put_off: Token) -> bool:
    """`delayed by two hours`: what is late takes place all the same."""
    times = [word for word in put_off.children if word.dep_ in ("npadvmod", "dobj")]
    for word in put_off.children:
        if word.dep_ in ("prep", "agent") and word.lower_ in ("by", "for"):
            times += word.children
    return any(time.lemma_.lower() in _BRIEF for time in times)


NEGATED: Mapping[Status | None, Status] = {"planned": "denied", "postponed": "planned", "cancelled": "planned"}
GOVERNED: Sequence[Rule[Governor, Standing | None]] = (
    Rule("managed to land", lambda over: over.status is None, lambda over: over.inherited),
    Rule(
        "delayed by two hours",
        lambda over: over.kind == "postpone" and _is_brief(over.word),
        lambda over: over.inherited,
    ),
    Rule(
        "the cancelled deal to lease aircraft",
        lambda over: over.noun is not None and over.noun.status in FIRM,
        lambda over: over.noun,
    ),
    Rule(
        "no longer plans to raise",
        lambda over: over.status == "planned" and dropped(over.word),
        lambda over: over.by("cancelled", *dropped(over.word)),
    ),
    Rule(
        "dismissed reports of a deal",
        lambda over: over.rumour and over.word.dep_ == "dobj" and class_of(over.word.head) == "deny",
        lambda over: over.by("denied", over.word.head),
    ),
    Rule(
        "did not fail to pay",
        lambda over: over.negation is not None and over.kind in STOPS,
        lambda over: over.by("happened", over.negation),
    ),
    Rule("did not deny that", lambda over: over.negation is not None and over.status == "denied", nothing),
    Rule(
        "does not plan to, has not postponed it",
        lambda over: over.negation is not None,
        lambda over: over.by(NEGATED.get(over.status, over.status or "happened"), over.negation),
    ),
    Rule(
        "may prevent the strike",
        lambda over: over.kind in STOPS and over.stands(*NOT_YET),
        lambda over: over.inheriting("hypothetical"),
    ),
    Rule(
        "denied that it failed to pay",
        lambda over: over.kind in STOPS and over.stands("denied"),
        lambda over: over.inheriting("happened"),
    ),
    Rule(
        "may postpone the vote",
        lambda over: over.kind in PUTS_OFF and not modal(over.word, "will") and over.stands(*NOT_YET, "denied"),
        lambda over: Standing("planned", over.inherited.words if over.inherited is not None else ()),
    ),
    Rule("refused to resign", always, lambda over: over.by(over.status or "happened")),
)
