"""English titles of plans: `Ada Marsh’s visit to Drava`, `Takeover of Hask Town by Brandt`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dateline.cite import Span
from dateline.language.english import planning
from dateline.language.plan_titles import PlanParts
from dateline.language.tables import Row
from dateline.records.marks import EventMention

_OF = re.compile(
    r"\s+(?:of|from)\s+((?:(?:the|a|an)\s+)?(?:[\w’'-]+\s+){0,3}?[\w’'-]+)"
    r"(?=\s*[,.;–—]|\s+(?:by|with|in|on|at|to|and|for)\b|$)"
)
_TREATY = re.compile(r"\s+(?:\([A-Z]+\)\s+)?(treaty|pact|accord|agreement|deal|convention|league|union)", re.IGNORECASE)
_NOUN = re.compile(r"(?<![\w’'-])(?:(?!(?:the|a|an|its|their|his|her)\b)[\w’'-]+\s+){0,2}[\w-]+$", re.IGNORECASE)
_BY = re.compile(r"\s+(?:by|of|for)\s+(?:the\s+)?[\w’'-]+")
_NEXT = re.compile(r"\s+([\w-]+)")
_VAGUE = frozenset({"guest", "conference", "session", "party"})  # words for the kind that make no title
_UNDERGONE = frozenset({"open", "close", "launch"})  # what a thing does of itself: `the pool will open`
_ARTICLES = frozenset({"The", "A", "An"})
_WITH_ARTICLE = frozenset({"United States", "United Kingdom", "European Union", "Netherlands"})


def journey(parts: PlanParts) -> str:
    """`Ada Marsh’s visit to Drava`, `Drava’s tour of Estmark`; `Visit to Drava` where nobody is known to go."""
    noun = parts.noun if is_journey(parts.kind) else "visit"
    to = f" {'of' if noun == 'tour' else 'to'} {parts.place}" if parts.place else ""
    return f"{_own(parts.going)} {noun}{to}" if parts.going else f"{noun.capitalize()}{to}"


def title(parts: PlanParts) -> str:
    """By the form that `plan_kinds.tsv` gives for its kind, with the place where that says more."""
    form = _row(parts.kind)["form"]
    made = _of_deed(form, parts)
    return f"{made} in {parts.place}" if parts.place and form != "exit" and parts.place not in made else made


def offer(giver: str | None, taker: str) -> str:
    """`Lake City’s offer to Ada Marsh`, `Offer to Ada Marsh`."""
    return f"{_own(giver)} offer to {taker}" if giver else f"Offer to {taker}"


def _of_deed(form: str, parts: PlanParts) -> str:
    """The title without its place."""
    named = (*parts.people, *parts.bodies)
    pair = next((names[:2] for names in (parts.people, named, parts.states) if len(names) > 1), ())
    noun = parts.noun.capitalize()
    if parts.called:
        return parts.called + (f" between {' and '.join(pair)}" if form == "between" and pair else "")
    if form == "between" and pair:
        return f"{noun} {'between' if parts.noun != 'meeting' else 'of'} {_the(pair[0])} and {_the(pair[1])}"
    if form == "exit":
        return _exit(parts)
    if form == "deed" and parts.patient:
        by = f" by {parts.agent}" if parts.agent != parts.patient and parts.agent in named else ""
        return f"{noun} of {parts.patient}{by}"
    if form == "own" and named:
        return f"{_own(named[0])} {parts.noun}"
    if parts.phrase and " " in parts.phrase:
        return parts.phrase
    if (
        not named
        and form == "single"
        and (thing := parts.patient or (parts.agent if parts.kind in _UNDERGONE else None))
    ):
        return f"{noun} of {thing[0].lower() if thing.split()[0] in _ARTICLES else thing[0]}{thing[1:]}"
    return f"{noun}: {', '.join(named[:2])}" if named else noun


def _exit(parts: PlanParts) -> str:
    """`Estmark’s exit from the Lake Pact`."""
    agent = parts.agent or next(iter([*parts.bodies, *parts.people, *parts.states]), None)
    left = parts.treaty or parts.patient or "the treaty"
    if not agent:
        return f"Exit from {left}"
    mine = _own(_the(agent))
    return f"{mine[0].upper()}{mine[1:]} exit from {left}"


def is_journey(kind: str) -> bool:
    """By the form that `plan_kinds.tsv` gives for it."""
    return _row(kind)["form"] == "journey"


def noun(kind: str, heads: Sequence[str]) -> str:
    """One of the words for the kind, of two that are as frequent the last in the alphabet; else its plain noun."""
    known = frozenset(_row(kind)["words"].split("|")) - _VAGUE
    often = Counter(head for head in heads if head in known)
    return max(often, key=lambda head: (often[head], head)) if often else _row(kind)["noun"]


def name_with(kind: str, text: str, name: Span, until: int) -> str | None:
    """`Lake Cup final`."""
    after = _NEXT.match(text, name.end, until)
    if after is None or planning.nouns().get(after[1].casefold()) != kind:
        return None
    return f"{name.of(text).removeprefix('the ')} {after[1].lower()}"


def is_named(kind: str, name: str) -> bool:
    """`Drava Marathon`."""
    return planning.nouns().get(name.split()[-1].casefold()) == kind


def bare_name(name: str) -> str:
    """Without `the`."""
    return name.removeprefix("the ").removeprefix("The ")


def treaty(text: str, name: Span, canonical: str) -> str | None:
    """`the Lake Fisheries treaty`."""
    after = _TREATY.match(text, name.end)
    return f"the {canonical.removeprefix('the ')} {after[1].lower()}" if after else None


def done_to(text: str, event: EventMention) -> str | None:
    """The words after `of` or `from`, up to the next preposition or the end of the clause."""
    after = _OF.match(text, event.span.end, event.clause.end)
    return " ".join(after[1].split()) if after else None


def phrase(text: str, event: EventMention) -> str | None:
    """`Donors’ conference`, `Closure of the Karst line`."""
    before = _NOUN.search(text[event.clause.start : event.span.end])
    if before is None or not planning.is_plan_noun(event):
        return None
    by = _BY.match(text, event.span.end, event.clause.end)
    words = " ".join((before[0] + (by[0] if by else "")).split())
    return words[0].upper() + words[1:]


def _row(kind: str) -> Row:
    rows = planning.kind_rows()
    return rows[kind] if kind in rows else rows["visit"]


def _the(name: str) -> str:
    return f"the {name}" if name in _WITH_ARTICLE else name


def _own(name: str | None) -> str:
    """The possessive of a name."""
    return f"{name}’" if name and name.endswith("s") else f"{name}’s"
