"""Deeds in the columns of two data sets of events: POLECAT's 40 and the 61 of GDELT 2.0's events.

Both have no column for how a deed stands, so only what happened or goes on is written. What Dateline does not know (places on
the map, tone, intensity, numbers of Wikipedia and Correlates of War) stays empty. Columns: the headers of POLECAT's weekly
files; GDELT's, whose files have none, as its codebook's users name them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline import edtf
from dateline.records.account import Account, Told
from dateline.records.findings import Deed
from dateline.records.report import Report
from dateline.records.story import Person
from dateline.show import inert, words
from dateline.show.forms.deeds import ANY, QUAD, Wanted, chosen

Row = dict[str, object]
FORMATS = ("polecat", "gdelt")
_TOLD = ("happened", "ongoing")
_CLASSES = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
# PLOVER's two halves of CAMEO's yielding, as its table of 2021 has them: in deed (a release, a truce, a retreat), else in words
_IN_DEED = ("084", "085", "086", "087", "0813", "0814")
_CODE = 3  # letters of a state or of a role
# CAMEO's codes at the beginning of an actor's code that are no state
_NO_STATE = frozenset((
    "GOV", "MIL", "COP", "SPY", "JUD", "LEG", "OPP", "PTY", "REB", "UAF", "CVL", "LAB", "ELI", "REF", "MED", "BUS", "EDU",
    "NGO", "ACT", "REL", "HLH", "IGO", "IMG", "INT", "MNC", "NGM", "SET", "CRM",
))  # fmt: skip
_SIDE = ("Name", "Country", "COW", "Primary {} Sector", "{} Sectors", "Title", "Name Raw", "Wikipedia {} ID")
_PLACE = (
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
)


def _side_columns(side: str) -> list[str]:
    return [name.format(side) if "{}" in name else f"{side} {name}" for name in _SIDE]


POLECAT = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    *_side_columns("Actor"), *_side_columns("Recipient"), *_PLACE, "Feature Type", "Source", "Publication Date",
    "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
_OF_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
    "Type2Code", "Type3Code",
)  # fmt: skip
_OF_PLACE = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
GDELT = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor{side}{name}" for side in (1, 2) for name in _OF_ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *(f"{place}Geo_{name}" for place in ("Actor1", "Actor2", "Action") for name in _OF_PLACE),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip


class _Code(NamedTuple):
    """A code of CAMEO in its parts: the state, and what somebody is in it."""

    state: str
    roles: tuple[str, ...]


def _parts(code: str | None) -> _Code:
    parts = [code[at : at + _CODE] for at in range(0, len(code), _CODE)] if code else []
    return _Code(parts[0], tuple(parts[1:])) if parts and parts[0] not in _NO_STATE else _Code("", tuple(parts))


def table(account: Account, form: str, wanted: Wanted = ANY, made_by: str = "") -> str:
    """The deeds that are asked for as `polecat` or `gdelt`: cells with tabs between, the first row names the columns.

    `made_by` is written as POLECAT's version.
    """
    columns, rows = (POLECAT, _polecat) if form == "polecat" else (GDELT, _gdelt)
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n", delimiter="\t")
    writer.writeheader()
    reports = {one.id: one for one in account.reports}
    for told, deed in chosen(account, wanted):
        if deed.status in _TOLD:
            cells = rows(told, deed, [reports[cite.report] for cite in deed.cites])
            cells |= {"Version": made_by} if form == "polecat" else {}
            writer.writerow({name: inert.cell(value) for name, value in cells.items()})
    return out.getvalue()


def _polecat(told: Told, deed: Deed, reports: Sequence[Report]) -> Row:
    people = {one.id: one for one in told.people}
    first = reports[0]
    return {
        "Event ID": deed.id,
        "Event Date": _day(deed),
        "Event Type": _type(deed),
        "Event Mode": deed.mode or "",
        "Quad Code": _CLASSES.get(1 if _type(deed) == "CONCEDE" else QUAD.get(deed.plover, 0), ""),
        "Contexts": ";".join(deed.context),
        **_actor("Actor", deed.source_text, deed.source_code, people.get(deed.source or "")),
        **_actor("Recipient", deed.target_text, deed.target_code, people.get(deed.target or "")),
        "Source": words.outlet(first),
        "Publication Date": first.published.day or "",
        "Story People": ";".join(_names(told, "PERSON")),
        "Story Organizations": ";".join(_names(told, "ORG")),
        "Story Locations": ";".join(_names(told, "GPE")),
        "Language": first.language,
    }


def _type(deed: Deed) -> str:
    """A root as POLECAT has it: it parts yielding into CONCEDE and RETREAT."""
    if deed.plover != "YIELD":
        return deed.plover
    return "RETREAT" if (deed.cameo or "").startswith(_IN_DEED) else "CONCEDE"


def _actor(side: str, text: str, code: str | None, person: Person | None) -> Row:
    parts = _parts(code)
    return {
        f"{side} Name": person.name if person is not None else text,
        f"{side} Country": parts.state,
        f"Primary {side} Sector": parts.roles[0] if parts.roles else "",
        f"{side} Sectors": ";".join(parts.roles),
        f"{side} Title": person.role if person is not None and person.role else "",
        f"{side} Name Raw": text,
    }


def _names(told: Told, kind: str) -> Iterator[str]:
    return (person.name for person in told.people if person.kind == kind)


def _gdelt(told: Told, deed: Deed, reports: Sequence[Report]) -> Row:
    day = _day(deed)
    tellers = {report.id: report for report in reports}
    number = deed.cameo or ""
    return {
        "GLOBALEVENTID": int(deed.id.rpartition("-")[2], 16),  # GDELT's ids are whole numbers
        "SQLDATE": day.replace("-", ""),
        "MonthYear": day[:7].replace("-", ""),
        "Year": day[:4],
        **_coded(1, deed.source_text, deed.source_code),
        **_coded(2, deed.target_text, deed.target_code),
        "EventCode": number,
        "EventBaseCode": number[:3],
        "EventRootCode": number[:2],
        "QuadClass": QUAD.get(deed.plover, ""),
        "NumMentions": len(reports),
        "NumSources": len(deed.origins),
        "NumArticles": len(tellers),
        "DATEADDED": (reports[0].published.day or "").replace("-", ""),
        "SOURCEURL": reports[0].url or "",
    }


def _coded(side: int, text: str, code: str | None) -> Row:
    parts = _parts(code)
    types = {f"Actor{side}Type{at}Code": role for at, role in enumerate(parts.roles[:3], start=1)}
    return {
        f"Actor{side}Code": code or "",
        f"Actor{side}Name": text.upper(),
        f"Actor{side}CountryCode": parts.state,
        **types,
    }


def _day(deed: Deed) -> str:
    """The day of a deed; the first of those that its date allows."""
    return (edtf.interval(deed.date)[0] or "") if deed.date else ""
