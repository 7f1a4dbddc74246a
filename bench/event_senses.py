"""Makes `event_senses.tsv`, what verbs and event nouns may mean, and `verb_acts.tsv`, from the files of WordNet 3.0.

    python bench/event_senses.py --wordnet DIR_WITH_data.verb

A word is a row of concepts: its commonest senses, what these are kinds of, entail, cause, are grouped with and are derived
from or lead to (`explosion`, `explode`). A concept weighs more the commoner the sense and the fewer words share it (0 to 1);
two words are as near as the greatest product of the weights of a concept that both have. Concepts that only one word has
are left out. `verb_acts` says how far a verb tells of deeds and changes: by the files of the lexicographers of its senses.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent.parent / "src" / "dateline" / "language" / "data"
SENSES = 5  # commonest senses of a word that count
ACTS = frozenset({30, 33, 35, 36, 40, 41})  # verbs of change, competition, contact, creation, possession, social verbs
SOONER = 0.6  # the same, for the senses of a verb of which it is asked whether they are acts
FADE = 0.8  # weight of a sense beside that of the next commoner one
EVENTFUL = frozenset({4, 10, 11, 19, 22, 26})  # nouns of act, communication, event, phenomenon, process, state
SHARES = {"@": 0.6, "$": 0.8, "*": 0.5, ">": 0.5, "+": 0.8}  # hypernym, verb group, entails, causes, derived
FARTHER = 0.5  # what is left at the second step up
MOST = 20  # concepts kept for a word, the weightiest
FINEST = 100  # weights are written in hundredths
FAINT = 15  # hundredths; what weighs less says nothing

LICENCE = """\
# licence: WordNet 3.0 licence. This software and database is being provided to you, the LICENSEE, by Princeton University
# licence: under the following license. By obtaining, using and/or copying this software and database, you agree that you
# licence: have read, understood, and will comply with these terms and conditions.: Permission to use, copy, modify and
# licence: distribute this software and database and its documentation for any purpose and without fee or royalty is hereby
# licence: granted, provided that you agree to comply with the following copyright notice and statements, including the
# licence: disclaimer, and that the same appear on ALL copies of the software, database and documentation, including
# licence: modifications that you make for internal use or for distribution. WordNet 3.0 Copyright 2006 by Princeton
# licence: University. All rights reserved. THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES
# licence: NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON
# licence: UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR
# licence: THAT THE USE OF THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS,
# licence: COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS. The name of Princeton University or Princeton may not be used in
# licence: advertising or publicity pertaining to distribution of the software and/or database. Title to copyright in this
# licence: software, database and any associated documentation shall at all times remain with Princeton University and
# licence: LICENSEE agrees to preserve same.
"""
HEAD = f"""\
# What verbs and event nouns may mean: concepts, each with its weight in hundredths. Two words are as near as the greatest
# product of the weights of a concept that both have. bench/event_senses.py makes this table.
# source: WordNet 3.0, Copyright 2006 by Princeton University: senses, hypernyms, entailments, causes, verb groups and
# source: derivations; changed: the concepts are numbered anew and weighed, no words of definitions are kept
{LICENCE}word\tconcepts
"""
HEAD_ACTS = f"""\
# How far a verb tells that somebody does something or that something changes, in tenths: the share of its commonest senses
# in the lexicographers' files of verbs of change, competition, contact, creation and possession and of social verbs.
# A verb that has none is left out. bench/event_senses.py makes this table.
# source: WordNet 3.0, Copyright 2006 by Princeton University; changed: shares reckoned from the senses
{LICENCE}verb\tacts
"""


@dataclass(frozen=True, slots=True)
class Synset:
    """A sense: its file of the lexicographers (which says what kind of thing it is), and what it points to."""

    topic: int
    points: tuple[tuple[str, str], ...]  # the pointer's symbol, the other synset as `v123`


def synsets(folder: Path) -> dict[str, Synset]:
    """The senses of verbs and nouns by part of speech and offset."""
    out = {}
    for part in ("verb", "noun"):
        for line in (folder / f"data.{part}").read_text(encoding="utf-8").splitlines():
            if line.startswith(" "):
                continue
            cells = line.split(" | ")[0].split()
            first = 4 + 2 * int(cells[3], 16)
            points = [cells[first + 1 + 4 * n : first + 4 + 4 * n] for n in range(int(cells[first]))]
            kept = tuple((mark, f"{kind}{offset}") for mark, offset, kind in points if kind in "vn")
            out[f"{part[0]}{cells[0]}"] = Synset(int(cells[1]), kept)
    return out


def words(folder: Path) -> Iterator[tuple[str, str, int, list[str]]]:
    """Word, part of speech, how many of its senses stand in tagged texts, its senses by frequency."""
    for part in ("verb", "noun"):
        for line in (folder / f"index.{part}").read_text(encoding="utf-8").splitlines():
            if not line.startswith(" "):
                cells = line.split()
                points = int(cells[3])
                tagged = int(cells[5 + points])
                yield cells[0].replace("_", " "), part[0], tagged, [part[0] + offset for offset in cells[6 + points :]]


def meaning(senses: list[str], known: dict[str, Synset]) -> dict[str, float]:
    """The concepts of a word, weighed by how common the sense is and how far they lie."""
    out: dict[str, float] = {}
    for rank, sense in enumerate(senses[:SENSES]):
        weight = FADE**rank
        out[sense] = max(out.get(sense, 0.0), weight)
        for mark, other in known[sense].points:
            if mark in SHARES:
                out[other] = max(out.get(other, 0.0), SHARES[mark] * weight)
                for further, top in known[other].points:
                    if further == "@" and mark in "@+":
                        out[top] = max(out.get(top, 0.0), SHARES[mark] * FARTHER * weight)
    return out


def acts(senses: list[str], known: dict[str, Synset]) -> int:
    """The share, in tenths, of a verb's commonest senses that are deeds or changes, the commoner ones counting more."""
    weights = [SOONER**rank for rank in range(len(senses[:SENSES]))]
    told = sum(weight for sense, weight in zip(senses, weights, strict=False) if known[sense].topic in ACTS)
    return round(10 * told / sum(weights))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", type=Path, required=True, help="the folder with data.verb and index.verb")
    folder = parser.parse_args().wordnet
    known = synsets(folder)
    rows: dict[str, dict[str, float]] = defaultdict(dict)
    for word, part, tagged, senses in words(folder):
        plain = word.replace(" ", "").isalpha() and word.count(" ") <= 1
        eventful = part == "v" or any(known[sense].topic in EVENTFUL for sense in senses[:2])
        if plain and eventful and tagged and (part == "v" or " " not in word):
            for concept, weight in meaning(senses, known).items():
                rows[word][concept] = max(rows[word].get(concept, 0.0), weight)
    shared = Counter(concept for row in rows.values() for concept in row)
    number = {concept: at for at, concept in enumerate(sorted(c for c, held in shared.items() if held > 1))}
    top = math.log(len(rows))
    lines = []
    for word, row in sorted(rows.items()):
        rare = {c: weight * math.sqrt(1 - math.log(shared[c]) / top) for c, weight in row.items() if c in number}
        kept = sorted(rare.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]
        cells = [f"{number[c]}:{whole}" for c, weight in sorted(kept) if (whole := round(FINEST * weight)) >= FAINT]
        if cells:
            lines.append(f"{word}\t{' '.join(cells)}")
    (DATA / "event_senses.tsv").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} words, {len(number)} concepts")
    verbs = sorted(
        (word, acts(senses, known))
        for word, part, _, senses in words(folder)
        if part == "v" and word.replace(" ", "").isalpha() and word.count(" ") <= 1
    )
    told = [f"{word}\t{tenths}" for word, tenths in verbs if tenths]
    (DATA / "verb_acts.tsv").write_text(HEAD_ACTS + "\n".join(told) + "\n", encoding="utf-8")
    print(f"{len(told)} of {len(verbs)} verbs tell of acts")


if __name__ == "__main__":
    main()
