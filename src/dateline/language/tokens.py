"""A parsed sentence as the rules of a language read it: its words, what the parser found of each, and how they hang together.

The same questions as of spaCy's documents, under the same names: rules ask them many times of each word, and spaCy looks
each answer up, and spells it, anew. Here each is found once. `forget` unties what hangs together, so that a sentence that
nobody reads any more is gone at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, SupportsIndex, overload

if TYPE_CHECKING:
    from spacy.tokens import Doc as Found
    from spacy.vocab import Vocab

_IOB = ("", "I", "O", "B")  # how spaCy counts the places in a named entity


class _Form:
    """A word as it is written, wherever it stands; `lexeme` knows the rest of it."""

    __slots__ = ("is_alpha", "is_punct", "is_space", "is_stop", "lexeme", "lower_", "text")

    def __init__(self, lexeme: Any) -> None:  # spaCy's types lack half of a lexeme
        self.lexeme = lexeme
        self.text: str = lexeme.text
        self.lower_: str = lexeme.lower_
        self.is_alpha: bool = lexeme.is_alpha
        self.is_punct: bool = lexeme.is_punct
        self.is_space: bool = lexeme.is_space
        self.is_stop: bool = lexeme.is_stop


class Token:
    """A word of a sentence. `i` is its number, `idx` where it starts; `head` the word that it hangs on, itself at the root."""

    __slots__ = (
        "_form", "children", "dep_", "doc", "ent_iob_", "ent_type_", "head", "i", "idx", "left_edge", "lemma_", "lower_",
        "pos_", "right_edge", "tag_", "text", "whitespace_",
    )  # fmt: skip

    _form: _Form
    doc: Doc
    i: int
    idx: int
    text: str
    lower_: str
    whitespace_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    head: Token
    left_edge: Token
    right_edge: Token
    children: list[Token]

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    def nbor(self, steps: int = 1) -> Token:
        """The word so many further on. Raises IndexError where the sentence has none."""
        place = self.i + steps
        if place < 0:
            raise IndexError(place)
        return self.doc.words[place]

    @property
    def lefts(self) -> list[Token]:
        """The words before it that hang on it."""
        return [word for word in self.children if word.i < self.i]

    @property
    def rights(self) -> list[Token]:
        """The words behind it that hang on it."""
        return [word for word in self.children if word.i > self.i]

    @property
    def subtree(self) -> Iterator[Token]:
        """It and all that hangs on it, in the order of the sentence where nothing is crossed."""
        found: list[Token] = []
        _gather(self, found)
        return iter(found)

    @property
    def ancestors(self) -> Iterator[Token]:
        """What it hangs on, and what that hangs on, up to the root."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def is_ancestor(self, other: Token) -> bool:
        """Whether another word hangs on it, or on what hangs on it."""
        return any(word is self for word in other.ancestors)

    @property
    def is_alpha(self) -> bool:
        """Whether it has letters alone."""
        return self._form.is_alpha

    @property
    def is_lower(self) -> bool:
        """Whether it is set in small letters."""
        return bool(self._form.lexeme.is_lower)

    @property
    def is_upper(self) -> bool:
        """Whether it is set in capitals."""
        return bool(self._form.lexeme.is_upper)

    @property
    def is_title(self) -> bool:
        """Whether it has a capital before small letters."""
        return bool(self._form.lexeme.is_title)

    @property
    def is_punct(self) -> bool:
        """Whether it is a mark of punctuation."""
        return self._form.is_punct

    @property
    def is_quote(self) -> bool:
        """Whether it is a quotation mark."""
        return bool(self._form.lexeme.is_quote)

    @property
    def is_space(self) -> bool:
        """Whether it is white space."""
        return self._form.is_space

    @property
    def is_stop(self) -> bool:
        """Whether it is one of the parser's most common words."""
        return self._form.is_stop

    @property
    def like_num(self) -> bool:
        """Whether it is a number, in figures or in letters."""
        return bool(self._form.lexeme.like_num)


def _gather(word: Token, found: list[Token]) -> None:
    """Add a word and all that hangs on it."""
    i, own = word.i, False
    for child in word.children:
        if not own and child.i > i:
            own = True
            found.append(word)
        if child.children:
            _gather(child, found)
        else:
            found.append(child)
    if not own:
        found.append(word)


