"""Is it news? How surely an editor would list an event of a story among what happened, by learnt weights of plain signs.

What is told by a verb that is news elsewhere (`arrest`, not `believe`), in the past, in a headline or main clause, with its
day, and in words that the story's headlines and first sentences have too, is; a state, a habit, a comment, a step of something
or what is only named is not. The weights (`language/data/news_signs.tsv`), and how often each word was news
(`news_words.tsv`), are learnt by bench/learn_news.py from events that editors judged.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from dateline.language import tables
from dateline.records.marks import MAINLY, EventMention
from dateline.records.story import Story
from dateline.weigh import words
from dateline.weigh.events.labels import Label
from dateline.weigh.mentions import Mention

OTHER = 10  # mentions of an event that are looked at for what the leads tell
FEWEST = 3  # words of a clause from which the share of them is taken
HALF = 0.5  # of the reports: a word that so many leads have counts whole
NO_BODY = 30  # sentences into its report that an event is taken to stand where no body tells it
LONGEST = 10  # words from which a label is as good as a longer one


class News:
    """What headlines and first sentences of a story tell, and how an event of it stands to them."""

    def __init__(self, story: Story) -> None:
        leads: Counter[str] = Counter()
        self._place: dict[tuple[str, int], int] = {}
        for marked in story.reports:
            body = [sentence for sentence in marked.sentences if sentence.label == "body"]
            heads = [sentence for sentence in marked.sentences if sentence.label == "headline"]
            told = (sentence.span.of(marked.report.text) for sentence in (*heads[:1], *body[:1]))
            leads.update(frozenset().union(*(words.content(text, marked.report.language) for text in told)))
            for number, sentence in enumerate(body):
                self._place[marked.report.id, sentence.span.start] = number
        self._led = {root: min(1.0, count / (HALF * len(story.reports))) for root, count in leads.items()}

    def signs(self, group: Sequence[Mention], named: Label) -> dict[str, float]:
        """The signs of an event, each from 0 to 1 where it is a share; `named` is the name that it is given, and by whom.

        `word` is the log-odds that what is told by its word is news, but for sayings: what is said makes them news, or not.
        """
        every = [mention.event for mention in group]
        name = named.mention.event
        others = [mention for mention in group if mention is not named.mention][: OTHER - 1]
        at = [self._at(mention) for mention in group]
        said = sum(mention.says for mention in group) / len(group)
        return {
            "led": sum(map(self._in_leads, (named.mention, *others))) / (1 + len(others)),
            "acts": sum(mention.acts for mention in group) / len(group),
            "past": float(name.tense in ("past", "pluperfect")),
            "words": min(LONGEST, len(named.text.split())),
            "dated": _share(every, lambda one: one.time is not None),
            "headline": float(any(mention.label == "headline" for mention in group)),
            "object": float(any(part.role == "patient" for part in name.participants)),
            "denied": _share(every, lambda one: one.status == "denied"),
            "mainly": max(MAINLY[one.rank] for one in every),
            "far": math.log1p(min((number for number in at if number is not None), default=NO_BODY)),
            "usual": _share(every, lambda one: one.tense == "present"),
            "doer": _share(every, lambda one: any(part.role == "agent" for part in one.participants)),
            "said": said,
            "ongoing": _share(every, lambda one: one.status == "ongoing"),
            "word": _words().get(word_of(group), _words()[""]) if said <= HALF else _words()[""],
            "coded": _share(every, lambda one: one.plover is not None),
            "number": sum(map(_counts, group)) / len(group),
        }

    def of(self, group: Sequence[Mention], named: Label) -> float:
        """How surely an event is news, from 0 to 1."""
        weights = _weights()
        odds = weights[""] + sum(weights[sign] * value for sign, value in self.signs(group, named).items())
        return round(1 / (1 + math.exp(-odds)), 3)

    def _in_leads(self, mention: Mention) -> float:
        """How much of what its clause tells the leads tell too."""
        report = mention.marked.report
        told = words.content(mention.event.clause.of(report.text), report.language)
        return sum(self._led.get(root, 0.0) for root in sorted(told)) / max(FEWEST, len(told))

    def _at(self, mention: Mention) -> int | None:
        return self._place.get((mention.marked.report.id, mention.event.sentence.start))


def word_of(group: Sequence[Mention]) -> str:
    """The word that most mentions of an event tell it by, of several the first by the alphabet."""
    often = Counter(mention.event.lemma for mention in group)
    return min(often, key=lambda word: (-often[word], word))


def _counts(mention: Mention) -> bool:
    """Whether its clause gives a figure."""
    return any(map(str.isdigit, mention.event.clause.of(mention.marked.report.text)))


def _share(some: Sequence[EventMention], test: Callable[[EventMention], bool]) -> float:
    return sum(map(test, some)) / len(some)


@cache
def _weights() -> Mapping[str, float]:
    """What each sign adds to the log-odds; without a name what all begin with."""
    return {row["sign"]: float(row["weight"]) for row in tables.table("news_signs")}


@cache
def _words() -> Mapping[str, float]:
    """The log-odds that what is told by a word is news; without a word those of all."""
    return {row["word"]: float(row["odds"]) for row in tables.table("news_words")}
