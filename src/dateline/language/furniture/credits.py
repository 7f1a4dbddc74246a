"""The words of credits: what says that a report, or a part of it, came from an agency, and what only names one."""

from __future__ import annotations

import re

from dateline.records.report import Report

_FILES = r"(?:files?|inputs?|reporting|reports?|material|information|additional reporting)"
# What makes those whom a line names helpers: the words of the report are not theirs.
_CONTRIBUTED = re.compile(
    r"\bcontributed\b(?!\s+(?:\$|€|£|\d|money|funds|to (?:the|a|an|his|her|their|its)\s+(?!report|story|article|this)))"
    r"|\bcontributing\b|\badditional reporting\b|\bmaterial from\b|\bwas used in this\b",
    re.IGNORECASE,
)
_WITH = re.compile(
    rf"^\W*(?:with(?: {_FILES})?(?: (?:by|from))?|avec|con(?: información de)?|mit(?: material (?:von|der))?|com|met|med)\s",
    re.IGNORECASE,
)
_WITH_FILES = re.compile(rf"\bwith {_FILES}\b", re.IGNORECASE)
# What names those who reported, whose words they may be.
_REPORTED = re.compile(r"\breporting (?:by|from)\b", re.IGNORECASE)
_FROM_FILES = re.compile(rf"^\W*from(?: {_FILES})?(?: (?:by|from))?\s", re.IGNORECASE)
_FROM = re.compile(
    r"^\W*(?:source|quelle|fonte|fuente|kaynak|källa|kilde|bron)\s*:"
    r"|^\W*(?:story|report|article|words) (?:by|from|courtesy of)\b"
    r"|\bthis (?:story|report|article) (?:was|is|has been) (?:\w+ )?(?:published|reported|provided|written|supplied)\b",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\((?:with|additional|inputs?|reporting|source)\b[^()]*\)\W*$", re.IGNORECASE)
_QUOTED = re.compile(r"\b(?:told|according to|said)\b")
_OTHER = re.compile(
    r"\b(?:published|updated|posted|modified|created|at|on|et|edt|est|pdt|pst|gmt|[ap]\.?m|by|the|ago|min|hrs?|"
    r"for|with|of|in|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\d+(?::\d\d)?|[^\w\s]",
    re.IGNORECASE,
)
_WITH_LONGEST = 12  # words of a line that begins with `with`
_LONGEST = 60  # words of a line that credits somebody


def names_left(words: str) -> list[str]:
    """What of a byline's words is neither date, mark nor small word: names, and what people are."""
    return _OTHER.sub(" ", words).split()


def bracketed(line: str) -> int | None:
    """Where the brackets begin that end a line with those who helped: `… he said. (With inputs from AFP)`."""
    brackets = _IN_BRACKETS.search(line)
    return brackets.start() if brackets else None


def gives_source(line: str) -> bool:
    """Whether a line says whose words the report's are: `Source: AFP`, `This story was provided by`."""
    return bool(_FROM.search(line))


def thanks(line: str) -> bool:
    """Whether a line names those who had a part in the report; what somebody says in a report is no such line."""
    if len(line.split()) > _LONGEST or _QUOTED.search(line):
        return False
    if _CONTRIBUTED.search(line) or _REPORTED.search(line):
        return True
    short = len(line.split()) <= _WITH_LONGEST
    return short and bool(_WITH.match(line) or _FROM_FILES.match(line))


def helped(line: str) -> bool:
    """Whether those whom a line of credit names only helped the report: its words are not theirs."""
    return bool(_CONTRIBUTED.search(line) or _WITH.match(line) or _WITH_FILES.search(line))


def wire(report: Report) -> str | None:
    """The agency that a report's own words come from; None where there is none, or such as only helped it."""
    lines = (block.span.of(report.text) for block in report.blocks if block.label == "credit")
    thanked = [line.lower() for line in lines if helped(line)]
    return next((name for name in report.credits if not any(name.lower() in line for line in thanked)), None)
