"""Whether an event took place: its status, and the words that say so, from tense, modality, negation and what it stands under.

The rules climb from the predicate through what governs it (`failed to`, `plans to`, `alleges that`, `if`). The words
and their classes are `data/event_status.tsv`; the climb is the same for every class.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from dateline import lexicon
from dateline.records import Status

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
WEAK_OBJECT = frozenset({
    "call", "decide", "ask", "tell", "order", "fear", "appeal", "mean", "set", "prefer", "push", "move", "permit", "allow",
    "design", "look", "work", "fight", "bring", "warn", "expect-of", "follow", "lobby", "press", "like", "direct",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """A status and the tokens that say so (none when the plain past tense does)."""

    status: Status
    words: tuple[Token, ...] = ()


@cache
def classes(pos: str) -> dict[str, str]:
    """Word to class, for one part of speech of `data/event_status.tsv`."""
    return {row["word"]: row["class"] for row in lexicon.table("event_status") if row["pos"] == pos}


@cache
def _whole() -> frozenset[str]:
    """Verbs of the lists that have a particle."""
    acts = {row["word"] for row in lexicon.table("plan_words")}
    return frozenset(word for word in acts | classes("verb").keys() if " " in word)


def phrase(token: Token) -> str:
    """The lemma, with the particle where the verb has one (`put off`)."""
    lemma = token.lemma_.lower()
    for child in token.rights:
        # the parser takes some particles for prepositions: those that make a verb of the list are particles
        listed = child.dep_ in ("prep", "advmod") and f"{lemma} {child.lower_}" in _whole()
        if child.dep_ == "prt" or listed:
            return f"{lemma} {child.lower_}"
    return lemma


def verb_class(token: Token) -> str | None:
    """The class of a verb with its particle, or of the verb alone."""
    known = classes("verb")
    return known.get(phrase(token)) or known.get(token.lemma_.lower())


def negation(token: Token) -> Token | None:
    """The word that negates a predicate or a noun: `not`, `never`, a subject or object with `no`."""
    adverbs, determiners = classes("adv"), classes("det")
    for child in token.children:
        if child.dep_ == "neg" or (child.dep_ == "advmod" and adverbs.get(child.lower_) == "deny"):
            return None if _only(child) else child
        if child.dep_ == "det" and child.lower_ in determiners:
            return child
        if child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "expl") and token.pos_ in ("VERB", "AUX"):
            if child.lower_ in determiners:
                return child
            for inner in child.lefts:
                if inner.dep_ == "det" and inner.lower_ in determiners:
                    return inner
    return None


def _only(word: Token) -> bool:
    """`not only`, `not just` negate nothing."""
    return word.i + 1 < len(word.doc) and word.nbor().lower_ in ("only", "just", "merely", "simply")


def standing(token: Token, told: bool = True) -> Standing:
    """The status of the event whose head is `token`: its own words first, then what it stands under."""
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
    if kind == "would" and not perfect:
        # the future seen from the past (`said it would close`), unless the clause has a condition
        governed = token.dep_ in ("ccomp", "relcl", "conj", "parataxis")
        conditional = any(
            c.dep_ == "advcl" and any(g.lower_ in ("if", "unless") for g in c.children) for c in token.children
        )
        return "planned" if governed and not conditional else "hypothetical"
    return MADE[kind]


def _above(token: Token, depth: int) -> Standing | None:
    """What the words that `token` stands under make of it; None when they make nothing."""
    head = token.head
    if head.i == token.i or depth > DEPTH:
        return None
    if token.dep_ in CHAIN:
        return _beside(token, head, depth)
    if token.dep_ == "prep" or (token.dep_ == "pobj" and head.pos_ == "ADP"):
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
    kind = _class(governor)
    passing = {
        "allege": ("of", "with", "for"), "deny": ("of",), "doubt": ("of",), "plan": ("for", "of", "on", "with"), "try": ("at",),
        "prevent": ("from",), "fail": ("from", "in", "of"),
    }  # fmt: skip
    if kind is None or prep.lower_ not in passing.get(kind, ()):
        return None
    if governor.pos_ == "VERB" and kind == "plan" and prep.lower_ != "for":
        return None
    return _made(kind, governor, depth)


def _under(token: Token, head: Token, depth: int) -> Standing | None:
    """What the governor `head` makes of a clause, an infinitive, a gerund or an object under it."""
    marks = classes("mark")
    for child in token.children:
        if child.dep_ in ("mark", "advmod") and marks.get(child.lower_) == "if":
            return Standing("hypothetical", (child,))
    if token.dep_ == "advcl":
        return _adverbial(token, head, depth)
    kind = _class(head)
    clause = token.dep_ in ("xcomp", "ccomp", "acl", "pcomp", "csubj", "csubjpass")
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children) or token.tag_ == "VB"
    if kind is None:
        inherited = token.dep_ in ("dobj", "pobj", "attr", "nsubjpass", "xcomp", "pcomp", "nsubj")
        if token.dep_ == "acl" and infinitive:
            return Standing("planned", ())
        return _inherited(head, depth) if inherited else None
    if not clause:
        return _object(token, head, kind, depth)
    if kind == "manage":
        return _inherited(head, depth)
    finite = (
        token.dep_ == "ccomp" and not infinitive and kind in ("plan", "try", "fail", "prevent", "postpone", "cancel")
    )
    if finite and _tense(token, True) == "happened":
        return None  # `decided that`, `warned that … had fallen`: the tense of the clause itself counts
    if token.dep_ == "acl" and token.tag_ == "VBN":
        return None  # `the plan approved in May`
    return _made(kind, head, depth)


def _object(token: Token, head: Token, kind: str, depth: int) -> Standing | None:
    """A noun as object (or passive subject) of a verb that plans, denies, postpones …"""
    if head.pos_ not in ("VERB", "AUX") or token.dep_ not in ("dobj", "nsubjpass", "attr"):
        return _inherited(head, depth) if token.dep_ in ("nsubj", "attr", "compound") else None
    if kind in CLAUSE_ONLY or head.lemma_.lower() in WEAK_OBJECT:
        return _inherited(head, depth)
    if kind in ("deny", "allege", "fail") and token.dep_ == "nsubjpass" and kind == "fail":
        return None
    return _made(kind, head, depth)


def _adverbial(token: Token, head: Token, depth: int) -> Standing | None:
    to = next((c for c in token.children if c.dep_ == "aux" and c.lower_ == "to"), None)
    if to is not None:
        if _class(head) in ("plan", "try", "fail", "prevent") and head.pos_ == "VERB":
            return _made(_class(head) or "plan", head, depth)
        return Standing("planned", (to,))  # a purpose
    later = next(
        (c for c in token.children if c.dep_ in ("mark", "advmod") and c.lower_ in ("until", "once", "when", "before")),
        None,
    )
    if later is not None and token.tag_ in ("VBZ", "VBP", "VB"):
        outer = standing(head)
        return Standing("planned", (later,)) if outer.status in ("planned", "postponed") else None
    return None


def _class(head: Token) -> str | None:
    if head.pos_ in ("VERB", "AUX"):
        return verb_class(head)
    if head.pos_ in ("NOUN", "PROPN"):
        return classes("noun").get(head.lemma_.lower())
    if head.pos_ == "ADJ":
        return classes("adj").get(head.lower_)
    return None


def _made(kind: str, head: Token, depth: int) -> Standing | None:
    """The class of the governor, turned by the governor's own standing: `did not deny`, `may plan`, `failed to stop`."""
    status = MADE.get(kind)
    no = negation(head)
    if status is None:
        return _inherited(head, depth)
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
        above = _inherited(head, depth)
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
    if token.pos_ not in ("VERB", "AUX"):
        return "happened"
    if any(c.lemma_ == "have" for c in auxiliaries):
        return "happened"
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
