"""What belongs to a predicate in the parse: who takes part in what role, the words that tell it whole, the time it has.

Roles follow the parse (subject, object, `by`, `with`, dative); an infinitive or participle without a subject takes that
of what governs it, or its object where the governor hands it on (`asked her to come`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.cite import Span
from dateline.mark.parse import Parsed
from dateline.records.marks import Name, Participant, Role, Time

SUBJECT = frozenset({"nsubj", "nsubjpass"})
PLACES = frozenset({"in", "at", "to", "into", "from", "near", "outside", "on", "across", "toward", "towards"})
PARTNERS = frozenset({"with", "between", "against", "for", "among", "alongside", "of"})
KEEPS_OUT = frozenset({"advcl", "relcl", "parataxis"})  # clauses that a telling of the event can do without
HANDED_ON = frozenset({"dobj", "dative"})
Add = Callable[[Role, Token], None]
PRONOUNS = frozenset({"he", "she", "him", "his", "her", "who", "whom", "whose", "himself", "herself"})


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with the names and times that stand in it, by the index of each of their tokens."""

    parsed: Parsed
    names: Mapping[int, Name]
    last: str | None  # the person who was the last subject, for `he` and `she`


def by_token(parsed: Parsed, marks: tuple[Name, ...]) -> dict[int, Name]:
    """The names of a sentence by the index of every token that they cover."""
    start = parsed.sentence.span.start
    found: dict[int, Name] = {}
    if not marks:
        return found
    for token in parsed.doc:
        at = start + token.idx
        for name in marks:
            if name.span.start <= at < name.span.end:
                found[token.i] = name
                break
    return found


def name_at(scene: Scene, token: Token) -> tuple[Span, str | None]:
    """The mention that a phrase headed by `token` is, and its canonical name: the head, an apposition, a pronoun."""
    hit = scene.names.get(token.i)
    if hit is None:
        for child in token.children:
            if child.dep_ == "appos" and child.i in scene.names:
                hit = scene.names[child.i]
                break
    if hit is not None:
        return hit.span, hit.name
    if token.lower_ in PRONOUNS:
        return scene.parsed.place(token), _antecedent(scene, token)
    return scene.parsed.place(token.left_edge if token.left_edge.i > token.i - 8 else token, token), None


def _antecedent(scene: Scene, token: Token) -> str | None:
    if token.lower_ in ("who", "whom", "whose"):
        clause = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
        name = scene.names.get(clause.head.i) if clause is not None else None
        return name.name if name else None
    for verb in token.ancestors:
        for child in verb.lefts:
            name = scene.names.get(child.i)
            if child.dep_ in SUBJECT and child.i < token.i and name is not None and name.type == "PERSON":
                return name.name
    return scene.last


