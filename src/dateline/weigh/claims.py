"""What reports agree on, what one of them alone says, and where they conflict.

A conflict is typed and rests on the same event and the same slot. Different detail is no conflict: where it is in doubt
whether two sentences speak of one thing, nothing is said.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from dateline import cite, lexicon
from dateline.cite import Cite, Cites, Span
from dateline.records import Claim, Entry, Marked, Plan, Sentence, Side, Statement, Step, Story
from dateline.weigh.index import Index, Page
from dateline.weigh.words import content as content_words

ALIKE = 0.5  # share of the shorter sentence's content words from which two sentences say the same
SINGLES = 12  # at most so many claims that one report alone makes
COMMON = 40  # a word in more sentences than this proposes no pair
OPPOSED = (
    ({"postponed"}, {"cancelled", "withdrawn"}),
    ({"accepted", "agreed"}, {"rejected"}),
    ({"held"}, {"cancelled", "withdrawn"}),
)
_REASON = re.compile(
    r"\b(?:because(?: of)?|due to|owing to|over|amid|on account of|as a result of|in the face of|citing|blaming"
    r"|for fear of|until after|until|once|following|after)\b\s+[^.]{12,}",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\b(?P<number>\d{1,3}(?:,\d{3})+|\d+|[A-Za-z]+)[ -](?:of (?:her|his|its|the|their) )?(?P<noun>[a-z]{3,})"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a report's body: its words, its days, how many of what it counts."""

    marked: Marked
    sentence: Sentence
    words: frozenset[str]
    counts: tuple[tuple[float, str, Span], ...]

    @property
    def cite(self) -> Cite:
        """The whole sentence."""
        report = self.marked.report
        return cite.cite(report.id, report.text, self.sentence.span)

    def days(self) -> tuple[tuple[str, str], ...]:
        """The closed stretches of time that it names."""
        inside = (time for time in self.marked.times if self.sentence.span.holds(time.span))
        return tuple((t.earliest, t.latest) for t in inside if t.earliest and t.latest)


def claims(
    story: Story, entries: tuple[Entry, ...], plans: tuple[Plan, ...], said: tuple[Statement, ...]
) -> tuple[Claim, ...]:
    """Conflicts first, then what several origins agree on, then what one report alone tells."""
    pages = Index(story).pages
    told = [one for marked in story.reports for one in _told(marked, pages[marked.report.id])]
    pairs = list(_pairs(told))
    conflicts = [*_courses(story, plans), *_numbers(story, pairs)]
    agreed = [*_events(story, entries), *_same_words(story, said), *_alike(story, pairs)]
    singles = _singles(story, entries)
    unique = {claim.id: claim for claim in (*conflicts, *agreed, *singles)}
    return tuple(unique.values())


# ----------------------------------------------------------------------------------- sentences that meet


def _told(marked: Marked, page: Page) -> Iterator[Told]:
    text = marked.report.text
    for sentence in marked.sentences:
        if sentence.label == "body":
            words = sentence.span.of(text)
            yield Told(marked, sentence, page.bag(sentence.span).words, tuple(_counts(words, sentence.span.start)))


def _counts(words: str, start: int) -> Iterator[tuple[float, str, Span]]:
    """The things that a sentence counts: how many, of what (`fourteen crew members`: 14, crew), where."""
    for match in _COUNT.finditer(words):
        number = amount(match["number"])
        if number is not None:
            yield number, match["noun"].removesuffix("s"), Span(start + match.start(), start + match.end())


def amount(word: str) -> float | None:
    """The value of a number in digits or of a plain number word; None for any other word."""
    plain = word.replace(",", "")
    if plain.isdigit():
        return None if 1500 <= int(plain) <= 2100 and "," not in word else float(plain)
    return {row["word"]: float(row["value"]) for row in lexicon.table("numbers")}.get(word.casefold())


def _pairs(told: list[Told]) -> Iterator[tuple[Told, Told, int]]:
    """Sentences of different reports that share content words, with how many; common words propose no pair."""
    by_word: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(told):
        for word in one.words:
            by_word[word].append(at)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for word in sorted(by_word):
        some = by_word[word]
        if len(some) <= COMMON:
            for index, a in enumerate(some):
                for b in some[index + 1 :]:
                    if told[a].marked.report.id != told[b].marked.report.id:
                        shared[a, b] += 1
    for a, b in sorted(shared):
        both = len(told[a].words & told[b].words)
        if both >= 3:
            yield told[a], told[b], both


def _meet(one: Told, other: Told) -> bool:
    """Whether what two sentences say of time can be one time: no day named, or days that overlap."""
    a, b = one.days(), other.days()
    return not a or not b or any(x[0] <= y[1] and y[0] <= x[1] for x in a for y in b)


# ------------------------------------------------------------------------------------------- agreements


def _side(story: Story, text: str, cites: Cites) -> Side:
    return Side(text, cites, story.origins_of(cites))


def _words(one: Cite) -> str:
    return " ".join(one.text.split())


