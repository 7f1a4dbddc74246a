"""The timeline as a drawing: lanes for what happened, was said and was planned, plans as strands with knots."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from dateline import edtf
from dateline.records.findings import Entry, Plan, Step
from dateline.show import words
from dateline.show.page.drawing import Scale, element, joined, ordinal, picture, scale, stretch, width
from dateline.show.page.report_text import place
from dateline.show.view import Shown

WIDE, LEFT, RIGHT = 960.0, 100.0, 936.0
ROWS, ROW = 3, 18.0  # rows of labels over the lane of what happened, and how high one is
MOST_EVENTS, LABELLED, MOST_PLANS = 40, 16, 6
LANE, STRAND, BEND = 44.0, 58.0, 18.0
FACTS = ("happened", "ongoing")


def timeline(shown: Shown) -> tuple[Markup, str] | None:
    """The drawing, and a sentence on what it leaves out ('' for nothing); None when no day is known."""
    events = [
        entry for entry in shown.told.findings.timeline if entry.status in FACTS and (entry.earliest or entry.latest)
    ]
    drawn = _fewer(events)
    plans = [plan for plan in shown.told.findings.plans if any(step.date for step in plan.history)]
    said = Counter(one.said_on[:10] for one in shown.told.findings.statements if one.said_on and len(one.said_on) >= 10)
    days = [*_days(drawn), *(ordinal(day) for day in said), *_plan_days(plans[:MOST_PLANS])]
    if not days:
        return None
    line = scale(days, LEFT + 12, RIGHT - 60)
    parts = [*_happened(drawn, line)]
    y = ROWS * ROW + 34 + LANE
    parts += _said(said, line, y)
    y += 14
    for plan in plans[:MOST_PLANS]:
        y += STRAND
        parts += _strand(plan, line, y, plan is plans[0])
        y += BEND * _bends(plan)
    bottom = y + 48
    parts = [*_axis(line, days, bottom), *parts]
    return picture(WIDE, bottom + 26, "Timeline of the story", parts), _left_out(shown, drawn, len(events), plans)


def _fewer(events: list[Entry]) -> list[Entry]:
    """The weightiest events, in order of time."""
    best = sorted(events, key=lambda e: (e.background, -e.weight, e.id))[:MOST_EVENTS]
    return sorted(best, key=lambda e: (e.earliest or e.latest or "", e.id))


def _left_out(shown: Shown, drawn: list[Entry], events: int, plans: list[Plan]) -> str:
    undated = sum(1 for e in shown.told.findings.timeline if e.status in FACTS and not (e.earliest or e.latest))
    out = []
    if events > len(drawn):
        out.append(words.count(events - len(drawn), "event") + " of less weight")
    if undated:
        out.append(words.count(undated, "event") + " without a date")
    if rest := max(0, len(plans) - MOST_PLANS) + len(shown.told.findings.plans) - len(plans):
        out.append(words.count(rest, "plan"))
    return f"The drawing leaves out {words.listed(out)}; the lists below hold all." if out else ""


def _days(events: list[Entry]) -> Iterator[int]:
    for entry in events:
        yield from (ordinal(day) for day in (entry.earliest, entry.latest) if day)


def _bounds(edtf_: str | None) -> tuple[int | None, int | None]:
    """First and last day of an EDTF date as numbers; (None, None) for what is none."""
    if not edtf_:
        return None, None
    try:
        first, last = edtf.interval(edtf_)
    except ValueError:
        return None, None
    return (ordinal(first) if first else None, ordinal(last) if last else None)


def _plan_days(plans: list[Plan]) -> Iterator[int]:
    for plan in plans:
        for step in plan.history:
            for one in (step.date, step.for_):
                yield from (day for day in _bounds(one) if day is not None)


# ------------------------------------------------------------------------------------------------ lanes


def _lane(name: str, y: float) -> list[Markup]:
    return [
        element("text", name, x=0, y=y + 4, class_="lane"),
        element("line", x1=LEFT, x2=RIGHT, y1=y, y2=y, class_="rail"),
    ]


def _happened(events: list[Entry], line: Scale) -> list[Markup]:
    """Certain days as dots, fuzzy dates as bars, open ends faded; labels for the weightiest that find room."""
    y = ROWS * ROW + 24
    links: list[Markup] = []
    taken: list[list[tuple[float, float, float]]] = [[] for _ in range(ROWS)]
    weightiest = sorted(events, key=lambda e: (e.background, -e.weight, e.earliest or "", e.id))[:LABELLED]
    named = {entry.id for entry in weightiest}
    for entry in reversed(events):  # from right to left: an earlier label goes over a later one, no line through either
        first, last = entry.earliest or entry.latest or "", entry.latest or entry.earliest or ""
        left, right = line.x(ordinal(first)), line.x(ordinal(last))
        inside = element("title", f"{words.day(entry.date)}: {words.one_line(entry.name)}")
        if entry.id in named:
            inside += _label(entry, left, y, taken)
        if entry.earliest is None or entry.latest is None:
            inside += element(
                "rect", x=left - (26 if not entry.earliest else 0), y=y - 4, width=26, height=8, class_="open"
            )
        elif right - left > 1 and first != last:
            inside += element("rect", x=left, y=y - 4, width=right - left, height=8, rx=4, class_="bar")
        else:
            inside += element("circle", cx=left, cy=y, r=5, class_="dot")
        links.append(element("a", inside, href=f"#{entry.id}"))
    return [*_lane("happened", y), *reversed(links)]


def _label(entry: Entry, x: float, y: float, taken: list[list[tuple[float, float, float]]]) -> Markup:
    """The event's words in the lowest row with room for them, and a line up to there."""
    text = words.clip(entry.name, 34)
    left = min(x - 3, RIGHT - width(text))
    right = left + width(text) + 14
    for row, spans in enumerate(taken):
        crossed = any(start < x < end for below in taken[:row] for start, end, _ in below)
        crosses = any(left < line < right for above in taken[row + 1 :] for _, _, line in above)
        if not crossed and not crosses and all(right <= start or end <= left for start, end, _ in spans):
            spans.append((left, right, x))
            top = y - 18 - row * ROW
            mark = element("line", x1=x, x2=x, y1=y - 5, y2=top + 3, class_="lead")
            return mark + element("text", text, x=left, y=top, class_="label")
    return Markup("")


