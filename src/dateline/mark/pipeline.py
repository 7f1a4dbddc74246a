"""A spaCy pipeline run over many sentences at once: what `pipeline.pipe` gives, in less than half the time.

spaCy 3.8 takes transitions without the interpreter's lock, and the code that is made of it asks for that lock anew in each
look at a state, some hundred times a word: that is half of all parsing. Here its own steps are taken while the lock is held.
And what its rules and its networks gave for a single word once is not looked for again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from dateline.mark import embedded

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

TOGETHER = 64  # sentences of about one length: what is kept of so many fits a processor's cache
WORDS = 4_096  # and no more words: what a parse keeps grows with them, to a third of a gigabyte for runs of 2,000 characters
MOST = 1 << 16  # words, as they are used, of which is kept what rules make of them; with more it is begun anew
_SEEN = {"LOWER", "TAG", "DEP", "IS_SPACE"}  # what rules may ask of a word
_ASKED, _FOUND = (
    ("LOWER", "TAG", "DEP"),
    ("POS", "MORPH", "LEMMA"),
)  # all of it by number, and what the ruler makes of it
_SPELT = ("ORTH", "POS", "MORPH", "LEMMA")


def run(pipeline: Pipeline, given: Iterable[Doc]) -> None:
    """Run every component over documents that are cut into words, and keep in them what it finds."""
    _remembering(pipeline)
    by_length = sorted((doc for doc in given if len(doc)), key=len)
    for _, component in pipeline.pipeline:
        part: Any = component
        if hasattr(part, "transition_states") and part.cfg["beam_width"] == 1:
            for docs in _together(by_length):
                _stepped(part, docs)
        elif hasattr(part, "attrs") and hasattr(part, "matcher"):
            for doc in by_length:
                _rules(part)(doc)
        elif getattr(part, "mode", None) == "rule" and not part.overwrite:
            for doc in by_length:
                _lemmas(part)(doc)
        else:
            for docs in _together(by_length):
                for doc in part.pipe(docs, batch_size=TOGETHER):
                    assert doc is not None  # changed in place


def _together(by_length: Sequence[Doc]) -> Iterator[Sequence[Doc]]:
    """Documents as they are looked at together: so many, with so many words at most."""
    start = 0
    while start < len(by_length):
        end = start + 1
        while end < min(start + TOGETHER, len(by_length)) and (end + 1 - start) * len(by_length[end]) <= WORDS:
            end += 1
        yield by_length[start:end]
        start = end


def _stepped(part: Any, docs: Sequence[Doc]) -> None:
    """Let a component that goes by transitions take the best one, again and again, in each of some documents."""
    found = part.moves.init_batch(docs)
    model = part.model.predict(docs)
    left = [state for state in found if not state.is_final()]
    while left:
        left = part.transition_states(left, model.predict(left))
    model.clear_memory()
    part.set_annotations(docs, found)


class _Rules:
    """An attribute ruler's rules on single words, remembered by all that they may ask of a word.

    A sentence with a word that rules on several words begin with, or that is white space, is left to the ruler itself.
    """

    def __init__(self, ruler: Any) -> None:
        from spacy.strings import get_string_id

        self._ruler = ruler
        rules = [rule for entry in ruler.patterns for rule in entry["patterns"]]
        self._able = all(part.keys() <= _SEEN for rule in rules for part in rule)
        self._asked = _Asked(part["LOWER"] for rule in rules for part in rule if "LOWER" in part)
        first = [rule[0] for rule in rules if len(rule) > 1]
        self._opens = _Asked(part["LOWER"] for part in first if "LOWER" in part)
        self._deps = {get_string_id(part["DEP"]) for part in first if isinstance(part.get("DEP"), str)}
        self._able = self._able and all("LOWER" in part or isinstance(part.get("DEP"), str) for part in first)
        self._words: dict[
            int, str | None
        ] = {}  # by the number of a word in small letters; None of one that rules begin with
        self._made: dict[tuple[str, int, int], tuple[int, int, int]] = {}
        self._known: dict[tuple[int, ...], tuple[int, int, int] | None] = {}  # the same by numbers alone

    def __call__(self, doc: Doc) -> None:
        made = []
        if len(self._known) > MOST:
            self._known.clear()
        for number, key in enumerate(_numbers(doc, _ASKED) if self._able else ()):
            if key not in self._known:
                self._known[key] = self._of(doc[number])
            found = self._known[key]
            if found is None:
                break
            made.append(found)
        if len(made) == len(doc):
            _set(doc, _FOUND, np.array(made, np.uint64))
        else:
            self._ruler(doc)

    def _of(self, word: Any) -> tuple[int, int, int] | None:  # spaCy's types lack half of a token
        """What the ruler makes of a word, whatever stands beside it; None where it asks for that."""
        key = self._key(word)
        if key is not None and key not in self._made:
            self._made[key] = self._alone(word)
        return None if key is None else self._made[key]

    def _alone(self, word: Any) -> tuple[int, int, int]:
        """What the ruler makes of a word when nothing stands beside it: its part of speech, form and lemma."""
        from spacy.tokens import Doc

        made: Any = Doc(word.vocab, [word.text])[0]
        made.tag, made.dep = word.tag, word.dep
        self._ruler(made.doc)
        return made.pos, made.morph.key, made.lemma

    def _key(self, word: Any) -> tuple[str, int, int] | None:
        """All that a rule may ask of a token; None where that is not all."""
        number, dep = word.lower, word.dep
        if number not in self._words:
            lower = word.lower_
            opens = word.is_space or lower in self._opens
            self._words[number] = None if opens else lower if lower in self._asked else ""
        lower = self._words[number]
        return None if lower is None or dep in self._deps else (lower, word.tag, dep)


class _Asked(dict[str, bool]):
    """Whether some values of patterns (a word, a list of words, a regular expression) ask for a word."""

    def __init__(self, values: Iterable[Any]) -> None:
        super().__init__()
        self._regexes: list[re.Pattern[str]] = []
        for value in values:
            self.update(dict.fromkeys(self._words(value), True))

    def _words(self, value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
            return
        for how, inner in value.items():
            if how == "REGEX":
                self._regexes.append(re.compile(inner))
            else:
                yield from inner

    def __contains__(self, word: object) -> bool:
        return self[str(word)]

    def __missing__(self, word: str) -> bool:
        return any(regex.search(word) for regex in self._regexes)


class _Lemmas(dict[tuple[int, ...], int]):
    """The lemmas that a lemmatizer's rules give, by all that they ask of a word: its letters, part of speech and form."""

    def __init__(self, lemmatizer: Any) -> None:
        super().__init__()
        self._lemmatizer = lemmatizer

    def __call__(self, doc: Doc) -> None:
        lemmas = []
        if len(self) > MOST:
            self.clear()
        for number, (orth, pos, morph, lemma) in enumerate(_numbers(doc, _SPELT)):
            if not lemma:
                key = (orth, pos, morph)
                if key not in self:
                    self[key] = doc.vocab.strings.add(self._lemmatizer.lemmatize(doc[number])[0])
                lemma = self[key]
            lemmas.append(lemma)
        _set(doc, _SPELT[-1:], np.array(lemmas, np.uint64))


def _numbers(doc: Doc, asked: Sequence[str]) -> Iterator[tuple[int, ...]]:
    """What is asked of each word of a document, as spaCy numbers it."""
    found: Any = doc.to_array(list(asked))
    return zip(*found.astype(np.uint64, copy=False).T.tolist(), strict=True)


def _set(doc: Any, what: Sequence[str], values: Any) -> None:
    """Set what is known of each word of a document, as spaCy numbers it. Its types lack half of a document."""
    doc.from_array(list(what), values)


@cache
def _remembering(pipeline: Pipeline) -> None:
    embedded.remember(pipeline)


@cache
def _rules(ruler: Any) -> _Rules:
    return _Rules(ruler)


@cache
def _lemmas(lemmatizer: Any) -> _Lemmas:
    return _Lemmas(lemmatizer)
