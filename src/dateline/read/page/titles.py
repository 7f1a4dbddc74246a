"""The title of a page: what its several voices call it, ranked by how far they agree.

A page names itself in its JSON-LD, in its heading, in the tags that it passes on (`og:title`) and in the title of its
window. Each is wrong in its own way: cut short, sharpened for social media, with the outlet's name behind it or a kicker
before it, or of another report altogether. A title has the weight of every voice that says it, in whichever quotes and
dashes, with a kicker or without one; what is passed on goes first where it is a title at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from itertools import islice
from typing import Any

from dateline.language import furniture
from dateline.read.masthead import byline
from dateline.read.page.asides import Asides, named_headings


class Voice(Enum):
    """Who says a title, best first: what is passed on, JSON-LD, the heading, the window."""

    PASSED = "og:title"
    LINKED = "headline"
    HEADING = "h1"
    WINDOW = "title"


# Chosen by leaving publishers out (`bench/publishers.py`): of all weights on a grid, those under which most titles are
# right on the pages of 90 publishers, whole and with JSON-LD or meta tags withheld, for each of 91 in turn. These are
# among the best for 90 of the 91; others that are say the same: what is passed on was chosen to stand alone and outvotes
# all others together, and none of those is worth more than another.
WEIGHTS: Mapping[Voice, float] = {Voice.PASSED: 3.0, Voice.LINKED: 0.5, Voice.HEADING: 0.5, Voice.WINDOW: 0.5}
_LATER = 1 / 3  # of the weight of a voice that says another title first
_SEPARATOR = re.compile(r"\s+(?:[–—·•*:»›«‹~]|-{1,2})\s+|\s*[|｜ㅣ：]\s*|(?<=[^\x00-\u02ff])-(?=[^\x00-\u02ff])")
_ENDS = re.compile(r"\W*(?:\s[–—·•*»›~-]{1,2}\s|[|｜ㅣ：]|-(?=[^\x00-\u02ff])|\s?\[)")  # what may stand before an affix
_KICKED = re.compile(r"(?:[:：|–—»›.]|\s-)\s*[\"'“„«‘‚‹「『]?$")  # how a kicker ends that stands before a title
_CUT = re.compile(r"\s*(?:…|\.\.\.)$")
_BARS = "|｜ㅣ"
_FEW = 3  # words of a section's name behind a bar
_BEHIND, _AROUND = 8, 12  # letters that may stand behind an outlet's name, or around it
_LONG = 12  # letters from which words are a title and no section
_SHORT = 5  # and where a letter is a syllable or a word
_AFFIX = 60  # code points of what a template puts behind a title
_HEADINGS = 5
_LEADING = " :–—-|·•»›"


@dataclass(frozen=True, slots=True)
class Said:
    """A title as one voice says it. `rank`: its place among what that voice says."""

    voice: Voice
    words: str
    rank: int = 0


@dataclass(slots=True)
class _Candidate:
    """One title in its spellings: who says it, best first."""

    letters: str
    said: list[Said] = field(default_factory=list)


def headings(tree: Any, asides: Asides) -> list[str]:
    """The words of a page's headings, kickers apart; those in parts that are not its own last."""
    found: list[tuple[bool, str]] = []
    for node in list(tree.iter("h1"))[:_HEADINGS] or list(islice(named_headings(tree), 1)):
        whole = " ".join(node.text_content().split())
        bare = " ".join("".join(_own(node)).split()).lstrip(_LEADING)
        if bare or whole:
            found.append((asides.holds(node, pictures=False), bare or whole))
    return [words for _, words in sorted(found, key=lambda one: one[0])]


def _own(node: Any) -> Iterable[str]:
    """The text of a heading without elements within it that hold a kicker, or that nobody sees."""
    yield node.text or ""
    for child in node:
        if isinstance(child.tag, str) and not furniture.marks.of_kicker(child.get("class") or ""):
            yield " " if child.tag == "br" else ""
            yield from _own(child)
        yield child.tail or ""


def best(said: Sequence[Said], weights: Mapping[Voice, float] = WEIGHTS) -> str | None:
    """The title that the voices agree on most, in the spelling of the best of those who say it.

    >>> told = "Ferry strikes pier at Sund"
    >>> best([Said(Voice.LINKED, "Sund ferry accident: what we know"), Said(Voice.HEADING, told), Said(Voice.WINDOW, told)])
    'Ferry strikes pier at Sund'
    """
    candidates: dict[str, _Candidate] = {}
    for one in said:
        if letters := _letters(one.words):
            candidates.setdefault(letters, _Candidate(letters)).said.append(one)
    ranked = max(
        candidates.values(),
        key=lambda candidate: (round(_weight(candidate, said, weights), 3), *_first(candidate)),
        default=None,
    )
    return _spelt(ranked) if ranked else None


def _first(candidate: _Candidate) -> tuple[int, int]:
    """What goes first of two of one weight: what the better voice says, and says first."""
    order = list(WEIGHTS)
    return max((-order.index(one.voice), -one.rank) for one in candidate.said)


def _weight(candidate: _Candidate, said: Sequence[Said], weights: Mapping[Voice, float]) -> float:
    """The weight of every voice for a candidate: each once, by what it says that is nearest to it."""
    whole: dict[Voice, float] = {}
    for one in said:
        share = _share(candidate.letters, _letters(one.words)) * (_LATER if one.rank else 1.0)
        whole[one.voice] = max(whole.get(one.voice, 0.0), share)
    short = 0.5 if len(candidate.letters) < _LONG and candidate.letters.isascii() else 1.0
    return short * sum(weights[voice] * share for voice, share in whole.items())


