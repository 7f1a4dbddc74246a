"""Which deeds of a story are a coder's: somebody's to somebody, and a matter of politics by what the story is of.

A deed of words (asking, accusing, agreeing) is told whole only where both are somebody; a deed that is done may lack one.
Where a story is of sport or of crime, what clubs, courts, police and private people do there is no deed.
"""

from __future__ import annotations

from dateline import language
from dateline.records.findings import Deed
from dateline.records.story import Story

LEAD = 6  # sentences of a report by which its matter is told
CODE = 3  # letters of a state, and of each role after it
# roles that make a deed one of politics in a story of sport or of crime; a state's name alone is a team or a place there
_OF_STATE = frozenset({"GOV", "MIL", "LEG", "OPP", "REB", "PTY", "SPY", "IGO"})
_OF_WORDS = frozenset({"AGREE", "CONSULT", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_DONE_BY = frozenset({"AID", "COOPERATE", "MOBILIZE", "PROTEST", "ASSAULT"})  # told by who does it
# those of society, whatever their state: what they say to one another, and do to one whom no table knows, is private
_OF_SOCIETY = frozenset({"COP", "JUD", "CVL", "MED", "EDU", "HLH", "BUS", "ELI", "REL"})
_PRESS = "MED"
_IN_PUBLIC = frozenset({"PROTEST", "COERCE"})
_OF_NOTHING_NAMED = frozenset({"030", "100", "110", "111", "112", "120", "130", "050", "051", "054"})


def kept(deed: Deed, setting: str | None) -> bool:
    """Whether a coder would write a deed down, in a story that is of `setting` (None where it may be of politics)."""
    sides = [code for code in (deed.source_code, deed.target_code) if code]
    if setting is not None and not any(_is_of_state(code) for code in sides):
        return False
    if sides and _OF_SOCIETY.issuperset(sides) and not _is_public(deed, sides):
        return False
    if deed.plover == "CONSULT" and any(code.endswith(_PRESS) for code in sides):
        return False  # an interview
    done_by = bool(deed.source or deed.source_code)
    done_to = bool(deed.target or deed.target_code)
    if deed.plover not in _OF_WORDS:
        return done_by or (done_to and deed.plover not in _DONE_BY)
    if done_by and done_to:
        return True
    # `threatened to cut the gas`: without the words for anybody else, what is threatened must be told
    return bool(deed.source_code) and not deed.target_text and deed.cameo not in _OF_NOTHING_NAMED


def _is_public(deed: Deed, sides: list[str]) -> bool:
    """Whether what those of no state do is a matter of politics: a protest and what police do, not what they say."""
    return deed.plover not in _OF_WORDS and (deed.plover in _IN_PUBLIC or len(sides) > 1 or "COP" in sides)


def _is_of_state(code: str) -> bool:
    parts = [code[at : at + CODE] for at in range(0, len(code), CODE)]
    return parts[0] == "IGO" or (len(parts) > 1 and not _OF_STATE.isdisjoint(parts[1:]))


def setting(story: Story) -> str | None:
    """What most of a story's reports begin with words of, where that is no politics."""
    found: list[str | None] = []
    for marked in story.reports:
        spoken = language.of(marked.report.language).deeds
        lead = [
            one.span.of(marked.report.text) for one in marked.sentences if one.label in ("headline", "deck", "body")
        ]
        found.append(None if spoken is None else spoken.setting(" ".join(lead[:LEAD])))
    return next((one for one in sorted({name for name in found if name}) if 2 * found.count(one) > len(found)), None)
