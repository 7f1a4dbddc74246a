"""Does the sentence look back or ahead at a time? Read off the verb that governs it in the parse."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.mark.parse import Parsed

# verbs whose participle points ahead (`scheduled for Friday`), and verbs whose infinitive is done with them
_AHEAD_WORDS = frozenset(
    ("schedule", "plan", "set", "expect", "slate", "intend", "hope", "want", "aim", "propose", "invite", "arrange",
     "prepare", "book")
)  # fmt: skip
_AHEAD_PREPOSITIONS = frozenset(("until", "till", "by", "before"))
_PARTS = frozenset(
    ("early", "late", "end", "start", "beginning", "middle", "mid", "part", "month", "day", "morning", "evening")
)
_DONE = frozenset(("manage", "begin", "start", "fail", "continue", "refuse", "use", "seem", "appear", "help"))


def token_at(parsed: Parsed, offset: int) -> Token:
    """The token of the parse that stands at an offset of the sentence's text."""
    return parsed.doc[max(bisect_right([token.idx for token in parsed.doc], offset) - 1, 0)]


@dataclass(frozen=True, slots=True)
class Sight:
    """How one sentence looks at its times, read off its parse; without one it looks nowhere.

    `held` is the look that a word of the expression itself holds it to (`next`, `last`): -1 or 1, 0 for none.
    """

    parsed: Parsed | None = None
    held: int = 0

    def lean(self, offset: int) -> int:
        """-1 when the governing verb is past, 1 when it looks ahead, 0 when it tells neither."""
        if self.held or self.parsed is None or not len(self.parsed.doc):
            return self.held
        token = token_at(self.parsed, offset)
        for step in range(12):
            ahead = token.lower_ in _AHEAD_PREPOSITIONS and token.dep_ in ("prep", "mark")
            if step < 3 and ahead and not (token.lower_ == "by" and _has(token.head)):
                return 1
            if token.pos_ in ("VERB", "AUX"):
                found = _of_verb(token)
                if found:
                    return found
            if token.head.i == token.i:
                return 0
            token = token.head
        return 0

    def bound(self, offset: int) -> bool:
        """Whether the time hangs on a verb itself (`fell in May`), not on a noun beside it (`elections in May`)."""
        if self.parsed is None or not len(self.parsed.doc):
            return False
        token = token_at(self.parsed, offset)
        for _ in range(6):
            head = token.head
            if head.i == token.i:
                return False
            if head.pos_ in ("VERB", "AUX"):
                return token.dep_ in ("prep", "npadvmod", "advmod", "pobj", "dobj")
            if head.pos_ != "ADP" and head.lemma_.lower() not in _PARTS:
                return False
            token = head
        return False

    def attributive(self, offset: int) -> bool:
        """Whether the word at the offset only qualifies a participle before a noun: `the previously announced sale`."""
        if self.parsed is None or not len(self.parsed.doc):
            return False
        head = token_at(self.parsed, offset).head
        return head.dep_ == "amod" and head.tag_ in ("VBN", "VBD", "JJ")


def _has(verb: Token) -> bool:
    return any(child.lemma_ == "have" for child in verb.children if child.dep_ == "aux")


def _of_verb(verb: Token) -> int:
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    tags = {child.tag_ for child in helpers}
    have = _has(verb)
    if "MD" in tags:
        return -1 if have else 1
    active = have and not any(child.dep_ == "auxpass" for child in helpers)  # `had invited her in March`
    if verb.lemma_ in _AHEAD_WORDS and verb.tag_ in ("VBN", "JJ") and not active:
        return 1
    if any(child.tag_ == "TO" for child in helpers) and verb.tag_ in ("VB", "VBN"):
        head = verb.head
        if have or (verb.dep_ == "xcomp" and head.lemma_ in _DONE):
            return -1
        return 1
    if have or verb.tag_ == "VBD" or any(child.tag_ == "VBD" for child in helpers):
        return -1
    if verb.tag_ == "VBG":
        return 1 if tags & {"VBZ", "VBP"} else 0
    if verb.tag_ == "VBN":
        return -1 if helpers or verb.dep_ == "acl" else 0
    return 0