def _share(title: str, other: str) -> float:
    if title == other:
        return 1.0
    longer, shorter = (title, other) if len(title) > len(other) else (other, title)
    return 1.0 if len(shorter) >= _LONG and shorter in longer else 0.0


def _spelt(candidate: _Candidate) -> str:
    """The spelling of the best voice; one that was cut gives way to one that was not."""
    order = sorted(
        candidate.said, key=lambda one: (one.voice is not Voice.LINKED, list(WEIGHTS).index(one.voice), one.rank)
    )
    return next((one.words for one in order if not _CUT.search(one.words)), order[0].words)


@lru_cache(1024)
def _letters(words: str) -> str:
    return byline.letters(words)


def bared(said: Sequence[Said], outlets: frozenset[str], sections: frozenset[str] = frozenset()) -> list[Said]:
    """What the voices say without what a template put around it: the outlet's name, a section.

    `outlets` and `sections` are folded names.
    """
    whole = [_mended(one, said) for one in said]
    cut = [Said(one.voice, bare, one.rank) for one in whole if (bare := _bare(one, whole, outlets, sections))]
    return [one for one in cut if byline.fold(one.words) not in outlets]


def _mended(one: Said, said: Sequence[Said]) -> Said:
    """A title that was cut short, as another voice has it whole."""
    if not _CUT.search(one.words):
        return one
    begun = _letters(_CUT.sub("", one.words))
    for other in said:
        letters = _letters(other.words)
        if other is not one and len(begun) >= _LONG and letters.startswith(begun) and letters != begun:
            return Said(one.voice, other.words, one.rank)
    return one


def _bare(one: Said, said: Sequence[Said], outlets: frozenset[str], sections: frozenset[str]) -> str | None:
    """A title without what is appended to it: what another title of the page lacks, or a name of the outlet."""
    title = one.words
    for other in said:
        if other is not one and (cut := _less(title, other)):
            return cut
    housed = False  # whether a paper's name was taken from the window's title
    while parts := list(_SEPARATOR.finditer(title)):
        behind, before = title[parts[-1].end() :], title[: parts[-1].start()]
        house = one.voice is Voice.WINDOW and furniture.notices.is_house(behind)
        if house or (housed and furniture.bylines.is_service(behind)):
            title, housed = before, True
            continue
        section = byline.fold(behind) in sections or (parts[-1][0].strip() in _BARS and 0 < _words(behind) <= _FEW)
        if _of_outlet(behind, outlets) or (section and _words(before) > _words(behind)):
            title = before
        elif _of_outlet(title[: parts[0].start()], outlets):
            title = title[parts[0].end() :]
        else:
            break
    return title.strip() or None


def _words(words: str) -> int:
    """How many words; where they are not parted, how many pairs of letters."""
    return max(len(words.split()), 0 if words.isascii() else sum(map(ord, words[:1])) // 0x2E80 * len(words) // 2)


def _less(title: str, other: Said) -> str | None:
    """A title less what stands around another one in it: an affix behind it, then a kicker before it as well."""
    place = _found(title, other.words)
    if place is None:
        return None
    start, end = place
    behind = title[end:]
    affixed = not behind or (len(behind) <= _AFFIX and _ENDS.match(behind))
    kicked = bool(_KICKED.search(title[:start])) and bool(behind)
    if not affixed or not (start or behind) or (start and not kicked and not _SEPARATED.search(title[:start])):
        return None
    return title[start:end].strip()


_SEPARATED = re.compile(r"(?:[|｜ㅣ»›]|\s[–—-])\s*$")  # what parts a section or an outlet from the title behind it


def _found(title: str, words: str) -> tuple[int, int] | None:
    """Where one title stands in another, whatever its quotes and dashes are."""
    wanted = _letters(words)
    if len(wanted) < _LONG and (wanted.isascii() or len(wanted) <= _SHORT):
        return None
    if wanted not in _letters(title):
        return None
    letters, places = [], []
    for place, char in enumerate(title):
        for folded in _letters(char):
            letters.append(folded)
            places.append(place)
    at = "".join(letters).find(wanted)
    if at < 0:
        return None
    start, end = places[at], places[at + len(wanted) - 1] + 1
    while start and title[start - 1] in _OPENS:
        start -= 1
    while end < len(title) and title[end] in _CLOSES:
        end += 1
    return start, end


_OPENS, _CLOSES = "\"'“„«‘‚‹「『([¿¡", "\"'”“»’›」』)].!?…。！？"


def _of_outlet(words: str, outlets: frozenset[str]) -> bool:
    """Whether the words are the outlet's name, or that and little more (`News`, `Online`, `.com`)."""
    flat = byline.fold(words)
    return len(flat) > 1 and (flat in outlets or any(_little_more(flat, name) for name in outlets))


def _little_more(flat: str, name: str) -> bool:
    """Whether folded words begin with a name, or hold it, and have few letters more."""
    more = len(flat) - len(name)
    begins = len(name) > 2 and flat.startswith(name) and more <= _BEHIND
    return begins or (len(name) > 4 and name in flat and more <= _AROUND)
