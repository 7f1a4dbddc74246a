"""Which clause a reporting verb takes as its content, where the parse offers one that is another's, or the sentence's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.language.english import grammar
from dateline.language.english.reporting import cues
from dateline.language.english.reporting.above import FINITE, SUBJECTS
from dateline.language.english.reporting.edges import QUESTIONS, WHILE
from dateline.language.english.reporting.speakers import ability, is_document
from dateline.language.english.reporting.subject import BREAKS, broken
from dateline.language.reporting import QUOTED, Cue, Run

if TYPE_CHECKING:
    from dateline.language.tokens import Token

CONCEDES = frozenset(("although", "though", "despite"))
_DASHES = BREAKS - {",", "-"}


def clause_of(verb: Token, cue: Cue) -> Token | None:
    """The head of the clause that a verb has as its content by the parse, or None."""
    clause = (
        _own(verb, cue)
        or (_asked(verb) if cue.act == "ask" else None)
        or (_bare(verb) if {"that", QUOTED} <= cue.frames else None)
    )
    if clause is not None and clause.i < verb.i and answers_to(verb, cue):
        return None
    return clause if clause is not None and _is_clause(verb, clause, cue) and not _is_relative(clause) else None


def answers_to(verb: Token, cue: Cue) -> bool:
    """Whether an answer is told to what is no person's words (`It burnt at noon, the crew responded to the call`): a deed."""
    to = next((child for child in verb.rights if child.dep_ == "prep" and child.lower_ == "to"), None)
    thing = grammar.child(to, "pobj") if to is not None and "answers" in cue.traits else None
    return thing is not None and thing.pos_ == "NOUN" and (ability(thing) != "yes" or cues.noun(thing) is not None)


def charged_with(verb: Token, clause: Token) -> Run | None:
    """What somebody denies of a charge that the clause before tells of (`Sund accused Moe of | theft, a charge he denies`)."""
    above, told = cues.verb(verb), cues.verb(clause)
    if above is None or above.polarity != "deny" or told is None or told.act != "accuse":
        return None
    charge = next(
        (child for child in clause.rights if child.dep_ == "prep" and f"obj-{child.lower_}" in told.frames), None
    )
    said = grammar.child(charge, "pcomp", "pobj") if charge is not None else None
    return (said.left_edge.i, said.right_edge.i) if said is not None else None


def _own(verb: Token, cue: Cue) -> Token | None:
    """The clause that a verb of saying takes: the one after it rather than the one before."""
    clauses = [child for child in verb.children if child.dep_ == "ccomp" and child.pos_ != "PUNCT"]
    clauses = [child for child in clauses if not (_is_past_stop(verb, child) or _is_said_before(verb, child))]
    if any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.lefts):
        clauses = [child for child in clauses if child.i > verb.i]  # `it was in May that Falk warned them`
    clauses = [child for child in clauses if child.i > verb.i or not _is_beside(child)]
    clauses = clauses or [child for child in verb.rights if child.dep_ == "xcomp" and _is_finite(verb, child)]
    if verb.tag_ == "VBG" and any(child.dep_ == "xcomp" for child in verb.rights):
        clauses = [child for child in clauses if child.i > verb.i]  # `They met, promising | to act`
    to = next((child for child in verb.rights if child.dep_ == "xcomp" and grammar.infinitive(child) is not None), None)
    if to is not None:  # `promising | to act` and, in a remark, what nobody had in mind
        clauses = [child for child in clauses if child.i < to.i or not _is_parted(to, child)]
    given = any(child.dep_ == "dobj" and child.i > verb.i for child in verb.children)
    if given and to is not None and "obj-to" in cue.frames:
        clauses = [child for child in clauses if child.i > verb.i]  # `It was so good, Falk has asked her to go on`
    if given:
        clauses = [
            child for child in clauses if child.i > verb.i or child.left_edge.lower_ not in (*WHILE, *CONCEDES, "even")
        ]
        clauses = [child for child in clauses if not _is_main_after(verb, child, cue)]
    return max(clauses, key=lambda child: child.i, default=None)


def _is_relative(clause: Token) -> bool:
    """Whether a clause tells of a thing before it (`pushed copies | that we lack`, `scoffed at the idea | he left`)."""
    that = clause.left_edge
    before = that.nbor(-1) if that.i > 0 else that
    held = before.dep_ == "pobj" and cues.noun(before) is not None and clause.i > before.i
    if held and any(child.lower_ == "the" for child in before.children):
        return before.head.lower_ == "at"
    own = grammar.child(clause, *SUBJECTS)
    of = grammar.child(own, "prep") if own is not None and own.left_edge == clause.left_edge else None
    if of is not None and any(word.tag_ in ("WDT", "WP") for word in of.children):
        return True  # `found charts, | all of which showed it`
    return that.lower_ == "that" and that.dep_ in ("dobj", "pobj") and grammar.is_noun(before)