def _said(said: Counter[str], line: Scale, y: float) -> list[Markup]:
    parts = _lane("said", y)
    right = 0.0
    for day in sorted(said):
        x, number = line.x(ordinal(day)), said[day]
        words_ = f"{words.count(number, 'statement')} on {words.day(day)}"
        inside = element("title", words_) + element("text", "“", x=x, y=y + 15, class_="said")
        if number > 1 and x - right > 14:
            inside += element("text", str(number), x=x + 9, y=y + 16, class_="tick")
            right = x
        parts.append(joined([element("g", inside)]))
    return parts


# ---------------------------------------------------------------------------------------------- strands


def _bends(plan: Plan) -> int:
    """How often the day that a plan aims at changes."""
    aims = [step.for_ for step in plan.history if step.date and step.for_]
    return sum(itertools.starmap(_is_moved, itertools.pairwise(aims)))


def _is_moved(aim: str, other: str) -> bool:
    """Whether a later aim is another time, and does not only say more (`May`, and then the day in May)."""
    (first, last), (then, until) = _bounds(aim), _bounds(other)
    if first is None or last is None or then is None or until is None:
        return aim != other
    return then > last or until < first


def _strand(plan: Plan, line: Scale, y: float, first: bool) -> list[Markup]:
    """A strand from the first day towards the day aimed at; where that changes it bends, the old aim stays faint.

    Its name says where it stands: what no report dates has no knot. The `first` names the lane.
    """
    name = f"{words.clip(words.first_up(plan.title), 56)}: {words.step(plan.status)}"
    steps = [step for step in plan.history if step.date]
    parts = [
        element("text", "planned" if first else "", x=0, y=y + 4, class_="lane"),
        element(
            "a",
            element("text", name, x=LEFT, y=y - 26, class_="strand-name"),
            href=f"#{plan.id}",
        ),
    ]
    aim: str | None = None
    at, named = line.x(_first(steps[0])), 0.0
    for step in steps:
        x = line.x(_first(step))
        if x > at:
            parts.append(element("line", x1=at, x2=x, y1=y, y2=y, class_="strand"))
        if step.for_ and aim and _is_moved(aim, step.for_):
            parts += _aim(aim, x, y, line, "given-up")
            parts.append(element("path", d=f"M{x:.1f},{y:.1f} v{BEND:.0f}", class_="strand"))
            parts.append(_knot(step, x, y, x > named))
            named = max(named, x + width(words.step(step.status)))
            y += BEND
        else:
            parts.append(_knot(step, x, y, x > named))
            named = max(named, x + width(words.step(step.status)))
        aim, at = step.for_ or aim, x
    ended = plan.status in ("held", "cancelled", "withdrawn", "rejected")
    if aim and not ended:
        parts += _aim(aim, at, y, line, "strand")
    return parts


