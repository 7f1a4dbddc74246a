"""The lexicon of deeds: words by class, frames by their head, and what operators make of the deeds that they govern."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dateline.language import tables

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"})
# CAMEO's classes of what those do together who are joined in the subject, where no other target is told
MUTUAL = ("04", "05", "06", "03", "125", "190")
# ... and of these, those that are joined do it with one another whatever else is told; and what both do alike
TOGETHER = ("03", "04", "057", "06", "125", "190")
AGREE = "03"
BOTH = ("036", "040", "046", "057", "06")
# CAMEO's classes of deeds that a noun tells by itself, without a verb that carries it: `the invasion of`, `talks between`
ALONE = ("0871", "18", "19", "04", "14", "062", "0874", "173", "174", "166", "084")
# The parts of a clause that a need may name; any other is a preposition, or a word that stands under the verb.
PARTS = frozenset({"anywhere", "obj", "comp", "inf", "iobj", "oprd", "doer", "subj", "particle"})
_JOINT = re.compile("[ -]")
_CLASS = re.compile(r"@([\w*]+)")  # a class of words: no cell of a table may begin with its sign
Key = tuple[str, str]  # part of speech (v, n, a) and word


@dataclass(frozen=True, slots=True)
class Need:
    """What a frame asks of the clause: one of `slots` holds, with one of `words` (any, when none) or somebody (`person`)."""

    slots: tuple[str, ...]
    words: frozenset[str] = frozenset()
    person: bool = False
    absent: bool = False

    def clues(self) -> Iterator[frozenset[str]]:
        """Sets of words, of each of which a sentence that has what is asked for has one (`Reader.said`)."""
        if self.absent:
            return
        if PARTS.isdisjoint(self.slots):
            yield frozenset(self.slots)
        if self.words and "money" not in self.words:  # which may be any word; of `cease-fire` the second may do
            ends = (word[joint.end() :] for word in self.words for joint in _JOINT.finditer(word))
            yield self.words.union(ends, self.slots)


_WITH_PARTICLE = Need(("particle",))  # a row for those of its words that have a particle


@dataclass(frozen=True, slots=True)
class Frame:
    """A row of the lexicon: with these needs the word tells a deed (`plover`), is an operator, or tells none (empty)."""

    word: str
    particle: str
    needs: tuple[Need, ...]
    plover: str
    cameo: str
    mode: str | None
    target: tuple[str, ...]
    row: str
    clue: frozenset[str] = (
        frozenset()
    )  # a sentence that fits has one of these words (`Reader.said`), where any are told

    @property
    def operator(self) -> bool:
        """Whether it works on the deed that it governs."""
        return self.plover.islower()


@cache
def words(name: str, pos: str = "") -> frozenset[str]:
    """The words of a class; those of one part of speech, where it is given."""
    return frozenset(
        word
        for row in tables.table("deed_words")
        if row["class"] == name and pos in ("", row["pos"])
        for word in row["words"].split("|")
    )


def _expand(cell: str, pos: str = "") -> frozenset[str]:
    found: set[str] = set()
    for part in cell.split("|"):
        found |= words(part[1:], pos) if part.startswith("@") else {part.replace("_", " ")}
    return frozenset(found)


def _need(text: str) -> Need:
    absent, body = text.startswith("!"), text.removeprefix("!")
    if "=" in body:
        slots, cell = body.split("=", 1)
        return Need(tuple(slots.split("|")), _expand(cell), absent=absent)
    if body.endswith(":person"):
        return Need(tuple(body.removesuffix(":person").split("|")), person=True, absent=absent)
    return Need(tuple(body.split("|")), absent=absent)


@cache
def frames() -> Mapping[Key, tuple[Frame, ...]]:
    """The frames by part of speech and first word; those with more needs before others, else as they stand in the table."""
    found: dict[Key, list[Frame]] = {}
    for row in tables.table("deed_frames"):
        needs = tuple(_need(text) for text in row["needs"].split())
        asked = tuple(need for need in needs if need != _WITH_PARTICLE)
        for word in sorted(_expand(row["words"], row["pos"])):
            first, _, particle = word.partition(" ")
            if _WITH_PARTICLE in needs and not particle:
                continue
            name = f"{row['words']}[{row['needs']}]" if row["needs"] else row["words"]
            shown = _CLASS.sub(r"{\1}", name)
            key, held = (row["pos"], first), (first, particle) if row["pos"] == "v" else (word, "")
            key = key if row["pos"] == "v" else (row["pos"], word)
            clues = [clue for need in asked for clue in need.clues()]
            clues += [frozenset(held[1].split()[:1])] if held[1] else []
            frame = Frame(
                *held, asked, row["plover"], row["cameo"], row["mode"] or None, tuple(row["target"].split()),
                f"{shown} ({row['source']})", min(clues, key=len, default=frozenset()),
            )  # fmt: skip
            found.setdefault(key, []).append(frame)
    return {key: tuple(sorted(some, key=_rank)) for key, some in found.items()}


@cache
def carriers() -> Mapping[str, tuple[str, ...]]:
    """The verbs that only carry a deed, and their particles (empty for none)."""
    found: dict[str, list[str]] = {}
    for word in sorted(words("do")):
        form, _, particle = word.partition(" ")
        found.setdefault(form, []).append(particle)
    return {form: tuple(particles) for form, particles in found.items()}


@dataclass(frozen=True, slots=True)
class Entry:
    """What the lexicon has of a word: its frames; those of a noun by what stands before it, where that is part of the word
    (`cease-`); the particles with which a verb only carries a deed (empty for none).
    """

    frames: tuple[Frame, ...]
    after: Mapping[str, tuple[Frame, ...]]
    carries: tuple[str, ...]


@cache
def entries(pos: str) -> Mapping[str, Entry]:
    """What the lexicon has of the words of one of the parser's parts of speech, by lemma; what it has not tells no deed."""
    if pos == "PROPN":
        nouns = entries("NOUN").items()
        return {name: entry for form, entry in nouns for name in (form, f"{form}s") if singular(name) == form}
    kind = {"VERB": "v", "AUX": "v", "NOUN": "n", "ADJ": "a"}.get(pos, "")
    heads: dict[str, dict[str, tuple[Frame, ...]]] = {}  # by the last part, by what is before it
    for (_, word), found in ((key, found) for key, found in frames().items() if key[0] == kind):
        last = word.split()[-1].rpartition("-")[2]
        heads.setdefault(last, {})[word.removesuffix(last)] = found
    carry = carriers() if kind == "v" else {}
    known = heads.keys() | carry.keys()
    return {
        form: Entry(
            frames().get((kind, form), ()) or frames().get((kind, f"{form}e"), ()),
            heads.get(form, {}) if kind == "n" else {},
            carry.get(form, ()),
        )
        for form in known.union(
            word[:-1] for word in known if word.endswith("e")
        )  # of `staged` the parser makes `stag`
    }


def singular(name: str) -> str:
    """A word that was taken for a name, without the ending of a plural."""
    return name[:-1] if name.endswith("s") and len(name) > 4 else name


def _rank(frame: Frame) -> tuple[int, int]:
    """Frames that ask for more stand first; of those that ask for as much, one that names words before one that names none."""
    named = sum(bool(need.words) or need.person for need in frame.needs)
    return (-len(frame.needs) - named - 2 * bool(frame.particle), 0)


@cache
def _shifts() -> Mapping[str, tuple[tuple[str, str, str], ...]]:
    found: dict[str, list[tuple[str, str, str]]] = {}
    for row in tables.table("deed_shifts"):
        found.setdefault(row["operator"], []).append((row["inner"], row["plover"], row["cameo"]))
    return {operator: tuple(rows) for operator, rows in found.items()}


def shift(operator: str, inner: str | None, cameo: str) -> tuple[str, str] | None:
    """What an operator makes of a deed (its root; None of what is no deed of its own); None where none is left."""
    for kind, plover, number in _shifts().get(operator, ()):
        if kind in (inner or "none", cameo or None) or (inner is not None and kind == "any"):
            if plover == "=" and inner is not None:
                return inner, cameo
            return (plover, number) if plover else None
    return None
