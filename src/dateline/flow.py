"""The whole of Dateline on one page: read, mark, group, weigh, tell. One pass, never back.

What a later stage learns never edits an earlier record. The same reports, judgements and version give the same
account. An `Engine` may spread the work on single reports over processes.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, TypeVar, get_args, get_origin, get_type_hints

from dateline import cite, contract, mark
from dateline.cite import Cite, content_id
from dateline.engines import HERE, Engine, chunks
from dateline.engines.budget import within
from dateline.errors import BadCite, NothingToRead, Overrun, Unguarded
from dateline.language import tables
from dateline.read import read as read_inputs
from dateline.read.labels import repeated
from dateline.read.masthead import copies
from dateline.records.account import AS_USUAL, Account, Input, Kept, Measured, Options, Told
from dateline.records.judgements import Judgement, OnDate, OnFinding
from dateline.records.marks import Marked
from dateline.records.report import Failure, Report, Stamp
from dateline.records.story import Outline, Story
from dateline.tell import tell as tell_story
from dateline.tell.called import called
from dateline.weigh import weigh
from dateline.weigh.judged import judged
from dateline.weigh.timeline import Length

if TYPE_CHECKING:
    from dateline.group.learnt import Learnt

VERSION = "0.1.0"
# CPU time in which reports are grouped, or a story is weighed and told: a hundred times what they take.
SECONDS, SECONDS_A_REPORT = 60.0, 5.0

Input_ = str | Path
S = TypeVar("S", Story, Outline)


# ------------------------------------------------------------------------------------------ the stages


def gather(
    inputs: Sequence[Input_], stdin: BinaryIO | None = None, engine: Engine = HERE
) -> tuple[tuple[Report, ...], tuple[Failure, ...]]:
    """Read every input: the reports, and what could not be read. Raises NothingToRead when there was neither.

    With the pile at hand, what an outlet repeats in its reports is labelled as chrome, and copies share a day.
    """
    found: list[Report] = []
    failed: list[Failure] = []
    for item in read_inputs(inputs, stdin=stdin):
        if isinstance(item, Failure):
            failed.append(item)
        else:
            found.append(item)
            engine.progress("reading", len(found), None)
    if not found and not failed:
        raise NothingToRead(f"no report found in {', '.join(map(str, inputs)) or 'nothing'}")
    return copies.dated(repeated.relabelled(found)), tuple(failed)


def marked(
    reports: Sequence[Report],
    only: Iterable[str] = mark.KINDS,
    engine: Engine = HERE,
) -> Iterator[Marked]:
    """Mark reports in their order. Reports alike in text, labels and date are marked once: copies cost nothing.

    Other processes, where the engine has some, begin at once; what they made is taken when it is asked for.
    """
    first: dict[tuple[object, ...], int] = {}
    alike = [first.setdefault((r.text, r.published.value, r.blocks), number) for number, r in enumerate(reports)]
    fresh = (report for number, report in enumerate(reports) if alike[number] == number)
    begun = engine.over(_Marker(tuple(only)), chunks(fresh, mark.TOGETHER))
    return _each(reports, alike, (member for some in begun for member in some), engine)


def _each(
    reports: Sequence[Report], alike: Sequence[int], stream: Iterator[Marked], engine: Engine
) -> Iterator[Marked]:
    """Reports with their marks; `stream` has those of the first of each that are alike."""
    made: dict[int, Marked] = {}
    for number, report in enumerate(reports):
        if alike[number] == number:
            made[number] = next(stream)
        engine.progress("marking", number + 1, len(reports))
        yield dataclasses.replace(made[alike[number]], report=report)


@dataclasses.dataclass(frozen=True, slots=True)
class _Marker:
    """A call that can be sent to another process."""

    kinds: tuple[str, ...]

    def __call__(self, some: tuple[Report, ...]) -> tuple[Marked, ...]:
        return tuple(mark.mark(some, self.kinds))


@dataclasses.dataclass(frozen=True, slots=True)
class Before:
    """What was told earlier: its stories, under whose ids others go on, and whatever knows a story that was told just so."""

    stories: Sequence[Told | Kept] = ()
    told: Callable[[Story], Told | None] = lambda _: None

    def kept(self, found: Iterable[Outline]) -> tuple[Kept, ...]:
        """The stories, where some that are found are what they are by them; else none."""
        return tuple(Kept(story.id, story.reports) for story in self.stories) if any(map(_is_kept, found)) else ()


AT_FIRST = Before()


def account(
    every: Sequence[Marked],
    failed: Sequence[Failure] = (),
    judgements: Sequence[Judgement] = (),
    options: Options = AS_USUAL,
    before: Before = AT_FIRST,
    engine: Engine = HERE,
) -> Account:
    """Group, weigh and tell what has been marked; then re-read every cite. Raises BadCite, Unguarded.

    With `options.as_of` only reports published on or before that day count; a report without a date does not. Stories
    go on under the ids that they had `before`; one that was told just so is not told anew.
    """
    as_of = options.as_of
    known = {member.report.id: member for member in every if as_of is None or _known_on(member.report, as_of)}
    reports = tuple(member.report for member in known.values())
    with _grouping(len(known)):
        found = outlined(reports, judgements, before, options, engine)
        stories = wholes(found, known, judgements)
    told, untold = told_all(stories, before, judgements, options, engine)
    failed = (*failed, *unmarked(known.values()), *untold)
    return assembled(reports, failed, told, judgements, before.kept(found), options)


def outlined(
    reports: Sequence[Report],
    judgements: Sequence[Judgement] = (),
    before: Before = AT_FIRST,
    options: Options = AS_USUAL,
    engine: Engine = HERE,
    learnt: Learnt | None = None,
) -> tuple[Outline, ...]:
    """The stories of the reports by their words alone, within the budget for so many. Raises Overrun."""
    from dateline import group  # loaded with what it needs when it is needed
    from dateline.group.learnt import NOTHING

    kept = [(story.id, story.reports) for story in before.stories]
    with _grouping(len(reports)):
        return group.outlined(reports, judgements, kept, engine, learnt or NOTHING, one_story=options.one_story)


def wholes(
    found: Iterable[Outline], marked: Mapping[str, Marked], judgements: Sequence[Judgement] = ()
) -> tuple[Story, ...]:
    """Outlined stories with the marks of their reports (by their ids), and people."""
    from dateline import group

    return tuple(group.whole(one, [marked[report.id] for report in one.reports], judgements) for one in found)


@contextmanager
def _grouping(many: int) -> Iterator[None]:
    """What is done inside keeps within the budget for grouping so many reports. Raises Overrun."""
    try:
        with within(SECONDS + SECONDS_A_REPORT * many):
            yield
    except Overrun as error:
        raise Overrun(f"grouping {many} reports {error}: tell fewer at a time") from error


def told_all(
    found: Sequence[Story], before: Before, judgements: Sequence[Judgement], options: Options, engine: Engine = HERE
) -> tuple[tuple[Told, ...], tuple[Failure, ...]]:
    """The stories told: as before where nothing changed them, else anew; and why some are not."""
    teller = _Teller(options, tuple(decision for decision in judgements if isinstance(decision, OnFinding)))
    ready = [before.told(story) for story in found]
    fresh = together(story for story, one in zip(found, ready, strict=True) if one is None)
    anew = (one for some in engine.over(teller, fresh) for one in some)
    told, untold = list[Told](), list[Failure]()
    for number, one in enumerate(ready, 1):
        story = one or next(anew)
        if isinstance(story, Told):
            told.append(story)
        else:
            untold.extend(story)
        engine.progress("telling", number, len(found))
    return tuple(told), tuple(untold)


def assembled(
    reports: tuple[Report, ...],
    failed: tuple[Failure, ...],
    told: tuple[Told, ...],
    judgements: Sequence[Judgement],
    before: tuple[Kept, ...],
    options: Options = AS_USUAL,
) -> Account:
    """The account of reports, of what failed, and of the stories that are told. Every cite is read back. Raises BadCite."""
    made = Account(
        dateline=VERSION,
        as_of=options.as_of or max((report.published.day or "" for report in reports), default="") or None,
        inputs=tuple(Input(report.id, report.sha256) for report in reports),
        failed=failed,
        reports=reports,
        stories=told,
        options=dataclasses.replace(options, as_of=None),
        judgements=tuple(dataclasses.replace(decision, by=None, on=None) for decision in judgements),
        before=before,
        measured=tuple(Measured(row["part"], int(row["right"]), row["on"]) for row in tables.table("measured")),
    )
    _reread(made)
    return made


def _reread(made: Account) -> None:
    """Read every cite back. Raises BadCite."""
    texts = {report.id: report.text for report in made.reports}
    for quoted in _quoted(made):
        if quoted.report not in texts:
            where = next(where for where, other in cited(made) if other is quoted)
            raise BadCite(f"{where} cites {quoted.report!r}, which is no report of the account")
        cite.check(quoted, texts[quoted.report])


@dataclasses.dataclass(frozen=True, slots=True)
class _Teller:
    """Weighs and tells stories: each as it is told, or why not. A call that can be sent to another process."""

    options: Options
    decisions: tuple[OnFinding, ...]

    def __call__(self, some: tuple[Story, ...]) -> tuple[Told | tuple[Failure, ...], ...]:
        return tuple(map(self._one, some))

    def _one(self, story: Story) -> Told | tuple[Failure, ...]:
        from dateline.group import with_events

        try:
            with within(SECONDS + SECONDS_A_REPORT * len(story.reports)):
                return _told(with_events(story), self.options, self.decisions)
        except Exception as error:  # whatever it is, it is one story's
            return tuple(_untold(story, error))


def _told(story: Story, options: Options, decisions: Sequence[OnFinding]) -> Told:
    found = weigh(story, Length(options.most, options.per_day))
    return called(tell_story(story, judged(found, decisions)), decisions)


def together(stories: Iterable[S]) -> Iterator[tuple[S, ...]]:
    """The stories in order, so many at a time that each piece of work has reports enough to be sent."""
    some: list[S] = []
    for story in stories:
        some.append(story)
        if sum(len(one.reports) for one in some) >= mark.TOGETHER:
            yield tuple(some)
            some = []
    if some:
        yield tuple(some)


def unmarked(every: Iterable[Marked]) -> Iterator[Failure]:
    """The reports that are not marked, or not to their end, and why."""
    for member in every:
        if member.why:
            yield Failure(member.report.path or member.report.id, member.why)


def _untold(story: Story, error: Exception) -> Iterator[Failure]:
    """The reports of a story that cannot be told. Breaches of our own locks are no report's fault: raised again."""
    if isinstance(error, BadCite | Unguarded):
        raise error
    for member in story.reports:
        why = f"the story with it cannot be told ({type(error).__name__}): take it out, or report what breaks"
        yield Failure(member.report.path or member.report.id, why)


