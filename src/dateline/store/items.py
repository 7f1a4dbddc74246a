"""What of an account can be looked through: a row for each story, and one for each report, finding and person in it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from dateline import edtf
from dateline.cite import Cite
from dateline.contract import dump, text
from dateline.records.account import Told
from dateline.records.report import PARSED, Report
from dateline.show import inert, words
from dateline.store.file import Connection

# In the JSON of a record: the report of each cite, and where its words begin and end.
_CITED = re.compile(r'"report": "((?:[^"\\]|\\.)*)", "start": (\d+), "end": (\d+)')
# What can be found, in the order in which people are told of it.
PIECES = 8  # of the index of words, before they are made one
KINDS = ("report", "statement", "event", "plan", "conflict", "question", "person")


@dataclass(frozen=True, slots=True)
class Item:
    """One row: what it is, where it stands, and the words that it is found by.

    `people` are ids of those who take part, `cite` the words of its report that tell it.
    """

    kind: str
    id: str
    title: str
    text: str
    record: object
    report: str | None = None
    day: str | None = None
    speaker: str | None = None
    status: str | None = None
    people: tuple[str, ...] = ()
    cite: Cite | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """A row as it is laid: its columns, but for whether it is new, in the order of `COLUMNS`; and who takes part in it."""

    kind: str
    id: str
    columns: tuple[object, ...]
    people: tuple[str, ...]


# Those by which the index of words knows a row stand last: where these are the same, the others are changed in its place.
COLUMNS = (
    "place", "report", "outlet", "day", "speaker", "status", "words_at", "record", "title", "facets", "text"
)  # fmt: skip
INDEXED = 3
RECORD = COLUMNS.index("record")


@dataclass(frozen=True, slots=True)
class Laid:
    """A story that is laid on the shelf, with its reports: as it is told, or where to have that from; and its rows, where they
    are ready.
    """

    id: str
    reports: tuple[str, ...]
    told: Told | Callable[[], Told]
    ready: Sequence[Ready] | None = None


def shelve(
    db: Connection,
    every: Iterable[Report],
    stories: Sequence[Laid],
    pieces: Mapping[tuple[str, str], int],
    fresh: frozenset[str],
) -> None:
    """Put an account's stories and reports on the shelf, in place of what is there. What is the same in both is not touched.

    `pieces` are the numbers of what each story and report is kept in, by kind and id; `fresh` the ids of what is new.
    """
    reports = {report.id: report for report in every}
    had = {name: row for name, *row in db.execute("SELECT id, made_of, place FROM story").fetchall()}
    for place, laid in enumerate(stories):
        some = [reports[name] for name in laid.reports if name in reports]
        made_of = " ".join(str(pieces[key]) for key in (("story", laid.id), *(("report", one.id) for one in some)))
        before = had.pop(laid.id, ["", None])
        if before == [made_of, place]:
            continue
        if before[0] == made_of:
            db.execute("UPDATE story SET place = ? WHERE id = ?", (place, laid.id))
        else:
            told = laid.told if isinstance(laid.told, Told) else laid.told()
            new = _lay_out(db, told.id, laid.ready or ready(told, some), fresh)
            _forget(db, told.id)
            ties = ((told.id, number, edge.from_, edge.to, text(dump(edge))) for number, edge in enumerate(told.edges))
            db.executemany("INSERT INTO tie VALUES (?, ?, ?, ?, ?)", ties)
            db.execute(f"INSERT INTO story VALUES ({', '.join('?' * 14)})", (*_row(told, some, place), new, made_of))
    for name in had:
        _lay_out(db, name, (), fresh)
        _forget(db, name)
        db.execute("DELETE FROM page WHERE story = ?", (name,))
    told_of = {name for laid in stories for name in laid.reports}
    left = [report for name, report in reports.items() if name not in told_of]  # that no story tells of
    _lay_out(db, "", _readied("", map(_report, left), {report.id: report for report in left}), fresh)
    _gather(db)
    db.execute("DELETE FROM counted")
    db.execute("INSERT INTO counted SELECT kind, count(*) FROM item GROUP BY kind")


def _gather(db: Connection) -> None:
    """Make one of the pieces that the index of words is in, where they are many.

    What was taken off the shelf stays in them until then, and each search steps over it.
    """
    if db.execute("SELECT count(DISTINCT segid) FROM item_words_idx").fetchone()[0] > PIECES:
        db.execute("INSERT INTO item_words (item_words) VALUES ('optimize')")


def _forget(db: Connection, story: str) -> None:
    """Take away a story's own row, and its ties."""
    db.execute("DELETE FROM story WHERE id = ?", (story,))
    db.execute("DELETE FROM tie WHERE story = ?", (story,))


