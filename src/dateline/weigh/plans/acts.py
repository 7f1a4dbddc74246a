"""Planning acts (`invited`, `put off`, `turned down the offer`) and the planned event that each is about.

What an act is about is read, in this order: from the parse (`rejected the proposal to buy`), from the first plannable event
after it, from the event noun whose clause holds it (`the tour, which had been put off`), from a plannable noun that the
parse made no event of. An act with none of these (`that decision was withdrawn`) speaks of a plan named before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from dateline.cite import Span
from dateline.language import tables
from dateline.language.tables import Row
from dateline.records.findings import PlanStatus
from dateline.records.marks import EventMention
from dateline.weigh import words
from dateline.weigh.mentions import JOURNEYS, Mention, event_nouns

OFF: tuple[PlanStatus, ...] = ("postponed", "cancelled", "withdrawn", "rejected")
SET: tuple[PlanStatus, ...] = ("planned", "offered", "renewed", "agreed", "accepted")

_TREATIES = frozenset(
    {"treaty", "pact", "accord", "agreement", "deal", "union", "bloc", "alliance", "league", "convention"}
)
_LEAVES = frozenset({"exit", "withdraw", "quit", "leave", "pull out"})
# Verbs under an act that only lead on to what is planned: `offered to let them question`, `plans to attend the final`.
_LEADS_ON = frozenset({
    "permit", "allow", "let", "enable", "attend", "schedule", "arrange", "hold", "make", "have", "observe", "travel", "go",
    "come", "start", "begin", "resume", "continue", "take", "join", "seek",
})  # fmt: skip
# Acts that are said of many things: only what the parse puts under them is what they are about.
_LOOSE = frozenset(
    {"ask", "request", "suggest", "discuss", "threaten", "confirm", "decide", "begin", "open", "start", "bid"}
)
_POINTING = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their"})
_BACK = frozenset({"it", "idea", "plan", "date", "dates"})


@cache
def acts() -> Mapping[str, PlanStatus]:
    """Words of planning acts, and what each makes of the plan it is about."""
    return {row["word"]: row["status"] for row in tables.table("plan_words")}  # type: ignore[misc]  # the table's own values


@cache
def act_nouns() -> Mapping[str, PlanStatus]:
    """Nouns of planning acts: `offer`, `invitation`, `decision`."""
    rows = (row for row in tables.table("plan_words") if row["pos"] == "noun")
    return {row["word"]: row["status"] for row in rows}  # type: ignore[misc]  # the table's own values


@cache
def kinds() -> Mapping[str, Row]:
    """Kinds of event that are planned ahead, with how a title names them."""
    return {row["kind"]: row for row in tables.table("plan_kinds")}


@cache
def nouns() -> Mapping[str, str]:
    """Nouns that name a plannable event, and its kind."""
    return {word: row["kind"] for row in tables.table("plan_kinds") for word in row["words"].split("|") if word}


@cache
def _verbs() -> frozenset[str]:
    return frozenset(row["word"] for row in tables.table("plan_words") if row["pos"] == "verb")


def act(event: EventMention) -> PlanStatus | None:
    """What a planning act makes of its plan; None when the event is no act. A treaty is not somebody's agreeing."""
    head = event.head.casefold()
    named = act_nouns().get(head) or act_nouns().get(head.removesuffix("s"))
    if named or (head in event_nouns() and head not in _verbs()):
        return named
    return acts().get(event.lemma) or acts().get(head)


