"""How it was said: asserted, denied, or not said at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.language import tables
from dateline.language.english import grammar
from dateline.language.english.reporting import cues
from dateline.language.english.reporting.above import FINITE, SUBJECTS
from dateline.language.english.reporting.subject import broken
from dateline.language.english.status_words import classes
from dateline.language.reporting import FOLLOWS, QUOTED, Draft
from dateline.records.marks import Polarity

if TYPE_CHECKING:
    from dateline.language.tokens import Token

_GIVES = frozenset((
    "give", "gives", "gave", "given", "offer", "offers", "offered", "make", "makes", "made", "provide", "provided",
    "produce", "produces", "produced", "show", "shows", "showed", "shown", "see", "sees", "saw", "seen", "find", "finds",
    "found",
))  # fmt: skip
_NOT_SAID = frozenset((
    "would", "could", "might", "if", "unless", "whether", "should", "will", "shall", "may", "must", "'ll", "’ll",
    "wo", "ca", "can",
))  # fmt: skip
_TO_COME = frozenset(("will", "'ll", "’ll", "shall"))
_PERHAPS = frozenset(("hopefully", "perhaps", "maybe", "possibly", "presumably"))
_KEPT = frozenset(
    ("fail", "refuse", "decline", "neglect", "omit", "forget", "hesitate", "unable", "unwilling", "reluctant")
)
_LEFT_UNDONE = _KEPT | {"likely", "due", "poised", "set", "willing", "ready", "prepared", "about"}
_PUT_OFF = frozenset(("cancel", "fail", "postpone", "prevent"))
_SHORT_OF = frozenset(("short", "instead"))
_RATHER = frozenset(("opposed", "than"))
_DOUBTED = frozenset(("unclear", "unknown", "uncertain", "doubtful", "unlikely", "unsure"))
_NOT_YET = frozenset(("intend", "wish", "promise", "nonstatement", "order", "ask", "propose", "think"))
_FALSE = (
    r"(?:not true|untrue|false|a lie|lies|baseless|unfounded|groundless|nonsense|rubbish|fabricated|a fabrication|invented"
    r"|fake|made[- ]up|a myth|without foundation)"
)
_SIGNS = (  # one of which stands in whatever is called so: to look for a word takes a tenth of the time of the pattern
    "true",
    "false",
    "lie",
    "less",
    "unfounded",
    "nonsense",
    "rubbish",
    "fabricat",
    "invented",
    "fake",
    "made",
    "myth",
    "without",
)
_IS_FALSE = re.compile(rf"(?:\b(?:is|was|are|were|be|been)|['’]s)\s+(?:\w+ly\s+)?[“\"‘']?{_FALSE}\b", re.IGNORECASE)
_CALLED_FALSE = re.compile(rf"[“\"‘'\s]{_FALSE}\W*$", re.IGNORECASE)
_NO = re.compile(r"[\"“'‘]?(?:no|never)\b[.,!\"”'’]*$", re.IGNORECASE)
_NEGATIVE = frozenset(("not", "n't", "n’t", "never", "no", "nothing", "nobody", "none", "neither", "nor"))
_NOBODY = frozenset(("nobody", "none", "neither", "no"))
_SPOKEN = frozenset(("say", "show", "claim", "admit", "warn", "complain", "ask", "promise"))
_OBJECTS = frozenset(("obj", "obj-prep", "obj-to", "small", QUOTED))  # frames whose content is a thing, not a clause
_LITTLE = frozenset(("no", "little", "few", "scant"))
_CLAUSES = frozenset(("that", "around"))
_DEEP = 5  # verbs above one whose mood it can share
_DENIAL = 240  # code points of words that can be a denial as a whole
_POINTS = frozenset(("it", "this", "that", "them", "these", "those", "talk", "report", "reports", "fears", "denial"))


def polarity(draft: Draft, text: str) -> Polarity:
    """Asserted, denied, or not said at all."""
    verb = draft.line.doc[draft.head]
    base = draft.cue.polarity
    if draft.frame == FOLLOWS:
        return "deny" if _denies(draft, draft.content[0].of(text)) else "assert"
    if base == "nonstatement" or _no_word(verb) or (draft.cue.pos == "noun" and _is_wanting(verb)):
        return "nonstatement"
    if draft.frame == "obj" and verb.lower_ in _GIVES and any(map(_is_little, verb.rights)):
        return "nonstatement"  # `offered little sign that`
    nobody = any(_is_nobody(c) or _nobody(c) for c in verb.children if c.dep_ in SUBJECTS)
    if base == "deny":
        if draft.cue.pos == "verb" and (nobody or _unsaid(verb)):
            return "nonstatement"  # what nobody denies, nobody has said either
        return "deny" if not draft.negated and _charged(draft) else "assert"
    negated = draft.negated or nobody
    if draft.frame == "obj" and not negated and not _unsaid(verb) and _is_denial(draft):
        return "deny"  # `repeated its denial of any part in it`
    if draft.cue.pos == "verb" and ((negated and draft.cue.act in _SPOKEN) or _unsaid(verb)):
        return "nonstatement"
    if negated and draft.cue.act == "think" and draft.frame in _CLAUSES:
        return "deny"  # `does not believe that`
    return "deny" if _denies(draft, draft.content[0].of(text)) else "assert"


def _denies(draft: Draft, content: str) -> bool:
    """Whether the content itself is a denial: `no`, `it is not true`, what somebody insists is not so."""
    if _NO.match(content) or ("insists" in draft.cue.traits and _negative(draft)):
        return True
    if draft.cue.act == "name":
        return bool(_CALLED_FALSE.search(content)) and _charged(draft)
    if draft.cue.class_ != "statement" or draft.cue.act == "ask":
        return False
    small = content.lower()
    if len(small) > _DENIAL:
        return False  # a long quotation says other things too
    return any(sign in small for sign in _SIGNS) and bool(_IS_FALSE.search(content))


def _is_denial(draft: Draft) -> bool:
    """Whether the object is a denial of who speaks (`repeated | its denial`)."""
    head = next((word for word in draft.words() if word.dep_ == "dobj"), None)
    cue = cues.noun(head) if head is not None else None
    if head is None or cue is None or cue.polarity != "deny" or draft.cue.class_ != "statement":
        return False
    return any(child.dep_ == "poss" and child.pos_ == "PRON" for child in head.lefts)


def _charged(draft: Draft) -> bool:
    """Whether what is rejected or dismissed is a charge or a claim, not an offer; denying needs no such noun."""
    if "flat" in draft.cue.traits or draft.cue.pos != "verb" or draft.frame not in _OBJECTS:
        return True
    charges = tables.words("charges")
    for token in draft.words():
        if token.lower_ in charges or (token.lower_ in _POINTS and token.dep_ != "mark"):
            return True
        cue = cues.noun(token)
        if cue is not None and cue.class_ == "statement" and cue.act in ("claim", "say", "show", "warn"):
            return True
    return False


def _is_little(thing: Token) -> bool:
    """Whether an object is none or next to none (`no proof`, `little sign`)."""
    return thing.dep_ == "dobj" and any(child.lower_ in _LITTLE for child in thing.lefts)


def _no_word(word: Token) -> bool:
    """`gave no indication`, `made no comment`."""
    given = word.head.lower_ in _GIVES
    return given and any(child.dep_ == "det" and child.lower_ == "no" for child in word.children)


def _is_wanting(noun: Token) -> bool:
    """Whether a noun names words that were not given (`has yet to produce evidence that`, `did not repeat its claim that`)."""
    giver = noun.head
    if noun.dep_ != "dobj" or not grammar.is_verb(giver) or giver.lower_ not in _GIVES:
        return False
    return any(child.dep_ == "neg" for child in giver.lefts) or _unsaid(giver)


def _is_nobody(subject: Token) -> bool:
    """Whether a subject is nobody; `No` with a capital inside a sentence is a number's (`said Juror No. 8`)."""
    return subject.lower_ in _NOBODY and (subject.i == 0 or subject.is_lower)


