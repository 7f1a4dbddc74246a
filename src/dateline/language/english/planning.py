"""English planning acts (`invited`, `put off`, `turned down the offer`), what is planned, and the words around both."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

from dateline.cite import Span
from dateline.language import tables
from dateline.language.english import predicates, status_words, words
from dateline.language.planning import Asking, PlanKind
from dateline.language.tables import Row
from dateline.language.words import WORD
from dateline.records.findings import PlanStatus
from dateline.records.marks import EventMention

# ------------------------------------------------------------------------------------------------- what is planned

_TREATIES = frozenset({
    "treaty", "pact", "accord", "agreement", "deal", "union", "bloc", "alliance", "league", "convention",
})  # fmt: skip
_SIDES = 2  # of what several do with one another
_SOONER = frozenset({"bring forward", "pull forward", "move up"})
_LEAVES = frozenset({"exit", "withdraw", "quit", "leave", "pull out"})


@cache
def kinds() -> Mapping[str, PlanKind]:
    """Kinds of event that are planned ahead: the rows of `plan_kinds.tsv`."""
    return {
        kind: PlanKind(kind, frozenset({kind, *filter(None, row["held"].split("|"))}), row["form"] == "between")
        for kind, row in kind_rows().items()
    }


@cache
def kind_rows() -> Mapping[str, Row]:
    """The rows of `plan_kinds.tsv` by kind."""
    return {row["kind"]: row for row in tables.table("plan_kinds")}


@cache
def nouns() -> Mapping[str, str]:
    """Nouns that name a plannable event, in lower case, and its kind."""
    return {word: row["kind"] for row in tables.table("plan_kinds") for word in row["words"].split("|") if word}


def plannable(text: str, event: EventMention) -> str | None:
    """By its kind; where only the noun of a kind tells of such an event (`trial`, not `try`), by that noun."""
    if leaves(text, event):
        return "exit"
    kind = predicates.kind_of(event)
    row = kind_rows().get(kind)
    noun = is_plan_noun(event)
    if row is None or kind == "exit" or event.rank == "attributive" or (not noun and event.noun):
        return None  # `the issue`, `a conversation`: a noun names what is planned, or it does not
    if event.lemma == "meet" and not noun and any(named == "play" for _, named in planned_nouns(text, event.clause)):
        return "play"  # two teams meet in a final
    return kind if noun or not row["only"] or (row["only"] == "two" and len(event.names()) >= _SIDES) else None


def leaves(text: str, event: EventMention) -> bool:
    """`withdraw`, `quit` with a treaty, bloc or union in its clause; of a noun, in its sentence."""
    span = event.sentence if is_plan_noun(event) else event.clause
    return event.lemma in _LEAVES and bool(_TREATIES & set(_words(span.of(text))))


def is_plan_noun(event: EventMention) -> bool:
    """`the tour`, `a by-election`."""
    return event.noun and event.head.casefold() in nouns()


def planned_nouns(text: str, within: Span) -> tuple[tuple[Span, str], ...]:
    """By the nouns of `plan_kinds.tsv`, in the singular and without a possessive."""
    matches = WORD.finditer(text, within.start, within.end)
    return tuple((Span(*match.span()), kind) for match in matches if (kind := nouns().get(_bare(match[0]))))


@cache
def own_words() -> frozenset[str]:
    """`visit`, `summit`, `offer`, `postponement` …"""
    return frozenset({*nouns(), *_act_nouns()})


# -------------------------------------------------------------------------------------------------------- the acts

_ASKING: Mapping[str, Asking] = {
    "invite": "invites", "host": "hosts", "greet": "hosts", "welcome": "hosts", "want": "wants", "ask": "asks",
}  # fmt: skip
_ANNOUNCES = frozenset({"announce", "confirm", "decide", "agree"})
# Verbs under an act that only lead on to what is planned: `offered to let them question`, `plans to attend the final`.
_LEADS_ON = frozenset({
    "permit", "allow", "let", "enable", "attend", "schedule", "arrange", "hold", "make", "have", "observe", "travel", "go",
    "come", "start", "begin", "resume", "continue", "take", "join", "seek", "do", "spend",
})  # fmt: skip
# Acts that are said of many things: only what the parse puts under them is what they are about.
_LOOSE = frozenset({
    "ask", "request", "suggest", "discuss", "threaten", "confirm", "decide", "begin", "open", "start", "bid",
})  # fmt: skip


def act(event: EventMention) -> PlanStatus | None:
    """By `plan_words.tsv`. A treaty (`the agreement`) is not somebody's agreeing."""
    head = event.head.casefold()
    named = _act_nouns().get(head) or _act_nouns().get(head.removesuffix("s"))
    if named or (event.noun and head not in _act_verbs()):
        return named
    return _acts().get(event.lemma) or _acts().get(head)


def is_act_noun(event: EventMention) -> bool:
    """`offer`, `invitation`, `decision`."""
    return event.head.casefold() in _act_nouns()


