"""Where what a reporting verb takes begins and ends, where the parse has cut it or lets it run on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dateline.language.english import grammar
from dateline.language.english.reporting import cues
from dateline.language.english.reporting.above import FINITE, SUBJECTS, form
from dateline.language.english.reporting.speakers import ability
from dateline.language.english.reporting.subject import broken, phrase
from dateline.language.reporting import QUOTED, Run

if TYPE_CHECKING:
    from dateline.language.tokens import Token

WHILE = frozenset(("as", "while", "whereas", "though", "although", "but"))
QUESTIONS = frozenset(("WDT", "WP", "WP$", "WRB"))
WHEN = frozenset(("after", "as", "before", "when", "while"))
_ASIDES = frozenset(("—", "–", "--"))
_DASHES = frozenset(("—", "–", "-", "--"))
_SUBJECTIVE = frozenset(("i", "he", "she", "we", "they"))  # forms that are never an object
_SILENT = frozenset(("name", "identify", "comment", "elaborate", "specify", "disclose", "release"))
_HELPS = frozenset(("have", "do", "be", "will", "would", "can", "could", "must", "should"))
_TELLS = frozenset(("name", "say"))
_AHEAD = frozenset(
    ("dobj", "xcomp", "ccomp")
)  # what the parser takes for the verb's own, and is the subject of the clause after it


def is_told_too(clause: Token) -> bool:
    """Whether a clause joined to the verb is of what is told: one with words in marks and nobody's (`and there was`)."""
    return (
        clause.dep_ == "conj"
        and any(child.dep_ == "expl" for child in clause.lefts)
        and any(word.is_quote for word in clause.subtree)
    )


def whole_from(verb: Token, first: int, after: int) -> int:
    """Where what is said starts: after the verb, where the parser's clause is its end (`said | he wants a rule that`)."""
    between = verb.doc[after:first]
    if not len(between) or not any(word.tag_ in (*FINITE, "MD") for word in between):
        return first
    that = next((word for word in between if word.lower_ == "that" and word.dep_ == "mark"), None)
    if that is not None and not any(
        word.tag_ in FINITE and word.dep_ == "ccomp" for word in between if word.i < that.i
    ):
        return that.i  # `tells the Herald | that she is in the town | where she was born`
    start = between[0]
    heard = start.head == verb or start.head.head == verb
    opens = start.pos_ in ("PRON", "DET", "PROPN", "NOUN", "ADJ", "NUM") and start.tag_ not in QUESTIONS
    return after if opens and not (heard and _is_object(start, verb)) else first


def short_of_main(verb: Token, first: int, last: int) -> int:
    """The end of what is said in a clause with a conjunction, before the main clause that the parser ran together with it.

    `While she said that the pier is old, | the town closed it`: what follows the comma is nobody's words.
    """
    joins = next(
        (
            child
            for child in verb.lefts
            if child.dep_ == "mark" and child.lower_ in (*WHILE, *WHEN, "if", "because", "since")
        ),
        None,
    )
    if joins is None or joins.i > 0 or verb.dep_ != "ROOT":
        return last
    doc = verb.doc
    for comma in range(first + 1, last):
        after = doc[comma + 1]
        if doc[comma].text != "," or after.tag_ in (*QUESTIONS, "CC", "VBG", "VBN"):
            continue
        if after.tag_ == "IN" and (after.dep_ != "prep" or after.right_edge.i + 1 >= last):
            continue
        after = after.right_edge.nbor(1) if after.tag_ == "IN" else after  # `…, on Friday | the town closed it`
        chunk = next((chunk for chunk in doc.noun_chunks if chunk.start == after.i), None)
        if chunk is not None and chunk.root.dep_ in SUBJECTS and chunk.root.head.i > chunk.root.i:
            return comma - 1
    return last


def past_teller(verb: Token, clause: Token) -> Run | None:
    """What follows another's words and cue before a cue (`It rained, the Herald reported, while | it was dry, Falk said`)."""
    cue = cues.verb(clause)
    if (
        cue is None
        or cue.act != "say"
        or not any(child.dep_ == "ccomp" and child.i < clause.i for child in clause.children)
    ):
        return None
    for child in verb.lefts:
        joins = next((word for word in child.lefts if word.lower_ in WHILE), None)
        if child.i > clause.i and child.dep_ in ("advcl", "conj", "ccomp") and joins is not None and broken(joins):
            return joins.i + 1, child.right_edge.i
    return None


