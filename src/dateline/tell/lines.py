"""A sentence of a report as a line of the brief: whether it can stand alone, and its words with the dates spelt out."""

from __future__ import annotations

import re

from dateline import edtf, language
from dateline.cite import Span
from dateline.language import Language
from dateline.records.marks import Marked, Sentence, Time, inside
from dateline.tell import guard

WEEK = 7  # days
FEWEST_WORDS = 8  # of a sentence that can stand by itself
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,80}>")
_OPEN = re.compile(r"^(?:\.\.)?/|/(?:\.\.)?$")  # an interval without a beginning or without an end
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ABSOLUTE = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def named(marked: Marked, sentence: Sentence) -> bool:
    """Whether a sentence can be read by itself: its first half names somebody or something, before any pronoun."""
    text, start = marked.report.text, sentence.span.start
    half = start + (sentence.span.end - start) // 2
    first = min((name.span.start for name in marked.names if start <= name.span.start < half), default=half)
    context = tongue(marked).context
    return first < half and not (context and context.refers_back(text[start:first]))


def tongue(marked: Marked) -> Language:
    return language.of(marked.report.language)


def stands_alone(marked: Marked, sentence: Sentence) -> bool:
    """Whether a sentence can stand by itself: whole, long enough, and in no need of the one before it."""
    language = tongue(marked)
    plain = _opened(language, _TAG.sub("", sentence.span.of(marked.report.text)).strip())
    opens = plain.count("“") != plain.count("”") or plain.count('"') % 2 == 1
    needs_context = language.context is not None and language.context.needs_context(plain)
    short = len(plain.split()) < FEWEST_WORDS
    whole = plain[-1:] in ".!?”\"'’" and _is_clause(marked, sentence)
    leans = needs_context or _is_personal(marked, sentence) or _is_anybodys(marked, sentence)
    return whole and not (leans or plain[:1].islower() or short or opens)


def _is_anybodys(marked: Marked, sentence: Sentence) -> bool:
    """Whether it quotes a pronoun (`“We sail,” he added`) and does not name whom that means."""
    context, text = tongue(marked).context, marked.report.text
    own = sentence.span.of(text)
    return any(
        context is not None
        and any(context.refers_back(span.of(text)) for span in quote.source if sentence.span.holds(span))
        and not (quote.speaker and quote.speaker.split()[-1] in own)
        for quote in marked.quotes
        if quote.type == "direct" and any(span.overlaps(sentence.span) for span in quote.content)
    )


def _is_personal(marked: Marked, sentence: Sentence) -> bool:
    """Whether it speaks as `I` or `we` outside quotation marks: nobody who reads it alone knows who that is."""
    context, text = tongue(marked).context, marked.report.text
    direct = (quote for quote in marked.quotes if quote.type != "indirect")
    quoted = [span for quote in direct for span in quote.content if span.overlaps(sentence.span)]
    own = sentence.span.of(text)
    if quoted:
        words = re.finditer(r"\S+", own)
        spans = (Span(sentence.span.start + word.start(), sentence.span.start + word.end()) for word in words)
        own = " ".join(span.of(text) for span in spans if not any(span.overlaps(other) for other in quoted))
    return context is not None and context.is_personal(own)


def _is_clause(marked: Marked, sentence: Sentence) -> bool:
    """Whether something is told in a tense of its own; where no event is marked at all, nobody can tell."""
    told = [event for event in inside(marked.events, sentence.span) if event.sentence == sentence.span]
    return not told or any(event.tense != "none" and event.rank != "attributive" for event in told)


def _opened(language: Language, sentence: str) -> str:
    """A sentence without a leading `But`."""
    return language.context.without_opener(sentence) if language.context else sentence


def text(marked: Marked, sentence: Sentence, day: str = "") -> str:
    """The sentence as a line: white space single, literal tags and a leading `But` dropped, relative dates glossed.

    A gloss never stands in a quotation: nobody is made to say what a reader was told. `day` is that of what the line tells: a
    weekday that was read as one of another week than that is not glossed.
    """
    whole, at, out = marked.report.text, sentence.span.start, ""
    quoted = [span for quote in marked.quotes if quote.type != "indirect" for span in quote.content]
    for time in marked.times:
        if not sentence.span.holds(time.span) or time.type not in ("DATE", "TIME") or not time.value:
            continue
        gloss = _gloss(tongue(marked), time.span.of(whole), time.value)
        if gloss is None or time.span.start < at or any(span.overlaps(time.span) for span in quoted):
            continue
        if _is_weeks_off(time, day):
            continue
        out += whole[at : time.span.end] + f" [{gloss}]"
        at = time.span.end
    out += whole[at : sentence.span.end]
    line = _opened(tongue(marked), re.sub(r"\s+", " ", _TAG.sub("", out)).strip())
    return line[:1].upper() + line[1:]


def _is_weeks_off(time: Time, day: str) -> bool:
    """Whether a time was read as the same weekday of another week than a day."""
    if not _DAY.fullmatch(day) or time.earliest is None or time.earliest != time.latest or time.earliest == day:
        return False
    return edtf.apart(*sorted((day, time.earliest))) % WEEK == 0


def _gloss(language: Language, words: str, value: str) -> str | None:
    """What a date's words leave out: `Friday` the whole date, `June` its year; None where they say it all."""
    shown = guard.shown(value)
    if _ABSOLUTE.search(words) or shown == value:
        return None
    counted = language.context is not None and language.context.counts_from_now(words)
    if re.fullmatch(r"\d{4}-\d\d", value) and not counted:
        return None  # which year's November is meant is a guess, and a brief does not guess
    said = {word.casefold().rstrip(".")[:3] for word in re.findall(r"\d+|[^\W\d]+", words)}  # `27th` says 27
    new = shown.split()[1:] if _OPEN.search(value) else shown.split()  # whether from then or until then, the words say
    left = [word for word in new if word.casefold()[:3] not in said]
    return " ".join(left) or None