def _is_kept(story: Outline) -> bool:
    """Whether a story is what it is by an earlier account: its id, or what it says of merging and splitting."""
    first = story.reports[0]
    own = story.id == content_id("s", first.id, first.text)
    return not own or any(change.kind in ("left", "merged") for change in story.changes)


def _known_on(report: Report, as_of: str) -> bool:
    return report.published.day is not None and report.published.day <= as_of


def dated(reports: Iterable[Report], judgements: Sequence[Judgement]) -> tuple[Report, ...]:
    """The reports, with a person's word on when each was published before what was read from it."""
    decided = {judgement.report: judgement.day for judgement in judgements if isinstance(judgement, OnDate)}
    return tuple(
        dataclasses.replace(report, published=Stamp(decided[report.id], "explicit")) if report.id in decided else report
        for report in reports
    )


# ------------------------------------------------------------------------------------ the verbs, in Python


def read(*inputs: Input_) -> tuple[Report, ...]:
    """The reports in files, folders and `-`. What cannot be read is left out: `gather` names it."""
    return gather(inputs)[0]


def marks(*inputs: Input_, only: Iterable[str] = mark.KINDS) -> tuple[Marked, ...]:
    """The reports and their marks; `only` some kinds of `sentence name time quote event`."""
    return tuple(marked(read(*inputs), only))


