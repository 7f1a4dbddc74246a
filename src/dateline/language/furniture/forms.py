"""Forms of what stands around a report (`data/chrome.tsv`), and the label that each gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import cast, get_args

from dateline.language import tables
from dateline.records.report import Label

_CODE = re.compile(r"\|\| \[\];|\.push\(\{|\bfunction\s*\(\w*\)\s*\{")  # a script that was taken for text
_REPLY = re.compile(r"^(?:reply|like|report|flag)$|\bago$")
_LONGEST = 400  # code points of furniture
_NESTED = re.compile(
    r"\((?:\?:)?[^()]*\)[?*]?|\[[^\[\]]*\][?*]?|\\.[?*]?"
)  # what a pattern has in brackets, or escaped
_PLAIN = re.compile(r"[\w' -]{2,}")
_HALF = 4  # letters from which a half of a broken word is one of its own
_MOST = 40  # words of furniture, but for captions, credits and debris


@dataclass(frozen=True, slots=True)
class _Form:
    """A label and the forms that give it: those that stand at the start of a text (`head`), and those anywhere.

    `parts` are words of which each form that may stand anywhere has one; none where one of them has no such word.
    """

    label: Label
    head: re.Pattern[str] | None
    anywhere: re.Pattern[str] | None
    parts: tuple[str, ...] = ()

    def found(self, text: str, lower: str) -> bool:
        """Whether the text has one of the forms. What stands at its start is not looked for at every place in it."""
        if self.head and self.head.match(text):
            return True
        may = self.anywhere is not None and (not self.parts or any(part in lower for part in self.parts))
        return may and bool(self.anywhere and self.anywhere.search(text))


@cache
def _forms() -> tuple[_Form, ...]:
    made = []
    for row in tables.table("chrome"):
        assert row["label"] in get_args(Label), row["label"]
        parts = _alternatives(row["pattern"])
        head = "|".join(part for part in parts if part.startswith("^"))
        rest = "|".join(part for part in parts if not part.startswith("^"))
        words = [_word(part) for part in parts if not part.startswith("^")]
        made.append(
            _Form(cast(Label, row["label"]), _pattern(head), _pattern(rest), tuple(words) if all(words) else ())
        )
    return tuple(made)


@cache
def _heads() -> re.Pattern[str]:
    """Every form that stands at the start of a text: asked first, since most texts have none."""
    heads = (form.head.pattern for form in _forms() if form.head)
    return re.compile("|".join(f"(?:{head})" for head in heads), re.IGNORECASE)


@cache
def _headless() -> tuple[_Form, ...]:
    """The forms as they are asked of a text that has none at its start."""
    return tuple(_Form(form.label, None, form.anywhere, form.parts) for form in _forms() if form.anywhere)


def _word(pattern: str) -> str:
    """The longest run of letters and spaces that a pattern has outside of brackets: what has the pattern has the run.

    A letter that may be left out is none of it. Empty where there is no run.
    """
    bare, deeper = _NESTED.sub("\n", pattern.replace("\\b", "\n")), ""
    while deeper != bare:
        deeper, bare = bare, _NESTED.sub("\n", bare)
    runs = (run for run in re.sub(r".[?*{]", "\n", bare).split("\n") if _PLAIN.fullmatch(run))
    return max(runs, key=len, default="").lower()


def _pattern(parts: str) -> re.Pattern[str] | None:
    return re.compile(parts, re.IGNORECASE) if parts else None


def _alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern: its parts between the bars that stand in no bracket."""
    parts, depth, inside, escaped = [""], 0, False, False
    for char in pattern:
        if not escaped and not inside and depth == 0 and char == "|":
            parts.append("")
            continue
        parts[-1] += char
        if not escaped:
            inside = (inside or char == "[") and char != "]"
            depth += 0 if inside else (char == "(") - (char == ")")
        escaped = char == "\\" and not escaped
    return parts


def label(text: str) -> Label | None:
    """The label that the form of a passage gives; None for what may be the report itself."""
    if _CODE.search(text):
        return "debris"
    if len(text) > _LONGEST:
        return None
    short = len(text.split()) <= _MOST
    forms, lower = _forms() if _heads().match(text) else _headless(), text.lower()
    return next((form.label for form in forms if (short or form.label in _LONG) and form.found(text, lower)), None)


_LONG: tuple[Label, ...] = ("caption", "credit", "debris")  # furniture that may have more words


def is_reply(line: str) -> bool:
    """Whether a line stands among comments: the button to answer one, or how long ago it was written."""
    return bool(_REPLY.search(line.lower()))


def compounds(first: str, last: str) -> bool:
    """Whether two halves of a word, in lower case, that a line's end parts are written with a hyphen: `well-known`."""
    kinds = {(row["word"], row["kind"]) for row in tables.table("compounds")}
    return (first, "first") in kinds and len(last) >= _HALF and (last, "not") not in kinds