class Scene:
    """The mentions of one report, in text order."""

    def __init__(self, some: list[Mention]) -> None:
        self.some = some
        self._at = {id(one): at for at, one in enumerate(some)}
        self.told = {id(each) for one in some if act(one.event) for each in self.chain(one)}

    def chain(self, one: Mention) -> list[Mention]:
        """The events that an act is about, through acts that are themselves about something."""
        seen = {self._at[id(one)]}
        found: list[Mention] = []
        event = one.event
        while event.about is not None and event.about < len(self.some) and event.about not in seen:
            seen.add(event.about)
            found.append(self.some[event.about])
            event = found[-1].event
        return found

    def leaves(self, one: Mention) -> bool:
        """`withdraw` from a treaty is no act on a plan, it is what is planned."""
        noun = one.event.head.casefold() in nouns()
        span = one.event.sentence if noun else one.event.clause
        return one.event.lemma in _LEAVES and bool(_TREATIES & set(_said(one, span)))

    def plannable(self, one: Mention) -> str | None:
        """The kind of event, where it is one that is planned ahead."""
        if self.leaves(one):
            return "exit"
        row = kinds().get(one.kind)
        if row is None or one.kind == "exit":
            return None
        noun = one.event.head.casefold() in nouns()
        if one.event.lemma == "meet" and not noun and "play" in self._named_kinds(one):
            return "play"  # two teams meet in a final
        return one.kind if noun or row["only"] != "noun" else None

    def target(self, one: Mention, status: PlanStatus) -> tuple[Mention | None, str | None]:
        """The event that an act is about in the end (None where only a noun names it), and its kind (None: no plan)."""
        chain = self.chain(one)
        inner = chain[-1] if chain else one
        asked = any(each.event.lemma == "invite" for each in (one, *chain))
        follows = not chain and one.event.lemma not in _LOOSE and not asked
        some = chain[::-1]
        if follows or (chain and inner.event.lemma in _LEADS_ON):
            some += self._after(inner, bool(chain))
        if not chain:
            some += self._around(one)
        if not chain and status == "held":
            some += self._before(one)
        for each in some:
            if kind := self.plannable(each):
                return each, kind
        if asked and chain:  # `renewed his invitation to her to visit Drava`
            for each in self._after(inner, True):
                if each.event.status == "planned" and self.plannable(each) == "visit":
                    return each, "visit"
        if asked and (status in SET or chain):
            return (inner if chain else None), "visit"
        if chain and act(inner.event):
            return None, next(iter(self._named_kinds(inner)), None)  # `a takeover bid`
        return None, self._noun(one) if follows else None

    def points_back(self, one: Mention) -> bool:
        """`postponed it`, `that decision was withdrawn`: what the act is about is a plan that was named before."""
        chain = self.chain(one)
        taken = [part.span for part in one.event.participants if part.role == "patient"]
        if chain and (not taken or any(span.overlaps(chain[0].event.span) for span in taken)):
            return act(chain[-1].event) is not None
        if taken:  # `cancelled it`, `this decision was withdrawn`, not `dropped the idea of a ban`
            return any(_means_plan(_said(one, span)) for span in taken)
        if one.event.head.casefold() in act_nouns():
            return False  # `the delay`: of what, nobody knows
        said = _said(one, Span(one.event.sentence.start, max(one.event.clause.end, one.event.span.end)))
        return any(word in _BACK or word in nouns() or word in act_nouns() for word in said)

    def _named_kinds(self, one: Mention) -> list[str]:
        """Kinds of the plannable nouns in a clause, in its order."""
        return [kind for word in _said(one, one.event.clause) if (kind := nouns().get(word))]

    def _after(self, one: Mention, chained: bool) -> list[Mention]:
        """Events after an act in its clause that have not taken place; the purpose of a journey before the journey."""
        event = one.event
        held = event.clause if not chained else Span(event.clause.start, event.sentence.end)
        found = [
            each
            for each in self.some
            if each.event.span.start > event.span.start
            and held.holds(each.event.span)
            and each.event.status not in ("happened", "ongoing")
        ]
        return sorted(found, key=lambda each: (self.plannable(each) in JOURNEYS, each.event.span))

    def _around(self, one: Mention) -> Iterator[Mention]:
        """The event noun whose clause holds the act: `the tour, which had been put off`."""
        for each in self.some:
            event = each.event
            if (
                event.span.start < one.event.span.start
                and event.clause.holds(one.event.span)
                and event.head.casefold() in nouns()
            ):
                yield each

    def _before(self, one: Mention) -> Iterator[Mention]:
        """The subject of what begins or opens: `the trial will begin`."""
        for each in self.some:
            event = each.event
            if one.event.clause.start <= event.span.start < one.event.span.start and event.head.casefold() in nouns():
                yield each

    def _noun(self, one: Mention) -> str | None:
        """The kind that a plannable noun names in the clause of an act, where the parse made no event of it."""
        clause = one.event.clause
        heads = {each.event.span for each in self.some if clause.holds(each.event.span)}
        for match in words.WORD.finditer(one.marked.report.text, clause.start, clause.end):
            kind = nouns().get(_bare(match[0]))
            if kind and Span(*match.span()) not in heads:
                return kind
        return None


def _means_plan(said: list[str]) -> bool:
    """Whether a noun phrase points at a plan that was named: `it`, `that decision`; not `a decision to raise taxes`."""
    if not said or {"of", "to", "on", "about"} & set(said):
        return False
    return said[-1] in (*_BACK, *nouns(), *act_nouns()) and (len(said) == 1 or said[0] in _POINTING)


def _said(one: Mention, span: Span) -> list[str]:
    return [_bare(word) for word in words.WORD.findall(span.of(one.marked.report.text))]


def _bare(word: str) -> str:
    return word.casefold().removesuffix("'s").removesuffix("’s")