def _events(story: Story, entries: tuple[Entry, ...]) -> Iterator[Claim]:
    for entry in entries:
        if len(entry.origins) > 1:
            side = Side(entry.text, entry.cites, entry.origins)
            yield Claim(cite.content_id("c", "event", entry.id), entry.text, "agreed", "fact", (side,))


def _same_words(story: Story, said: tuple[Statement, ...]) -> Iterator[Claim]:
    by_id = {one.id: one for one in said}
    done: set[str] = set()
    for one in said:
        if one.id in done or not one.same_as:
            continue
        group = [one, *(by_id[key] for key in one.same_as if key in by_id)]
        done |= {each.id for each in group}
        cites = cite.cites(c for each in group for c in each.content)
        if len(story.origins_of(cites)) > 1:
            text = _words(one.content[0])
            side = _side(story, text, cites)
            yield Claim(cite.content_id("c", "said", *(c.text for c in cites)), text, "agreed", "wording", (side,))


def _alike(story: Story, pairs: list[tuple[Told, Told, int]]) -> Iterator[Claim]:
    for one, other, both in pairs:
        small = min(len(one.words), len(other.words))
        if both >= 4 and both >= ALIKE * small and _meet(one, other):
            cites = cite.cites([one.cite, other.cite])
            if len(story.origins_of(cites)) > 1:
                text = _words(one.cite)
                side = _side(story, text, cites)
                yield Claim(cite.content_id("c", "alike", *(c.text for c in cites)), text, "agreed", "fact", (side,))


def _singles(story: Story, entries: tuple[Entry, ...]) -> Iterator[Claim]:
    alone = [entry for entry in entries if len({one.report for one in entry.cites}) == 1 and not entry.background]
    for entry in sorted(alone, key=lambda one: (-one.weight, one.id))[:SINGLES]:
        side = Side(entry.text, entry.cites, entry.origins)
        yield Claim(cite.content_id("c", "single", entry.id), entry.text, "single", "fact", (side,))


# -------------------------------------------------------------------------------------------- conflicts


def _conflict(story: Story, kind: str, text: str, sides: tuple[tuple[str, Cites], tuple[str, Cites]]) -> Claim:
    first, second = (_side(story, words, cites) for words, cites in sides)
    name = cite.content_id("c", kind, *(c.text for _, cites in sides for c in cites))
    return Claim(name, text, "conflict", kind, (first, second))  # type: ignore[arg-type]  # kinds are given below


def _courses(story: Story, plans: tuple[Plan, ...]) -> Iterator[Claim]:
    """Reports that differ on what became of a plan, or on why."""
    for plan in plans:
        steps = plan.history
        for at, one in enumerate(steps):
            for other in steps[at + 1 :]:
                if not _apart(one, other):
                    continue
                sides = ((one.text, one.cites), (other.text, other.cites))
                if _opposed(one, other):
                    yield _conflict(story, "status", f"{one.status.capitalize()}, or {other.status}?", sides)
            yield from _reasons(story, plan, one)


def _apart(one: Step, other: Step) -> bool:
    return not {c.report for c in one.cites} & {c.report for c in other.cites}


def _opposed(one: Step, other: Step) -> bool:
    return any((one.status in a and other.status in b) or (one.status in b and other.status in a) for a, b in OPPOSED)


def _reasons(story: Story, plan: Plan, step: Step) -> Iterator[Claim]:
    """Two reports that give different reasons for one change of a plan."""
    if step.status not in ("postponed", "cancelled", "withdrawn", "rejected"):
        return
    by_id = {one.report.id: one for one in story.reports}
    given: list[tuple[Cite, frozenset[str]]] = []
    for one in step.cites:
        sentence = next((s for s in by_id[one.report].sentences if s.span.holds(one.span)), None)
        text = by_id[one.report].report.text
        found = _REASON.search(text, *((sentence.span.start, sentence.span.end) if sentence else (one.start, one.end)))
        if found and (words := content_words(found[0])):
            given.append((cite.cite(one.report, text, Span(found.start(), found.end())), words))
    for at, (one, words) in enumerate(given):
        for other, others in given[at + 1 :]:
            if one.report != other.report and not words & others:
                sides = ((_words(one), cite.cites([one])), (_words(other), cite.cites([other])))
                yield _conflict(story, "reason", f"{step.status.capitalize()}: for which reason?", sides)
                return


def _numbers(story: Story, pairs: list[tuple[Told, Told, int]]) -> Iterator[Claim]:
    """Sentences that tell of one thing and count it differently."""
    for one, other, both in pairs:
        if both < 0.4 * min(len(one.words), len(other.words)) or not _meet(one, other):
            continue
        for number, noun, span in one.counts:
            rivals = [(n, s) for n, what, s in other.counts if what == noun]
            mine = [n for n, what, _ in one.counts if what == noun]
            if rivals and number not in [n for n, _ in rivals] and not set(mine) & {n for n, _ in rivals}:
                here, there = one.marked.report, other.marked.report
                a = cite.cite(here.id, here.text, span)
                b = cite.cite(there.id, there.text, rivals[0][1])
                sides = ((_words(a), cite.cites([one.cite])), (_words(b), cite.cites([other.cite])))
                yield _conflict(story, "number", f"{_words(a)}, or {_words(b)}?", sides)
                break
