"""Whether an event took place: its status, and the words that say so, from tense, modality, negation and what it stands under.

The rules climb from the predicate through what governs it (`failed to`, `plans to`, `alleges that`, `if`). The words
and their classes are `data/event_status.tsv`; the climb is the same for every class.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.mark.events.status_words import (
    class_of,
    classes,
    conditional,
    dropped,
    is_new,
    negation,
    phrase,
    verb_class,
)
from dateline.records.marks import Status

CLAUSAL = frozenset({"xcomp", "ccomp", "acl", "pcomp", "csubj", "csubjpass", "advcl"})
NOMINAL = frozenset({"dobj", "obj", "pobj", "nsubj", "nsubjpass", "attr", "compound", "dative", "oprd"})
CHAIN = frozenset({"conj"})
DEPTH = 6  # governors looked at: what stands further up says nothing of the event

# What a class makes of the event that stands under a word of that class.
MADE: dict[str, Status] = {
    "plan": "planned", "try": "planned", "doubt": "hypothetical", "seem": "hypothetical", "fail": "denied",
    "prevent": "denied", "deny": "denied", "allege": "alleged", "postpone": "postponed", "cancel": "cancelled",
    "ongoing": "ongoing", "if": "hypothetical", "will": "planned", "can": "hypothetical", "would": "hypothetical",
}  # fmt: skip
NEGATED: dict[Status, Status] = {"postponed": "planned", "cancelled": "planned"}
# Over a mere object these say nothing of whether what they name exists: `examined the killing`, `feared the storm`.
CLAUSE_ONLY = frozenset({"seem", "doubt", "manage"})
# These take a thing as it is: `reviewed the attack`; only a clause or an infinitive under them is not yet real.
FORESEEN = frozenset(
    {"call", "order", "fear", "allow", "permit"}
)  # of these, only `the` attack: `fear an attack` is to come
WEAK_OBJECT = frozenset({
    "call", "decide", "ask", "tell", "order", "fear", "appeal", "mean", "set", "prefer", "push", "move", "permit", "allow",
    "design", "look", "work", "fight", "bring", "warn", "expect-of", "follow", "lobby", "press", "like", "direct",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """A status and the tokens that say so (none when the plain past tense does)."""

    status: Status
    words: tuple[Token, ...] = ()


def standing(token: Token, told: bool = True) -> Standing:
    """The status of the event whose head is `token`: its own words first, then what it stands under."""
    missed = _missed(token)
    if missed is not None:
        return missed
    verb = _occurring(token)
    if verb is not None:
        return standing(verb, told)
    own = _own(token)
    if own is not None and own.status in ("denied", "cancelled", "postponed", "alleged"):
        return _above_denied(token, own)
    above = _above(token, 0)
    if above is not None and (own is None or above.status != "happened"):
        return above if own is None or own.status == "happened" else _both(own, above)
    if own is not None:
        return own
    return Standing(_tense(token, told))


def _both(own: Standing, above: Standing) -> Standing:
    """What an event is by its own words, unless what it stands under is firmer: an alleged plan is alleged."""
    if above.status in ("denied", "alleged", "hypothetical"):
        return above
    return own


def _above_denied(token: Token, own: Standing) -> Standing:
    above = _above(token, 0)
    if above is None or own.status != "denied":
        return own
    if above.status == "denied":
        return Standing("happened", (*above.words, *own.words))  # `denied that it did not pay`
    if above.status in ("hypothetical", "alleged"):
        return Standing(above.status, (*above.words, *own.words))
    return own


def _own(token: Token) -> Standing | None:
    """What the words on the predicate itself say: negation, modal verbs, adverbs, adjectives, `if` before its clause."""
    gone = dropped(token)
    if gone:
        planned = any(c.dep_ == "aux" and classes("aux").get(c.lower_) in ("will", "would") for c in token.children)
        return Standing("cancelled" if planned else "denied", gone)
    no = negation(token)
    if no is not None:
        return Standing("denied", (no,))
    adverbs, adjectives, modals, marks = classes("adv"), classes("adj"), classes("aux"), classes("mark")
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in token.children)
    found: Standing | None = None
    for child in token.children:
        word = child.lower_
        if child.dep_ == "aux" and child.tag_ == "MD" and word in modals:
            found = found or Standing(_modal(modals[word], token, perfect), (child,))
        elif child.dep_ in ("advmod", "npadvmod") and word in adverbs:
            kind = adverbs[word]
            return Standing(
                "denied" if kind == "almost" and token.pos_ == "VERB" else MADE.get(kind, "happened"), (child,)
            )
        elif child.dep_ == "amod" and token.pos_ in ("NOUN", "PROPN") and word in adjectives:
            return Standing(MADE[adjectives[word]], (child,))
        elif (child.dep_ == "mark" and marks.get(word) == "if") or (child.dep_ == "advmod" and word == "whether"):
            return Standing("hypothetical", (child,))
    return found


def _modal(kind: str, token: Token, perfect: bool) -> Status:
    if kind in ("will", "would") and conditional(token):
        return "hypothetical"
    if kind == "would" and not perfect:
        # the future seen from the past: `said it would close`
        governed = token.dep_ in ("ccomp", "relcl", "acl", "conj", "parataxis")
        return "planned" if governed else "hypothetical"
    return MADE[kind]


def _missed(token: Token) -> Standing | None:
    """What a second predicate says of its subject: `the hearing was due on Monday but was cancelled`."""
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return None
    for verb in token.head.conjuncts:
        kind = (
            verb_class(verb)
            if verb.tag_ == "VBN" and not any(c.dep_ in ("dobj", "nsubj") for c in verb.children)
            else None
        )
        if kind in ("postpone", "cancel") and verb.i > token.head.i:
            return _made(kind, verb, 0)
    return None


def _occurring(token: Token) -> Token | None:
    """The verb that says of an event noun, its subject, that it takes place: `the trial is due to begin`."""
    if token.pos_ == "VERB" or token.dep_ not in ("nsubj", "nsubjpass"):
        return None
    seen = [token.head]
    while seen:
        verb = seen.pop(0)
        occurs = classes("occur")
        if phrase(verb) in occurs or any(f"{verb.lemma_.lower()} {c.lower_}" in occurs for c in verb.rights):
            return verb
        known = classes("adj").get(verb.lower_)
        if verb.dep_ == "acomp" and known is not None and not any(c.dep_ == "xcomp" for c in verb.children):
            return verb if verb.head.lemma_ == "be" and negation(verb.head) is None else None
        seen += [c for c in verb.children if c.dep_ in ("xcomp", "acomp", "oprd", "conj") and c.i > verb.i]
    return None


def _above(token: Token, depth: int) -> Standing | None:
    """What the words that `token` stands under make of it; None when they make nothing."""
    head = token.head
    if head.i == token.i or depth > DEPTH:
        return None
    if token.dep_ in CHAIN:
        return _beside(token, head, depth)
    if token.dep_ == "prep" or (token.dep_ in ("pobj", "pcomp") and head.pos_ == "ADP"):
        return _above(head, depth + 1) if token.dep_ == "prep" else _over_preposition(token, head, depth)
    if token.dep_ == "relcl":
        return None
    if token.dep_ in CLAUSAL or token.dep_ in NOMINAL:
        return _under(token, head, depth)
    return None


def _beside(token: Token, head: Token, depth: int) -> Standing | None:
    """A conjunct shares what its first stands under, and its modal verb when it has no subject or tense of its own."""
    bare = token.tag_ in ("VB", "VBG", "VBN", "NN", "NNS") and not any(
        c.dep_ in ("nsubj", "nsubjpass", "aux") for c in token.children
    )
    own = _own(head) if bare else None
    if own is not None and own.status not in ("denied",):
        return own
    return _above(head, depth + 1) if bare or token.dep_ != "conj" else None


def _over_preposition(token: Token, prep: Token, depth: int) -> Standing | None:
    """`accused of hacking`, `plan for talks`, `because of the strike`: the preposition passes its governor on."""
    if prep.head.i == prep.i:
        return None
    governor = prep.head
    if phrase(governor).endswith(f" {prep.lower_}") and verb_class(governor):
        return _made(verb_class(governor) or "", governor, depth)  # a particle: its object is the verb's
    if prep.lower_ in ("after", "before", "during", "since", "following", "despite", "over", "amid", "because", "at"):
        return None
    kind = class_of(governor)
    if kind is None and governor.dep_ == "dobj" and prep.lower_ in ("of", "from") and governor.head.pos_ == "VERB":
        governor, kind = governor.head, class_of(governor.head)  # `accused the fund of`, hung on the fund by the parser
        if kind not in ("allege", "prevent"):
            return None
    passing = {
        "allege": ("of", "with", "for"), "deny": ("of",), "doubt": ("of",), "plan": ("for", "of", "on", "with"),
        "try": ("at",), "prevent": ("from",), "fail": ("from", "in", "of"), "postpone": ("of", "in", "to"), "cancel": ("of",),
    }  # fmt: skip
    worry = kind == "doubt" and prep.lower_ in ("on", "over", "about") and is_new(token)
    if kind is None or not (worry or prep.lower_ in passing.get(kind, ())):
        return _inherited(prep, depth) if token.dep_ == "pcomp" else None
    if governor.pos_ == "VERB" and kind == "plan" and prep.lower_ != "for":
        return None
    return _made(kind, governor, depth)


def _under(token: Token, head: Token, depth: int) -> Standing | None:  # noqa: C901
    """What the governor `head` makes of a clause, an infinitive, a gerund or an object under it."""
    marks = classes("mark")
    for child in token.children:
        if child.dep_ in ("mark", "advmod") and marks.get(child.lower_) == "if":
            return Standing("hypothetical", (child,))
    if token.dep_ == "advcl":
        return _adverbial(token, head, depth)
    adjective = next((c for c in head.children if c.dep_ == "acomp"), None) if head.lemma_ == "be" else None
    kind = class_of(adjective) if adjective is not None and token.dep_ in ("ccomp", "csubj") else class_of(head)
    if kind is not None and adjective is not None and kind != class_of(head):
        return _made(kind, adjective, depth)  # `it is possible that`
    clause = token.dep_ in ("xcomp", "ccomp", "acl", "pcomp", "csubj", "csubjpass")
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children) or token.tag_ == "VB"
    if kind is None:
        if token.dep_ == "nsubj":
            return _subject(token, head, depth)
        if token.dep_ == "xcomp" and infinitive and head.lemma_ == "be":
            missed = any(c.dep_ == "aux" and c.lemma_ == "have" for c in token.children)
            return Standing("cancelled" if missed else "planned", (head,))  # `was to have spoken`, `is to speak`
        inherited = token.dep_ in ("dobj", "pobj", "attr", "nsubjpass", "xcomp", "pcomp")
        if token.dep_ == "acl" and infinitive:
            return Standing("planned", ())
        return _inherited(head, depth) if inherited else None
    if not clause:
        return _object(token, head, kind, depth)
    if kind == "manage" or (infinitive and kind in ("cancel", "postpone") and head.pos_ == "VERB"):
        return _inherited(head, depth)  # `dropped to reach a low` drops nothing
    finite = (
        token.dep_ == "ccomp" and not infinitive and kind in ("plan", "try", "fail", "prevent", "postpone", "cancel")
    )
    if finite and _tense(token, True) == "happened":
        return None  # `decided that`, `warned that … had fallen`: the tense of the clause itself counts
    if token.dep_ == "acl" and token.tag_ in ("VBN", "VBG"):
        return None  # `the plan approved in May`, `reports saying so`
    return _made(kind, head, depth)


def _object(token: Token, head: Token, kind: str, depth: int) -> Standing | None:
    """A noun as object (or passive subject) of a verb that plans, denies, postpones …"""
    lacks = head.tag_ in ("VBD", "VBN") and not any(c.dep_ in ("dobj", "aux", "auxpass", "prt") for c in head.children)
    if kind in ("postpone", "cancel") and token.dep_ == "nsubj" and lacks:
        return _made(kind, head, depth)  # the passive of a headline: `Flight delayed after storm`
    if token.dep_ == "nsubj":
        return _subject(token, head, depth)
    if head.pos_ not in ("VERB", "AUX") or token.dep_ not in ("dobj", "nsubjpass", "attr"):
        return _inherited(head, depth) if token.dep_ in ("attr", "compound") else None
    lemma = phrase(head)
    foreseen = lemma in FORESEEN and is_new(token) and token.dep_ == "dobj"
    if not foreseen and (kind in CLAUSE_ONLY or lemma in WEAK_OBJECT):
        return _inherited(head, depth)
    if kind in ("deny", "allege", "fail") and token.dep_ == "nsubjpass" and kind == "fail":
        return None
    return _made(kind, head, depth)


def _subject(token: Token, head: Token, depth: int) -> Standing | None:
    """What the verb of which it is the subject makes of an event: `a raid would cost lives` supposes the raid."""
    found = _inherited(head, depth) if is_new(token) else None
    return found if found and found.status in ("planned", "hypothetical", "alleged") else None


def _adverbial(token: Token, head: Token, depth: int) -> Standing | None:
    to = next((c for c in token.children if c.dep_ == "aux" and c.lower_ == "to"), None)
    if to is not None:
        goes_on = verb_class(head) == "manage" and not any(c.dep_ == "pobj" for p in head.rights for c in p.children)
        if goes_on or (to.i and to.nbor(-1).lower_ == "only"):
            return _inherited(head, depth)  # `went on to win`, `returned only to lose`
        if class_of(head) in ("plan", "try", "fail", "prevent") and head.pos_ == "VERB":
            return _made(class_of(head) or "plan", head, depth)
        return Standing("planned", (to,))  # a purpose
    later = next(
        (c for c in token.children if c.dep_ in ("mark", "advmod") and c.lower_ in ("until", "once", "when", "before")),
        None,
    )
    if later is not None and token.tag_ in ("VBZ", "VBP", "VB"):
        outer = standing(head)
        return Standing("planned", (later,)) if outer.status in ("planned", "postponed") else None
    return None


def _made(kind: str, head: Token, depth: int) -> Standing | None:
    """The class of the governor, turned by the governor's own standing: `did not deny`, `may plan`, `failed to stop`."""
    status = MADE.get(kind)
    no = negation(head)
    if status is None:
        return _inherited(head, depth)
    own = _own(head) if head.pos_ == "NOUN" else None
    if own is not None and own.status in ("cancelled", "postponed", "denied", "alleged"):
        return own  # `the cancelled deal to lease aircraft`
    if status == "planned" and dropped(head):
        return Standing("cancelled", (*dropped(head), head))
    if head.pos_ == "NOUN" and kind in ("allege", "doubt") and head.dep_ == "dobj" and class_of(head.head) == "deny":
        return Standing("denied", (head.head, head))  # `dismissed reports of a deal`
    if no is not None:
        if status == "denied":
            return Standing("happened", (no, head)) if kind in ("fail", "prevent") else None
        return Standing(NEGATED.get(status, "denied" if status == "planned" else status), (no, head))
    if kind in ("fail", "prevent"):
        above = _inherited(head, depth)
        if above is not None and above.status in ("planned", "hypothetical"):
            return Standing("hypothetical", (*above.words, head))
        if above is not None and above.status == "denied":
            return Standing("happened", (*above.words, head))
    if kind in ("postpone", "cancel"):
        will = any(c.dep_ == "aux" and classes("aux").get(c.lower_) == "will" for c in head.children)
        above = None if will else _inherited(head, depth)
        if above is not None and above.status in ("planned", "hypothetical", "denied"):
            return Standing("planned", above.words)
    return Standing(status, (head,))