class Run:
    """Words of a sentence that stand together, from number `start` to before `end`."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.words[self.start : self.end])

    def __reversed__(self) -> Iterator[Token]:
        return reversed(self.doc.words[self.start : self.end])

    def __getitem__(self, number: int) -> Token:
        return self.doc.words[self.start : self.end][number]

    @property
    def text(self) -> str:
        """Its words as the sentence has them."""
        if self.start >= self.end:
            return ""
        last = self.doc[self.end - 1]
        return self.doc.text[self.doc[self.start].idx : last.idx + len(last.text)]

    @property
    def root(self) -> Token:
        """The word nearest to the root of the sentence, of several the first."""
        start, end, out = self.start, self.end, []
        for word in self.doc.words[start:end]:
            head = word.head
            if head is word:
                return word
            if not start <= head.i < end:
                out.append(word)
        if len(out) == 1:
            return out[0]
        return min(out, key=_depth, default=self.doc[start])


def _depth(word: Token) -> int:
    """How many words stand above a word; of a lone mark of punctuation as many as can be."""
    if (word.is_punct or word.is_space) and not word.children:
        return len(word.doc) - 1
    return sum(1 for _ in word.ancestors)


class Doc:
    """A parsed sentence. Numbers give its words, slices runs of them."""

    def __init__(self, found: Found) -> None:
        self._found = found

    @cached_property
    def words(self) -> list[Token]:
        """Its words; made when they are first asked for."""
        return _words(self, self._found)

    @cached_property
    def forms(self) -> frozenset[str]:
        """The words that stand in it, in small letters: what is not among them need not be looked for."""
        return frozenset([word.lower_ for word in self.words])

    def __len__(self) -> int:
        return len(self._found)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.words)

    @cached_property
    def text(self) -> str:
        """The sentence as it was parsed."""
        return self._found.text

    @overload
    def __getitem__(self, place: SupportsIndex) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Run: ...
    def __getitem__(self, place: SupportsIndex | slice) -> Token | Run:
        if place.__class__ is int or not isinstance(place, slice):  # most ask for one word
            return self.words[place]
        start, end, _ = place.indices(len(self.words))
        return Run(self, start, max(start, end))

    @cached_property
    def ents(self) -> tuple[Run, ...]:
        """The named entities that the parser found."""
        return tuple(Run(self, one.start, one.end, one.label_) for one in self._found.ents)

    @cached_property
    def noun_chunks(self) -> tuple[Run, ...]:
        """The phrases of nouns, without what hangs on them behind."""
        return tuple(Run(self, one.start, one.end) for one in self._found.noun_chunks)

    def char_span(self, start: int, end: int, alignment_mode: str = "strict") -> Run | None:
        """The words from one place of the text to another, as spaCy aligns them."""
        run = self._found.char_span(start, end, alignment_mode=alignment_mode)
        return None if run is None else Run(self, run.start, run.end)

    def forget(self) -> None:
        """Untie its words from one another; it cannot be read any more."""
        for word in vars(self).get("words", ()):  # those that were made
            word.children = []
            del word.head, word.left_edge, word.right_edge, word.doc
        self.words = []


class _Forms(dict[int, _Form]):
    """The words of a vocabulary, by spaCy's numbers."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self._vocab = vocab

    def __missing__(self, number: int) -> _Form:
        self[number] = form = _Form(self._vocab[number])
        return form


class _Names(dict[int, str]):
    """The labels and lemmas of a vocabulary, by spaCy's numbers."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__({0: ""})
        self._vocab = vocab

    def __missing__(self, number: int) -> str:
        self[number] = name = self._vocab.strings[number]
        return name


@cache
def _known(vocab: Vocab) -> tuple[_Forms, _Names]:
    return _Forms(vocab), _Names(vocab)


def _words(doc: Doc, found: Found) -> list[Token]:
    """The words of a document, with all that the parser found of them."""
    asked = found.to_array(["ORTH", "SPACY", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE", "ENT_IOB", "HEAD"])
    forms, names = _known(found.vocab)
    steps: list[int] = asked[:, 8].astype("int64").tolist()
    words, at, new = list[Token](), 0, object.__new__
    for orth, space, lemma, pos, tag, dep, kind, iob, _ in asked.tolist():
        word = new(Token)  # filled here: to call what fills it takes as long again
        word._form = form = forms[orth]
        word.doc, word.i, word.idx = doc, len(words), at
        word.text, word.lower_, word.whitespace_ = form.text, form.lower_, " " if space else ""
        word.lemma_, word.pos_, word.tag_, word.dep_ = names[lemma], names[pos], names[tag], names[dep]
        word.ent_type_, word.ent_iob_ = names[kind], _IOB[iob]
        word.children = []
        words.append(word)
        at += len(form.text) + space
    heads = [i + step for i, step in enumerate(steps)]
    for word, head, first, last in zip(words, heads, *_edges(heads), strict=True):
        word.head, word.left_edge, word.right_edge = words[head], words[first], words[last]
        if word.i != head:
            word.head.children.append(word)
    return words


def _edges(heads: list[int]) -> tuple[list[int], list[int]]:
    """How far all that hangs on each word reaches to the left and to the right."""
    left, right = list(range(len(heads))), list(range(len(heads)))
    for i, head in enumerate(heads):
        if left[i] < left[head]:
            left[head] = left[i]
        if right[i] > right[head]:
            right[head] = right[i]
    for i in range(len(heads) - 1, -1, -1):
        head = heads[i]
        if left[i] < left[head]:
            left[head] = left[i]
        if right[i] > right[head]:
            right[head] = right[i]
    return left, right
