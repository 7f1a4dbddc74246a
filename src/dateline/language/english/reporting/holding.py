"""Whether the object of a word of speech holds a proposition: an act or event that it names, a charge, what others said."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from dateline.language import tables
from dateline.language.english import grammar
from dateline.language.english.reporting import cues
from dateline.language.english.reporting.speakers import ability, is_happening
from dateline.language.reporting import Draft

if TYPE_CHECKING:
    from dateline.language.tokens import Token

UNREAL = -2.0
SOMEBODY = -1.0  # the object is a person, a body or a pronoun: something is done to them
_ANSWERS = frozenset(("comment", "reply", "response", "anonymity", "confidentiality"))  # what is asked for
_BARE = frozenset(("say", "deny"))
_HOLDS = 1.25  # the most that an object's senses tell
_SENSES = ("act", "activity", "event", "process", "speech", "state")
_FULL = 10.0  # the senses of a noun are in tenths
_AGAIN = frozenset(("repeat", "retweet"))
PLAIN = frozenset(("det", "poss", "punct", "nummod", "amod"))
_WORDS = frozenset(
    ("word", "information", "detail", "decision", "belief", "sentiment", "opinion", "view", "speech", "remark")
)


def of_object(draft: Draft) -> float:
    """What the head of a content without a clause tells; of a thing with a charge (`for the delay`) the head of the charge."""
    head = _charge(draft) if draft.frame == "obj-prep" else head_of(draft)
    if head is None:
        return 0.0
    if head.pos_ == "VERB" or (draft.frame == "prep" and any(map(is_infinitive, filter(draft.holds, head.doc)))):
        return _HOLDS  # `called on them to stay`
    word = head.lemma_.lower()
    if draft.frame in ("obj", "by") and draft.cue.act == "say" and _is_wordless(draft, head, word):
        return 2 * UNREAL
    if draft.frame == "obj" and draft.cue.word == "call" and is_happening(head):
        return 2 * UNREAL  # `called a hearing`
    if word in _ANSWERS and draft.cue.act == "ask":
        return UNREAL
    if draft.cue.act == "nonstatement" and cues.noun(head) is None and word not in tables.words("charges"):
        return UNREAL  # `dodges death`, not `dodges questions`
    if head.tag_ in ("NN", "NNS") and draft.cue.act in _BARE and not any(map(draft.holds, head.children)):
        return 0.0  # `expressed admiration`, `downplayed expectations`
    if word in tables.words("charges") or cues.noun(head) is not None:
        return _HOLDS
    share = _propositions().get(word)
    if share is not None and head.pos_ == "NOUN":
        return share * _HOLDS
    return SOMEBODY if head.pos_ in ("PROPN", "PRON") or ability(head) == "yes" else SOMEBODY / 2


def _is_wordless(draft: Draft, head: Token, word: str) -> bool:
    """Whether an object only names words and not what they were (`announced his decision`), or none (`repeat a mistake`)."""
    noun = cues.noun(head)
    if draft.cue.word in _AGAIN and noun is None and word not in tables.words("charges"):
        return True
    bare = all(child.dep_ in PLAIN for child in head.children if draft.holds(child))
    names = word in _WORDS or (noun is not None and noun.polarity == "assert" and word not in tables.words("charges"))
    return bare and names and draft.cue.polarity == "assert"


def is_infinitive(word: Token) -> bool:
    return word.pos_ == "VERB" and grammar.infinitive(word) is not None


def _charge(draft: Draft) -> Token | None:
    """What stands in the last phrase with a preposition that hangs on the verb or its object, in the content."""
    verb = draft.line.doc[draft.head]
    phrases = [
        word for word in verb.doc[verb.i :] if word.dep_ == "prep" and draft.holds(word) and draft.holds(word.left_edge)
    ]
    hung = [word for word in phrases if word.head == verb or word.head.head == verb]
    return grammar.child(hung[-1], "pobj", "pcomp") if hung else head_of(draft)


def propositional(head: Token) -> float:
    """The part of a noun's uses in which it names an act, an event, a state, or words; 0 of other words."""
    return _propositions().get(head.lemma_.lower(), 0.0) if head.pos_ == "NOUN" else 0.0


def head_of(draft: Draft) -> Token | None:
    """The head of the content's first piece, of a phrase with a preposition that of its noun."""
    words = [token for token in draft.words() if not token.is_punct]
    top = next((token for token in words if token.head not in words or token.head == token), None)
    while top is not None and top.pos_ == "ADP":
        top = grammar.child(top, "pobj", "pcomp")
    return top


@cache
def _propositions() -> Mapping[str, float]:
    """Nouns by lemma: the part of their uses in which they name an act, an event, a state, or words."""
    return {
        row["word"]: min(_FULL, sum(float(row[kind] or 0) for kind in _SENSES)) / _FULL
        for row in tables.table("event_lexicon")
    }