def _inherited(head: Token, depth: int) -> Standing | None:
    """The standing of the governor itself, for what shares it: `managed to`, the object of a verb."""
    own = _own(head)
    if own is not None:
        return own
    return _above(head, depth + 1)


def _tense(token: Token, told: bool) -> Status:
    """The status that tense and aspect alone give; in a headline the present is the past and `to` the future."""
    auxiliaries = [c for c in token.children if c.dep_ in ("aux", "auxpass")]
    words = {c.lower_ for c in auxiliaries}
    if token.dep_ == "acomp" and token.lower_ in classes("adj"):
        return MADE[classes("adj")[token.lower_]]
    if token.pos_ not in ("VERB", "AUX"):
        return "happened"
    if any(c.lemma_ == "have" for c in auxiliaries):
        lasting = token.tag_ == "VBG" and words & {"has", "have", "'ve", "’ve", "'s", "’s"}
        return "ongoing" if lasting else "happened"
    if token.tag_ == "VBG" and words & {"is", "are", "'s", "’s", "'re", "’re", "am"}:
        return "ongoing"
    if token.tag_ == "VB" and "to" in words and token.dep_ == "ROOT":
        return "planned"
    if token.tag_ in ("VBZ", "VBP") and told and token.lemma_ in ("be", "have", "remain", "continue"):
        return "ongoing"
    return "happened"


def evidence(found: Standing, token: Token) -> Iterator[Token]:
    """The tokens that say the status, in text order; the auxiliaries of the predicate when no other word does."""
    words = found.words or tuple(c for c in token.children if c.dep_ in ("aux", "auxpass")) or (token,)
    yield from sorted(set(words), key=lambda t: t.i)
