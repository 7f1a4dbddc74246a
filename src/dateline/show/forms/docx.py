"""An account as a Word document; each cite is a footnote with the report and its very words.

python-docx writes paragraphs and styles; footnotes it does not know: the part that holds them is written here, as in ECMA-376
(part 1, 17.11). The same account gives the same bytes: files in the archive have no time of their own.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree

from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from dateline.cite import Cite
from dateline.records.account import Account
from dateline.show import inert
from dateline.show.forms import document

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STYLES = {
    "title": "Heading 1", "head": "Heading 2", "name": "Heading 3", "small": "Caption", "text": "Normal",
    "item": "List Bullet", "under": "List Bullet 2",
}  # fmt: skip
_FIRST = 1  # the numbers of notes: those below are the lines that Word draws above them


def account(made: Account) -> bytes:
    """The bytes of the document."""
    names = document.noted(made)
    word = Document()
    word.styles["Normal"].font.name = "Georgia"
    word.styles["Normal"].font.size = Pt(11)
    word.core_properties.title = inert.plain(made.stories[0].title) if made.stories else "No story"
    word.core_properties.author = f"Dateline {made.dateline}"
    word.core_properties.comments = ""
    word.core_properties.created = word.core_properties.modified = _day(made)
    styles = {kind: word.styles[name].style_id for kind, name in _STYLES.items()}
    notes: list[Cite] = []
    for paragraph in document.paragraphs(made):
        written = word.add_paragraph()
        written._p.style = styles[paragraph.kind]  # by its id: python-docx looks through all styles for a name
        for at, run in enumerate(paragraph.runs):
            piece = written.add_run(f"{' ' if at else ''}{run.text}")
            piece.bold, piece.italic = run.bold or None, run.italic or None
            for number, cite in enumerate(run.notes):
                if number:
                    _raised(written).text = " "
                notes.append(cite)
                _refer(_raised(written), _FIRST + len(notes) - 1)
    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, _footnotes(notes, names), word.part.package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    out = io.BytesIO()
    word.save(out)
    return _timeless(out.getvalue())


def _day(made: Account) -> datetime:
    return datetime.fromisoformat(made.as_of).replace(tzinfo=UTC) if made.as_of else datetime(1980, 1, 1, tzinfo=UTC)


def _raised(paragraph: Any) -> Any:
    run = paragraph.add_run()
    run.font.superscript = True
    return run


def _refer(run: Any, number: int) -> None:
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), str(number))
    run._r.append(reference)  # python-docx gives a run's element by no other name


def _footnotes(notes: list[Cite], names: dict[str, str]) -> bytes:
    """The part of the footnotes: the two separators that Word asks for, then a note for each cite."""
    ElementTree.register_namespace("w", _W)
    root = ElementTree.Element(_w("footnotes"))
    for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
        run = _note(root, number, {_w("type"): kind})
        ElementTree.SubElement(run, _w(kind))
    for number, cite in enumerate(notes, _FIRST):
        mark = _note(root, number, {})
        ElementTree.SubElement(ElementTree.SubElement(mark, _w("rPr")), _w("vertAlign"), {_w("val"): "superscript"})
        ElementTree.SubElement(mark, _w("footnoteRef"))
        text = ElementTree.SubElement(ElementTree.SubElement(root[-1][0], _w("r")), _w("t"))
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        text.text = " " + document.note(names, cite)
    written: bytes = ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written


def _note(root: ElementTree.Element, number: int, more: dict[str, str]) -> ElementTree.Element:
    """A note with one paragraph; its first run."""
    note = ElementTree.SubElement(root, _w("footnote"), {**more, _w("id"): str(number)})
    return ElementTree.SubElement(ElementTree.SubElement(note, _w("p")), _w("r"))


def _w(name: str) -> str:
    return f"{{{_W}}}{name}"


def _timeless(archive: bytes) -> bytes:
    """The archive with each file at the first day that archives know."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