def _is_finite(words: Iterable[Token]) -> bool:
    return any(word.tag_ in (*FINITE, "MD") for word in words)


def after_aside(verb: Token, first: int, last: int) -> int:
    """Where what is said starts behind an aside in dashes: `said in Sund — another stop — | that it would`."""
    doc = verb.doc
    if doc[first - 1].text not in _DASHES:
        return first
    ends = (at + 1 for at in range(first, last) if doc[at].text in _DASHES and doc[at + 1].lower_ == "that")
    return next(ends, first)


def _is_object(word: Token, verb: Token) -> bool:
    """Whether a word begins what a verb has as its object: who was told."""
    while word.head not in (verb, word):
        word = word.head
    return word.dep_ in ("dobj", "dative", "npadvmod", "prep", "advmod")


def gap(verb: Token, clause: Token) -> list[Run]:
    """What a clause says something of that stands before the relative clause it is in (`a rule | they say is void`)."""
    noun = verb.head
    finite = clause.tag_ in (*FINITE, "VBN") or any(child.tag_ in (*FINITE, "MD") for child in clause.children)
    if verb.dep_ != "relcl" or not finite or not grammar.is_noun(noun) or noun.i > verb.i:
        return []
    if noun.ent_type_ in ("DATE", "TIME") or any(child.tag_ == "WRB" for child in verb.lefts):
        return []  # `on Friday, when he said it will close`
    which = [word for word in (*verb.lefts, *clause.lefts) if word.tag_ == "WDT" and word.dep_ == "dobj"]
    lacks = grammar.child(clause, "dobj", "acomp", "attr", "ccomp", "xcomp") is None
    lacks = lacks and any(word.head == verb or grammar.child(clause, "prep") is None for word in which)
    end = clause.right_edge
    lacks = lacks or (
        end.dep_ == "prep" and end.pos_ == "ADP" and not [*end.children]
    )  # `a step she said she is open to`
    if not lacks and any(child.dep_ in (*SUBJECTS, "expl", "mark") and child.i > verb.i for child in clause.children):
        return []
    return [phrase(noun, verb)]


def is_anothers(verb: Token, clause: Token) -> bool:
    """Whether somebody else says the next thing behind a comma (`he says it is old, and the police say it is new`)."""
    if verb.dep_ != "conj" or verb.head != clause or grammar.child(verb, "ccomp") is None:
        return False
    cue, own = cues.verb(verb), grammar.child(verb, *SUBJECTS)
    joined = next((child for child in clause.children if child.dep_ == "cc" and clause.i < child.i < verb.i), None)
    if cue is None or own is None or joined is None or cue.class_ != "statement" or "that" not in cue.frames:
        return False
    return broken(joined) and own.pos_ != "PRON" and ability(own) == "yes"


def before_row(verb: Token) -> int:
    """The last token before a verb in a row, its adverbs and the word that joins it."""
    joined = next((child.i for child in verb.head.children if child.dep_ == "cc" and child.i < verb.i), verb.i)
    return min(verb.left_edge.i, joined) - 1


def whole(verb: Token, last: int) -> int:
    """The end of a clause, with what the parser cut off it after an `and`; never at that `and`."""
    doc = verb.doc
    if doc[last].dep_ != "cc" or last + 1 >= len(doc):
        return last
    cut = doc[last + 1 : verb.right_edge.i + 1]
    words = any(not word.is_punct for word in cut)
    return verb.right_edge.i if words and not any(word.dep_ in SUBJECTS for word in cut) else last - 1


def remark(noun: Token) -> bool:
    """Whether a noun in apposition comments on what was said (`…, an idea that she welcomed`)."""
    if noun.dep_ not in ("appos", "npadvmod", "dobj", "conj") or noun.left_edge.i == 0:
        return False
    first = noun.left_edge
    listed = grammar.child(noun, "conj") is not None  # `no dinner, a statement or any plans`
    if first.lower_ not in ("a", "an") or not broken(first) or listed:
        return False
    behind = noun.doc[noun.right_edge.i + 1 :].text
    dashed = first.nbor(-1).text in _ASIDES and behind in ("", ".")  # `to mend the pier -- a notable step`
    return dashed or cues.noun(noun) is not None