def _nobody(subject: Token) -> bool:
    return any(child.lower_ in _NOBODY and child.dep_ in ("det", "preconj", "cc") for child in subject.children)


def _unsaid(verb: Token) -> bool:
    """Whether the words are yet to be said, or only supposed: `will say`, `if she says`, `without saying`."""
    return any(_is_open(word) for word in _governed(verb))


def is_ahead(verb: Token) -> bool:
    """Whether the words may yet be said, or are only supposed: nobody kept them back (`might say`; not `refused to say`)."""
    return any(_is_open(word) and not _is_kept(word) for word in _governed(verb))


def _is_kept(verb: Token) -> bool:
    """Whether somebody is told to have said nothing: he refused to, did not, or there is no sign that he did."""
    above = verb.head
    if any(child.dep_ == "neg" for child in verb.lefts) or verb.dep_ == "pcomp" or _is_doubted(verb, above):
        return True
    return above.lemma_.lower() in _KEPT or (verb.i > 1 and verb.nbor(-2).lower_ == "yet")


def _governed(verb: Token) -> Iterator[Token]:
    """The verb and those above it whose mood it shares: the first of verbs in a row (`may meet and say`), what an infinitive
    hangs on (`may try to say`), what is done by saying so (`could help by saying`).
    """
    yield verb
    for _ in range(_DEEP):
        if (above := _above(verb)) is None:
            return
        verb = above
        yield verb