def stories(*inputs: Input_, judgements: Sequence[Judgement] = ()) -> tuple[Story, ...]:
    """The stories that the reports tell, with what ties their reports, their origins and people."""
    from dateline.group import group

    return group(tuple(marked(dated(read(*inputs), judgements))), judgements)


def tell(*inputs: Input_, as_of: str | None = None, judgements: Sequence[Judgement] = ()) -> Account:
    """The account of the reports, as known on the ISO day `as_of` (default: all of them)."""
    found, failed = gather(inputs)
    return account(tuple(marked(dated(found, judgements))), failed, judgements, Options(as_of))


@cache
def _fields(kind: type) -> tuple[tuple[str, str], ...]:
    """The names of a record's fields, and what they are called in JSON."""
    return tuple((f.name, contract.key(f)) for f in dataclasses.fields(kind))


_PLAIN = frozenset({str, int, float, bool, type(None)})  # what most fields hold


def _quoted(value: object) -> Iterator[Cite]:
    """The same cites, in no order that means anything: an account has so many that each is not asked where it stands."""
    waiting: list[Any] = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Cite):
            yield one
        elif isinstance(one, tuple | list):
            waiting.extend([part for part in one if part.__class__ not in _PLAIN])
        elif isinstance(one, dict):
            waiting.extend(one.values())
        elif names := _parts(one.__class__):
            waiting.extend([part for name in names if (part := getattr(one, name)).__class__ not in _PLAIN])


@cache
def _parts(kind: Hashable) -> tuple[str, ...]:
    """The names of those of a record's fields in which a cite may stand; none of what is no record."""
    if not dataclasses.is_dataclass(kind):
        return ()
    hints = get_type_hints(kind)
    return tuple(field.name for field in dataclasses.fields(kind) if _may_cite(hints[field.name], frozenset()))


def _may_cite(kind: Any, seen: frozenset[Any]) -> bool:
    """Whether a cite may stand in a value of a type: not in the words, numbers and places that most of a record is."""
    if kind in _PLAIN or get_origin(kind) is Literal or kind in seen or kind is Ellipsis:
        return False
    if inner := get_args(kind):
        return any(_may_cite(one, seen) for one in inner)
    if kind is Cite or not dataclasses.is_dataclass(kind):
        return True  # of what is no record nobody knows
    hints = get_type_hints(kind)
    return any(_may_cite(hints[field.name], seen | {kind}) for field in dataclasses.fields(kind))


def cited(value: object, where: str = "account") -> Iterator[tuple[str, Cite]]:
    """Every cite anywhere in a record, and where in it."""
    if isinstance(value, Cite):
        yield where, value
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        name = getattr(value, "id", None)
        here = name if isinstance(name, str) else where
        for field, key in _fields(type(value)):
            inner = getattr(value, field)
            if inner is not None and not isinstance(inner, str | float | int):
                yield from cited(inner, f"{here}.{key}")
    elif isinstance(value, tuple | list):
        for at, inner in enumerate(value):
            yield from cited(inner, f"{where}[{at}]")
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from cited(inner, f"{where}.{key}")
