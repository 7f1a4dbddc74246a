"""An account as paragraphs with notes, set by Word and PDF each in its way: brief, timeline, plans, statements, conflicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from dateline.cite import Cite
from dateline.records.account import Account
from dateline.records.findings import Plan
from dateline.show import inert, view, words
from dateline.show.view import Said, Shown

Kind = Literal["title", "head", "name", "small", "text", "item", "under"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style, with the cites that are noted behind them."""

    text: str
    bold: bool = False
    italic: bool = False
    notes: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: a title, a heading, a name, small print, text, a point of a list or one under it."""

    kind: Kind
    runs: tuple[Run, ...]


def paragraphs(account: Account) -> Iterator[Paragraph]:
    """The whole account; nothing in a report's words steers whoever reads it."""
    for shown in view.shown(account):
        yield from _story(shown)
    if not account.stories:
        yield _one("title", "No story")
    inputs = words.count(len(account.inputs), "input")
    made = f"Dateline {account.dateline}, as of {words.day(account.as_of)}, from {inputs}."
    yield _one("small", made + " It says what the reports say, not what is true; each note holds the very words.")


def noted(account: Account) -> dict[str, str]:
    """How each report is called in a note, by its id: outlet or title, day, address."""
    found = {}
    for report in account.reports:
        link = words.link(report.url)
        found[report.id] = inert.plain(words.source(report) + (f", {link}" if link else ""))
    return found


def note(names: dict[str, str], cite: Cite) -> str:
    """A note: the report, and the words that are cited there, with their place."""
    said = inert.plain(words.quoted(cite.text))
    where = f"characters {cite.start} to {cite.end} of {inert.plain(cite.report)}"
    return f"{names.get(cite.report, cite.report)}: {said} ({where})"


def _run(text: str, bold: bool = False, italic: bool = False, notes: Iterable[Cite] = ()) -> Run:
    return Run(inert.plain(words.one_line(text)), bold, italic, tuple(dict.fromkeys(notes)))


def _one(kind: Kind, text: str, notes: Iterable[Cite] = ()) -> Paragraph:
    return Paragraph(kind, (_run(text, notes=notes),))


def _word(word: str) -> tuple[Run, ...]:
    return (_run(f"({word})", italic=True),) if word else ()


def _story(shown: Shown) -> Iterator[Paragraph]:
    yield _one("title", shown.told.title)
    yield _one("small", " · ".join(shown.summary()))
    for line in shown.told.brief:
        yield Paragraph("text", (_run(line.text, notes=line.cites), *_word(words.MARKS[line.mark])))
    sections = (
        ("Timeline", _timeline(shown)),
        ("Plans", _plans(shown)),
        ("Who said what", _voices(shown)),
        ("Where accounts differ", _conflicts(shown)),
        ("What is not known", _questions(shown)),
        ("Origins", _origins(shown)),
    )
    for name, some in sections:
        found = list(some)
        if found:
            yield _one("head", name)
            yield from found


def _timeline(shown: Shown) -> Iterator[Paragraph]:
    for entry in shown.timeline:
        name = _run(words.clip(entry.name, 200), notes=entry.cites)
        yield Paragraph("item", (_run(words.short_when(entry), bold=True), name, *_word(words.status(entry.status))))


def _plans(shown: Shown) -> Iterator[Paragraph]:
    for plan in shown.told.findings.plans:
        yield Paragraph("item", (_run(words.first_up(plan.title), bold=True), _run(_standing(plan))))
        for step in plan.history:
            told = _run(f"{words.moved(step)}: {step.text}", notes=step.cites)
            yield Paragraph("under", (_run(words.short_day(step.date), bold=True), told))


def _standing(plan: Plan) -> str:
    return words.step(plan.status) + (f", for {words.day(plan.for_)}" if plan.for_ else "")


def _voices(shown: Shown) -> Iterator[Paragraph]:
    for voice in shown.voices:
        role = voice.person.role if voice.person else None
        yield Paragraph("name", (_run(voice.name, bold=True), *((_run(role),) if role else ())))
        yield from (_saying(said, voice.who(said)) for said in voice.said)


def _saying(said: Said, who: str) -> Paragraph:
    one = said.statement
    before = tuple(_run(text, italic=True) for text in (who, said.verb) if text)
    how = ", ".join(
        text
        for text in (
            words.short_day(one.said_on) if one.said_on else "",
            words.through(one.through) if one.through else "",
        )
        if text
    )
    told = _run(words.said(one, said.words), notes=(other.content[0] for other in said.carried))
    return Paragraph("item", (*before, told, *_word(how)))


def _conflicts(shown: Shown) -> Iterator[Paragraph]:
    for claim in shown.claims("conflict"):
        yield Paragraph("item", (_run(view.heading(claim), bold=True),))
        for side in claim.sides:
            yield Paragraph(
                "under", (_run(side.text, notes=side.cites), *_word(words.count(len(side.origins), "origin")))
            )


def _questions(shown: Shown) -> Iterator[Paragraph]:
    for question in shown.told.findings.questions:
        answer = (_run("Answered.", italic=True, notes=question.answered),) if question.answered else ()
        yield Paragraph("item", (_run(question.text, notes=question.asked), *answer))


def _origins(shown: Shown) -> Iterator[Paragraph]:
    for origin in shown.told.origins:
        carried = words.listed(shown.name(key) for key in origin.reports)
        yield Paragraph("item", (_run(origin.label, bold=True), _run(f"{carried}. {words.why(origin.why)}")))
