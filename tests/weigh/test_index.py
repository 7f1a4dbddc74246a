"""A story's reports made ready: what a stretch is about, wherever it begins and ends."""

from __future__ import annotations

from dateline import mark
from dateline.cite import Span
from dateline.group import group
from dateline.language import of
from dateline.language.words import WORD
from dateline.weigh.index import Index, Page
from made import report

TEXT = (
    "Ferry Svala laid up\n\nThe harbour-master at Rask laid the ferry's sister up on Tuesday, March 4, 2031. Tom Ellin, who "
    "ran her, said that the co-operative couldn't pay."
)


def about(page: Page, span: Span) -> set[str]:
    """What the words of a stretch are about, word by word."""
    words, found = of("en").words, set()
    held = [mark.span for mark in (*page.marked.names, *page.marked.times) if span.holds(mark.span)]
    lemmas = {event.span.start: event.lemma for event in page.marked.events if span.holds(event.span)}
    for word in WORD.finditer(page.text, span.start, span.end):
        plain = word[0].casefold()
        lemma = lemmas.get(word.start(), plain)
        if not any(mark.start <= word.start() < mark.end for mark in held) and words.function_words().isdisjoint(
            (plain, lemma)
        ):
            found.add(words.root(lemma))
    return found


def test_a_stretch_is_about_its_own_words_also_where_it_begins_or_ends_inside_one() -> None:
    (story,) = group(tuple(mark.mark([report(TEXT, day="2031-03-05")])))
    (page,) = Index(story).pages.values()
    assert page.marked.names
    assert page.marked.times
    assert page.marked.events
    for start in range(len(TEXT)):
        for end in {min(start + long, len(TEXT)) for long in (1, 7, 30, len(TEXT))}:
            span = Span(start, end)
            assert page.bag(span).words == about(page, span), span.of(TEXT)