_OFFERS = frozenset({"offer", "bid"})
_OFFERED = frozenset({"offer", "bid", "job", "post", "position", "role", "contract", "nomination"})
_TAKE_PLACE = re.compile(r"[^,;:]*?\bto (?:be|become|serve as|act as)\b", re.IGNORECASE)


def is_offer(text: str, event: EventMention) -> bool:
    """`offer`, `bid`; `ask` with `to be`, `to become`, `to serve as` behind it in its clause."""
    return event.lemma in _OFFERS or (
        event.lemma == "ask" and bool(_TAKE_PLACE.match(text[event.span.end : event.sentence.end]))
    )


def is_offered(phrase: str) -> bool:
    """`the job`, `the post`, `the offer`."""
    return bool(_OFFERED & set(_words(phrase)[-1:]))


def hastens(event: EventMention) -> bool:
    """`brought forward`, `moved up`."""
    return event.lemma in _SOONER


def asking(event: EventMention) -> Asking | None:
    """By its lemma: `invite`, `welcome`, `want`, `ask`."""
    return _ASKING.get(event.lemma)


def announces(event: EventMention) -> bool:
    """`announce`, `confirm`."""
    return event.lemma in _ANNOUNCES


_COMMITS = frozenset({"plan", "intend", "promise", "pledge", "vow", "prepare", "arrange", "schedule"})


def commits(event: EventMention) -> bool:
    """`promise`, `plan`, `vow`."""
    return event.lemma in _COMMITS


def leads_on(event: EventMention) -> bool:
    """`let`, `attend`, `seek`."""
    return event.lemma in _LEADS_ON


def is_loose(event: EventMention) -> bool:
    """`suggest`, `begin`."""
    return event.lemma in _LOOSE


@cache
def _acts() -> Mapping[str, PlanStatus]:
    return {row["word"]: row["status"] for row in tables.table("plan_words")}  # type: ignore[misc]  # the table's own values


@cache
def _act_nouns() -> Mapping[str, PlanStatus]:
    rows = (row for row in tables.table("plan_words") if row["pos"] == "noun")
    return {row["word"]: row["status"] for row in rows}  # type: ignore[misc]  # the table's own values


@cache
def _act_verbs() -> frozenset[str]:
    return frozenset(row["word"] for row in tables.table("plan_words") if row["pos"] == "verb")


# ------------------------------------------------------------------------------------------- what an act is done to

_POINTING = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their"})
_BACK = frozenset({"it", "idea", "plan", "date", "dates"})
_TURNS_BACK = re.compile(r"\b(?:which|that|was|were|been|be|is)\b[^.;:!?“”\"]*$")


def means_plan(phrase: str) -> bool:
    """`it`, `that decision`; not `a decision to raise taxes`."""
    words = _words(phrase)
    if not words or {"of", "to", "on", "about"} & set(words):
        return False
    return _can_mean_plan(words[-1]) and (len(words) == 1 or words[0] in _POINTING)


def speaks_of_plan(text: str, within: Span) -> bool:
    """`it`, `the date`, `the visit`, `the offer`."""
    return any(map(_can_mean_plan, _words(within.of(text))))


def turns_back(between: str) -> bool:
    """`the tour, which had been put off`, `the tour was put off`."""
    return bool(_TURNS_BACK.search(between))


def _can_mean_plan(word: str) -> bool:
    return word in _BACK or word in own_words()


# ------------------------------------------------------------------------------------------------- how it is told

_NEAR, _FAR = 24, 200  # code points before an act within which words say how it is told, or that it is only wished
# Words over an act by which it is wished, weighed or denied, with nothing between that ends the clause. `May` is a month.
_WISHED = re.compile(
    r"\b(?:call(?:s|ed|ing)? (?:on|for|upon|to)|demand\w*|(?:reason|plea|request)s? to|urg(?:e|es|ed|ing)|ask(?:s|ed|ing)?"
    r"|want(?:s|ed|ing)?|threat\w+|consider\w*|suggest\w*|propos(?:e|es|ed|ing)|press(?:es|ed|ing|ure)?"
    r"|push(?:es|ed|ing)? for|should|must|ought|told\b[^,.;:]* to|could|might|(?-i:may)|whether|if|not|never|refus\w+|declin\w+"
    r"|den(?:y|ies|ied)|(?:did|do|does|has|had|was|is|were|are|would)n[’']t)\b[^,.;:]*$",
    re.IGNORECASE,
)
_CLAIM = re.compile(
    r"\s+(?:(?:the|a|an|any|all|his|her|its|their|such|these|those)\s+)?(?:\w+\s+)?"
    r"(?:claim|allegation|accusation|charge|criticism|report|notion|assertion|finding|argument)s?\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"\b(?:(?:how|whether|if|why)\b[^.;]{0,80}|(?:could|might|(?-i:may)|would have|should) (?:\w+ ){0,2})$",
    re.IGNORECASE,
)
_AS = re.compile(r"\bas\s+(?:an?|the|mere|nothing|just|little|being)\b")
_POSSIBLE = re.compile(r"\b(?:could|might|(?-i:may)|must|should|ought to) (?:\w+ ){0,2}$", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|before|since|once|following|when)\s+$", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:had|(?:which|who) has|(?:was|were) (?:first|originally|initially))\b")
_WILL_NOT = re.compile(r"\b(?:(?:will|would) not|won[’']t|wouldn[’']t)(?: be)? $", re.IGNORECASE)
_UNTIL_THEN = re.compile(r"[^,.;:!?]{0,40}\b(?:until|till)\b", re.IGNORECASE)
# Verbs of advice (Levin 1993, 37.9) and telling, and of wishing (32.1, 32.2).
_ADVISE = ("admonish", "advise", "alert", "caution", "counsel", "encourage", "tell", "warn")
_WISH = ("desire", "hope", "long", "want", "wish")
_WAS_AHEAD = re.compile(
    r"\b(?:(?:had|was|were)\b(?:\W+\w+){1,3}|(?:hoped|intended|planned|wanted|hoping|used\s+to\s+\w+))\s+to\s+(?:be\s+)?$",
    re.IGNORECASE,
)
_AIM = re.compile(
    r"(?:\b(?:until|till|to|for|after|before|by|from|due (?:on|in|at))\s+(?:the\s+|at least\s+|early\s+|late\s+)?|\bnext\s+)$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:until|till|to)\s+(?:the\s+)?$", re.IGNORECASE)


