"""Reports made by hand: one in memory and its marks, piles on disk, and a story told of a few lines."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import dateline
from dateline.mark import KINDS, mark
from dateline.records import Block, Event, Label, Marked, OnReports, Report, Stamp, Told

Row = str | Mapping[str, object]


def report(
    *blocks: str | tuple[Label, str],
    key: str = "r",
    day: str | None = None,
    outlet: str | None = None,
    language: str | None = "en",
) -> Report:
    """A report of these blocks with a blank line between them, each body where it gives no label. An empty one is left out."""
    parts: list[tuple[Label, str]] = [("body", block) if isinstance(block, str) else block for block in blocks]
    text, labelled = "\n\n".join(words for _, words in parts), []
    start = 0
    for label, words in parts:
        if words.strip():
            labelled.append(Block(start, start + len(words), label))
        start += len(words) + 2
    return Report(
        id=key, path=None, url=None, outlet=outlet, title=None, authors=(), place=None, credits=(), language=language,
        published=Stamp(day, "metadata" if day else "none"), updated=None, text=text, blocks=tuple(labelled),
        sha256=hashlib.sha256(f"{key} {text}".encode()).hexdigest(),
    )  # fmt: skip


def marked(made: Report, *only: str) -> Marked:
    """One report's marks: those of the kinds given, or all."""
    (marks,) = mark([made], only or KINDS)
    return marks


def files(folder: Path, **texts: str) -> Path:
    """The folder, with a text file of each name in it."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def rows(folder: Path, *lines: Row, **shared: object) -> Path:
    """A JSONL pile of texts or of rows; their ids are r0, r1 and so on where a row gives none. All have what is shared."""
    folder.mkdir(exist_ok=True)
    path = folder / "pile.jsonl"
    given = [{"text": line} if isinstance(line, str) else line for line in lines]
    full = [{"id": f"r{number}", **shared, **line} for number, line in enumerate(given)]
    path.write_text("".join(json.dumps(line) + "\n" for line in full), encoding="utf-8")
    return path


def read(folder: Path, text: str) -> Report:
    """The report that is read from a text file."""
    (found,) = dateline.read(files(folder, one=text))
    return found


def told(folder: Path, reports: Mapping[str, tuple[str, str]]) -> Told:
    """One story told of reports (name: day and text, of which the first line is the headline), whatever they have in common."""
    texts = {}
    for name, (day, text) in reports.items():
        head, _, body = text.partition("\n")
        texts[name] = f"{head}\n\n{day}\n\n{body}\n"
    pile = files(folder, **texts)
    first, *rest = (found.id for found in dateline.read(pile))
    (story,) = dateline.tell(pile, judgements=[OnReports("same-story", first, other) for other in rest]).stories
    return story


def events(folder: Path, *reports: tuple[str | None, str]) -> tuple[Event, ...]:
    """The events of the story that English reports are, each given by its day and its text, headline first."""
    lines = ({"title": text.split("\n")[0], "text": text, "published": day} for day, text in reports)
    (story,) = dateline.tell(rows(folder, *lines, language="en")).stories
    return story.findings.events


def one(found: Iterable[Event], head: str) -> Event:
    """The weightiest event that some report tells with a word."""
    return next(event for event in found if any(telling.text == head for telling in event.mentions))
