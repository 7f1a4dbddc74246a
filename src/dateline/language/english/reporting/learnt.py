"""How much the grammar of an attribution tells for a statement where its content is a bare thing: learnt weights.

Plain signs: the sort of act and frame, what the object names and how it stands, who speaks, how the verb stands; and what
`telling` adds up by hand. The weights stand in `data/statement_signs.tsv`, which bench/learn_statements.py makes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from dateline.language import tables
from dateline.language.english import grammar
from dateline.language.english.reporting import cues
from dateline.language.english.reporting.above import FINITE
from dateline.language.english.reporting.holding import head_of, propositional
from dateline.language.english.reporting.speakers import ability, antecedent, is_document, is_happening
from dateline.language.reporting import Draft
from dateline.records.marks import Polarity

if TYPE_CHECKING:
    from dateline.language.tokens import Token

_DETERMINED = frozenset(("det", "poss", "nummod", "amod", "punct", "compound"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
_FIGURES = frozenset(("MONEY", "PERCENT", "CARDINAL", "QUANTITY"))
_LONG = 12  # words of a content that tells something by its length alone
_ASIDES = frozenset(("advcl", "pcomp"))


def odds(signs: Mapping[str, float]) -> float:
    """The log-odds that an attribution with these signs is a statement."""
    weights = _weights()
    return weights[""] + sum(weights.get(sign, 0.0) * value for sign, value in signs.items())


def signs_of(draft: Draft, polarity: Polarity, evidence: float, *, enough: bool) -> dict[str, float]:
    """What speaks for a statement or against it, by name, mostly 0 or 1.

    `evidence` is what `telling` adds up, `enough` whether that would be a statement by itself.
    """
    words = [word for word in draft.words() if not word.is_punct]
    found = {
        f"act_{draft.cue.act}": 1.0,
        f"frame_{draft.frame}": 1.0,
        "evidence": max(-2.0, min(4.0, evidence)),
        "enough": float(enough),
        "attitude": float(draft.cue.class_ == "attitude"),
        "marked": float(draft.marked),
        "unsaid": float(polarity == "nonstatement"),
        "denied": float(polarity == "deny"),
        "long": min(1.0, len(words) / _LONG),
        **{f"takes_{frame}": 1.0 for frame in ("that", "quote", "hear", "obj-as") if frame in draft.cue.frames},
        **{f"trait_{trait}": 1.0 for trait in draft.cue.traits},
        **dict.fromkeys(_of_content(draft, words), 1.0),
        **dict.fromkeys(_of_verb(draft), 1.0),
        **dict.fromkeys(_of_source(draft), 1.0),
    }
    head = head_of(draft)
    if head is not None:
        found["act_named"] = propositional(head)
        found.update(dict.fromkeys(_of_head(draft, head), 1.0))
    return {sign: value for sign, value in found.items() if value}


def _of_content(draft: Draft, words: list[Token]) -> Iterator[str]:
    """Whether there is a clause in it, and of which sort; a figure; how it begins."""
    if any(word.ent_type_ in _FIGURES for word in words):
        yield "figure"
    if words and words[0].dep_ == "prep":
        yield f"by_{words[0].lower_}"
    for word in words:
        finite = word.tag_ in (*FINITE, "MD")
        above = word.head if word.dep_ in ("aux", "auxpass") else word
        if finite and above.dep_ != "relcl":
            yield "clause"
        elif finite:
            yield "relative"
        elif word.tag_ == "VB" and grammar.infinitive(word) is not None:
            yield "infinitive"
        elif word.tag_ == "VBG" and word.dep_ == "pcomp":
            yield "gerund"
        elif word.lower_ == "as" and word.dep_ == "prep":
            yield "likened"


def _of_head(draft: Draft, head: Token) -> Iterator[str]:
    """How what it is about stands: bare or told more of, known or new, whose; a word for words, somebody, several."""
    hung = [child for child in head.children if draft.holds(child)]
    if all(child.dep_ in _DETERMINED for child in hung):
        yield "bare"
    if not hung:
        yield "alone"
    if any(child.dep_ == "amod" for child in hung):
        yield "qualified"
    if is_happening(head):
        yield "happening"
    first = head.left_edge
    if first.lower_ in _DEFINITE:
        yield "known"
    if any(child.dep_ == "poss" for child in hung):
        yield "owned"
    if head.tag_ in ("NNS", "NNPS"):
        yield "several"
    if cues.noun(head) is not None or head.lemma_.lower() in tables.words("charges"):
        yield "words"
    if head.pos_ in ("PROPN", "PRON"):
        yield "named"
    elif head.pos_ == "NOUN" and ability(head) == "yes":
        yield "somebody"
    elif grammar.is_verb(head):
        yield "done"


def _of_verb(draft: Draft) -> Iterator[str]:
    """How the verb stands: told outright, beside another, as what is to be done, of whom it is done to."""
    verb = draft.line.doc[draft.head]
    if draft.cue.pos != "verb":
        yield draft.cue.pos
        return
    yield "finite" if verb.tag_ in FINITE or any(child.tag_ in FINITE for child in verb.lefts) else f"tag_{verb.tag_}"
    if verb.dep_ in _ASIDES:
        yield f"dep_{verb.dep_}"
    if verb.dep_ in ("acl", "relcl"):
        yield "told_of"
    if any(child.lower_ in ("when", "while", "after") for child in verb.lefts):
        yield "when"
    if grammar.is_passive(verb):
        yield "passive"
    if any(child.tag_ == "MD" for child in verb.lefts):
        yield "modal"
    if any(child.dep_ == "neg" for child in verb.lefts):
        yield "negated"
    if grammar.infinitive(verb) is not None:
        yield f"to_{verb.dep_}"
    if verb.tag_ in ("VBZ", "VBP"):
        yield "present"


def _of_source(draft: Draft) -> Iterator[str]:
    """Who speaks: nobody told, a person by name, a body, a pronoun, a document, something that cannot surely."""
    if draft.source is None:
        yield "nobody"
        return
    head = antecedent(draft.line.doc[draft.source[0] : draft.source[1] + 1].root)
    if ability(head) != "yes":
        yield "unable"
    if head.pos_ == "PRON":
        yield "pronoun"
    elif is_document(head):
        yield "document"
    elif head.ent_type_ in ("PERSON", "ORG"):
        yield head.ent_type_.lower()


@cache
def _weights() -> Mapping[str, float]:
    return {row["sign"]: float(row["weight"]) for row in tables.table("statement_signs")}
