"""An account as Markdown, each cite a footnote with the very words. What a report says is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dateline.cite import Cite
from dateline.records.account import Account
from dateline.show import view, words
from dateline.show.inert import plain
from dateline.show.view import Said, Shown

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_LISTLIKE = re.compile(r"^(\d+)([.)])|^([-+=])")


def markdown(account: Account) -> str:
    """The account as Markdown with footnotes, numbered through all stories. Ends in a line break."""
    notes: dict[Cite, int] = {}
    lines: list[str] = []
    several = len(account.stories) > 1
    if several:
        lines += [f"# {words.count(len(account.stories), 'running story', 'running stories')}", ""]
    for shown in view.shown(account):
        lines += _story(shown, "##" if several else "#", notes)
    if not account.stories:
        lines += ["# No story", "", "Nothing in these reports could be told with its source.", ""]
    names = {report.id: words.source(report) for report in account.reports}
    lines += [
        f"[^{n}]: {_safe(names.get(c.report, c.report))}: {_safe(words.quoted(c.text))}" for c, n in notes.items()
    ]
    made_from = words.count(len(account.inputs), "input")
    lines += ["", f"Dateline {account.dateline}, as of {words.day(account.as_of)}, from {made_from}."]
    return "\n".join(lines).strip("\n")


account = markdown  # as a form it holds the whole account


def _safe(text: str) -> str:
    """Words of a report as they are: nothing in them is Markdown or HTML."""
    escaped = _SPECIAL.sub(r"\\\1", plain(words.one_line(text)))
    return _LISTLIKE.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", escaped)


def _cites(cites: Iterable[Cite], notes: dict[Cite, int]) -> str:
    return "".join(f"[^{notes.setdefault(cite, len(notes) + 1)}]" for cite in cites)


def _story(shown: Shown, level: str, notes: dict[Cite, int]) -> Iterator[str]:
    yield from (f"{level} {_safe(shown.told.title)}", "", " · ".join(map(_safe, shown.summary())), "")
    if changed := shown.changed():
        yield from (_safe(changed), "")
    for strand in shown.lines:
        why = (
            f" {_safe(words.why(strand.link.why))}{_cites(strand.link.cites, notes)}"
            if strand.id == strand.link.to
            else ""
        )
        yield from (f"*{words.first_up(strand.how)}* “{_safe(strand.title)}”.{why}", "")
    for line in shown.told.brief:
        word = f" *({words.MARKS[line.mark]})*" if words.MARKS[line.mark] else ""
        yield from (f"{_safe(line.text)}{_cites(line.cites, notes)}{word}", "")
    sections = (
        ("Timeline", _timeline(shown, notes)),
        ("Plans", _plans(shown, notes)),
        ("Who said what", _voices(shown, notes)),
        ("Where accounts differ", _conflicts(shown, notes)),
        ("What is not known", _questions(shown, notes)),
        ("Origins", _origins(shown)),
    )
    for name, rows in sections:
        if found := list(rows):
            yield from (f"{level}# {name}", "", *found, "")


def _timeline(shown: Shown, notes: dict[Cite, int]) -> Iterator[str]:
    for entry in shown.timeline:
        word = f" *({words.status(entry.status)})*" if words.status(entry.status) else ""
        yield f"- **{_safe(words.day(entry.date))}** {_safe(entry.name)}{word}{_cites(entry.cites, notes)}"


def _plans(shown: Shown, notes: dict[Cite, int]) -> Iterator[str]:
    for plan in shown.told.findings.plans:
        aim = f", for {_safe(words.day(plan.for_))}" if plan.for_ else ""
        yield f"- **{_safe(words.first_up(plan.title))}**: {words.step(plan.status)}{aim}"
        for step in plan.history:
            aim = f" for {_safe(words.day(step.for_))}" if step.for_ else ""
            told = f"{words.step(step.status)}{aim}: {_safe(step.text)}{_cites(step.cites, notes)}"
            yield f"  - {_safe(words.day(step.date))}: {told}"


def _voices(shown: Shown, notes: dict[Cite, int]) -> Iterator[str]:
    for voice in shown.voices:
        role = f", {_safe(voice.person.role)}" if voice.person and voice.person.role else ""
        yield f"- **{_safe(voice.name)}**{role}"
        yield from (_saying(said, voice.who(said), notes) for said in voice.said)


def _saying(said: Said, who: str, notes: dict[Cite, int]) -> str:
    one = said.statement
    told = _safe(words.said(one, said.words))
    verb = f"*{_safe(cue)}* " if (cue := said.verb) else ""
    through = f", {_safe(words.through(one.through))}" if one.through else ""
    cites = _cites((other.content[0] for other in said.carried), notes)
    who = f"{_safe(who)} " if who else ""
    return f"  - {who}{verb}{told} ({_safe(words.day(one.said_on))}{through}){cites}"


def _conflicts(shown: Shown, notes: dict[Cite, int]) -> Iterator[str]:
    for claim in shown.claims("conflict"):
        yield f"- **{_safe(view.heading(claim))}** ({claim.kind})"
        for side in claim.sides:
            yield f"  - {_safe(side.text)} ({words.count(len(side.origins), 'origin')}){_cites(side.cites, notes)}"


def _questions(shown: Shown, notes: dict[Cite, int]) -> Iterator[str]:
    for question in shown.told.findings.questions:
        answered = f" Answered:{_cites(question.answered, notes)}" if question.answered else ""
        yield f"- {_safe(question.text)}{_cites(question.asked, notes)}{answered}"


def _origins(shown: Shown) -> Iterator[str]:
    for origin in shown.told.origins:
        carried = words.listed(_safe(shown.name(key)) for key in origin.reports)
        yield f"- **{_safe(origin.label)}**: {carried}. {_safe(words.why(origin.why))}"
    for rewritten in shown.told.machine_rewritten:
        kinds = words.listed(dict.fromkeys(words.SIGNS[sign.kind] for sign in rewritten.signs))
        yield f"- {_safe(shown.name(rewritten.report))} bears signs of machine rewriting: {kinds}"