def lost_subject(verb: Token, clause: Token, first: int) -> int:
    """Where a clause starts whose subject the parser took for the verb's object (`wrote | the meeting had failed`)."""
    finite = clause.tag_ in FINITE or any(
        child.tag_ in (*FINITE, "MD") for child in clause.children if "aux" in child.dep_
    )
    comma = first > 0 and verb.doc[first - 1].text in (",", *_DASHES)
    ends = (first - 1, first - 2) if comma else (first - 1,)
    thing = next((child for child in verb.rights if child.dep_ in _AHEAD and child.right_edge.i in ends), None)
    whole = any(child.dep_ == "expl" for child in clause.children)  # `told the Herald | there was no risk`
    return thing.left_edge.i if finite and thing is not None and not whole else first


def behind_hearers(first: int, clause: Token) -> int:
    """Where a clause starts whose subject the parser ran together with who was told (`told the Karst Court | he went`)."""
    for word in clause.doc[first : clause.i]:
        if word.lower_ in _SUBJECTIVE and (
            word.dep_ not in SUBJECTS or any(child.dep_ == "compound" for child in word.lefts)
        ):
            return word.i if word.i > first and word.nbor(-1).pos_ in ("NOUN", "PROPN") else first
    return first


def goes_on(word: Token) -> bool:
    """Whether the next thing that is said starts at a word (`…, adding that`, `…, while others say`, `but did not say`)."""
    if word.i == 0:
        return False
    if word.dep_ == "cc" and word.lower_ in ("but", "and") and _is_silence(word):
        return True
    if (word.lower_ == "as" and _is_alike(word)) or (word.lower_ == "even" and _is_meanwhile(word)):
        return True
    verb: Token | None = word
    if word.lower_ == "instead" and word.head.tag_ == "VBG" and word.head.i > word.i:
        verb = word.head  # `…, instead saying that`
    elif word.lower_ in WHEN and word.dep_ == "prep" and word.head.dep_ != "relcl":
        verb = next((child for child in word.children if child.dep_ == "pcomp"), None)
    elif not broken(word):
        return False
    elif word.lower_ == "according":
        return True  # `…, according to the agency`
    elif word.lower_ in WHILE:
        verb = word.head if word.dep_ == "mark" else next((c for c in word.head.children if c.dep_ == "conj"), None)
    elif word.tag_ != "VBG":
        return False
    cue = cues.verb(verb) if verb is not None else None
    if cue is None or cue.class_ != "statement":
        return False
    return bool(cue.frames & {"that", QUOTED}) or cue.act in _TELLS or cue.polarity == "nonstatement"


def _is_meanwhile(even: Token) -> bool:
    """Whether `even as` opens what who speaks did meanwhile: not what was said (`… | even as he played it down`)."""
    joins = even.nbor(1) if even.i + 1 < len(even.doc) else even
    if joins.lower_ != "as" or joins.dep_ != "mark" or form(joins.head) != "VBD":
        return False
    return any(child.lower_ in _SUBJECTIVE and child.dep_ in SUBJECTS for child in joins.head.lefts)


def _is_alike(word: Token) -> bool:
    """Whether `as` opens who else did so (`he would go, | as have others`): not what was said."""
    doc = word.doc
    if not broken(word) or word.i + 2 >= len(doc) or doc[word.i + 1].lemma_ not in _HELPS:
        return False
    if any(before.lemma_ == doc[word.i + 1].lemma_ for before in doc[: word.i]):
        return False  # `they are grown here, as are the limes`
    return doc[word.i + 2].pos_ in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM")


def _is_silence(word: Token) -> bool:
    """Whether what `and` or `but` adds is that something was not said (`but would not name her`)."""
    verb = next((child for child in word.head.children if child.dep_ == "conj" and child.i > word.i), None)
    if verb is None:
        return False
    told, teller = word.head, word.head.head
    if told.dep_ == "ccomp" and teller.i < told.i and form(teller) != form(verb) == form(told):
        return False  # `they say he was late and refused to pay`
    cue, negated = cues.verb(verb), any(child.dep_ == "neg" for child in verb.lefts)
    if negated and verb.lemma_.lower() in _SILENT:
        return True
    return cue is not None and (cue.polarity == "nonstatement" or (cue.act == "say" and negated))
