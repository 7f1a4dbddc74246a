"""What a language is asked about expressions of time, and what it hands on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, Protocol

from dateline.language.calendar import Point, of_day
from dateline.records.marks import Mod, TimeType

if TYPE_CHECKING:
    from dateline.language.tokens import Doc

_FAR = 15  # years; what is named once and lies that far off is an aside


@dataclass(frozen=True, slots=True)
class Draft:
    """A time before it is a mark. `timex` is its value as TIMEX3 has it,
    empty for a day that no calendar has (`31 April`); `counted` says whether the words count from
    the day of speaking (`now`: yesterday) or from the tale (`told`: the next day), where they count from either.

    `point` is what later words (`that month`, `two days later`) may go back to. `days` bounds its first or last day where
    the value alone says less (`later this year`), `spread` are the first and last day or year of a part (`the first half of
    May`), `opens` says that a word tells it to begin a range (`from`), `closes` that it ends the range that the time before it
    begins (`from 4 to 6 October`). `bound` says that the words make it the first day of an open stretch
    (`since 2016`) or the last (`until Friday`). `zone` is the offset from UTC that they name, or empty. It stands at the
    offsets `start` to `end` of the text, and the token numbered `after` is the next one.
    """

    type: TimeType
    timex: str
    mod: Mod | None = None
    point: Point | None = None
    days: tuple[date | None, date | None] | None = None
    bound: Literal["first", "last"] | None = None
    zone: str = ""
    start: int = 0
    end: int = 0
    after: int = 0
    spread: tuple[str, str] | None = None
    opens: bool = False
    closes: bool = False
    counted: Literal["now", "told"] | None = None


class Sight(Protocol):
    """How one sentence looks at its times, by its verbs. An offset is one of the sentence's text, where a time begins."""

    def orientation(self, offset: int) -> int:
        """-1 when the sentence looks back at the time, 1 when it looks ahead, 0 when it tells neither."""

    def done(self, offset: int) -> bool:
        """Whether the time stands with a verb that tells a deed of the past: `died on 30 June`; not `extended to 30 June`."""

    def shown(self, offset: int) -> bool:
        """Whether a verb in the plain present has the time: what is scheduled then, or what a picture shows of then."""

    def coming(self, offset: int) -> bool:
        """Whether the time is told to come, from the day of speaking, whatever the tale: `will be buried on 3 June`."""

    def scheduled(self, offset: int) -> bool:
        """Whether the time stands beside an event of the calendar that is only spoken of: `discussed the May vote`."""

    def telling(self, offset: int) -> bool:
        """Whether the time is that of saying something: `she said on Monday`."""

    def personal(self, offset: int) -> bool:
        """Whether the word there is part of a person's name: `June Castell`, `Ms May`."""

    def counting(self, offset: int) -> bool:
        """Whether the number there counts what stands behind it: `some 2000 people`."""

    def unkept(self, offset: int) -> bool:
        """Whether it is told what was to be then, and perhaps was not: `it had been due to open on Sunday`."""

    def describing(self, offset: int, of: int) -> bool:
        """Whether the word at an offset says of what kind that at the other is: `ten bitter months`."""

    def qualifying(self, offset: int) -> bool:
        """Whether the word there only says of what kind a noun is: `overnight losses`."""

    def bodily(self) -> bool:
        """Whether the sentence tells of a body that was hurt, or its report of somebody who fell: `the fall` is no season."""

    def moved(self, offset: int) -> bool:
        """Whether something is put off or brought forward to the time there: `moved from Monday to Friday`."""

    def attributive(self, offset: int) -> bool:
        """Whether the word there is no time of its own but part of a description: `the previously announced sale`."""


