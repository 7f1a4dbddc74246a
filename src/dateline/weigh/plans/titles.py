"""The title of a plan, as a reader would write it: `Ada Marsh’s visit to Drava`, `Takeover of Hask Town by Brandt`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from dateline.language.tables import Row
from dateline.records.story import Story
from dateline.weigh.mentions import where
from dateline.weigh.plans.acts import kinds, nouns
from dateline.weigh.plans.moves import Move
from dateline.weigh.words import state

MOST_WORDS = 7
_OF = re.compile(
    r"\s+(?:of|from)\s+((?:(?:the|a|an)\s+)?(?:[\w’'-]+\s+){0,3}?[\w’'-]+)"
    r"(?=\s*[,.;–—]|\s+(?:by|with|in|on|at|to|and|for)\b|$)"
)
_TREATY = re.compile(r"\s+(?:\([A-Z]+\)\s+)?(treaty|pact|accord|agreement|deal|convention|league|union)", re.IGNORECASE)
_NOUN = re.compile(r"(?<![\w’'-])(?:(?!(?:the|a|an|its|their|his|her)\b)[\w’'-]+\s+){0,2}[\w-]+$", re.IGNORECASE)
_BY = re.compile(r"\s+(?:by|of|for)\s+(?:the\s+)?[\w’'-]+")
_WORD = re.compile(r"\s+([\w-]+)")
_VAGUE = frozenset({"guest", "conference", "session", "party"})  # words for the kind that make no title


def title(
    story: Story, core: str, guest: str | None, parties: tuple[frozenset[str], frozenset[str]], moves: Iterable[Move]
) -> str:
    """A title from who takes part and where (`parties`: ids, and places as compared) and the words of its moves."""
    people = {one.id: one for one in story.people}
    some = list(moves)
    often = Counter(x for one in some if not one.weak for x in one.who)
    most = max(often.values(), default=0)  # who takes part in passing is no part of a title
    known = [one for one in story.people if one.id in parties[0] and 2 * often[one.id] >= most]
    who = [one.name for one in known if one.kind == "PERSON"]
    bodies = [one.name for one in known if one.kind != "PERSON"]
    town = _town(story, some, parties[1])
    row = kinds()[core] if core in kinds() else kinds()["visit"]
    noun = _noun(row, some)
    if row["form"] == "journey" or (core == "meet" and guest):
        asking = {people[one.by].name for one in some if one.by in people and one.mention.event.lemma == "invite"}
        going = [name for name in (who or bodies) if name not in asking]  # nobody is a guest of his own
        named = people[guest].name if guest in people else next(iter(going), None)
        noun = noun if row["form"] == "journey" else "visit"
        to = f" {'of' if noun == 'tour' else 'to'} {town}" if town else ""
        return f"{_own(named)} {noun}{to}" if named else f"{noun.capitalize()}{to}"
    made = _of_deed(row["form"], noun, who, bodies, some)
    return f"{made} in {town}" if town and row["form"] != "exit" and town not in made else made


def _of_deed(form: str, noun: str, who: Sequence[str], bodies: Sequence[str], moves: list[Move]) -> str:
    """The title of what is no journey, without its place."""
    states = [name for code in sorted({x for one in moves for x in one.sides}) if (name := state(code))]
    pair = next((some[:2] for some in (who, [*who, *bodies], states) if len(some) > 1), [])
    called = _called(moves)
    if called:
        return called + (f" between {' and '.join(pair)}" if form == "between" and pair else "")
    agent, patient = _role(moves, "agent"), _role(moves, "patient")
    if form == "between" and pair:
        return f"{noun.capitalize()} {'between' if noun != 'meeting' else 'of'} {_the(pair[0])} and {_the(pair[1])}"
    if form == "exit":
        agent, patient = agent or next(iter([*bodies, *who, *states]), None), _treaty(moves) or patient or "the treaty"
        mine = _own(_the(agent)) if agent else ""
        return f"{mine[0].upper()}{mine[1:]} exit from {patient}" if mine else f"Exit from {patient}"
    if form == "deed" and patient:
        return f"{noun.capitalize()} of {patient}" + (
            f" by {agent}" if agent and agent != patient and agent in {*who, *bodies} else ""
        )
    if form == "own" and (who or bodies):
        return f"{_own([*who, *bodies][0])} {noun}"
    named = ", ".join([*who, *bodies][:2])
    if not named and (phrase := _phrase(moves)):
        return phrase
    return f"{noun.capitalize()}: {named}" if named else noun.capitalize()


def _phrase(moves: list[Move]) -> str | None:
    """The words before the noun that names it: `donors’ conference`."""
    for one in moves:
        event, text = (one.target or one.mention).event, one.mention.marked.report.text
        found = _NOUN.search(text[event.clause.start : event.span.end])
        if found and event.head.casefold() in nouns():
            by = _BY.match(text, event.span.end, event.clause.end)
            words = " ".join((found[0] + (by[0] if by else "")).split())
            return words[0].upper() + words[1:]
    return None


def _the(name: str) -> str:
    return f"the {name}" if name in ("United States", "United Kingdom", "European Union", "Netherlands") else name


def _own(name: str | None) -> str:
    """The possessive of a name."""
    return f"{name}’" if name and name.endswith("s") else f"{name}’s"


def _noun(row: Row, moves: list[Move]) -> str:
    """What the reports call it, where they use one of the words for its kind; else the plain noun."""
    known = frozenset(row["words"].split("|")) - _VAGUE
    heads = Counter(word for one in moves if (word := (one.target or one.mention).event.head.casefold()) in known)
    return max(heads, key=lambda word: (heads[word], word)) if heads else row["noun"]


def _town(story: Story, moves: list[Move], places: frozenset[str]) -> str | None:
    """The place as most moves name it."""
    named = Counter(
        place for one in moves for each in (one.mention, one.target) if each for place in sorted(each.places)
    )
    for place, _ in sorted(named.items(), key=lambda pair: (-pair[1], pair[0])):
        if where(frozenset({place})) & places:
            return place
    known = (one.name for one in story.people if one.kind in ("GPE", "LOC", "FAC"))
    return next((name for name in known if where(frozenset({name})) & places), None)


def _called(moves: list[Move]) -> str | None:
    """What the event is called: a name with a word for its kind after it (`Lake Cup final`)."""
    found: Counter[str] = Counter()
    for one in moves:
        text, event = one.mention.marked.report.text, one.mention.event
        for name in one.mention.marked.names:
            if event.sentence.holds(name.span) and nouns().get(name.name.split()[-1].casefold()) == one.core:
                found[name.name.removeprefix("the ").removeprefix("The ")] += 1
            after = _WORD.match(text, name.span.end, event.sentence.end) if event.sentence.holds(name.span) else None
            if (
                after
                and nouns().get(after[1].casefold()) == one.core
                and name.type in ("ORG", "EVENT", "WORK", "PRODUCT")
            ):
                found[f"{name.span.of(text).removeprefix('the ')} {after[1].lower()}"] += 1
    return max(found, key=lambda words: (found[words], words)) if found else None


def _treaty(moves: list[Move]) -> str | None:
    """The name of what is left, with the word that follows it."""
    found: Counter[str] = Counter()
    for one in moves:
        report, sentence = one.mention.marked.report, one.mention.event.sentence
        for name in one.mention.marked.names:
            after = _TREATY.match(report.text, name.span.end) if sentence.holds(name.span) else None
            if after and name.type in ("ORG", "LAW"):
                found[f"the {name.name.removeprefix('the ')} {after[1].lower()}"] += 1
    return found.most_common(1)[0][0] if found else None


def _role(moves: list[Move], role: str) -> str | None:
    """Who or what stands in a role most often: by name, else the words of the phrase."""
    found: Counter[str] = Counter()
    for one in moves:
        if one.bare or one.weak:
            continue
        event = (one.target or one.mention).event
        text = one.mention.marked.report.text
        for part in event.participants:
            words = part.span.of(text).split()
            aside = (part.span.start < event.span.start) == (role == "agent")
            if part.role == role and aside and (part.name or 1 < len(words) <= MOST_WORDS):
                found[part.name or " ".join(words)] += 2 if part.name else 1
        if role == "patient" and (of := _OF.match(text, event.span.end, event.clause.end)):
            found[" ".join(of[1].split())] += 1
    return found.most_common(1)[0][0] if found else None