def only_wished(text: str, event: EventMention) -> bool:
    """Under `urge`, `consider`, `should`, `not`, before it or in what says how it stands; or before `the allegation`."""
    before = text[max(event.sentence.start, event.span.start - _FAR) : event.span.start]
    if _WISHED.search(before) or _CLAIM.match(text[event.span.end : event.sentence.end]):
        return True
    return any(_WISHED.search(f"{span.of(text)} ") for span in event.evidence)


def can_be_command(event: EventMention) -> bool:
    """The imperative is the plain form of the verb."""
    return event.head == event.lemma


def only_supposed(text: str, event: EventMention) -> bool:
    """After `how`, `whether`, `could`, `may`; in a question; as what something else is done for (`saved to buy a boat`)."""
    if (
        event.rank not in ("main", "content")
        and event.evidence
        and {x.of(text).casefold() for x in event.evidence} == {"to"}
    ):
        return True
    sentence = event.sentence.of(text).rstrip(" \n\"”’'")
    return sentence.endswith("?") or bool(_SUPPOSED.search(text[event.sentence.start : event.span.start]))


def only_possible(text: str, event: EventMention) -> bool:
    """After `could`, `might`, `may`, `must`, `should`, or under a verb that stands so (`may ask him to go`)."""
    start = event.sentence.start
    return any(
        _POSSIBLE.search(text[start : span.start]) for span in (event.span, *event.evidence) if span.start > start
    )


def only_sought(text: str, event: EventMention) -> bool:
    """Under a word that asks for or tries it (`event_status.tsv`: `demand`, `try`), or a verb of advice or wishing."""
    return bool(event.evidence) and words.root(event.evidence[-1].of(text)) in _seeking()


def judges(text: str, event: EventMention) -> bool:
    """By `as` behind it, and what it is taken for."""
    return bool(_AS.search(text[event.span.end : max(event.clause.end, event.span.end)]))


def waits(text: str, event: EventMention) -> bool:
    """`will not be released until next of kin are told`."""
    before, behind = text[event.sentence.start : event.span.start], text[event.span.end : event.sentence.end]
    return bool(_WILL_NOT.search(before) and _UNTIL_THEN.match(behind))


def was_ahead(text: str, event: EventMention) -> bool:
    """`had planned to`, `were about to`, `was originally scheduled to`, `planned to bring him back`, `used to promise to`."""
    before = text[max(event.sentence.start, event.span.start - 2 * _NEAR) : event.span.start]
    return bool(_WAS_AHEAD.search(before))


def told_later(text: str, event: EventMention) -> bool:
    """`had put off`, `was first planned`; a clause after `after`, `before`, `when`."""
    near = text[max(event.clause.start, event.span.start - _NEAR) : event.span.start].casefold()
    return bool(_EARLIER.search(near) or _AFTER.search(text[max(0, event.clause.start - 12) : event.clause.start]))


def aims(before: str) -> Literal["until", "for"] | None:
    """`until`, `till`, `to` are what it is put off to; `for`, `by`, `from`, `due on`, `next` what it is for."""
    if _UNTIL.search(before[-16:]):
        return "until"
    return "for" if _AIM.search(before[-_NEAR:]) else None


@cache
def _seeking() -> frozenset[str]:
    tries = (word for word, kind in status_words.classes("verb").items() if kind == "try")
    return frozenset(map(words.root, (*status_words.classes("demand"), *tries, *_ADVISE, *_WISH)))


def _words(text: str) -> list[str]:
    return [_bare(word) for word in WORD.findall(text)]


def _bare(word: str) -> str:
    return word.casefold().removesuffix("'s").removesuffix("’s")