def ready(told: Told, reports: Iterable[Report]) -> list[Ready]:
    """The rows of a story, in their order, ready to be laid."""
    some = list(reports)
    return _readied(told.id, _of_story(told, some), {report.id: report for report in some})


def _readied(story: str, some: Iterable[Item], reports: Mapping[str, Report]) -> list[Ready]:
    found = []
    for place, one in enumerate(some):
        report = reports.get(one.report or "")
        outlet = inert.plain(words.whose(report)) if report else None
        speaker = inert.plain(one.speaker) if one.speaker else None
        at = f"{one.cite.start}-{one.cite.end}" if one.cite else None
        columns = (
            place, one.report, outlet, one.day, speaker, one.status, at, text(dump(one.record)), inert.plain(one.title),
            _facets(one, story, outlet), inert.plain(one.text),
        )  # fmt: skip
        found.append(Ready(one.kind, one.id, columns, one.people))
    return found


def _lay_out(db: Connection, story: str, some: Sequence[Ready], fresh: frozenset[str]) -> int:
    """Put the rows of a story on the shelf, in place of those that it has there. Returns how many of them are new.

    A row in which only its record or the like is another stays where it is: the index of words need not learn it anew.
    """
    kept, come = _matched(db, story, some)
    for n, before, one in kept:
        now = (*one.columns[:-INDEXED], one.id in fresh)
        if before != now:
            values = ", ".join(f"{name} = ?" for name in (*COLUMNS[:-INDEXED], "fresh"))
            db.execute(f"UPDATE item SET {values} WHERE n = ?", (*now, n))
        if before[RECORD] != now[RECORD] or before[1] != now[1]:
            db.execute("DELETE FROM cited WHERE item = ?", (n,))
            _cite(db, n, one)
    insert = f"INSERT INTO item (kind, id, story, {', '.join(COLUMNS)}, fresh) VALUES ({', '.join('?' * 15)})"
    for one in come:
        made = db.execute(insert, (one.kind, one.id, story, *one.columns, one.id in fresh))
        assert made.lastrowid is not None  # an insert has one
        _cite(db, made.lastrowid, one)
        for person in one.people:
            db.execute("INSERT OR IGNORE INTO takes_part VALUES (?, ?)", (person, made.lastrowid))
    return sum(one.id in fresh for one in some)


def _matched(
    db: Connection, story: str, some: Sequence[Ready]
) -> tuple[list[tuple[int, tuple[object, ...], Ready]], list[Ready]]:
    """The rows that are there under the same words, with their numbers and what else they have; and those that are to come.

    What is there beside these is taken off.
    """
    had: dict[tuple[object, ...], list[tuple[int, tuple[object, ...]]]] = {}
    query = f"SELECT n, kind, id, {', '.join(COLUMNS)}, fresh FROM item WHERE story = ? ORDER BY n DESC"
    for n, kind, name, *columns, new in db.execute(query, (story,)).fetchall():
        known = (kind, name, *columns[-INDEXED:])
        had.setdefault(known, []).append((n, (*columns[:-INDEXED], new)))
    kept, come = [], []
    for one in some:
        if there := had.get((one.kind, one.id, *one.columns[-INDEXED:])):
            kept.append((*there.pop(), one))
        else:
            come.append(one)
    for there in had.values():
        db.executemany("DELETE FROM item WHERE n = ?", [(n,) for n, _ in there])
    return kept, come


def _cite(db: Connection, n: int, one: Ready) -> None:
    """Say on which words of which reports a row rests."""
    report, record = one.columns[1], str(one.columns[RECORD])
    of = [(report, "0", "0")] if report else []
    rows = {(_unescaped(str(name)), n, int(start), int(end)) for name, start, end in (*of, *_CITED.findall(record))}
    db.executemany("INSERT INTO cited VALUES (?, ?, ?, ?)", sorted(rows))


def _unescaped(name: str) -> str:
    """A report's id, as it stands in JSON, as it is."""
    return str(json.loads(f'"{name}"')) if "\\" in name else name


def facet(of: str, value: str) -> str:
    """The word by which the index knows that a row has this kind, outlet, speaker, status, story, person or part of a day."""
    if of in ("kind", "day"):
        return f"{of}{value.replace('-', '')}"
    return f"{of}{hashlib.sha256(value.casefold().encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def _facets(one: Item, story: str, outlet: str | None) -> str:
    day = one.day if one.day and one.day[0].isdigit() else None  # those before Christ are found by their words alone
    values = (
        ("kind", one.kind), ("story", story), ("outlet", outlet), ("speaker", one.speaker), ("status", one.status),
        ("report", one.report), ("day", day and day[:4]), ("day", day and day[:7]), ("day", day),
        *(("person", person) for person in one.people),
    )  # fmt: skip
    return " ".join(dict.fromkeys(facet(of, value) for of, value in values if value))


