"""Reports or does: whether a reporting word tells, in the frame that it is used in, what somebody says, or a deed of his.

`The mayor said that …`, `confirmed the closure` report words; `convicted him of fraud`, `named her`, `ordered a recount`
are deeds, though the same verbs can take what somebody says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.language import tables
from dateline.language.english import grammar
from dateline.language.english.reporting import cues
from dateline.language.english.reporting.content import content
from dateline.language.english.reporting.frames import WORDED, is_deed
from dateline.language.english.reporting.subject import group
from dateline.language.events import Predicate
from dateline.language.reporting import Cue

if TYPE_CHECKING:
    from dateline.language.tokens import Token

# What these do is done with words about a thing (`confirmed the closure`); of others an object makes a deed of them.
_VERBAL = frozenset(
    ("say", "tell", "show", "claim", "admit", "deny", "complain", "propose", "nonstatement", "thank", "ask")
)
_MINDS = frozenset(
    ("think", "wish", "fear", "doubt", "know", "intend", "seem", "judge")
)  # never a deed, whatever is thought
_BARE = frozenset(
    ("say", "tell", "claim", "admit", "complain", "ask", "thank", "show")
)  # told though nothing is: `he explained`
_PERSONS = frozenset(("PERSON", "ORG", "NORP"))
_OBJECTS = ("dobj", "dative", "nsubjpass")


def speaks(predicate: Predicate) -> bool:
    """Whether it tells what somebody says or thinks rather than what somebody does."""
    word = predicate.token
    if predicate.noun:
        cue = cues.noun(word)
        return cue is not None and cue.class_ == "statement" and _has_clause(word)
    cue = cues.verb(word)
    return cue is not None and _of_verb(word, cue)


def _has_clause(noun: Token) -> bool:
    """`her claim that …`"""
    clauses = (clause for clause in noun.children if clause.dep_ in ("acl", "ccomp", "relcl"))
    return any(child.dep_ == "mark" and child.lower_ == "that" for clause in clauses for child in clause.children)


def _of_verb(verb: Token, cue: Cue) -> bool:
    told = grammar.child(verb, "ccomp")
    if told is not None and told.pos_ == "VERB" and "that" in cue.frames:
        return True
    pieces, frame = content(verb, cue, group(verb, cue), grammar.is_passive(verb))
    if pieces and frame in WORDED and not _is_judgment(verb):
        return True
    object_ = grammar.child(verb, *_OBJECTS)
    if cue.class_ == "attitude":
        return cue.act in _MINDS and not (object_ is not None and cue.act == "judge" and _is_party(object_))
    if _is_judgment(verb) or is_deed(cue, frame):
        return False
    if object_ is None:
        return cue.act in _BARE and (cue.takes_marks or bool(pieces))
    hears = cue.act in ("say", "tell") and "hear" in cue.frames
    return hears or (cue.act in _VERBAL and "obj" in cue.frames and not _is_party(object_))


def _is_judgment(verb: Token) -> bool:
    """`pronounced dead`, `pleaded guilty`: what follows is no clause, but an adjective or a name."""
    told = grammar.child(verb, "ccomp", "acomp", "oprd")
    return told is not None and told.i > verb.i and not any(grammar.is_verb(word) for word in (told, *told.children))


def _is_party(word: Token) -> bool:
    """Whether a word is a person or a body by its form: somebody to whom something is done."""
    if (
        word.ent_type_ in _PERSONS
        or word.lower_ in grammar.PERSONAL
        or word.lower_ in ("them", "us", "me", "you", "who")
    ):
        return True
    return word.lemma_.lower() in tables.words("roles") or word.lower_ in _GROUPS


_GROUPS = frozenset(
    ("man", "woman", "men", "women", "people", "person", "company", "firm", "suspect", "teenager", "boy", "girl")
)
