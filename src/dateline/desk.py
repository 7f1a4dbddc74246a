"""A desk: where reports are kept, judged and told from. The flow on top of the store.

with Desk.open("harbour.desk") as desk:
    for added in desk.add("reports/"):
        print(added)
    account = desk.tell()
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from dateline import flow, mark
from dateline.anew import Teller
from dateline.engines import HERE, Engine
from dateline.errors import DeskError
from dateline.read import read as read_inputs
from dateline.read.labels import repeated
from dateline.read.masthead import copies
from dateline.records.account import Account, Kept, Options, Told
from dateline.records.judgements import Judgement, OnDate, OnFinding, OnReports
from dateline.records.marks import Marked
from dateline.records.report import Failure, Report
from dateline.records.story import Story
from dateline.store import Store
from dateline.store.editions import Draft, Editions
from dateline.store.memory import Came, Memory, digests
from dateline.store.reader import Reader
from dateline.store.shelf import Shelf
from dateline.store.watching import Watching, found
from dateline.tell import news

DRAFTED = 300  # stories that are made ready to be kept by who tells them: of more it would fill the memory
READ = 500  # reports whose marks are read before that is said


@dataclass(frozen=True, slots=True)
class Added:
    """A report that was given to a desk: the id it has there, whether it is new there, and what it is a version of."""

    id: str
    new: bool
    of: str | None = None


class Desk:
    """An open desk. Use it in a `with`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @classmethod
    def open(cls, path: str | Path) -> Desk:
        """Open a desk file. Raises DeskError when it is missing or is no desk."""
        return cls(Store(Path(path)))

    @classmethod
    def create(cls, path: str | Path) -> Desk:
        """Make a new desk file. Raises DeskError when there is a file already."""
        return cls(Store(Path(path), create=True))

    @property
    def shelf(self) -> Shelf:
        """What was told, to be listed and searched."""
        return self._store.shelf

    @property
    def editions(self) -> Editions:
        """What was told, whole."""
        return self._store.editions

    @property
    def watching(self) -> Watching:
        """What `watch` remembers, and its alerts."""
        return self._store.watching

    @property
    def reader(self) -> Reader:
        """What who reads the desk keeps on it: followed stories, notes, searches."""
        return self._store.reader

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, *_: object) -> None:
        self._store.close()

    @contextmanager
    def still(self) -> Iterator[None]:
        """What is read inside is of one moment, whatever others write meanwhile."""
        with self._store.still():
            yield

    def add(self, *inputs: str | Path, stdin: BinaryIO | None = None) -> Iterator[Added | Failure]:
        """Read inputs and keep their reports, one transaction each: what has been yielded is on the disk."""
        for item in read_inputs(inputs, stdin=stdin):
            yield item if isinstance(item, Failure) else self.take(item)

    def take(self, report: Report) -> Added:
        """Keep a report that was read: once this returns, it is on the disk."""
        name = self._store.add(report)
        first = self._store.versions(name)[0].id if name else None
        return Added(name or report.id, name is not None, first if first != name else None)

    def has_address(self, url: str | None) -> bool:
        """Whether a report that was read at this address is kept."""
        return self._store.has_address(url)

    def reports(self) -> tuple[Report, ...]:
        """The desk's reports, each in its latest version, with its word on their dates, as they were added.

        What an outlet repeats in them is labelled as chrome, and copies of one dispatch share a day.
        """
        return self._known()[0]

    def _known(self) -> tuple[tuple[Report, ...], tuple[str, ...]]:
        """The same, and of each a digest of its record in the file."""
        kept = tuple(self._store.reports())
        reports = copies.dated(repeated.relabelled([report for report, _ in kept]))
        return flow.dated(reports, self._store.judgements()), tuple(record for _, record in kept)

    def versions(self, name: str) -> tuple[Report, ...]:
        """Every version of a report, as they came, each by its own id. Raises DeskError when the desk has none."""
        if not (found := self._store.versions(name)):
            raise DeskError(f"the desk has no report {name}: `dateline versions` lists those that were changed")
        return found

    def version_days(self, name: str) -> list[tuple[str, str | None]]:
        """The id of each version of a report, and the day it gives, as they came; none where the desk has no such report."""
        return self._store.version_days(name)

    def changed(self, names: Sequence[str]) -> dict[str, int]:
        """Those of some reports that came in several versions, and in how many."""
        return self._store.changed(names)

    def marked(self, engine: Engine = HERE) -> tuple[Marked, ...]:
        """The desk's reports and their marks. Only what has not been marked by these markers is marked now."""
        return self._marked(self.reports(), engine)

    def marks_of(self, report: Report) -> Marked | None:
        """What was marked in a report that is told of; None where that is not kept, or was made by other markers."""
        return self._store.marked(report, _markers())

    def _marked(self, reports: Sequence[Report], engine: Engine) -> tuple[Marked, ...]:
        markers = _markers()
        kept: dict[str, Marked | None] = {}
        for number, report in enumerate(reports, 1):
            kept[report.id] = self._store.marked(report, markers)
            if number % READ == 0:
                engine.progress("reading", number, len(reports))
        missing = [report for report in reports if kept[report.id] is None]
        for fresh in flow.marked(missing, engine=engine):
            self._store.keep_marks(fresh, markers)
            kept[fresh.report.id] = fresh
        return tuple(marks for report in reports if (marks := kept[report.id]) is not None)

    def stories(self, engine: Engine = HERE) -> tuple[Story, ...]:
        """The desk's stories."""
        from dateline.group import group  # loaded with what it needs when it is needed

        return group(self.marked(engine), self.judgements(), engine=engine)

    def tell(self, as_of: str | None = None, engine: Engine = HERE) -> Account:
        """The account of the desk's reports. Without `as_of` it is kept as the latest edition, and counts as seen.

        Where nothing was added, removed or judged since, it is the latest edition as it was told.
        """
        if as_of is not None:
            return self._as_of(as_of, engine)
        if self.is_told() and (kept := self.editions.latest()) is not None:
            self.editions.see()
            return kept
        self.retell(engine, seen=True)
        if (made := self.editions.latest()) is None:
            raise DeskError("what was told cannot be read back: take a copy of the desk from before")
        return made

    def is_told(self) -> bool:
        """Whether the latest edition tells of all that there is."""
        known = self.editions.state()
        return known is not None and known[1] == self.state()

    def retell(self, engine: Engine = HERE, *, seen: bool = False) -> None:
        """Tell anew what changed and keep it as the latest edition. A story that nothing touched stays as it was told.

        Where another process is telling the desk, what it has told is taken, once it is done.
        """
        with self._store.alone("telling") as waited:
            if not (waited and self.is_told()):
                self._retold(engine, seen)
            elif seen:
                self.editions.see()

    def _retold(self, engine: Engine, seen: bool) -> None:
        from dateline.group.learnt import Learnt  # loaded with what it needs when it is needed

        state = self.state()  # what comes while it is told is for the next time
        reports, records = self._known()
        of, decisions, learning = digests(reports, records), self.judgements(), self._store.learning()
        memory = Memory(self.editions, _by(), decisions)
        before = flow.Before(self.editions.latest_stories(), memory)
        last = {name for story in before.stories for name in story.reports}
        # Others mark what came, while it is grouped here.
        came_new = flow.marked(self._missing(report for report in reports if report.id not in last), engine=engine)
        found = flow.outlined(reports, decisions, before, engine=engine, learnt=Learnt(learning, of))
        learning.settle()
        known = [memory.known(one, of) for one in found]
        todo = [one for one, made in zip(found, known, strict=True) if made is None]
        here = self._keep_marks(came_new, engine)
        here |= self._keep_marks(
            flow.marked(self._missing(r for one in todo for r in one.reports), engine=engine), engine
        )
        call = Teller(self._store.path, _markers(), _by(), decisions, here, drafts=len(todo) <= DRAFTED)
        told, untold, came, drafts = list[Told](), list[Failure](), dict[str, Came](), dict[str, Draft]()
        answers = (one for some in engine.over(call, flow.together(todo)) for one in some)
        for number, one in enumerate(answers, 1):
            engine.progress("telling", number, len(todo))
            untold += one.failed
            if one.told is not None:
                told.append(one.told)
                came[one.told.id] = one.came
                if one.draft is not None:
                    drafts[one.told.id] = one.draft
        engine.progress("keeping", 0, None)
        fresh = {
            name: dataclasses.replace(made, draft=drafts.get(name)) for name, made in memory.made(told, came).items()
        }
        stories_made = [made for one, own in zip(found, known, strict=True) if (made := own or fresh.get(one.id))]
        failed = (*self._broken(), *self._unmarked(reports), *untold)
        account = flow.assembled(reports, failed, tuple(told), decisions, before.kept(found))
        rows = self.editions.in_pieces(account, of, stories_made)
        new = news.ids(news.news(*self.editions.differing(account, rows)))
        self.editions.keep(account, state, stories_made, rows, new, seen)

    def _missing(self, reports: Iterable[Report]) -> list[Report]:
        """Those of some reports that are not marked."""
        every = list(reports)
        known = self._store.marks(every, _markers())
        return [report for report in every if report.id not in known]

    def _keep_marks(self, fresh: Iterable[Marked], engine: Engine) -> dict[str, Marked]:
        """Keep marks. Gives them where their stories are told in this process."""
        here = dict[str, Marked]()
        for one in fresh:
            self._store.keep_marks(one, _markers())
            if engine.over is map:
                here[one.report.id] = one
        return here

    def _broken(self) -> Iterator[Failure]:
        return (Failure(what, why) for what, why in self._store.broken.items())

    def _unmarked(self, reports: Sequence[Report]) -> Iterator[Failure]:
        """The reports that are not marked, or not to their end, and why."""
        whys = self._store.marks(reports, _markers())
        return flow.unmarked(Marked(report, why=whys.get(report.id)) for report in reports)

    def _as_of(self, day: str, engine: Engine) -> Account:
        last = self.editions.latest_stories()
        marked = self.marked(engine)
        decisions = self.judgements()
        before = flow.Before(last, Memory(self.editions, _by(), decisions))
        return flow.account(marked, tuple(self._broken()), decisions, Options(day), before, engine)

    def story_as_of(self, name: str, day: str) -> Account | None:
        """The account of one story of the latest edition from the reports of up to that ISO day, told now; nothing is kept.

        None where no such story is told.
        """
        known = self.editions.story(name, (), ())  # its reports are all that is read of it
        if known is None:
            return None
        own = [report for report in known.reports if report.id in known.stories[0].reports]
        kept = {report.id: self._store.marked(report, _markers()) for report in own}
        fresh = flow.marked([report for report in own if kept[report.id] is None])
        kept.update((marks.report.id, marks) for marks in fresh)
        every = tuple(marks for marks in kept.values() if marks is not None)
        before = flow.Before((Kept(name, tuple(kept)),))
        return flow.account(every, (), self.judgements(), Options(day, one_story=True), before)

    def state(self) -> str:
        """What an account of this desk rests on, as one word: it is another after each change."""
        return self._store.state(_by())

    def news(self, engine: Engine = HERE) -> news.News:
        """What is new since the last edition that was asked for or marked as seen; what is told now counts as seen."""
        before = self.editions.last_seen()
        return news.news(before, self.tell(engine=engine))

    def alert(self, searches: Sequence[str] = ()) -> None:
        """Keep an alert for what moved in what is told. The first time nothing moves: all is new.

        Where stories are followed, only what moves in these; and what the searches, and those kept on the desk, find. Whoever
        asks first has the alert kept: an app and a watch on one desk do not tell the same twice.
        """
        signs = [*self.watching.signs(), *found(self.shelf, searches, self.reader.saved())]
        begun, followed = self.watching.has_begun(), self.reader.followed()

        def wanted(record: dict[str, object]) -> bool:
            return begun and (not followed or record["kind"] == "found" or record["story"] in followed)

        self.watching.learn(signs, datetime.now(UTC).isoformat(timespec="seconds"), wanted)

    def follow(self, story: str, on: str) -> None:
        """Follow a story: what moves in it from now on alerts. Raises DeskError where none of that id is told."""
        self.alert()  # what stands already is no news
        self.reader.follow(story, on)

    def keep_search(self, query: str, on: str) -> None:
        """Keep a search, by the query of its page: what it finds from now on alerts."""
        self.alert()
        self.reader.save(query, on)
        self.watching.learn(list(found(self.shelf, (), [query])), on, lambda _: False)

    def see(self) -> None:
        """Mark the latest edition as seen: what is told later is news beside it. Raises DeskError where nothing is told."""
        if self.editions.see() is None:
            raise DeskError("nothing has been told on this desk yet: `dateline tell` tells it")

    def judge(self, judgement: Judgement) -> int:
        """Remember a decision; every later run replays it. Returns its row, for `undo`.

        Raises DeskError for a report that the desk has not.
        """
        named: tuple[str, ...] = ()
        if isinstance(judgement, OnReports):
            named = (judgement.a, judgement.b)
        elif isinstance(judgement, OnDate | OnFinding):
            named = (judgement.report,)
        if unknown := [name for name in named if not self._store.has(name)]:
            raise DeskError(f"the desk has no report {', '.join(unknown)}: `dateline read` lists ids")
        return self._store.judge(judgement)

    def withdraw(self, number: int) -> Judgement:
        """Forget a decision: the `number`th, from 1, of `judgements()`. Raises DeskError where there is none."""
        return self._store.withdraw(number)

    def undo(self, row: int) -> Judgement:
        """Forget the decision in a row of `decisions()`. Raises DeskError where it is not there."""
        return self._store.undo(row)

    def decisions(self) -> tuple[tuple[int, Judgement], ...]:
        """Every decision that counts with its row, oldest first."""
        return tuple(self._store.decisions())

    def remove(self, name: str) -> tuple[str, ...]:
        """Take a report out for good, by its id, with all versions of it; a later version by its own id, alone.

        Returns the ids that went. Editions told before keep what they told. Raises DeskError when the desk has no such report.
        """
        return self._store.remove(name)

    def judgements(self) -> tuple[Judgement, ...]:
        """Every decision, oldest first."""
        return self._store.judgements()


def _markers() -> str:
    """The markers that there are, each with its version."""
    return " ".join(f"{kind}-{version}" for kind, version in sorted(mark.versions().items()))


def _by() -> str:
    """Who tells: another version, or other markers, tell otherwise."""
    return f"{flow.VERSION} {_markers()}"
