"""An account for people in a terminal. Everything is `Text`, never markup: what a report says is not interpreted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.cite import Cite
from dateline.records.account import Account
from dateline.records.findings import Claim, Entry, Plan, Question, Statement
from dateline.records.story import Story
from dateline.show import view, words
from dateline.show.inert import plain
from dateline.show.view import Said, Shown, Strand, Voice

EVENTS, PLANS, VOICES, SAYINGS, CONFLICTS, REPORTS = 20, 8, 8, 3, 10, 20
LONG = 240  # code points of a sentence that a list shows


class News(Protocol):
    """What an edition tells that the one before did not."""

    @property
    def since(self) -> str | None: ...
    @property
    def as_of(self) -> str | None: ...
    @property
    def reports(self) -> tuple[str, ...]: ...
    @property
    def timeline(self) -> tuple[Entry, ...]: ...
    @property
    def plans(self) -> tuple[Plan, ...]: ...
    @property
    def statements(self) -> tuple[Statement, ...]: ...
    @property
    def conflicts(self) -> tuple[Claim, ...]: ...
    @property
    def questions(self) -> tuple[Question, ...]: ...
    @property
    def answered(self) -> tuple[Question, ...]: ...


def text(account: Account, console: Console) -> None:
    """Print the account: each story's brief with numbered cites, and what stands behind it."""
    for shown in view.shown(account):
        for part in _story(shown):
            console.print(part, highlight=False, soft_wrap=False)
    if not account.stories:
        console.print("No story: nothing in these reports could be told with its source.", highlight=False)
    for failure in account.failed:
        console.print(_words(f"not read: {failure.where}: {failure.why}", "dim"), highlight=False)


def stories(found: Iterable[Story], console: Console) -> None:
    """Print stories with their reports, what ties these, and how many origins there are."""
    some = tuple(found)
    titles = {story.id: story.title for story in some}
    for story in some:
        head = f"{words.count(len(story.reports), 'report')}, {words.count(len(story.origins), 'origin')}"
        console.print(_words(story.title, "bold"), highlight=False)
        console.print(_words(f"{story.id} · {head}", "dim"), highlight=False)
        for link in story.links:
            how = f"{words.LINES[link.kind][0]} “{words.clip(titles.get(link.to, ''), 60)}” ({link.to}): {words.why(link.why)}"
            console.print(_indented(_words(how, "dim")), highlight=False)
        for member in story.reports:
            name = f"{words.source(member.report)}  {words.clip(member.report.title or '', 60)}"
            console.print(_indented(_words(f"{member.report.id}  {name}")), highlight=False)
        for edge in story.edges:
            tie = f"{edge.from_} {words.tie(edge)} {edge.to}: {words.why(edge.why)}"
            console.print(_indented(_words(tie, "dim")))
        for rewritten in story.machine_rewritten:
            kinds = words.listed(dict.fromkeys(words.SIGNS[sign.kind] for sign in rewritten.signs))
            console.print(_indented(_words(f"{rewritten.report} bears signs of a machine: {kinds}", "dim")))
        console.print()


def origins(found: Iterable[Story], console: Console) -> None:
    """Print the origins of stories: each with its reports, and why they are one."""
    for story in found:
        console.print(_words(story.title, "bold"), highlight=False)
        console.print(_words(f"{words.count(len(story.reports), 'report')} from", "dim"), highlight=False)
        names = {member.report.id: words.source(member.report) for member in story.reports}
        for origin in story.origins:
            console.print(_indented(_words(origin.label)), highlight=False)
            console.print(_indented(_indented(_words(words.why(origin.why), "dim"))), highlight=False)
            for key in origin.reports:
                console.print(_indented(_indented(_words(f"{key}  {names[key]}"))), highlight=False)
        console.print()


def news(found: News, console: Console) -> None:
    """Print what is new, kind by kind; says so where nothing is."""
    since = f"since the edition of {words.day(found.since)}" if found.since else "and no earlier edition"
    console.print(_words(f"As of {words.day(found.as_of)}, {since}", "bold"), highlight=False)
    kinds = (
        ("New reports", found.reports),
        ("New on the timeline", [f"{words.short_day(entry.date)}: {entry.text}" for entry in found.timeline]),
        ("Plans that moved", [_moved(plan) for plan in found.plans]),
        ("New statements", [_new_saying(statement) for statement in found.statements]),
        ("New conflicts", [view.heading(claim) for claim in found.conflicts]),
        ("New questions", [question.text for question in found.questions]),
        ("Questions now answered", [question.text for question in found.answered]),
    )
    for name, several in kinds:
        if several:
            first, rest = view.first_few(several, EVENTS)
            console.print(Text(name, style="bold"))
            for one in first:
                console.print(_indented(_words(words.clip(one, LONG))), highlight=False)
            for part in _more(rest, "of these", "of these"):
                console.print(_indented(part))
    if not any(several for _, several in kinds):
        console.print("Nothing is new.", highlight=False)


