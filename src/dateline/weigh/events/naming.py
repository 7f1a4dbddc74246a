"""How well words name an event, by learnt weights of plain signs of the words, of how they were cut and of the event.

Words that end where their sentence pauses, have whom it is done to, and say what most mentions of the event say are a name;
words that break off, that lean on what stands before or tell of others are none. The weights
(`language/data/name_signs.tsv`) are learnt by bench/learn_names.py from candidates that editors graded.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from dateline.language import tables
from dateline.language.labels import Labels
from dateline.records.marks import Role, Status
from dateline.weigh import words
from dateline.weigh.events.clauses import MARKS, Cut, Kind, is_pronoun, subject_of
from dateline.weigh.events.votes import by_not_alone
from dateline.weigh.mentions import Mention

TWO, FEW, LONG = 2, 3, 11  # words of a thin name, and of a long one
RICH = 8  # content words from which a name is as good as one with more
REWRITTEN = 3.0  # log-odds that words lose which a machine seems to have written anew: none was graded
SENTENCE = 20  # words of a usual one
_QUOTES = ("“", '"', "``", "''")
_ROLES: tuple[Role, ...] = ("agent", "patient")
_INNER = ("(", ":", " - ", " – ", " — ", "--")


class Naming:
    """What the mentions of one event tell, word by word, and how candidates for its name stand to that."""

    def __init__(self, mentions: Sequence[Mention], status: Status, rewritten: frozenset[str]) -> None:
        self._status, self._rewritten, self._size = status, rewritten, len(mentions)
        told: Counter[str] = Counter()
        for mention in mentions:
            told.update(_content(mention, mention.event.clause.of(mention.marked.report.text)))
        self._told = {root: count / len(mentions) for root, count in told.items()}
        self._all = sum(sorted(share * share for share in self._told.values()))
        self._who = Counter(who for mention in mentions for who in mention.who)
        self._parts = Counter(part for mention in mentions for part in _named(mention))
        self._heads = Counter(mention.event.lemma for mention in mentions)
        self._odds_of: dict[
            int, tuple[Mention, float]
        ] = {}  # what a mention adds to the odds of all that is cut from it

    def signs(self, cut: Cut, mention: Mention, part: Labels) -> dict[str, float]:
        """The signs of a candidate that is cut from a mention, 0 where they are not named."""
        found = self._of_mention(mention, part) | self._of_cut(cut, mention, part)
        return {name: float(value) for name, value in found.items() if value}

    def _of_mention(self, mention: Mention, part: Labels) -> dict[str, float]:
        """How the event is told there, whatever is cut from it, and how far by whom and as the others tell it."""
        event = mention.event
        parties = [party for party in event.participants if party.role in _ROLES]
        most = max(self._who.values(), default=0)
        return {
            f"rank {event.rank}": 1.0,
            f"label {mention.label}": 1.0,
            f"tense {event.tense}": 1.0,
            "status": event.status == self._status,
            "denied": event.status == "denied" and by_not_alone(mention),
            "doer": any(party.role == "agent" for party in parties),
            "named": any(party.name for party in parties),
            "done to": any(party.role == "patient" for party in parties),
            "nobody": not parties,
            "stood for": is_pronoun(subject_of(mention), mention, part),
            "quoted": mention.quoted,
            "speaks": event.speaks,
            "acts": mention.acts,
            "noun": mention.is_noun,
            "sentence": len(event.sentence.of(mention.marked.report.text).split()) / SENTENCE,
            "strangers": bool(mention.who) and all(2 * self._who[who] < most for who in mention.who),
            "odd": 1 - self._heads[event.lemma] / max(self._heads.values()),
            "size": math.log(self._size),
        }

    def _of_cut(self, cut: Cut, mention: Mention, part: Labels) -> dict[str, float]:
        """What the words are like, which of those who take part they name, and how far they tell what the other mentions of
        the event tell.
        """
        event, text = mention.event, mention.marked.report.text
        parties = [party for party in event.participants if party.role in _ROLES]
        held = [one for one in event.participants if cut.span.overlaps(one.span)]
        done_to = [party for party in parties if party.role == "patient"]
        shares = sorted([self._told.get(root, 0.0) for root in _content(mention, cut.text)])
        clause = _content(mention, event.clause.of(text))
        return _of_words(cut, mention, part) | {
            "done to, out": bool(done_to) and not any(one in held for one in done_to),
            "place": any(one.role == "place" for one in held),
            "led": any(cut.text.startswith(one.span.of(text)) for one in parties),
            "doubt": part.doubt(cut.text, event.head.casefold(), self._status == "denied"),
            "content": min(RICH, len(shares)),
            "of clause": len(shares) / max(1, len(clause)),
            "shared": sum(shares) / max(1, len(shares)),
            "covers": sum([share * share for share in shares]) / self._all if self._all else 0.0,
        }

    def is_exchanged(self, mention: Mention) -> bool:
        """Whether a word stands for who does it, and the one that it is taken for is by name rather whom it is done to, or the
        other way round: here the word stands for another.
        """
        doer, part = subject_of(mention), mention.language.labels
        if doer is None or doer.name is None or part is None or not is_pronoun(doer, mention, part):
            return False
        other: Role = "patient" if doer.role == "agent" else "agent"
        return self._parts[other, doer.name] > self._parts[doer.role, doer.name]

    def good(self, cut: Cut, mention: Mention) -> float:
        """How surely an editor would take the words for a name, 0 to 1; 0 in a language that cannot tell."""
        part = mention.language.labels
        return 0.0 if part is None else 1 / (1 + math.exp(-self._odds(cut, mention, part)))

    def _odds(self, cut: Cut, mention: Mention, part: Labels) -> float:
        if (known := self._odds_of.get(id(mention))) is None:
            garbled = REWRITTEN * (mention.marked.report.id in self._rewritten)
            known = mention, _weights()[""] - garbled + _worth(self._of_mention(mention, part))
            self._odds_of[id(mention)] = known
        return known[1] + _worth(self._of_cut(cut, mention, part))

    def clearness(self, mention: Mention) -> float:
        """How well a mention tells the event by itself, in log-odds: as its whole clause names it."""
        part, clause = mention.language.labels, mention.event.clause
        cut = Cut(" ".join(clause.of(mention.marked.report.text).split()), Kind.WHOLE, clause)
        return -math.inf if part is None else self._odds(cut, mention, part)


def _of_words(cut: Cut, mention: Mention, part: Labels) -> dict[str, float]:
    """What the words are like by themselves, and where in their sentence they begin and end."""
    event, report = mention.event, mention.marked.report
    said = cut.text.split()
    plain = [word.strip(MARKS) for word in said] or [""]
    core = [one for one in event.core if cut.span.holds(one)] if cut.kind is Kind.CORE else []
    return {
        f"kind {cut.kind}": 1.0,
        f"first {part.ahead(plain[0])}": 1.0,
        f"ahead {part.ahead(report.text[event.sentence.start : cut.span.start])}": 1.0,
        f"behind {part.behind(report.text[cut.span.end : event.sentence.end])}": 1.0,
        "leans": sum(map(part.leans, plain)),
        "words": len(said),
        "two": len(said) <= TWO,
        "few": len(said) <= FEW,
        "four": len(said) == FEW + 1,
        "long": len(said) >= LONG,
        "gaps": max(0, len(core) - 1),
        "marks": any(mark in cut.text for mark in _QUOTES),
        "inner": any(mark in cut.text for mark in _INNER),
        "figures": any(map(str.isdigit, cut.text)),
        "twice": _twice(plain),
        "shouted": sum(word.isupper() and len(word) > FEW for word in plain) / len(plain),
        "without head": event.head not in plain,
        "head last": plain[-1] == event.head,
        "comma": cut.text.count(","),
        "-ing": sum(word.endswith("ing") for word in plain),
        "-ed last": plain[-1].endswith("ed"),
    }


def _content(mention: Mention, text: str) -> frozenset[str]:
    return words.content(text, mention.marked.report.language)


def _named(mention: Mention) -> Iterator[tuple[Role, str]]:
    """Who takes part by name, and not only by a word that stands for one, and how."""
    part, text = mention.language.labels, mention.marked.report.text
    for one in mention.event.participants:
        if one.name and one.role in _ROLES and part is not None and not part.leans(one.span.of(text)):
            yield one.role, one.name


def _twice(plain: Sequence[str]) -> bool:
    """Whether a long word stands twice."""
    long = [word.casefold() for word in plain if len(word) > FEW]
    return len(long) > len(set(long))


def _worth(signs: Mapping[str, float]) -> float:
    """What signs add to the log-odds."""
    weights = _weights()
    return sum([weights.get(name, 0.0) * value for name, value in signs.items()])


@cache
def _weights() -> Mapping[str, float]:
    """What each sign adds to the log-odds; without a name what all begin with."""
    return {row["sign"]: float(row["weight"]) for row in tables.table("name_signs")}
