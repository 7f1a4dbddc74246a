"""Build `language/data/event_lexicon.tsv` from WordNet 3.0: the nouns that can name an event, and the verb behind each.

    python bench/event_lexicon.py /usr/share/wordnet [--out FILE]

The folder is that of Debian's package `wordnet-base`: `data.noun`, `data.verb`, `index.noun`, `index.verb`, `cntlist.rev`
(their format: wndb(5), cntlist(5)). The same files give the same table, byte for byte.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

TABLE = Path(__file__).parents[1] / "src/dateline/language/data/event_lexicon.tsv"
Pos = str  # `noun` or `verb`
Offset = str  # of a synset in the data file of its part of speech
POS: Mapping[str, Pos] = {"n": "noun", "v": "verb", "1": "noun", "2": "verb"}  # in pointers, and in sense keys

# The lexicographers' files of nouns, from number 3.
FILES = (
    "tops", "act", "animal", "artifact", "attribute", "body", "cognition", "communication", "event", "feeling", "food",
    "group", "location", "motive", "object", "person", "phenomenon", "plant", "possession", "process", "quantity", "relation",
    "shape", "state", "substance", "time",
)  # fmt: skip
FIRST_FILE = 3
KINDS: Mapping[str, str] = {
    "act": "act", "event": "event", "phenomenon": "process", "process": "process", "communication": "speech",
    "state": "state", "feeling": "state",
}  # fmt: skip
HAPPENS = ("act", "activity", "event", "process")
COLUMNS = (*HAPPENS, "speech", "state")
_WORD = re.compile("[a-z][a-z-]{2,}")
# Ends of learned words and crafts: news tells of few of them, so that only a count or a verb lets one in.
_LEARNED = re.compile(
    "(plasty|ism|graphy|metry|latry|genesis|osis|scopy|ship|logy|thy|omy|ics|phy|lysis|esis|asis|tropy|tropism|phagy|ball"
    "|jitsu|nautics|gamy|craft|work)$"
)
_LONGEST, _SHORTEST = 13, 4  # letters of a word that nothing else speaks for
_LEAST_SHARE = 0.6  # of the uses of such a word, that are happenings
_STEM = 4  # letters in common from which a verb is as near to its noun as it can be
_MOST_SEEN = 9

HEAD = """\
# Nouns that can name an event, by the senses that WordNet gives them, and the verb that each is derived from.
# act activity event process speech state: tenths of the noun's uses that are of that kind, from the counts of its senses in
#   WordNet's tagged texts (a sense without a count weighs by its rank): an act, an activity among acts, an event, a process or
#   phenomenon, a communication, a state or feeling. Empty is 0; what is left are things, people, groups and so on.
# thing: the commonest kind of its other senses (WordNet's lexicographer file), empty where it has none.
# verb: what it is derived from in one of these senses; empty where nothing. seen: how often it stands in these texts (log2).
# source: derived from WordNet 3.0, Copyright 2006 by Princeton University. All rights reserved. (wordnet.princeton.edu)
# licence: WordNet 3.0 licence, which asks that this notice stands on every copy:
"""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A tie from one synset to another; `source` and `target` number the words that it ties, from 1, or are 0 for all."""

    symbol: str
    offset: Offset
    pos: str
    source: int
    target: int


@dataclass(frozen=True, slots=True)
class Synset:
    """A sense, and the words that have it."""

    file: int
    words: tuple[str, ...]
    pointers: tuple[Pointer, ...]