@dataclass(slots=True)
class Context:
    """The state of reading one report. `published` is its day, `narrative` whether most of it is told of years long past.

    What counts from the day of speaking (`yesterday`, `Friday`, `last week`) counts from `now`; what counts from the tale
    (`that year`, `the next day`, `two days earlier`) from `ref`, what its body told last, or `day`, the last day that it
    told. `day_first` is the order of dates in figures, `era` whether the text counts its years before Christ. `last` is the
    token behind the last time of the sentence, `opens` what that time says of itself. `period` is the quarter or year that
    figures are reported for, with the number of the sentence that told it; `months` is where a narrative stands, which a
    look far back or ahead (`strayed`) does not move, and `named` the last point there that was given with its year. `sight`
    is how the sentence looks at its times (None where it is not parsed), unless a word of the expression holds it to one
    way: `held`, -1 or 1. `said` is the day on which what the sentence quotes was said, where it gives one; `quoted` whether
    what is read now stands inside the quotation. `dated` is the number of the sentence that told `day`, `deed` whether it
    is the day of a deed, not of saying something. `game` says that the report is of sport, and its quarters are a game's.
    """

    published: date | None
    narrative: bool = False
    day_first: bool = False
    era: bool = False
    ref: Point | None = None
    day: Point | None = None
    last: int | None = None
    opens: bool = False
    sight: Sight | None = None
    held: int = 0
    said: date | None = None
    quoted: bool = False
    sentence: int = 0
    period: tuple[Point, int] | None = None
    months: Point | None = None
    strayed: Point | None = None
    named: Point | None = None
    dated: int = 0
    game: bool = False
    deed: bool = False

    @property
    def now(self) -> Point | None:
        """What `this year`, `Friday` and `last month` are counted from: the day of speaking."""
        if self.quoted and self.said:
            return of_day(self.said)
        return of_day(self.published) if self.published else None

    @property
    def home(self) -> Point | None:
        """What a month, a season or a holiday without its year is counted from: in a narrative the tale, else `now`."""
        return self.ref if self.narrative else self.now

    @property
    def then(self) -> Point | None:
        """What `that year`, `the next day` and `two days earlier` are counted from."""
        return self.ref or self.now

    def counted_from(self, unit: str) -> Point | None:
        """What days and weeks later or earlier are counted from: the last day told; for longer units, `then`.

        Of a narrative that has told no day of late nothing is known.
        """
        if unit in ("D", "W", "2W") and self.then and self.then.day is None:
            return self.day if self.narrative else self.day or self.now
        return self.then

    def reported(self, within: int = 3) -> Point | None:
        """The quarter that the last few sentences give figures for."""
        if self.period is None or self.sentence - self.period[1] > within:
            return None
        return self.period[0] if (self.period[0].part or "").startswith("Q") else None

    def note(self, point: Point, aside: bool = False, deed: bool = True, named: bool = False) -> None:
        """Note a date that the text told; `aside` when it lies ahead of what is being told, or is counted back from it.

        A day on which something was only said (not a `deed`) leaves the day of the deed that its sentence told. `named`
        says that the words give the year.
        """
        if not deed and self.deed and self.day and self.sentence == self.dated:
            return
        self.ref = point
        if named and (self.months is None or abs(point.year - self.months.year) < _FAR):
            self.named = point
        if point.day:
            self.day, self.dated, self.deed = point, self.sentence, deed
        stands = (self.months, self.strayed)
        if point.month is None and point.part is None and self.months and self.months.year == point.year:
            return  # `throughout 1941`, in December 1941
        if not aside and any(known is None or abs(point.year - known.year) < _FAR for known in stands):
            self.months = point
        self.strayed = point

    def follows(self, first: int) -> bool:
        """Whether one token stands between the last time of the sentence and the token `first`."""
        return self.last == first - 1

    def orientation(self, offset: int) -> int:
        """-1 when the sentence looks back at the time at an offset, 1 when it looks ahead, 0 when it tells neither."""
        return self.held or (self.sight.orientation(offset) if self.sight else 0)

    def personal(self, offset: int) -> bool:
        """As `Sight` has it; False without one."""
        return self.sight is not None and self.sight.personal(offset)

    def done(self, offset: int) -> bool:
        """As `Sight` has it, unless a word holds the time to one way; False without one."""
        return not self.held and self.sight is not None and self.sight.done(offset)

    def shown(self, offset: int) -> bool:
        """Whether a verb in the plain present has the time there."""
        return not self.held and self.sight is not None and self.sight.shown(offset)

    def told_here(self, offset: int) -> bool:
        """Whether a month, season or day of a narrative is counted from what was told before, not from the day of speaking."""
        return self.narrative and not (self.sight is not None and self.sight.coming(offset))

    def scheduled(self, offset: int) -> bool:
        """As `Sight` has it; False without one."""
        return self.sight is not None and self.sight.scheduled(offset)

    def attributive(self, offset: int) -> bool:
        """As `Sight` has it; False without one."""
        return self.sight is not None and self.sight.attributive(offset)


class Reading(Protocol):
    """A text as the grammar of times reads it, in tokens of its own (not those of the parse)."""

    @property
    def starts(self) -> tuple[int, ...]:
        """The offset in the text at which each token begins."""

    @property
    def near(self) -> int:
        """How many of its words count from the day of speaking (`yesterday`, `Friday`, `last`)."""

    @property
    def years(self) -> tuple[int, ...]:
        """The years in four figures that it names."""

    @property
    def eras(self) -> int:
        """How many words of it name an era (`BC`)."""

    @property
    def numeric(self) -> tuple[tuple[int, int], ...]:
        """The first two numbers of each of its dates in figures that does not begin with the year (`07/08/2018`)."""

    def fits(self, first: int) -> int | None:
        """The first token from `first` on at which an expression of time may begin; None where there is none."""

    def draft(self, first: int, context: Context) -> Draft | None:
        """The time that begins at a token that `fits` gave, valued; None where the words are none after all.

        May note in the context for which quarter or year figures are reported.
        """


class Times(Protocol):
    """Expressions of time: where they stand, and what they mean in a context."""

    def reading(self, text: str) -> Reading:
        """A text, a sentence or a line, as the grammar of times reads it."""

    def sight(self, doc: Doc, headline: bool, report: Sequence[Doc] = ()) -> Sight:
        """How a parsed sentence looks at its times; `report` are all sentences of its report."""

    def of_a_game(self, text: str) -> bool:
        """Whether a text tells of sport and has words that are parts of a game there and of a year elsewhere (`quarter`)."""

    def day_first(self, tag: str | None) -> bool:
        """Whether dates in figures have the day before the month where a text has this language tag (`en-GB`)."""