def _row(told: Told, reports: Iterable[Report], place: int) -> tuple[object, ...]:
    """A story's row, but for what is new in it and what it is made of."""
    days = sorted(day for report in reports if (day := report.published.day))
    findings = told.findings
    lead, stands = (inert.plain(told.brief[at].text) if told.brief else "" for at in (0, -1))
    return (
        told.id, place, inert.plain(told.title), lead, stands,
        days[0] if days else None, days[-1] if days else None, len(told.reports), len(told.origins),
        sum(claim.verdict == "conflict" for claim in findings.claims), len(findings.plans),
        sum(not question.answered for question in findings.questions),
    )  # fmt: skip


def _of_story(told: Told, reports: Iterable[Report]) -> Iterator[Item]:
    """Everything in a story that can be found, each kind in order of time."""
    by_id = {report.id: report for report in reports}
    names = {person.id: person.name for person in told.people}
    yield from map(_report, sorted(by_id.values(), key=lambda report: (report.published.value or "9", report.id)))
    yield from _statements(told, by_id, names)
    yield from _events(told)
    for plan in told.findings.plans:
        last = plan.history[-1]
        people = tuple(step.by for step in plan.history if step.by)
        told_in = "\n".join(step.text for step in plan.history)
        day = earliest(plan.for_) or last.date
        yield Item(
            "plan", plan.id, plan.title, told_in, plan, last.cites[0].report, day, status=plan.status, people=people
        )
    for claim in told.findings.claims:
        if claim.verdict == "conflict":
            sides = "\n".join(side.text for side in claim.sides)
            first = min(
                (cite.report for side in claim.sides for cite in side.cites), key=lambda r: _day(by_id, r) or "9"
            )
            yield Item("conflict", claim.id, claim.text, sides, claim, first, _day(by_id, first), status=claim.kind)
    for asked in told.findings.questions:
        where, how = asked.asked[0].report, "answered" if asked.answered else "open"
        yield Item("question", asked.id, asked.text, asked.asked[0].text, asked, where, _day(by_id, where), status=how)
    for person in told.people:
        called = "\n".join(filter(None, (person.role, *person.aliases)))
        first = person.cites[0].report
        yield Item("person", person.id, person.name, called, person, first, status=person.kind, people=(person.id,))


def _statements(told: Told, reports: Mapping[str, Report], names: Mapping[str, str]) -> Iterator[Item]:
    for one in told.findings.statements:
        speaker = names.get(one.speaker or "") or (words.one_line(one.source.text) if one.source else None)
        yield Item(
            "statement", one.id, speaker or "", words.content(one.content), one, one.report,
            earliest(one.said_on) or _day(reports, one.report), speaker, one.polarity,
            (one.speaker,) if one.speaker and one.speaker in names else (), one.content[0],
        )  # fmt: skip


def _events(told: Told) -> Iterator[Item]:
    """The events that have a name, or stand on the timeline, in order of time."""
    entries = {entry.event: entry for entry in told.findings.timeline if entry.event}
    for event in sorted(told.findings.events, key=lambda e: (e.earliest or e.latest or "9", e.id)):
        entry = entries.get(event.id)
        if not event.label and entry is None:
            continue
        first = event.mentions[0]
        title = event.label or (entry.text if entry else "")
        people = (*(party.person for party in event.participants if party.person), *(entry.people if entry else ()))
        yield Item(
            "event", event.id, title, first.sentence.text, event, first.report, event.earliest or event.latest,
            status=event.status, people=people, cite=first.sentence,
        )  # fmt: skip


def _report(report: Report) -> Item:
    title = words.heading(report)
    body = "\n\n".join(block.span.of(report.text) for block in report.blocks if block.label in PARSED)
    fields = ("id", "title", "outlet", "url", "language", "published", "updated", "sha256")
    record = dict(zip(fields, attrgetter(*fields)(report), strict=True))
    return Item("report", report.id, title, body, record, report.id, report.published.day, status=report.language)


def _day(reports: Mapping[str, Report], name: str) -> str | None:
    return reports[name].published.day if name in reports else None


def earliest(date: str | None) -> str | None:
    """The first day that an EDTF date may be; None where it is none, or open."""
    try:
        return edtf.interval(date)[0] if date else None
    except ValueError:
        return None