def _above(verb: Token) -> Token | None:
    """The verb above one whose mood it shares."""
    if verb.dep_ == "conj" and grammar.is_verb(verb.head) and not _has_own(verb):
        return verb.head
    if verb.dep_ == "xcomp" and grammar.is_verb(verb.head) and grammar.child(verb, *SUBJECTS) is None:
        apart = grammar.child(verb.head, "dobj") is not None or (verb.tag_ == "VBG" and grammar.is_passive(verb.head))
        return None if apart else verb.head  # not `can be heard saying`
    by = verb.head
    return by.head if verb.dep_ == "pcomp" and by.lower_ == "by" and grammar.is_verb(by.head) else None


def _has_own(verb: Token) -> bool:
    """Whether a verb in a row has a subject or a helping verb of its own."""
    if any(child.dep_ in (*SUBJECTS, "aux", "auxpass") for child in verb.children):
        return True
    bare = verb.head.tag_ == "VB" and verb.lower_ == verb.lemma_.lower()  # `likely to deny it and cast it as untrue`
    return verb.tag_ in FINITE and not bare


def _is_open(verb: Token) -> bool:
    if any(child.lower_ in _NOT_SAID for child in verb.children if child.dep_ in ("aux", "mark")):
        return True
    if any(child.lower_ in _PERHAPS for child in verb.lefts if child.dep_ == "advmod"):
        return True
    above = verb.head
    if verb.dep_ == "pcomp" or _is_idea(verb, above):
        return verb.dep_ != "pcomp" or _is_left_out(above)
    if verb.dep_ in ("acl", "ccomp", "csubj") and _is_doubted(verb, above):
        return True
    if verb.tag_ == "VBG" and _is_in_paper_to_come(verb, above):
        return True
    if verb.dep_ == "xcomp" and verb.tag_ == "VBG" and classes("verb").get(grammar.verb(above)) in _PUT_OFF:
        return True  # `delayed announcing it`
    if grammar.infinitive(verb) is None:
        return False
    if above.lower_ == "able" and any(child.lower_ in _NOT_SAID for child in above.head.lefts):
        return True  # `will be able to show it`; who was able to did
    if above.lemma_.lower() in _LEFT_UNDONE or (verb.i > 1 and verb.nbor(-2).lower_ == "yet"):
        return not (
            grammar.is_verb(above) and any(child.dep_ == "neg" for child in above.lefts)
        )  # `did not hesitate to say`
    if verb.dep_ in ("acl", "relcl"):
        return not grammar.is_counted(verb)
    cue = cues.verb(above) if verb.dep_ in ("xcomp", "ccomp", "advcl") else None
    if verb.dep_ == "advcl":
        return cue is not None and "obj-to" in cue.frames and grammar.child(above, "dobj") is not None
    return cue is not None and (
        cue.act in _NOT_YET or ("obj-to" in cue.frames and grammar.child(above, "dobj") is not None)
    )


