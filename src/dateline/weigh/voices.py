"""Who said what: every statement with its speaker, the same statement in other reports, and what a denial answers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline import cite, lexicon
from dateline.cite import Cite, Span
from dateline.records import Marked, Quote, Statement, Story

SAME = 0.7  # share of the shorter statement's content words that the other has
FEWEST = 4  # content words from which two statements can be the same
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_ANAPHOR = re.compile(
    r"^(?:that |of )?(?:all (?:of )?|any |both )?(?:the|this|that|these|those|such|its|his|her|their)\s+"
    r"(?:\w+\s+)?(?:accusations?|allegations?|claims?|charges?|reports?|suggestions?|assertions?|findings?|story|it)\W*$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Said:
    """A statement while it is weighed: its record, and its content words."""

    statement: Statement
    words: frozenset[str]
    start: int
    accuses: bool


def statements(story: Story) -> tuple[Statement, ...]:
    """Every statement in the story's reports, in the order of reports and text."""
    said = [one for marked in story.reports for one in _said(story, marked)]
    same = _same(said)
    denies = _denies(said)
    return tuple(
        replace(one.statement, same_as=same.get(one.statement.id, ()), denies=denies.get(one.statement.id, ()))
        for one in said
    )


def _said(story: Story, marked: Marked) -> Iterator[Said]:
    report = marked.report
    accusing = {row["word"] for row in lexicon.table("reporting") if row.get("class") in ("accuse", "claim")}
    for quote in marked.quotes:
        content = cite.cites(cite.cite(report.id, report.text, span) for span in quote.content)
        cue = _one(marked, quote.cue)
        made = Statement(
            id=cite.content_id("q", report.id, str(quote.content[0].start), *(one.text for one in content)),
            report=report.id,
            speaker=story.who.get((report.id, quote.speaker)) if quote.speaker else None,
            source=_one(marked, quote.source),
            cue=cue,
            content=content,
            type=quote.type,
            class_=quote.class_,
            polarity=quote.polarity,
            through=quote.through,
            said_on=quote.said_on or _day(marked, quote),
        )
        words = content_words(" ".join(one.text for one in content))
        cued = {word.casefold().rstrip("sd") for word in _WORD.findall(cue.text)} if cue else set()
        stems = {word.rstrip("sed") for word in accusing}
        yield Said(made, words, content[0].start, any(word.rstrip("e") in stems for word in cued))


def _one(marked: Marked, spans: Sequence[Span]) -> Cite | None:
    return cite.cite(marked.report.id, marked.report.text, spans[0]) if spans else None


def _day(marked: Marked, quote: Quote) -> str | None:
    """A statement whose day the text does not give has none: the report's day is not the day of saying."""
    return None


def content_words(text: str) -> frozenset[str]:
    """The words that carry a text's content, lower case, without endings that inflect."""
    plain = (word.casefold().replace("’", "'").removesuffix("'s") for word in _WORD.findall(text))
    return frozenset(_stem(word) for word in plain if word not in lexicon.words("stopwords") and len(word) > 1)


def _stem(word: str) -> str:
    for ending in ("ings", "ing", "ies", "ied", "es", "ed", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _same(said: list[Said]) -> dict[str, tuple[str, ...]]:
    """Statements in different reports with the same words by the same speaker. Only pairs that share words are compared."""
    by_word: dict[str, list[int]] = defaultdict(list)
    pairs: dict[tuple[int, int], int] = defaultdict(int)
    for at, one in enumerate(said):
        if len(one.words) < FEWEST:
            continue
        for word in sorted(one.words):
            if len(by_word[word]) < 60:
                for other in by_word[word]:
                    pairs[other, at] += 1
                by_word[word].append(at)
    same: dict[str, set[str]] = defaultdict(set)
    for (a, b), shared in pairs.items():
        one, other = said[a], said[b]
        if one.statement.report == other.statement.report or one.statement.polarity != other.statement.polarity:
            continue
        speakers = {one.statement.speaker, other.statement.speaker} - {None}
        if len(speakers) <= 1 and shared >= SAME * min(len(one.words), len(other.words)):
            same[one.statement.id].add(other.statement.id)
            same[other.statement.id].add(one.statement.id)
    return {key: tuple(sorted(found)) for key, found in same.items()}


def _denies(said: list[Said]) -> dict[str, tuple[str, ...]]:
    """For each denial the statement that it answers: what says the same and is no denial, or the accusation just before."""
    by_report: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        by_report[one.statement.report].append(one)
    found: dict[str, tuple[str, ...]] = {}
    for one in said:
        if one.statement.polarity != "deny":
            continue
        answered = _answered(one, by_report[one.statement.report])
        if answered is None and len(one.words) >= 2:
            answered = max(
                (other for other in said if _answers(one, other)),
                key=lambda other: (len(one.words & other.words), other.statement.id),
                default=None,
            )
        if answered is not None:
            found[one.statement.id] = (answered.statement.id,)
    return found


def _answered(one: Said, here: list[Said]) -> Said | None:
    """The accusation in the same report that `denied the allegations` points back to."""
    if not _ANAPHOR.match(one.statement.content[0].text):
        return None
    before = [other for other in here if other.start < one.start and other.accuses and _speaks(one, other)]
    return before[-1] if before and one.start - before[-1].start < 600 else None


def _speaks(one: Said, other: Said) -> bool:
    return other.statement.polarity == "assert" and (
        one.statement.speaker is None or one.statement.speaker != other.statement.speaker
    )


def _answers(one: Said, other: Said) -> bool:
    shared = len(one.words & other.words)
    return _speaks(one, other) and shared >= 2 and shared >= 0.5 * min(len(one.words), len(other.words))
