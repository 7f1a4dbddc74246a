"""The words of forwarded mail: the line that says that a message follows, and the fields of its head."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MARK = re.compile(
    r"^\W*(?:forwarded message|original message|begin forwarded message|(?:ursprüngliche|weitergeleitete) nachricht"
    r"|anfang der weitergeleiteten nachricht|message (?:transféré|d[’']origine)|début du message transféré|mensaje reenviado"
    r"|(?:inizio )?messaggio inoltrato|doorgestuurd bericht|vidarebefordrat meddelande|videresendt meddelelse)\W*$",
    re.IGNORECASE,
)
_FIELDS = {
    "from": "From", "von": "From", "de": "From", "da": "From", "van": "From", "från": "From", "fra": "From",
    "date": "Date", "sent": "Date", "datum": "Date", "gesendet": "Date", "envoyé": "Date", "fecha": "Date", "data": "Date",
    "skickat": "Date", "dato": "Date", "subject": "Subject", "betreff": "Subject", "objet": "Subject", "asunto": "Subject",
    "oggetto": "Subject", "onderwerp": "Subject", "ämne": "Subject", "emne": "Subject", "to": "To", "an": "To", "à": "To",
    "para": "To", "a": "To", "aan": "To", "till": "To", "til": "To", "cc": "Cc", "reply-to": "Cc",
}  # fmt: skip
_FIELD = re.compile(rf"^\W*({'|'.join(sorted(_FIELDS, key=len, reverse=True))})\s?:\*?\s*(.*)$", re.IGNORECASE)
_LEAST = 2  # fields of a head


def mark(lines: Sequence[str]) -> int | None:
    """The line that says that a forwarded message follows, with a head below it; None where there is none."""
    return next((place for place, line in enumerate(lines) if _MARK.match(line) and head(lines[place + 1 :])[0]), None)


def head(lines: Sequence[str]) -> tuple[dict[str, str], int]:
    """The head of a forwarded message (`From`, `Date`, `Subject`), and how many lines it has; empty where it is none."""
    said: dict[str, str] = {}
    size = 0
    for place, line in enumerate(lines):
        field = _FIELD.match(line)
        if field:
            said.setdefault(_FIELDS[field[1].casefold()], field[2].strip(" *"))
            size = place + 1
        elif line.strip() or said:
            break
    return (said, size) if len(said) >= _LEAST and "From" in said else ({}, 0)