def _is_beside(clause: Token) -> bool:
    """Whether a clause before a verb only stands beside it (`while Moe says it is old, | Falk signals she will go`)."""
    joins = grammar.child(clause, "mark")
    first = clause.left_edge
    if first.dep_ == "cc" and first.i + 1 < clause.i:
        first = first.nbor(1)  # `But while …`, though the parser ran both clauses together
    return (joins is not None and joins.lower_ in (*WHILE, *CONCEDES)) or (
        first.dep_ == "mark"
        and first.lower_ in ("while", "whereas", *CONCEDES)
        and first.head.head == clause
        and not _has_two(clause, first)
    )


def _has_two(clause: Token, joins: Token) -> bool:
    """Whether a clause that one with a conjunction leads to has a subject of its own."""
    own = grammar.child(clause, *SUBJECTS, "expl")
    return own is not None and own.i > joins.head.i


def _is_parted(to: Token, clause: Token) -> bool:
    """Whether a dash stands between an infinitive and a clause after it, or a comma that is not the infinitive's."""
    start = max(to.i, clause.left_edge.i)
    commas = (word.i for word in clause.doc[to.right_edge.i : start] if word.text == ",")
    return any(_is_dash(word) for word in clause.doc[to.i : start]) or any(commas)


def _is_dash(word: Token) -> bool:
    """Whether a word is a dash; a hyphen is one where it stands apart."""
    return word.text in _DASHES or (word.text == "-" and bool(word.nbor(-1).whitespace_))


def _is_main_after(verb: Token, clause: Token, cue: Cue) -> bool:
    """Whether a clause behind an object and a comma is the sentence's own (`since Falk announced her plan, | here we are`)."""
    own = grammar.child(clause, *SUBJECTS)
    if own is None or "hear" in cue.frames or own.tag_ in QUESTIONS or not broken(own.left_edge):
        return False
    if any(word.lower_ == "that" or word.tag_ in QUESTIONS for word in clause.lefts):
        return False
    return not any(word.is_quote for word in clause.doc[verb.i : clause.i])


def _is_said_before(verb: Token, clause: Token) -> bool:
    """Whether the clause before a verb of saying tells itself who says what (`Falk said it is old: “…,” she said`)."""
    if clause.i > verb.i or (cue := cues.verb(clause)) is None or cue.act != "say" or clause.tag_ not in FINITE:
        return False
    if verb.tag_ == "VBG" and cues.verb(verb) is not None and verb.dep_ in ("ROOT", "advcl"):
        return True  # `“…,” said Falk, joking`
    own = grammar.child(verb, *SUBJECTS) if verb.dep_ == "ROOT" else None
    words = [child for child in clause.rights if child.dep_ == "ccomp"]
    marked = any(word.is_quote for word in verb.doc[clause.i : verb.i])
    return own is not None and own.pos_ == "PRON" and bool(words) and marked


def _is_finite(verb: Token, clause: Token) -> bool:
    """Whether what was taken for an infinitive is a clause (`a rule | which they say | left them poor`)."""
    return (verb.dep_ == "relcl" and clause.tag_ in FINITE) or (verb.tag_ in FINITE and _is_subject_too(clause))


def _is_subject_too(gerund: Token) -> bool:
    """Whether a gerund is the subject of a clause which was given to it (`She said | closing it could cost them dear`)."""
    if gerund.tag_ != "VBG":
        return False
    clauses = (child for child in gerund.rights if child.dep_ == "ccomp" and grammar.child(child, "mark") is None)
    return any(child.tag_ in FINITE or any(word.tag_ in (*FINITE, "MD") for word in child.lefts) for child in clauses)


def _asked(verb: Token) -> Token | None:
    """The question that the parser took for a condition (`asked if they would go`)."""
    return next((child for child in verb.rights if child.dep_ == "advcl" and child.left_edge.lower_ == "if"), None)


def _is_past_stop(verb: Token, clause: Token) -> bool:
    """Whether a semicolon parts a clause from the verb after it, or a colon with no comma behind: it stands by itself."""
    breaks = [word.text for word in verb.doc[clause.i : max(clause.i, verb.i)] if word.text in (";", ":", ",")]
    return ";" in breaks or breaks[-1:] == [":"] or (":" in breaks and grammar.child(verb, "dobj") is not None)