def _is_left_out(prep: Token) -> bool:
    """Whether a preposition tells what was not done (`without saying`, `short of saying`, `as opposed to saying`)."""
    before = prep.nbor(-1).lower_ if prep.i > 0 else ""
    short = (prep.lower_ == "of" and before in _SHORT_OF) or (prep.lower_ == "to" and before in _RATHER)
    return short or prep.lower_ in ("without", *_RATHER)


def _is_idea(verb: Token, above: Token) -> bool:
    """Whether a gerund only names what might be said (`the best is Falk telling them that`, `saying so would help`)."""
    if verb.tag_ != "VBG":
        return False
    if grammar.auxiliaries(verb):
        return _is_after_be(verb)
    named = verb.dep_ in ("attr", "ccomp") and grammar.child(verb, *SUBJECTS) is not None
    return verb.dep_ == "csubj" or (named and above.lemma_ == "be" and above.i < verb.i)


def _is_after_be(verb: Token) -> bool:
    """Whether the subject of a gerund stands between it and an `is` of another subject, though the parser joined the two."""
    helpers = [child for child in verb.lefts if child.dep_ == "aux" and child.lemma_ == "be"]
    own = [child.i for part in (verb, *helpers) for child in part.lefts if child.dep_ in SUBJECTS]
    return len(own) > 1 and any(min(own) < helper.i < max(own) for helper in helpers)


def _is_in_paper_to_come(verb: Token, above: Token) -> bool:
    """Whether what is asked for stands in a paper that is still to be given (`will present a draft asking them to go`)."""
    cue = cues.verb(verb)
    giver = above.head if verb.dep_ == "acl" and above.dep_ == "dobj" else above
    paper = grammar.child(giver, "dobj")
    if (
        cue is None
        or cue.act not in ("ask", "order")
        or paper is None
        or not giver.i < paper.i < verb.i
        or broken(verb)
    ):
        return False
    return any(child.lower_ in _TO_COME for child in giver.lefts if child.dep_ == "aux")


def _is_doubted(verb: Token, above: Token) -> bool:
    """`no evidence that he said`, `it is unclear that he said`."""
    if any(child.dep_ == "det" and child.lower_ == "no" for child in above.children):
        return above.i < verb.i
    return any(word.lower_ in _DOUBTED for word in (above, *above.children) if word.i < verb.i and word.pos_ == "ADJ")


def _negative(draft: Draft) -> bool:
    """Whether what the content's first clause says of who speaks, or of nobody, is negative (`insisted it had not`).

    What somebody insists is not so of another thing is asserted (`insisted the debts had nothing to do with it`).
    """
    words = [word for word in draft.words() if not word.is_punct]
    if words and words[0].lower_ in _NEGATIVE:
        return True
    negated = next((word for word in words if word.dep_ == "neg" or word.lower_ in _NEGATIVE), None)
    if negated is None or any(word.dep_ == "mark" and word.lower_ != "that" for word in words if word.i < negated.i):
        return False
    if negated.dep_ == "neg" and grammar.is_noun(negated.head):
        return False  # `insists that he is the adviser, not the one who decides`
    own = next((word for word in words if word.dep_ in (*SUBJECTS, "expl")), None)
    return (
        own is not None
        and own.i <= negated.i
        and (own.pos_ == "PRON" or own == negated)
        and negated.lower_ in _NEGATIVE
    )