def _together(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ == "conj":
            yield from _together(child)


def subject(token: Token, depth: int = 0) -> tuple[Token | None, bool]:
    """The word that is the subject of a verb, through control, conjunction and participles; whether it is a patient."""
    for child in token.children:
        if child.dep_ in SUBJECT:
            relative = child.tag_ in ("WDT",) or child.lower_ == "that"
            real = token.head if relative and token.dep_ == "relcl" else child
            return real, child.dep_ == "nsubjpass"
    head = token.head
    if head.i == token.i or depth > 5:
        return None, False
    if token.dep_ == "acl" and token.tag_ in ("VBN", "VBG"):
        return head, token.tag_ == "VBN"
    if token.dep_ in ("xcomp", "advcl", "ccomp") and head.pos_ in ("VERB", "AUX"):
        if token.dep_ != "advcl" or token.tag_ == "VB":
            for child in head.children:
                if child.dep_ in HANDED_ON and token.tag_ == "VB" and child.i < token.i:
                    return child, False
        return subject(head, depth + 1)
    if token.dep_ in ("conj", "pcomp", "acl", "prep"):
        return subject(head, depth + 1)
    return None, False


def participants(scene: Scene, token: Token, carrier: Token | None) -> tuple[Participant, ...]:
    """Who takes part in the event at `token`; `carrier` is the light verb of a noun, or None."""
    found: dict[tuple[Role, int], Participant] = {}

    def add(role: Role, phrase: Token) -> None:
        for one in _together(phrase):
            if one.pos_ == "PRON" and one.lower_ in ("it", "there", "that", "which", "this", "what"):
                continue
            span, name = name_at(scene, one)
            found.setdefault((role, span.start), Participant(role, span, name))

    for verb in (carrier, token if token.pos_ in ("VERB", "AUX") else None):
        if verb is not None:
            _of_verb(verb, token, add)
    if token.pos_ not in ("VERB", "AUX"):
        _of_noun(token, add)
    return tuple(sorted(found.values(), key=lambda p: (p.span.start, p.role)))


def _of_verb(verb: Token, noun: Token, add: Add) -> None:
    who, passive = subject(verb)
    passive = passive or _done_by(verb)
    if who is not None and who.i != noun.i:
        add("patient" if passive else "agent", who)
    for child in verb.children:
        if child.dep_ in ("dobj", "dative", "attr") and child.i != noun.i and child.pos_ != "ADP":
            add("patient", child)
        elif child.dep_ == "agent" or (child.dep_ in ("prep", "dative") and child.pos_ == "ADP"):
            _prepositional(child, add)


def _done_by(verb: Token) -> bool:
    """A headline's passive, without its `was`: `Belic invited to Halvern by Marsh`."""
    deps = {child.dep_ for child in verb.children}
    return verb.tag_ in ("VBN", "VBD") and "agent" in deps and not deps & {"dobj", "auxpass"}


def _prepositional(prep: Token, add: Add) -> None:
    for inner in prep.children:
        if inner.dep_ == "pobj":
            word = prep.lower_
            role: Role = "agent" if prep.dep_ == "agent" else "place" if word in PLACES else "other"
            add(role, inner)
        elif inner.dep_ == "prep":
            _prepositional(inner, add)


def _of_noun(token: Token, add: Add) -> None:
    for child in token.children:
        if child.dep_ == "poss":
            add("agent", child)
        elif child.dep_ in ("compound", "amod", "nmod") and child.pos_ in ("PROPN", "ADJ"):
            add("other", child)
        elif child.dep_ == "prep":
            for inner in child.children:
                if inner.dep_ == "pobj":
                    word = child.lower_
                    add("agent" if word == "by" else "place" if word in PLACES else "other", inner)


def clause(scene: Scene, token: Token, carrier: Token | None) -> Span:
    """The words that tell the event whole: from the subject to the last argument, one span inside the sentence."""
    verb = carrier or token
    first = last = verb
    for child in verb.children:
        if child.dep_ in KEEPS_OUT or (child.dep_ in ("punct", "cc", "conj", "mark", "ccomp") and child.i < verb.i):
            continue
        if child.dep_ in ("conj", "cc", "punct", "parataxis"):
            continue
        if child.left_edge.i < first.i:
            first = child.left_edge
        if child.right_edge.i > last.i:
            last = child.right_edge
    while last.is_punct and last.i > first.i and last.text not in "\"'”’)%":
        last = last.nbor(-1)
    while first.i < verb.i and ((first.is_punct and first.text not in "\"'“‘(") or first.is_space):
        first = first.nbor(1)
    return scene.parsed.place(first, last)


def _is_copula(token: Token, heads: Mapping[int, Token]) -> bool:
    return token.lemma_ == "be" and any(c.dep_ == "nsubj" and c.i in heads for c in token.children)


def attach(parsed: Parsed, times: tuple[Time, ...], heads: Mapping[int, Token]) -> dict[int, list[Time]]:
    """Which event each time in a sentence belongs to, by climbing the parse from the time to the first event.

    `heads` maps every token that is an event (or its light verb) to the event's own token. Returns times by the
    index of the event's token.
    """
    found: dict[int, list[Time]] = {}
    start = parsed.sentence.span.start
    for time in times:
        covered = parsed.doc.char_span(time.span.start - start, time.span.end - start, alignment_mode="expand")
        if covered is None:
            continue
        at = covered.root
        while at.i not in heads and at.head.i != at.i and not _is_copula(at, heads):
            at = at.head
        if at.i not in heads:  # `the last visit was in June`
            at = next((c for c in at.children if at.lemma_ == "be" and c.dep_ == "nsubj"), at)
        if at.i in heads:
            found.setdefault(heads[at.i].i, []).append(time)
    return found