@dataclass(frozen=True)
class WordNet:
    """The nouns and verbs of a folder of WordNet's database files."""

    folder: Path

    def _lines(self, name: str) -> Iterator[str]:
        with (self.folder / name).open(encoding="latin-1") as lines:
            yield from lines

    def _rows(self, name: str) -> Iterator[str]:
        return (line for line in self._lines(name) if not line.startswith("  "))

    def notice(self) -> Iterator[str]:
        """The lines of the copyright notice, which stands atop each file, without their numbers."""
        for line in self._lines("data.noun"):
            if not line.startswith("  "):
                return
            text = re.sub(r"^ +[0-9]+ ", "", line).strip()
            if text:
                yield text

    @cached_property
    def synsets(self) -> Mapping[tuple[Pos, Offset], Synset]:
        """The synsets of nouns and verbs, by offset."""
        return {(pos, offset): synset for pos in ("noun", "verb") for offset, synset in self._data(pos)}

    def _data(self, pos: Pos) -> Iterator[tuple[Offset, Synset]]:
        for line in self._rows(f"data.{pos}"):
            fields = line.split(" | ")[0].split()
            after = 4 + 2 * int(fields[3], 16)
            pointers = (fields[index : index + 4] for index in range(after + 1, after + 1 + 4 * int(fields[after]), 4))
            tied = (
                Pointer(symbol, offset, pos_, int(ends[:2], 16), int(ends[2:], 16))
                for symbol, offset, pos_, ends in pointers
            )
            yield fields[0], Synset(int(fields[1]), tuple(fields[4:after:2]), tuple(tied))

    @cached_property
    def senses(self) -> Mapping[tuple[Pos, str], Sequence[Offset]]:
        """The offsets of the synsets of a lemma, the commonest sense first."""
        index: dict[tuple[Pos, str], Sequence[Offset]] = {}
        for pos in ("noun", "verb"):
            for line in self._rows(f"index.{pos}"):
                fields = line.split()
                index[pos, fields[0]] = fields[4 + int(fields[3]) + 2 :]
        return index

    @cached_property
    def counts(self) -> Counter[tuple[Pos, str, int]]:
        """How often a sense of a lemma, numbered from 0, was tagged in WordNet's texts."""
        counts: Counter[tuple[Pos, str, int]] = Counter()
        for line in self._lines("cntlist.rev"):
            key, sense, count = line.split()
            lemma, rest = key.split("%")
            if rest[0] in POS:
                counts[POS[rest[0]], lemma, int(sense) - 1] += int(count)
        return counts

    def count(self, pos: Pos, lemma: str) -> int:
        """How often a lemma was tagged."""
        return sum(self.counts[pos, lemma, sense] for sense in range(len(self.senses.get((pos, lemma), ()))))

    @cached_property
    def activities(self) -> frozenset[Offset]:
        """The synsets of nouns that are kinds of `activity`."""
        under: dict[Offset, list[Offset]] = defaultdict(list)
        for (pos, offset), synset in self.synsets.items():
            for pointer in synset.pointers:
                if pos == "noun" and pointer.symbol == "@":
                    under[pointer.offset].append(offset)
        waiting = [
            offset for (pos, offset), synset in self.synsets.items() if pos == "noun" and synset.words[0] == "activity"
        ]
        seen: set[Offset] = set()
        while waiting:
            offset = waiting.pop()
            if offset not in seen:
                seen.add(offset)
                waiting += under[offset]
        return frozenset(seen)

    @cached_property
    def proper(self) -> frozenset[str]:
        """Words in lower case that are also, or only, written with a capital."""
        return frozenset(word.lower() for synset in self.synsets.values() for word in synset.words if word[0].isupper())