def _first(step: Step) -> int:
    first, last = _bounds(step.date)
    return first or last or 1


def _aim(aim: str, x: float, y: float, line: Scale, kind: str) -> list[Markup]:
    """The way from a knot to the day that a plan aims at (then), with that day's name."""
    first, last = _bounds(aim)
    if first is None and last is None:
        return []
    end = max(line.x(first if first is not None else last or 1), x + 16)
    name = ("not " if kind == "given-up" else "") + words.short_day(aim)
    parts = [element("line", x1=x, x2=end - 7, y1=y, y2=y, class_=f"{kind} towards")]
    if first is not None and last is not None and line.x(last) - line.x(first) > 4:
        span = line.x(last) - line.x(first)
        parts.append(element("rect", x=end, y=y - 4, width=span, height=8, rx=4, class_=f"{kind} aimed"))
    parts.append(element("path", d=f"M{end - 7:.1f},{y - 5:.1f} l8,5 l-8,5", class_=f"{kind} tip"))
    right = end + width(name) > WIDE
    anchor = {"x": WIDE, "text_anchor": "end"} if right else {"x": end - 4}
    return [*parts, element("text", name, y=y - 8 if kind == "given-up" else y + 18, class_=f"aim {kind}", **anchor)]


def _knot(step: Step, x: float, y: float, named: bool) -> Markup:
    """One change of a plan: its sign, its name above where there is room, a link to its words."""
    name = words.step(step.status)
    inside = element("title", f"{name}, {words.day(step.date)}: {words.one_line(step.text)}")
    inside += _sign(step.status, x, y)
    if named:
        inside += element("text", name, x=x - 5, y=y - 10, class_="tick start")
    return element("a", inside, href=f"#{place(step.cites[0])}")


def _sign(status: str, x: float, y: float) -> Markup:
    circle = element("circle", cx=x, cy=y, r=6, class_="knot full" if status == "held" else "knot")
    if status in ("agreed", "accepted"):
        half = f"M{x:.1f},{y - 6:.1f} a6,6 0 0 1 0,12 z"
        return circle + element("path", d=half, class_="knot full")
    if status in ("cancelled", "withdrawn", "rejected"):
        return circle + element("path", d=f"M{x - 4:.1f},{y - 4:.1f} l8,8 m0,-8 l-8,8", class_="stroke")
    if status == "postponed":
        return circle + element("path", d=f"M{x - 4:.1f},{y + 1:.1f} l3,-3 l2,4 l3,-3", class_="stroke")
    if status == "unknown":
        return circle + element("text", "?", x=x, y=y + 4, class_="sign")
    return circle


# ------------------------------------------------------------------------------------------------- axis


def _axis(line: Scale, days: list[int], y: float) -> list[Markup]:
    """Days along the bottom, as many as find room; a zigzag and a length where the scale is broken."""
    parts = [element("line", x1=LEFT, x2=RIGHT, y1=y, y2=y, class_="axis")]
    for gap in line.breaks:
        middle = (gap.left + gap.right) / 2
        zigzag = f"M{middle - 5:.1f},{y + 6:.1f} l4,-12 m2,12 l4,-12"
        parts.append(element("path", d=zigzag, class_="break"))
        if gap.right - gap.left > 50:
            parts.append(element("text", stretch(gap.days), x=middle, y=y - 9, class_="tick"))
    right = 0.0
    for day in sorted(set(days)):
        x = line.x(day)
        name = words.short_day(_iso(day))
        half = width(name) / 2
        if x - half > right:
            parts.append(element("line", x1=x, x2=x, y1=y - 4, y2=y + 4, class_="axis"))
            parts.append(element("text", name, x=x, y=y + 19, class_="tick"))
            right = x + half + 12
    return parts


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()
