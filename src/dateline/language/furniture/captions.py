"""What stands under a picture, told by its form, and whose picture it is.

`is_caption` is asked by reading alone, for what no form of `forms` knows: whoever comes after asks for the label.
"""

from __future__ import annotations

import re

_AGENCY = r"(?:AP|AFP|REUTERS|Reuters|EPA|EPA-EFE|Getty|Getty Images|Shutterstock|Pool|dpa|TASS|Tass)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATED = re.compile(rf"{_MONTH} \d{{1,2}}, +(?:19|20)\d\d|\d{{1,2}} {_MONTH} (?:19|20)\d\d")
# What people do in pictures, told in the present.
_POSED = re.compile(
    r"(?<!to )(?<!will )(?<!can )(?<!not )\b(?:arrives?|attends?|waves?|walks?|shakes? hands|speaks?|smiles?|gestures?|poses?"
    r"|looks? (?:at|on|over)|sits?|stands?|talks?|listens?|watch(?:es)?|leaves|meets?|greets?|holds?|delivers?|reacts?"
    r"|boards|waits?|escorts?|chats?|gathers?|is (?:seen|pictured|flanked))\b"
)
_SAID = re.compile(r"[\"“@]|https?:|\b(?:said|says|told|according)\b")  # reported, or posted
# The end of a caption: who took the picture, for whom.
_TAKEN = re.compile(
    rf"\((?:[A-Z][\w.'’-]*\s+){{1,3}}[A-Z][\w.'’-]*\s*/[^()]{{0,40}}\b{_AGENCY}\b[^()]{{0,30}}\)\s*$"
    rf"|\(\s*Credit: [^()]{{2,40}}\)\s*$|\bPhoto Credit: [^.]{{2,60}}$|\s/\s{_AGENCY}\b(?: file)?\s*$"
    rf"|\b[A-Z]\w+/{_AGENCY}\s*$|\|\s*Photo (?:from|by)\b.{{2,30}}$|\|\s*[^|]{{2,40}}/\s?{_AGENCY}(?: Photo)?\s*$"
)
_PLACED = re.compile(r", (?:second |third |far )?(?:left|right|cent(?:er|re)),(?P<doing> \w+ing\b)?")
_MARKS = ("/", "Credit:", "Photo")  # one of which each of these holds
_HEADED = re.compile(r"^(?:Image|Media) caption\b")
_LONGEST = 70  # words of a caption
_FEWEST = 6  # words of a caption that is told by what ends it; fewer are a credit
_PICTURE = re.compile(
    r"photo|image|picture|\bgetty\b|\bfile\b|\bvia\b|\bcredit\b|\bhandout\b|foto|bild|video|\bcourtesy\b|graphic|/\s*[A-Z]",
    re.IGNORECASE,
)
_IMAGE = re.compile(r"photo|image|picture", re.IGNORECASE)
_CLOSES = re.compile(r"^/|photo", re.IGNORECASE)
_BEHIND = re.compile(r"\s*(?:photo|image)", re.IGNORECASE)


def is_caption(text: str) -> bool:
    """Whether a passage is a caption, whatever stands around it."""
    return any(rule(text) for rule in _RULES)


def _headed(text: str) -> bool:
    """It says so itself: `Image caption The ferry on the bank`."""
    return bool(_HEADED.match(text))


def _taken(text: str) -> bool:
    """It ends in who took the picture: `(Mira Tolland/AP)`."""
    if not any(mark in text for mark in _MARKS):
        return False
    return _FEWEST <= len(text.split()) <= _LONGEST and bool(_TAKEN.search(text))


def _posed(text: str) -> bool:
    """It tells in the present what people do, on a day that is given in full, and nobody says anything."""
    day = _DATED.search(text) if "20" in text or "19" in text else None
    if day is None or len(text.split()) > _LONGEST or _SAID.search(text):
        return False
    return bool(_POSED.search(text, 0, day.start()))


def _placed(text: str) -> bool:
    """It says who stands where, and tells in the present what they do: `Tolland, left, and Aasen shake hands`."""
    if len(text.split()) > _LONGEST or _SAID.search(text):
        return False
    placed = _PLACED.search(text)
    return placed is not None and bool(placed["doing"] or _POSED.search(text))


_RULES = (_headed, _taken, _posed, _placed)


def of_picture(line: str) -> bool:
    """Whether a line speaks of a picture, so that a name in it is credited with that."""
    return bool(_PICTURE.search(line))


def rights_of_picture(line: str) -> bool:
    """Whether a copyright line is of a picture."""
    return bool(_IMAGE.search(line))


def closes(credit: str) -> bool:
    """Whether a line of credit closes the caption above it: it is of a photo."""
    return bool(_CLOSES.search(credit))


def follows(after: str) -> bool:
    """Whether a name is that of a picture's owner by the word behind it: `AP photo`."""
    return bool(_BEHIND.match(after))
