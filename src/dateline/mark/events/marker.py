"""The marker of events: predicates and event nouns with who takes part, when, how they stand, and what they are about.

A predicate is a verb, or a noun of `data/event_nouns.tsv` (with its light verb, where it has one: `held talks`).
`status` says whether it took place; `events_parts` reads its participants, clause and time off the parse.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from dateline import edtf
from dateline.cite import Span
from dateline.language import tables
from dateline.mark.events import parts, status
from dateline.mark.events.parts import Scene
from dateline.mark.events.status_words import phrase
from dateline.mark.parse import Parse, Parsed
from dateline.records.marks import EventMention, Name, Quote, Status, Time

VERSION = "2"

EMPTY = frozenset({"be", "have", "do", "get", "let", "'s", "seem", "appear"})
NO_EVENT = frozenset({"aux", "auxpass", "amod", "compound", "case", "mark", "prep", "punct", "det"})
MISSED = ("postponed", "cancelled")


@cache
def nouns() -> Mapping[str, tuple[str, str]]:
    """Event nouns: the verb behind each, and its kind."""
    return {r["word"]: (r["verb"], r["kind"]) for r in tables.table("event_nouns") if r["kind"] != "light"}


@cache
def light() -> frozenset[str]:
    """Verbs that add little to an event noun that is their object."""
    return frozenset(r["word"] for r in tables.table("event_nouns") if r["kind"] == "light")


@cache
def acts() -> frozenset[str]:
    """Words of planning acts: what they are about is a planned event."""
    return frozenset(r["word"] for r in tables.table("plan_words"))


@dataclass(frozen=True, slots=True)
class Draft:
    """An event found in a sentence: its head, the verb that carries it (a noun's light verb), its lemma."""

    token: Token
    carrier: Token | None
    lemma: str


def events(
    parse: Parse, names: tuple[Name, ...], times: tuple[Time, ...], quotes: tuple[Quote, ...]
) -> tuple[EventMention, ...]:
    """The events of a report, in text order. `about` counts in the tuple that is returned."""
    made: list[EventMention] = []
    day = parse.report.published.day
    last: str | None = None
    named, timed = _within(parse, names), _within(parse, times)
    for at, parsed in enumerate(parse.sentences):
        inside = parts.by_token(parsed, tuple(n for n in named[at] if isinstance(n, Name)))
        scene = Scene(parsed, inside, last)
        made += _of_sentence(scene, tuple(t for t in timed[at] if isinstance(t, Time)), day, len(made))
        last = _subject_person(scene) or last
    return tuple(made)


def _within(parse: Parse, marks: tuple[Name, ...] | tuple[Time, ...]) -> list[list[Name | Time]]:
    """The marks of each sentence; both in text order."""
    out: list[list[Name | Time]] = [[] for _ in parse.sentences]
    at = 0
    for mark in marks:
        while at < len(out) and parse.sentences[at].sentence.span.end <= mark.span.start:
            at += 1
        if at < len(out) and parse.sentences[at].sentence.span.overlaps(mark.span):
            out[at].append(mark)
    return out


def _subject_person(scene: Scene) -> str | None:
    for token in scene.parsed.doc:
        name = scene.names.get(token.i)
        if token.dep_ == "nsubj" and name is not None and name.type == "PERSON":
            return name.name
    return None


def _of_sentence(scene: Scene, times: tuple[Time, ...], day: str | None, before: int) -> list[EventMention]:
    drafts = [one for one in _drafts(scene.parsed) if not _taken(scene, one.token, times)]
    heads = {d.token.i: d.token for d in drafts} | {d.carrier.i: d.token for d in drafts if d.carrier is not None}
    dated = parts.attach(scene.parsed, times, heads)
    place = {draft.token.i: before + at for at, draft in enumerate(drafts)}
    return [_event(scene, draft, dated.get(draft.token.i, []), day, _about(draft, heads, place)) for draft in drafts]


def _taken(scene: Scene, token: Token, times: tuple[Time, ...]) -> bool:
    """Whether a word is part of a time (`the fall`) or of a name that the parser took for a verb."""
    at = scene.parsed.place(token)
    name = scene.names.get(token.i)
    return any(time.span.holds(at) for time in times) or (name is not None and token.pos_ == "VERB")


def _drafts(parsed: Parsed) -> Iterator[Draft]:
    """The predicates of a sentence, in text order."""
    known, lights = nouns(), light()
    taken: dict[int, Token] = {}
    for token in parsed.doc:
        if _is_noun(token) and token.lemma_.lower() in known and token.dep_ != "compound":
            verb = token.head.head if token.dep_ == "pobj" else token.head
            lent = verb.lemma_ in lights and token.dep_ in ("dobj", "nsubjpass") and " " not in phrase(verb)
            if verb.pos_ == "VERB" and verb.i not in taken and (lent or _takes_place(verb, token)):
                taken[verb.i] = token
    carried = {noun.i: noun.doc[verb] for verb, noun in taken.items()}
    for token in parsed.doc:
        if token.i in taken:
            continue
        lemma = token.lemma_.lower()
        if _is_noun(token) and lemma in known and token.dep_ not in ("compound", "npadvmod"):
            yield Draft(token, carried.get(token.i), known[lemma][0])
        elif _is_verb(token):
            yield Draft(token, None, phrase(token))


def _takes_place(verb: Token, noun: Token) -> bool:
    """`the match is to take place`, `she went on trial`: the verb says no more than that it is."""
    if noun.dep_ == "pobj":
        return noun.head.lower_ == "on" and noun.head.head.i == verb.i and verb.lemma_ == "go"
    if noun.dep_ != "nsubj":
        return False
    whole = [verb.lemma_, *(c.lower_ for c in verb.children if c.dep_ in ("dobj", "prt", "advmod"))]
    return " ".join(whole[:2]) in ("take place", "go ahead") or verb.lemma_ == "occur"


def _is_noun(token: Token) -> bool:
    """A noun, or an adjective in a noun's place (`the final`)."""
    return token.pos_ == "NOUN" or (token.pos_ == "ADJ" and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj"))


def _is_verb(token: Token) -> bool:
    if token.pos_ == "AUX" and token.lemma_ == "be" and token.dep_ not in ("aux", "auxpass"):
        return False
    if token.pos_ != "VERB" or token.dep_ in NO_EVENT or not token.is_alpha:
        return False
    if token.lemma_ == "appear" and any(
        c.dep_ == "prep" and c.lower_ in ("in", "at", "on", "before") for c in token.children
    ):
        return True  # `appear in court`
    return not (token.lemma_ in EMPTY and not any(c.dep_ == "dobj" for c in token.children))


def _about(draft: Draft, heads: Mapping[int, Token], place: Mapping[int, int]) -> int | None:
    """The event in the same sentence that a planning act is about: its clause, its object, or what that is for."""
    if draft.token.lemma_.lower() not in acts() and draft.lemma not in acts():
        return None
    verbs = [one for one in (draft.token, draft.carrier) if one is not None]
    for verb in verbs:
        for child in _objects(verb):
            target = heads.get(child.i)
            if target is not None and target.i != draft.token.i:
                return place[target.i]
    return None


def _objects(verb: Token) -> Iterator[Token]:
    """The words under a planning act that may head what it is about, the nearest tie first."""
    deps = ("xcomp", "dobj", "nsubjpass", "acl", "ccomp", "advcl")
    for dep in deps:
        for child in verb.children:
            if child.dep_ == dep and (dep != "advcl" or child.tag_ == "VB"):
                yield child
                if dep == "dobj":
                    yield from (
                        inner for inner in child.children if inner.dep_ in ("acl", "relcl") and inner.tag_ == "VB"
                    )
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("for", "to", "of", "on"):
            yield from (inner for inner in child.children if inner.dep_ in ("pobj", "pcomp"))


def _event(scene: Scene, draft: Draft, times: list[Time], day: str | None, about: int | None) -> EventMention:
    parsed = scene.parsed
    standing = status.standing(draft.carrier or draft.token, told=parsed.sentence.label != "headline")
    if draft.carrier is not None:
        own = status.standing(draft.token)
        standing = own if own.words and standing.status == "happened" else standing
    time = _best(times)
    found = _dated(standing.status, draft, time, day)
    made = EventMention(
        span=parsed.place(draft.token),
        clause=parts.clause(scene, draft.token, draft.carrier),
        sentence=parsed.sentence.span,
        head=draft.token.text,
        lemma=draft.lemma,
        status=found,
        participants=parts.participants(scene, draft.token, draft.carrier),
        evidence=_evidence(parsed, standing, draft),
        about=about,
    )
    if time is None or time.value is None:
        return made
    return replace(made, date=time.value, earliest=time.earliest, latest=time.latest, time=time.span)


def _evidence(parsed: Parsed, standing: status.Standing, draft: Draft) -> tuple[Span, ...]:
    return tuple(parsed.place(token) for token in status.evidence(standing, draft.carrier or draft.token))


def _best(times: list[Time]) -> Time | None:
    """The time that dates the event: a date that the calendar knows, the tightest, the first of several."""
    known = [t for t in times if t.type in ("DATE", "TIME") and _known(t.value)]
    return min(known, key=lambda t: (_width(t), t.span.start), default=None)


def _known(value: str | None) -> bool:
    if value is None:
        return False
    try:
        edtf.interval(value)
    except ValueError:
        return False
    return True


def _width(time: Time) -> int:
    """Coarseness: an exact day before a week, a month, a year, what is open."""
    value = time.value or ""
    if "/" in value:
        return 5
    return {10: 0, 7: 1, 4: 3}.get(len(value.rstrip("~?%")), 0 if "T" in value else 4)


def _dated(found: Status, draft: Draft, time: Time | None, day: str | None) -> Status:
    """The status, corrected by the calendar: what is dated after the report's day has not happened yet."""
    if time is None or day is None or time.earliest is None or time.earliest <= day:
        return found
    return "planned" if found in ("happened", "ongoing") and draft.lemma not in acts() else found
