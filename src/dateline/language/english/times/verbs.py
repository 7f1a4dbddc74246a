"""How a verb looks at a time that hangs on it: back, ahead, or at what was to be and perhaps was not."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dateline.language import tables
from dateline.language.english import factuality, grammar, misread

if TYPE_CHECKING:
    from dateline.language.tokens import Token

# verbs whose participle points ahead (`scheduled for Friday`), and verbs whose infinitive is done with them
AHEAD = frozenset(
    ("schedule", "plan", "set", "expect", "slate", "intend", "hope", "want", "aim", "propose", "invite", "arrange",
     "prepare", "book", "reschedule", "rearrange", "pencil", "earmark", "time", "fix")
)  # fmt: skip
TELLING = frozenset(("be", "have", "do", "say", "tell", "report", "show", "write", "add", "note", "remember", "recall"))
_DONE = frozenset(("manage", "begin", "start", "fail", "continue", "refuse", "use", "seem", "appear", "help"))
_ABLE = frozenset(("able", "unable"))
_SENSING = frozenset(("hear", "smell", "feel"))  # what one could do, one did
_NONE = frozenset(("no", "none", "nobody", "nothing", "neither", "nor"))


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one class of `data/time_words.tsv`.

    `scheduled`: nouns of events that stand in calendars first; `foreseeing`: verbs that can speak of them before.
    """
    return frozenset(row["form"] for row in tables.table("time_words") if row["class"] == kind)


@cache
def reporting() -> frozenset[str]:
    """Verbs by which something is said, by their lemma."""
    rows = tables.table("reporting")
    return frozenset(row["word"] for row in rows if row["pos"] == "verb" and row["kind"] == "statement")


def unkept(verb: Token) -> bool:
    """Whether it tells what was to be, and perhaps was not: neither past nor to come.

    `It was to have opened`, `it had been due to open`, `it should have opened`.
    """
    planned = verb.head if verb.head.lemma_ in AHEAD or verb.head.lower_ == "due" else None
    if planned is not None and verb.tag_ == "VB":
        carrier = planned if planned.tag_ == "VBN" else planned.head
        return any(child.lower_ == "had" for child in carrier.children if child.dep_ == "aux")
    if verb.tag_ != "VBN" or not has(verb):
        return False
    if any(child.lower_ in ("would", "should") for child in verb.children if child.dep_ == "aux"):
        return True
    to = any(child.tag_ == "TO" for child in verb.children)
    return to and verb.head.lemma_ in ("be", "suppose", "mean", "due") and verb.dep_ in ("xcomp", "acl", "ccomp")


def is_past(verb: Token) -> bool:
    """Whether it tells a deed in the past tense, and not one that was only planned then."""
    passive = verb.tag_ == "VBN" and any(child.tag_ == "VBD" for child in verb.children if child.dep_ == "auxpass")
    return (verb.tag_ == "VBD" or passive) and verb.lemma_ not in AHEAD and verb.lemma_ != "be"


def has(verb: Token) -> bool:
    """Whether a form of `have` helps it."""
    return any(child.lemma_ == "have" for child in verb.children if child.dep_ == "aux")


def look(verb: Token) -> int:
    """-1 where a verb looks back, 1 where it looks ahead, 0 where its form tells neither."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    tags = {child.tag_ for child in helpers}
    have = has(verb)
    if "MD" in tags:
        return -1 if have or _came_about(verb, helpers) else 1
    active = have and not any(child.dep_ == "auxpass" for child in helpers)  # `had invited her in March`
    if verb.lemma_ in AHEAD and verb.tag_ in ("VBN", "JJ") and not active and not _is_made(verb):
        return 1
    if misread.is_office(verb):
        return 0
    to = next((child for child in helpers if child.tag_ == "TO"), None)
    if to is not None and verb.tag_ in ("VB", "VBN"):
        not_yet = to.i > 0 and to.nbor(-1).lower_ == "yet"  # `had yet to wake on Wednesday`: till then
        return -1 if have or not_yet else _of_infinitive(verb)
    if have or verb.tag_ == "VBD" or _is_misread(verb) or any(child.tag_ == "VBD" for child in helpers):
        return -1
    if verb.tag_ == "VBG":
        return 1 if tags & {"VBZ", "VBP"} else 0
    if verb.tag_ == "VBN" and helpers and tags == {"VBG"}:
        return 0  # `is going to start getting hit`: what stands over it tells
    if verb.tag_ == "VBN":
        return -1 if helpers or verb.dep_ == "acl" or _is_over(verb) else 0
    return 0


def _is_misread(verb: Token) -> bool:
    """Whether a verb that is the same in the past (`hurt`) was taken for one of the present, though one thing does it."""
    subject = (
        grammar.child(verb, *grammar.SUBJECT) if verb.tag_ == "VBP" and verb.lemma_ in words("unchanged") else None
    )
    return (
        subject is not None
        and subject.tag_ in ("NN", "NNP")
        and not any(word.dep_ == "conj" for word in subject.rights)
    )


def _of_infinitive(verb: Token) -> int:
    head = verb.head
    if verb.dep_ == "xcomp" and head.lemma_ in _DONE:
        return -1
    if verb.dep_ == "xcomp" and head.lower_ in _ABLE and head.head.tag_ == "VBD":
        return -1  # `were unable to reach the hut`
    if grammar.is_counted(verb):  # `the second climber to die at the weekend`
        return -1 if factuality.standing(verb).status == "happened" else 0
    return 1


def _is_over(verb: Token) -> bool:
    """Whether a participle tells what came before the rest: `Founded in May, it will sell bread`; not `if approved Monday`.

    Also one that the parser took for it: the verb of a whole sentence (`A shed burned`).
    """
    if verb.dep_ == "ROOT":
        return grammar.child(verb, "nsubj") is not None
    return verb.dep_ == "advcl" and not any(child.tag_ in ("IN", "WRB") and child.i < verb.i for child in verb.children)


def _is_made(verb: Token) -> bool:
    """Whether `set` tells what somebody made: `a record set on 6 August`; not `a trial set for 6 August`."""
    return verb.lemma_ == "set" and not any(child.lower_ in ("for", "to") for child in verb.children)


def _came_about(verb: Token, helpers: list[Token]) -> bool:
    """Whether a modal tells what came about, or did not: `could not be reached`, `would only say`, `could hear shots`."""
    modals = {child.lower_ for child in helpers if child.tag_ == "MD"}
    telling = verb.lemma_.lower() in reporting() | TELLING | words("disclosing")
    if "could" in modals and verb.lemma_ in _SENSING:
        return True
    if "would" in modals and telling and any(word.lower_ == "only" for word in _near(verb)):
        return True
    if not any(child.dep_ == "neg" for child in verb.children) and not _is_nobodys(verb):
        return False
    return "could" in modals or ("would" in modals and telling)


def _near(verb: Token) -> list[Token]:
    return [*verb.lefts, *verb.doc[verb.i + 1 : verb.i + 2]]


def _is_nobodys(verb: Token) -> bool:
    """Whether it is denied of its subject: `no one could be reached`, `neither man could be found`."""
    subject = grammar.child(verb, *grammar.SUBJECT)
    if subject is None:
        return False
    return subject.lower_ in _NONE or any(word.lower_ in _NONE for word in subject.lefts)