def _bare(verb: Token) -> Token | None:
    """A clause of its own that the parser took for one that tells when (`said after the vote | he would go`)."""
    if grammar.child(verb, "dobj", "xcomp", "attr", "auxpass") is not None or verb.tag_ not in FINITE:
        return None
    clause = next((child for child in verb.rights if child.dep_ == "advcl"), None)
    if clause is None or any(child.dep_ == "mark" or child.tag_ in QUESTIONS for child in clause.children):
        return None
    told = clause.tag_ in FINITE or any(child.tag_ in (*FINITE, "MD") for child in clause.children)
    return clause if told and grammar.child(clause, *SUBJECTS) is not None else None


def _is_clause(verb: Token, clause: Token, cue: Cue) -> bool:
    """Whether the parser's clause is one that the verb can take: after one that takes but words in marks, marks or a question.

    `the left ends | were tired` ends nothing, `denounced | what she called a breach` is told.
    """
    if clause.i > verb.i and clause.lower_ != cue.particle and _is_verdict(verb, clause, cue):
        return False  # `found him guilty of it`
    if clause.i < verb.i:
        return True
    if _is_time(verb, clause, cue) or _is_bare_predicate(clause):
        return False
    if clause.left_edge.lower_ in CONCEDES and clause.left_edge.i > verb.i and clause.left_edge.nbor(-1).text == ",":
        return False  # `felt a tremor, though others told the Herald they had not`
    goes_on = clause.left_edge.lower_ == "as" and not any(child.lower_ == "that" for child in clause.lefts)
    if goes_on and clause.left_edge.i > verb.i and clause.left_edge.nbor(-1).text == ",":
        return False  # `the rise goes on, as the town has announced`
    added = clause.left_edge.lower_ in ("which", "who", "whose", "whom") and clause.left_edge.nbor(-1).text == ","
    if clause.left_edge.i > verb.i and added and cue.act != "ask":
        return False  # `polls show her ahead in Karst, which will vote in May`
    if cue.frames & {"small", "that", "to", "obj-to"}:
        return True
    first = clause.left_edge
    if any(_leads(word) for word in verb.doc[verb.i + 1 : first.i]):
        return False  # `ends with her saying on Monday, “…”`
    return first.is_punct or first.nbor(-1).is_punct or first.tag_ in QUESTIONS


def _is_time(verb: Token, clause: Token, cue: Cue) -> bool:
    """Whether a clause tells when, behind what the verb has as its object (`claimed a life | when she shot`)."""
    if clause.left_edge.lower_ != "when" or cue.act == "ask" or "hear" in cue.frames:
        return False
    return any(child.dep_ == "dobj" and child.i < clause.left_edge.i for child in verb.rights)


def _is_bare_predicate(clause: Token) -> bool:
    """Whether a verb behind a comma is another's, its own subject lost (`The plan, which Falk announced, | became law`)."""
    if clause.tag_ not in FINITE or clause.left_edge != clause or clause.i == 0 or clause.nbor(-1).text != ",":
        return False
    return grammar.child(clause, *SUBJECTS, "expl", "mark") is None


def _is_verdict(verb: Token, head: Token, cue: Cue) -> bool:
    """Whether what was taken for a clause is what somebody is found, an adjective that no verb goes with (`him guilty of it`)
    or a participle (`him hiding there`).

    What a thing is found to be is told (`the pier unsafe`), and what a document shows somebody to be.
    """
    if head.dep_ != "ccomp" or grammar.child(head, "ccomp", "cop", "aux") is not None:
        return False
    if any(child.dep_ in ("mark", "expl") or child.is_punct or grammar.is_verb(child) for child in head.lefts):
        return False
    who, own = grammar.child(head, *SUBJECTS), grammar.child(verb, *SUBJECTS)
    if (who is not None and ability(who) != "yes") or (own is not None and is_document(own)):
        return False
    if head.tag_ == "VBG":
        return cue.act == "show" and own is not None and own.lower_ != "it" and ability(own) == "yes"
    return head.pos_ == "ADJ"


def _leads(word: Token) -> bool:
    """Whether a word is a verb of speech with a subject of its own, which the words in marks after it belong to."""
    cue = cues.verb(word) if word.tag_ == "VBG" else None
    return cue is not None and cue.takes_marks and any(child.dep_ in SUBJECTS for child in word.children)
