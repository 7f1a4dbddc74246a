"""The reports of an account as BibTeX: each a `@misc` with outlet, title, authors, day and address.

Keys are hashed from ids, so that they stay whatever else is in the pile; the id stands in `note`. What TeX would run is
escaped; a letter beyond ASCII stays as it is (biber and BibTeX with UTF-8 take it).
"""

from __future__ import annotations

from dateline.cite import content_id
from dateline.records.account import Account
from dateline.records.report import Report
from dateline.show import inert, words

_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "#": r"\#", "_": r"\_", "$": r"\$",
        "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    }
)  # fmt: skip


def account(made: Account) -> str:
    """One entry a report."""
    return "\n".join(_entry(report) for report in made.reports)


def _entry(report: Report) -> str:
    year, month, day = (report.published.day or "--").split("-")
    link = words.link(report.url)
    fields = {
        "title": f"{{{_safe(report.title or report.id)}}}",
        "author": " and ".join(f"{{{_safe(author)}}}" for author in report.authors),
        "howpublished": _safe(report.outlet or ""),
        "year": year,
        "month": month.lstrip("0"),
        "day": day.lstrip("0"),
        "url": link.translate({ord("{"): "%7B", ord("}"): "%7D", ord("%"): "%"}) if link else "",
        "language": report.language or "",
        "note": _safe(f"Dateline report {report.id}"),
    }
    told = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{content_id('r', report.id)},\n{told}}}\n"


def _safe(text: str) -> str:
    return inert.plain(words.one_line(text)).translate(_SPECIAL)
