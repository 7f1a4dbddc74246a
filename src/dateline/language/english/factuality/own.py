"""How an event stands by the words on its predicate: negation, modal verbs, adverbs, adjectives, `if`, and tense."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.language.english import grammar
from dateline.language.english.factuality.rules import Rule, always, decide
from dateline.language.english.status_words import MADE, classes
from dateline.language.factuality import Standing
from dateline.records.marks import Status

if TYPE_CHECKING:
    from dateline.language.tokens import Token

_HAVE_NOW = frozenset({"has", "have", "'ve", "’ve", "'s", "’s"})
_BE_NOW = frozenset({"is", "are", "'s", "’s", "'re", "’re", "am"})


def verb_class(token: Token) -> str | None:
    """The class of a verb with its particle, or of the verb alone."""
    known = classes("verb")
    return known.get(grammar.verb(token)) or known.get(grammar.lemma_of(token))


def class_of(word: Token) -> str | None:
    """The class of a word by its part of speech; None of one that says nothing of what stands under it."""
    lemma = grammar.lemma_of(word)
    if word.tag_ == "VBN" and lemma in classes("passive") and grammar.is_passive(word):
        return classes("passive")[lemma]
    if grammar.is_verb(word):
        return verb_class(word)
    if grammar.is_noun(word):
        return classes("noun").get(lemma)
    return classes("adj").get(word.lower_) if word.pos_ == "ADJ" else None


def modal(token: Token, *kinds: str) -> bool:
    """Whether a modal verb of one of these classes helps a verb."""
    return any(word.dep_ == "aux" and classes("aux").get(word.lower_) in kinds for word in token.children)


def left_open(token: Token) -> Token | None:
    """What makes it a condition, or demands it."""
    return condition(token) or demands(token)


def demands(token: Token) -> Token | None:
    """What demands it: `recommended that users apply it`, `it is vital that he be heard` (the mandative subjunctive)."""
    helpers = [word for word in token.children if word.dep_ in ("aux", "auxpass")]
    bare = token.tag_ == "VB" or any(word.lower_ == "be" for word in helpers)
    if token.dep_ not in ("ccomp", "csubj") or not (bare or token.tag_ == "VBP"):
        return None
    if any(word.tag_ == "MD" or word.lower_ in ("to", "do", "have") for word in helpers):
        return None
    over = grammar.child(token.head, "acomp") if token.head.lemma_ == "be" else token.head
    kind = classes("demand").get(over.lemma_) if over is not None else None
    return over if kind == "plain" or (kind == "bare" and bare) else None


def under_condition(noun: Token) -> Standing | None:
    """What a condition makes of what says which things are meant: `if they approved projects that harmed it` tells no harm."""
    verb = next((word for word in noun.ancestors if grammar.is_verb(word)), None)
    word = None if verb is None else condition(verb)
    return None if word is None else Standing("hypothetical", (word,))


def condition(token: Token) -> Token | None:
    """The word that makes a clause a condition: `if`, `whether`."""
    return next((word for word in token.children if _is_condition(word)), None)


def _is_condition(word: Token) -> bool:
    if word.dep_ == "advmod":
        return word.lower_ == "whether"  # of other adverbs none is a condition: `who once held the record`
    return word.dep_ == "mark" and classes("mark").get(word.lower_) == "if"


def dropped(token: Token) -> tuple[Token, ...]:
    """The words by which a predicate holds `no longer`, or `any longer`; none when it does."""
    for word in token.children:
        if word.dep_ == "advmod" and word.lower_ in ("longer", "more"):
            before = word.nbor(-1) if word.i else word
            if before.lower_ == "no" or (before.lower_ == "any" and grammar.negation(token) is not None):
                return (before, word)
    return ()


def own(token: Token) -> Standing | None:
    """What the words on the predicate itself say; None where they say nothing."""
    gone = dropped(token)
    if gone:
        return Standing("cancelled" if modal(token, "will", "would") else "denied", gone)
    no = grammar.negation(token)
    if no is not None:
        # `would not have paid` tells what is not so, whichever it is
        unreal = modal(token, "would") and grammar.is_perfect(token)
        return Standing("hypothetical" if unreal else "denied", (no,))
    by_modal = None
    for word in token.children:
        label = word.dep_
        status = _beside(token, word) if label in _BESIDE else None
        if status is not None:
            return Standing(status, (word,))
        if by_modal is None and label == "aux" and word.tag_ == "MD" and word.lower_ in classes("aux"):
            by_modal = Standing(_modal_status(classes("aux")[word.lower_], token), (word,))
    return by_modal


_BESIDE = frozenset({"advmod", "npadvmod", "amod", "mark"})


def _beside(token: Token, word: Token) -> Status | None:
    """What an adverb, an adjective or a conjunction under a predicate makes of it."""
    adverbs, adjectives = classes("adv"), classes("adj")
    if word.dep_ in ("advmod", "npadvmod") and word.lower_ in adverbs:
        kind = adverbs[word.lower_]
        return "denied" if kind == "almost" and token.pos_ == "VERB" else MADE.get(kind, "happened")
    if word.dep_ == "amod" and grammar.is_noun(token) and word.lower_ in adjectives:
        return MADE[adjectives[word.lower_]]
    return "hypothetical" if _is_condition(word) else None


def _modal_status(kind: str, verb: Token) -> Status:
    if kind in ("will", "would") and _conditional(verb):
        return "hypothetical"
    if kind == "would" and not grammar.is_perfect(verb):
        # the future seen from the past: `said it would close`
        governed = verb.dep_ in ("ccomp", "relcl", "acl", "conj", "parataxis")
        return "planned" if governed else "hypothetical"
    return MADE[kind]


def _conditional(verb: Token) -> bool:
    """Whether a clause with `if` or `unless` hangs on the predicate; `even if` sets no condition."""
    return any(
        mark.lower_ in ("if", "unless") and not (mark.i and mark.nbor(-1).lower_ == "even")
        for clause in verb.children if clause.dep_ == "advcl" for mark in clause.children
    )  # fmt: skip


# ------------------------------------------------------------------------------------------------------------- tense


def _helped_by(token: Token, words: frozenset[str]) -> bool:
    return any(word.lower_ in words for word in grammar.auxiliaries(token))


_LASTING = ("be", "have", "remain", "continue")  # verbs of states: what they tell of now goes on
TENSES: Sequence[Rule[Token, Status]] = (
    Rule(
        "the plan is possible",
        lambda word: word.dep_ == "acomp" and word.lower_ in classes("adj"),
        lambda word: MADE[classes("adj")[word.lower_]],
    ),
    Rule("the raid", lambda word: not grammar.is_verb(word), lambda _: "happened"),
    Rule(
        "has been negotiating",
        lambda word: word.tag_ == "VBG" and grammar.is_perfect(word) and _helped_by(word, _HAVE_NOW),
        lambda _: "ongoing",
    ),
    Rule("has closed", grammar.is_perfect, lambda _: "happened"),
    Rule("is closing", lambda word: word.tag_ == "VBG" and _helped_by(word, _BE_NOW), lambda _: "ongoing"),
    Rule(
        "Marsh to visit Halvern",
        lambda word: word.tag_ == "VB" and word.dep_ == "ROOT" and grammar.infinitive(word) is not None,
        lambda _: "planned",
    ),
    Rule("closed", always, lambda _: "happened"),
)


def tense(token: Token, headline: bool = False) -> Status:
    """The status that tense and aspect alone give; in a headline the present is the past and `to` the future."""
    now = token.tag_ in ("VBZ", "VBP") and token.lemma_ in _LASTING and not headline
    if now and grammar.is_verb(token) and not grammar.is_perfect(token):
        return "ongoing"  # `remains closed`
    return decide(TENSES, token)
