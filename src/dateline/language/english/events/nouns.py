"""Which nouns tell of an event: a weight of evidence from what the word can mean and from how it is used.

The senses of a noun are those of `data/event_lexicon.tsv` and of the shorter `data/event_nouns.tsv`; the weights of the
signs (`data/event_signs.tsv`) were learnt. The sum of the weights of a noun's signs is the logarithm of its odds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from dateline.language import tables
from dateline.language.english import grammar
from dateline.language.english.reporting import cues

if TYPE_CHECKING:
    from dateline.language.tokens import Token

LEAST = -0.8  # the score from which a noun is one: a false event is worth less than a missed one
Sign = tuple[str, float]  # its name, and how strongly it holds
SENSES = ("act", "activity", "event", "process", "speech", "state")
ENDINGS = (
    "tion", "sion", "ment", "ing", "ure", "ance", "ence", "age", "ity", "ness", "ship", "al", "er", "or", "ist", "ant", "ee",
    "ism", "cy", "th", "y",
)  # fmt: skip
_PLACES = (
    "dobj",
    "nsubj",
    "nsubjpass",
    "pobj",
    "compound",
    "ROOT",
    "conj",
    "attr",
    "appos",
    "npadvmod",
    "poss",
    "nmod",
)
_BEFORE = frozenset((
    "after", "during", "in", "for", "of", "to", "on", "from", "with", "by", "since", "following", "amid", "before", "at",
    "over", "under", "into", "about", "against", "as", "despite", "until", "through", "than", "like", "without", "between",
))  # fmt: skip
_LEADS = frozenset(
    ("of", "by", "in", "on", "at", "to", "for", "with", "against", "between", "from", "over", "into", "near")
)
_CAUSES = frozenset((
    "cause", "lead", "trigger", "prompt", "begin", "start", "end", "follow", "occur", "happen", "continue", "result",
    "spark", "face", "suffer", "survive", "win", "lose", "commit", "investigate", "witness",
))  # fmt: skip
_OWNERS = frozenset(("my", "your", "his", "her", "its", "our", "their"))
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_NOUN_PLACES = frozenset({*grammar.SUBJECT, "dobj", "pobj"})  # of an adjective as a noun: `the final`
_CROSSED = ("as:", "after:", "det:")  # signs that weigh otherwise for each kind of sense
_MOST = 0.4  # of the uses of a noun
_HYPHENED = 2  # tokens before the last of a word with a hyphen
_LEAST_GERUND = 6  # letters of a noun that is made from a verb, where no list has it


@dataclass(frozen=True, slots=True)
class Sense:
    """What a noun can mean: shares of its uses by kind of sense, the verb that it is derived from, how common it is.

    `thing` is the commonest kind of its other senses.
    """

    shares: Mapping[str, float]
    thing: str
    verb: str
    seen: int

    @property
    def mostly(self) -> str:
        """The kind of sense that most of its uses have; `other` where none has many."""
        kind = max(self.shares, key=lambda kind: self.shares[kind], default="other")
        return kind if self.shares.get(kind, 0.0) >= _MOST else "other"


@cache
def lexicon() -> Mapping[str, Sense]:
    """Nouns that can name an event, by lemma."""
    return {
        row["word"]: Sense(
            {kind: int(row[kind]) / 10 for kind in SENSES if row[kind]}, row["thing"], row["verb"], int(row["seen"])
        )
        for row in tables.table("event_lexicon")
    }


@cache
def listed() -> Mapping[str, tuple[str, str]]:
    """The commonest event nouns of news: the verb behind each, and its kind."""
    return {
        row["word"]: (row["verb"], row["kind"])
        for row in tables.table("event_nouns")
        if row["kind"] not in ("light", "none")
    }


@cache
def light() -> frozenset[str]:
    """Verbs that add little to an event noun that is their object."""
    return frozenset(row["word"] for row in tables.table("event_nouns") if row["kind"] == "light")


@cache
def _none() -> frozenset[str]:
    """Nouns that WordNet counts among acts, and that tell of no event."""
    return frozenset(row["word"] for row in tables.table("event_nouns") if row["kind"] == "none")


@cache
def _signs() -> Mapping[str, float]:
    return {row["sign"]: float(row["weight"]) for row in tables.table("event_signs")}


def lemma(token: Token) -> str:
    """The lemma of a noun in lower case, whole where it has a hyphen (`break-in`); of a word that was taken for a name, without
    the ending of a plural.
    """
    word: str = token.lemma_.lower()
    if (first := opening(token)) is not None:
        return _known(f"{first.lower_}-{word}") or word
    if token.pos_ == "PROPN" and word not in lexicon() and word not in listed():
        for ending, stem in (("ies", word[:-3] + "y"), ("es", word[:-2]), ("s", word[:-1])):
            if word.endswith(ending) and (stem in lexicon() or stem in listed()):
                return stem
    return word


def opening(token: Token) -> Token | None:
    """The first part of a noun with a hyphen that can name an event (`break-in`)."""
    if token.i < _HYPHENED or (hyphen := token.doc[token.i - 1]).text != "-":
        return None
    first = token.doc[token.i - 2]
    if hyphen.whitespace_ or first.whitespace_:
        return None
    return first if _known(f"{first.lower_}-{token.lemma_.lower()}") else None


@lru_cache(maxsize=20_000)
def _known(word: str) -> str:
    """A word with a hyphen as the lexicon has it, with the hyphen or without; empty where it has neither."""
    return next((form for form in (word, word.replace("-", "")) if form in lexicon() or form in listed()), "")


def tells(token: Token) -> bool:
    """Whether a noun tells of an event where it stands."""
    return candidate(token) and score(token) >= LEAST


@lru_cache(maxsize=20_000)
def verb_behind(word: str) -> str:
    """What events told by a noun (its lemma) are compared by: the verb that it is derived from, or else its lemma."""
    if word in listed():
        return listed()[word][0]
    sense = lexicon().get(word)
    return sense.verb if sense is not None and sense.verb and sense.mostly != "other" else word


def score(token: Token) -> float:
    """The logarithm of the odds that a noun tells of an event."""
    weights = _signs()
    kind, total = _word_score(lemma(token), cues.noun(token) is not None)
    for name in _of_use(token):
        total += weights.get(name, 0.0)
        if name.startswith(_CROSSED):
            total += weights.get(f"{kind}&{name}", 0.0)
    return total


@lru_cache(maxsize=20_000)
def _word_score(word: str, reports: bool) -> tuple[str, float]:
    """The kind of sense that a noun mostly has, and what its signs as a word add up to."""
    weights = _signs()
    return _kind(word), sum(weights.get(name, 0.0) * value for name, value in _of_word(word, reports))


def signs(token: Token) -> Iterator[Sign]:
    """The signs of a noun that may tell of an event, each with its strength: those that `score` weighs."""
    word = lemma(token)
    yield from _of_word(word, cues.noun(token) is not None)
    for name in _of_use(token):
        yield name, 1.0
        if name.startswith(_CROSSED):
            yield f"{_kind(word)}&{name}", 1.0


def _kind(word: str) -> str:
    sense = lexicon().get(word)
    return "none" if sense is None else sense.mostly


def _of_word(word: str, reports: bool) -> Iterator[Sign]:
    yield "any", 1.0
    sense = lexicon().get(word)
    if sense is not None:
        for kind, share in sense.shares.items():
            yield f"sense:{kind}", share
        yield f"thing:{sense.thing}", 1.0 - sum(sense.shares.values())
        yield f"mostly:{sense.mostly}", 1.0
        yield f"seen:{min(sense.seen, 6) // 2}", 1.0
        if sense.verb:
            yield "verb:same" if sense.verb == word else "verb:other", 1.0
    else:
        yield "sense:none", 1.0
    if word in listed():
        yield f"listed:{listed()[word][1]}", 1.0
        yield f"listed&{sense.mostly if sense is not None else 'none'}", 1.0
    if reports:
        yield "reports", 1.0
    if word in tables.words("roles"):
        yield "person", 1.0
    yield f"ending:{next((ending for ending in ENDINGS if word.endswith(ending)), 'none')}", 1.0


def _of_use(token: Token) -> Iterator[str]:
    yield f"tag:{token.tag_}"
    if token.ent_type_:
        yield f"in:{token.ent_type_}"
    yield f"as:{token.dep_ if token.dep_ in _PLACES else 'other'}"
    yield from _of_governor(token)
    yield from _of_dependents(token)


def _of_governor(token: Token) -> Iterator[str]:
    head = token.head
    if token.dep_ == "pobj":
        yield f"after:{head.lower_ if head.lower_ in _BEFORE else 'other'}"
        head = head.head
    if token.dep_ == "ROOT":
        yield "line" if token.doc[-1].is_punct else "line:bare"
    elif grammar.is_verb(head):
        verb: str = head.lemma_.lower()
        known = "light" if verb in light() else "be" if verb == "be" else "causes" if verb in _CAUSES else "verb"
        yield f"under:{'reports' if known == 'verb' and cues.verb(head) is not None else known}"
    elif grammar.is_noun(head):
        yield "under:event" if lemma(head) in lexicon() else "under:noun"


def _of_dependents(token: Token) -> Iterator[str]:
    determined = False
    for word in token.children:
        label = word.dep_
        if label == "det":
            determined = True
            yield f"det:{word.lower_ if word.lower_ in ('the', 'a', 'an', 'no', 'this', 'any') else 'other'}"
        elif label == "poss":
            determined = True
            yield "owned:pronoun" if word.lower_ in _OWNERS else f"owned:{word.ent_type_ or 'noun'}"
        elif label == "prep" and word.lower_ in _LEADS:
            yield f"with:{word.lower_}"
        elif label in ("amod", "compound", "nummod", "relcl", "acl", "appos", "nmod"):
            yield f"{label}:{word.ent_type_ or word.tag_}"
    if not determined:
        yield "det:none"


def candidate(token: Token) -> bool:
    """Whether a word may be a noun that tells of an event: one that can mean one, or is made from a verb."""
    pos = token.pos_
    if pos not in _NOMINAL or not token.is_alpha or (pos == "ADJ" and token.dep_ not in _NOUN_PLACES):
        return False
    word = lemma(token)
    if word in _none():
        return False
    gerund = pos == "NOUN" and word.endswith("ing") and len(word) >= _LEAST_GERUND
    return word in lexicon() or word in listed() or gerund
