"""Every form of other programs in which an account, or a part of it, can be written: one list, asked by verbs, page and app.

A form is a module beside this one with a function for each part that it holds (`account`, `timeline`, `plans`); it gives a
text, bytes, a value that is written as JSON, or several files by their names. What a form cannot hold is said in `leaves`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Literal

from dateline import contract
from dateline.errors import InputError
from dateline.records.account import Account

Part = Literal["account", "timeline", "plans"]


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its name, what it is, how its file ends, its media type, the parts that it holds, the module that makes it.

    `leaves` says what it cannot hold, `extra` what must be installed for it.
    """

    name: str
    what: str
    suffix: str
    media: str
    parts: tuple[Part, ...]
    module: str
    leaves: str = ""
    extra: str = ""
    function: str = ""  # where the module has one for all parts
    several: bool = False  # whether it is several files


_ACCOUNT: tuple[Part, ...] = ("account",)
_LISTS: tuple[Part, ...] = ("timeline", "plans")
_EACH: tuple[Part, ...] = ("account", "timeline", "plans")

FORMS: Mapping[str, Form] = {
    form.name: form
    for form in (
        Form("json", "the contract’s JSON", "json", "application/json", _EACH, "contracted"),
        Form("md", "Markdown with footnotes", "md", "text/markdown", _ACCOUNT, "markdown"),
        Form("html", "the page, one file", "html", "text/html", _ACCOUNT, "paged"),
        Form(
            "docx", "Word, each cite a footnote", "docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", _ACCOUNT, "docx",
            "the drawings, the reports’ texts and the deeds",
        ),
        Form(
            "pdf", "PDF with numbered notes", "pdf", "application/pdf", _ACCOUNT, "pdf",
            "the drawings, the reports’ texts and the deeds; letters that its font has not stand as a sign", "pdf",
        ),
        Form(
            "webannotation", "W3C Web Annotations (JSON-LD), one a cite", "jsonld", "application/ld+json", _ACCOUNT,
            "webannotation",
            "how what is said hangs together: each annotation names one item of the account",
        ),
        Form(
            "ninjs", "IPTC ninjs 2.1, an item a story", "json", "application/json", _ACCOUNT, "ninjs",
            "plans, statements, conflicts and cites by place: the brief is its body, events and people are named",
        ),
        Form(
            "schemaorg", "schema.org events (JSON-LD)", "jsonld", "application/ld+json", _EACH, "schemaorg",
            "statements, conflicts, origins; seasons and open dates stand as their first day and as EDTF",
        ),
        Form(
            "ftm", "FollowTheMoney entities, a JSON line each", "ftm.json", "application/jsonl", _ACCOUNT, "ftm",
            "plans, conflicts and questions, and dates that are not a year, a month or a day",
        ),
        Form(
            "prov", "W3C PROV-JSON: which report’s words come from where", "prov.json", "application/json", _ACCOUNT, "prov",
            "all but reports, origins and ties; a tie without a direction is a remark of both",
        ),
        Form(
            "bibtex", "the reports as BibTeX", "bib", "text/x-bibtex", _ACCOUNT, "bibtex",
            "all but the mastheads of the reports",
        ),
        Form(
            "csl", "the reports as CSL-JSON", "json", "application/vnd.citationstyles.csl+json", _ACCOUNT, "csl",
            "all but the mastheads of the reports",
        ),
        Form(
            "parquet", "every table as Parquet, a file each", "parquet", "application/vnd.apache.parquet", _ACCOUNT, "parquet",
            extra="parquet", several=True,
        ),
        Form("csv", "CSV, a row an event or a step", "csv", "text/csv", _LISTS, "table"),
        Form("cites", "CSV, a row a cite", "csv", "text/csv", _LISTS, "table", function="cites"),
        Form(
            "ical", "iCalendar", "ics", "text/calendar", _LISTS, "ical", "what aims at no time",
        ),
        Form(
            "timelinejs", "TimelineJS slides", "json", "application/json", _LISTS, "timelinejs", "what has no date",
        ),
    )
}  # fmt: skip


def names(part: Part) -> tuple[str, ...]:
    """The forms of a part of an account."""
    return tuple(name for name, form in FORMS.items() if part in form.parts)


def form(name: str, part: Part = "account") -> Form:
    """The form of that name. Raises InputError where the part has none such."""
    found = FORMS.get(name)
    if found is None or part not in found.parts:
        raise InputError(f"{name!r} is no form of {part}: it is one of {', '.join(names(part))}")
    return found


def is_text(wanted: Form) -> bool:
    """Whether what it writes can be read in a terminal."""
    return not wanted.several and wanted.name not in ("docx", "pdf")


def files(account: Account, name: str, part: Part = "account") -> Mapping[str, bytes]:
    """An account, or a part of it, in a form: the bytes of each file by its name.

    Raises InputError where there is no such form, or where what it needs is not installed (with the command that installs it).
    """
    wanted = form(name, part)
    value = _made(wanted, account, part)
    if wanted.several:
        return dict(value)
    return {f"{part}.{wanted.suffix}": _bytes(value)}


def _made(wanted: Form, account: Account, part: Part) -> Any:
    try:
        module = import_module(f"dateline.show.forms.{wanted.module}")
    except ModuleNotFoundError as error:
        if not wanted.extra:
            raise
        raise InputError(
            f"{wanted.name} needs {error.name}, which is not installed: pip install 'dateline[{wanted.extra}]'"
        ) from error
    if wanted.function:
        return getattr(module, wanted.function)(account, part)
    return getattr(module, part)(account)


def _bytes(value: Any) -> bytes:
    if isinstance(value, bytes):
        return value
    text = value if isinstance(value, str) else contract.text(value, indent=1) + "\n"
    return text.encode("utf-8", "backslashreplace")