def _moved(plan: Plan) -> str:
    aim = f", for {words.day(plan.for_)}" if plan.for_ else ""
    return f"{words.first_up(plan.title)}: {words.step(plan.status)}{aim}"


def _new_saying(statement: Statement) -> str:
    told = words.bare(words.content(statement.content))
    who = f"{statement.source.text}:" if statement.source else ""
    return " ".join(part for part in (who, words.verb(statement), words.said(statement, told)) if part)


def _words(value: str, style: str = "") -> Text:
    """Words on one line's worth of white space, without escape codes that a report may hold."""
    return Text(plain(words.one_line(value)), style=style)


def _indented(part: RenderableType, by: int = 2) -> Padding:
    return Padding(part, (0, 0, 0, by))


def _story(shown: Shown) -> list[RenderableType]:
    sections = (
        ("", _brief(shown)),
        ("Timeline", _timeline(shown)),
        ("Plans", _plans(shown)),
        ("Who said what", _voices(shown)),
        ("Where accounts differ", _conflicts(shown)),
        ("What is not known", _questions(shown)),
        ("Origins", _origins(shown)),
        ("Reports", _reports(shown)),
    )
    under = filter(None, (" · ".join(shown.summary()), shown.changed()))
    out: list[RenderableType] = [_words(shown.told.title, "bold"), *(_words(line, "dim") for line in under)]
    out += [_words(f"{words.first_up(strand.how)} “{strand.title}”. {_why(strand)}", "dim") for strand in shown.lines]
    out.append(Text())
    for name, parts in sections:
        if parts:
            out += [Text(name, style="bold"), *map(_indented, parts), Text()] if name else [*parts, Text()]
    return out


def _why(strand: Strand) -> str:
    """The reason of a link, which stands with the later story."""
    return words.why(strand.link.why) if strand.id == strand.link.to else ""


def _more(rest: Sequence[object], one: str, many: str = "") -> list[RenderableType]:
    return [_words(f"and {len(rest)} more {one if len(rest) == 1 else many or one + 's'}", "dim")] if rest else []


def _number(shown: Shown, cite: Cite) -> int:
    """The number of a report in the list at the end; 0 for one that is not there."""
    return shown.rank.get(cite.report, -1) + 1


def _cites(shown: Shown, cites: Iterable[Cite]) -> Text:
    numbers = sorted({_number(shown, cite) for cite in cites})
    shortened = ", ".join(map(str, numbers[:6])) + (", …" if len(numbers) > 6 else "")
    return Text(f" [{shortened}]", style="cyan")


def _brief(shown: Shown) -> list[RenderableType]:
    out: list[RenderableType] = []
    for line in shown.told.brief:
        told = _words(line.text).append_text(_cites(shown, line.cites))
        if word := words.MARKS[line.mark]:
            told.append(f" ({word})", style="italic")
        out.append(told)
    return out