@dataclass(frozen=True)
class Noun:
    """A noun of WordNet, weighed by its senses."""

    net: WordNet
    word: str

    def _senses(self) -> Iterator[tuple[int, Offset, Synset, float]]:
        """Each sense: its rank from 0, its offset, its synset, its weight."""
        for rank, offset in enumerate(self.net.senses["noun", self.word]):
            weight = self.net.counts["noun", self.word, rank] + 1.0 / (rank + 1)
            yield rank, offset, self.net.synsets["noun", offset], weight

    @cached_property
    def shares(self) -> Mapping[str, float]:
        """The share of its uses that is of each kind; `other` for what is no event."""
        weights: dict[str, float] = defaultdict(float)
        for _, offset, synset, weight in self._senses():
            kind = KINDS.get(_file(synset), "other")
            weights["activity" if kind == "act" and offset in self.net.activities else kind] += weight
        total = sum(weights.values())
        return {kind: weight / total for kind, weight in weights.items()}

    @property
    def tenths(self) -> tuple[int, ...]:
        """The shares of the columns, in tenths."""
        return tuple(round(10 * self.shares.get(kind, 0.0)) for kind in COLUMNS)

    @property
    def thing(self) -> str:
        """The commonest kind of those of its senses that are no events."""
        weights: dict[str, float] = defaultdict(float)
        for _, _, synset, weight in self._senses():
            if _file(synset) not in KINDS:
                weights[_file(synset)] += weight
        return max(weights, key=lambda kind: (weights[kind], kind), default="")

    @cached_property
    def verb(self) -> str:
        """The verb that it is derived from in a sense that is an event: the likest, of the commonest sense."""
        return max(self._verbs(), default=(False, 0, 0, 0, ""))[-1]

    def _verbs(self) -> Iterator[tuple[bool, int, int, int, str]]:
        for rank, _, synset, _ in self._senses():
            words = [word.lower() for word in synset.words]
            if _file(synset) not in KINDS or self.word not in words:
                continue
            number = words.index(self.word) + 1
            for pointer in synset.pointers:
                if pointer.symbol == "+" and pointer.pos == "v" and pointer.source == number:
                    verb = self.net.synsets["verb", pointer.offset].words[pointer.target - 1].lower()
                    if "_" not in verb:
                        alike = min(_in_common(verb, self.word), _STEM)
                        yield verb == self.word, alike, -rank, self.net.count("verb", verb), verb

    @cached_property
    def count(self) -> int:
        """How often it was tagged."""
        return self.net.count("noun", self.word)

    @property
    def is_known(self) -> bool:
        """Whether news may use it: it was seen, has a verb, or is a plain word for a happening."""
        if self.count or self.verb:
            return True
        odd = "-" in self.word or _LEARNED.search(self.word) is not None or self._is_name
        plain = _SHORTEST <= len(self.word) <= _LONGEST and not odd
        return plain and sum(self.shares.get(kind, 0.0) for kind in HAPPENS) >= _LEAST_SHARE

    @property
    def _is_name(self) -> bool:
        """Whether it is a name as well, or its commonest sense goes by one (`stops`, the game of Newmarket)."""
        _, _, first, _ = next(self._senses())
        return self.word in self.net.proper or first.words[0][0].isupper()

    @property
    def row(self) -> str:
        """Its line of the table."""
        seen = min(_MOST_SEEN, round(math.log2(1 + self.count)))
        return "\t".join(map(str, (self.word, self.verb, *(tenth or "" for tenth in self.tenths), self.thing, seen)))


def _file(synset: Synset) -> str:
    return FILES[synset.file - FIRST_FILE]


def _in_common(left: str, right: str) -> int:
    """How many letters two words have in common from their beginning."""
    return next(
        (index for index, (ours, theirs) in enumerate(zip(left, right, strict=False)) if ours != theirs),
        min(len(left), len(right)),
    )


def table(net: WordNet) -> str:
    """The table, with its head."""
    words = sorted(word for pos, word in net.senses if pos == "noun" and _WORD.fullmatch(word))
    nouns = (Noun(net, word) for word in words)
    rows = [noun.row for noun in nouns if sum(noun.tenths) >= 1 and noun.is_known]
    notice = [f"#   {line}" for line in net.notice()]
    columns = "\t".join(("word", "verb", *COLUMNS, "thing", "seen"))
    return HEAD + "\n".join((*notice, columns, *rows)) + "\n"


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wordnet", type=Path, help="folder with WordNet 3.0's database files")
    parser.add_argument("--out", type=Path, default=TABLE)
    options = parser.parse_args()
    options.out.write_text(table(WordNet(options.wordnet)), encoding="utf-8")


if __name__ == "__main__":
    main()
