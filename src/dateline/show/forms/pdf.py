"""An account as PDF, with numbered notes at the end of it (needs fpdf2 and a font: the extra `dateline[pdf]`).

Set in Source Serif, which has Latin and Cyrillic; a letter that it has not stands as a sign, and how many do is said.
The same account gives the same bytes.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import font_source_serif_pro as source_serif
from fpdf import FPDF
from fpdf.fonts import TTFFont

from dateline.cite import Cite
from dateline.records.account import Account
from dateline.show import inert, words
from dateline.show.forms import document

_FONT = "SourceSerif"
_KEY = "sourceserif"  # as fpdf2 calls it, the style behind it
_BOLD = ("title", "head", "name")
_FILES = {"": "Regular", "B": "Bold", "I": "It", "BI": "BoldIt"}
# Of each kind of paragraph: size in points, leading and space above in mm, indent in mm.
_SET = {
    "title": (20, 8.5, 2, 0), "head": (14, 7, 6, 0), "name": (11, 5.4, 3, 0), "small": (9, 4.4, 0.5, 0),
    "text": (11, 5.4, 2, 0), "item": (10, 5, 1.2, 4), "under": (10, 5, 0.6, 10),
}  # fmt: skip
UNKNOWN = "[?]"
_NOTE, _NOTE_LINE, _MARK = 8, 3.8, 7  # points, mm, points


class _Page(FPDF):
    """A page of A4 with its number at its foot."""

    def footer(self) -> None:
        """The number of the page."""
        self.set_y(-15)
        self.set_font(_FONT, "", _NOTE)
        self.cell(0, 5, str(self.page_no()), align="R")


def account(made: Account) -> bytes:
    """The bytes of the document."""
    page = _page(made)
    glyphs = _glyphs(page)
    missing: set[str] = set()

    def seen(text: str, style: str = "") -> str:
        lacking = {letter for letter in text if ord(letter) not in glyphs[style] and not letter.isspace()}
        missing.update(lacking)
        return "".join(UNKNOWN if letter in lacking else letter for letter in text)

    notes: dict[Cite, int] = {}
    for paragraph in document.paragraphs(made):
        size, line, above, indent = _SET[paragraph.kind]
        page.ln(above)
        page.set_left_margin(20 + indent)
        page.set_x(20 + indent)
        for at, run in enumerate(paragraph.runs):
            style = "B" if run.bold or paragraph.kind in _BOLD else "I" if run.italic else ""
            if style == "I" and not glyphs["I"].issuperset(map(ord, run.text)):
                style = ""  # the slanted letters are fewer
            page.set_font(_FONT, style, size)
            page.write(line, seen(f"{' ' if at else ''}{run.text}", style))
            if run.notes:
                numbers = " ".join(str(notes.setdefault(cite, len(notes) + 1)) for cite in run.notes)
                page.set_font(_FONT, "", _MARK)
                page.write(line, f"\N{NO-BREAK SPACE}[{numbers}]")
        page.ln(line)
    page.set_left_margin(20)
    names = document.noted(made)
    _notes(page, [seen(document.note(names, cite)) for cite in notes])
    if missing:
        page.ln(4)
        page.write(
            _NOTE_LINE,
            f"{words.count(len(missing), 'letter')} that this font has not stand as {UNKNOWN}: the page has them.",
        )
    return bytes(page.output())


def _glyphs(page: _Page) -> dict[str, frozenset[int]]:
    """The letters of each style of the font."""
    return {
        font.fontkey.removeprefix(_KEY): frozenset(font.cmap)
        for font in page.fonts.values()
        if isinstance(font, TTFFont)
    }


def _page(made: Account) -> _Page:
    page = _Page(format="A4")
    for style, name in _FILES.items():
        page.add_font(_FONT, style, Path(source_serif.font_directory) / f"SourceSerifPro-{name}.ttf")
    day = made.as_of or "1980-01-01"
    page.set_creation_date(datetime.fromisoformat(day).replace(tzinfo=UTC))
    page.set_title(inert.plain(words.one_line(made.stories[0].title)) if made.stories else "No story")
    page.set_producer(f"Dateline {made.dateline}")
    page.set_lang("en")
    page.set_margins(20, 20, 20)
    page.set_auto_page_break(True, 22)
    page.add_page()
    page.set_font(_FONT, "", 11)
    return page


def _notes(page: _Page, some: list[str]) -> None:
    """The notes, each with its number."""
    page.ln(6)
    page.set_font(_FONT, "B", _SET["head"][0])
    page.cell(0, 7, "Notes", new_x="LMARGIN", new_y="NEXT")
    page.set_font(_FONT, "", _NOTE)
    for number, text in enumerate(some, 1):
        page.multi_cell(0, _NOTE_LINE, f"{number}  {text}", align="L", new_x="LMARGIN", new_y="NEXT")