def _rows(rows: Iterable[tuple[str, Text]]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(width=18, justify="right", style="dim")
    table.add_column(ratio=1)
    for date, what in rows:
        table.add_row(Text(plain(date)), what)
    return table


def timeline(account: Account, console: Console) -> None:
    """Print every event of each story, those from before it under a line of their own."""
    for shown in view.shown(account):
        console.print(_words(shown.told.title, "bold"), highlight=False)
        before = [entry for entry in shown.timeline if entry.background]
        rows = _entries(shown, [entry for entry in shown.timeline if not entry.background])
        console.print(_rows(rows) if rows else _words("No event that a report dates.", "dim"), highlight=False)
        if before:
            console.print(_words("Before", "bold"), highlight=False)
            console.print(_rows(_entries(shown, before)), highlight=False)
        _print_reports(shown, console)


def plans(account: Account, console: Console) -> None:
    """Print every plan of each story with its steps."""
    for shown in view.shown(account):
        console.print(_words(shown.told.title, "bold"), highlight=False)
        for plan in shown.told.findings.plans:
            console.print(_plan(shown, plan), highlight=False)
        if not shown.told.findings.plans:
            console.print(_words("No plan that a report tells of.", "dim"), highlight=False)
        _print_reports(shown, console)


def _print_reports(shown: Shown, console: Console) -> None:
    console.print(_words("Reports", "bold"), highlight=False)
    for part in _reports(shown):
        console.print(part, highlight=False)


def _entries(shown: Shown, some: Iterable[Entry]) -> list[tuple[str, Text]]:
    rows = []
    for entry in some:
        what = _words(words.clip(entry.name, LONG))
        if word := words.status(entry.status):
            what.append(f" ({word})", style="italic")
        rows.append((words.short_when(entry), what.append_text(_cites(shown, entry.cites))))
    return rows


def _timeline(shown: Shown) -> list[RenderableType]:
    story = [entry for entry in shown.timeline if not entry.background]
    first, rest = view.weightiest(story, EVENTS)
    rows = _entries(shown, first)
    before = len(shown.timeline) - len(story)
    tail = (
        [_words(f"and {words.count(before, 'event')} from before, which the reports look back on", "dim")]
        if before
        else []
    )
    return [*([_rows(rows)] if rows else []), *_more(rest, "event"), *tail]


def _plans(shown: Shown) -> list[RenderableType]:
    first, rest = view.first_few(shown.told.findings.plans, PLANS)
    return [*(_plan(shown, plan) for plan in first), *_more(rest, "plan")]


def _plan(shown: Shown, plan: Plan) -> RenderableType:
    head = _words(words.first_up(plan.title)).append(f": {words.step(plan.status)}", style="bold")
    head.append(f", for {words.day(plan.for_)}" if plan.for_ else "")
    rows = []
    for step in plan.history:
        what = Text(words.moved(step), style="bold")
        by = shown.people.get(step.by or "")
        what.append(plain(f", by {by.name}") if by else "", style="not bold")
        what.append(plain(f": {words.clip(step.text, LONG)}"), style="not bold")
        rows.append((words.short_day(step.date), what.append_text(_cites(shown, step.cites))))
    return Group(head, _rows(rows))


def _voices(shown: Shown) -> list[RenderableType]:
    first, rest = view.first_few(shown.voices, VOICES)
    return [*(_voice(shown, voice) for voice in first), *_more(rest, "speaker")]


def _voice(shown: Shown, voice: Voice) -> RenderableType:
    name = _words(voice.name, "bold")
    if voice.person and voice.person.role:
        name.append(plain(f", {words.one_line(voice.person.role)}"), style="not bold")
    first, rest = view.first_few(voice.said, SAYINGS)
    return Group(
        name,
        *(_indented(_saying(shown, said, voice.who(said))) for said in first),
        *map(_indented, _more(rest, "statement")),
    )


def _saying(shown: Shown, said: Said, who: str) -> Text:
    one = said.statement
    told = words.clip(words.said(one, said.words), LONG)
    verb = f"{said.verb} ".lstrip()
    what = Text(plain(f"{who} " if who else ""), style="not italic").append(plain(verb), style="italic")
    what.append(plain(told), style="not italic")
    day = words.short_day(one.said_on) if one.said_on else ""
    when = ", ".join(part for part in (day, words.through(one.through) if one.through else "") if part)
    what.append(plain(f" ({when})" if when else ""), style="dim not italic")
    return what.append_text(_cites(shown, (other.content[0] for other in said.carried)))


def _conflicts(shown: Shown) -> list[RenderableType]:
    first, rest = view.first_few(shown.claims("conflict"), CONFLICTS)
    out: list[RenderableType] = []
    for claim in first:
        sides = []
        for side in claim.sides:
            told = Text("– ").append_text(_words(words.clip(side.text, LONG)))
            told.append(f" ({words.count(len(side.origins), 'origin')})", style="dim")
            sides.append(_indented(told.append_text(_cites(shown, side.cites))))
        out.append(Group(_words(view.heading(claim)).append(f"  {claim.kind}", style="dim"), *sides))
    return [*out, *_more(rest, "conflict")]


def _questions(shown: Shown) -> list[RenderableType]:
    first, rest = view.first_few(shown.told.findings.questions, CONFLICTS)
    out: list[RenderableType] = []
    for question in first:
        told = _words(words.clip(question.text, LONG)).append_text(_cites(shown, question.asked))
        if question.answered:
            told.append(" answered").append_text(_cites(shown, question.answered))
        out.append(told)
    return [*out, *_more(rest, "question")]


def _origins(shown: Shown) -> list[RenderableType]:
    first, rest = view.first_few(shown.told.origins, REPORTS)
    out: list[RenderableType] = []
    for origin in first:
        numbers = sorted(shown.rank[key] + 1 for key in origin.reports if key in shown.rank)
        carried = Text(f" [{', '.join(map(str, numbers[:12]))}{', …' if len(numbers) > 12 else ''}]", style="cyan")
        out.append(_words(origin.label).append_text(carried).append(plain(f" {words.why(origin.why)}"), style="dim"))
    for rewritten in shown.told.machine_rewritten:
        kinds = words.listed(dict.fromkeys(words.SIGNS[sign.kind] for sign in rewritten.signs))
        out.append(_words(f"{shown.name(rewritten.report)} bears signs of machine rewriting: {kinds}", "italic"))
    return [*out, *_more(rest, "origin")]


def _reports(shown: Shown) -> list[RenderableType]:
    first, rest = view.first_few(shown.reports, REPORTS)
    out: list[RenderableType] = []
    for report in first:
        line = Text(f"[{shown.rank[report.id] + 1}] ", style="cyan").append_text(
            _words(words.source(report), "not cyan")
        )
        out.append(line.append(plain(f"  {words.clip(report.title or report.path or '', 60)}"), style="dim"))
    return [*out, *_more(rest, "report")]
