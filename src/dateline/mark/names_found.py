"""Mentions: what the parser takes for a name, repaired. Spans cut clean, debris, handles and dates dropped.

The parser's names hold possessives, articles, titles and scraps of punctuation, miss what follows `Mr` or
`Gov.`, and in a headline in Title Case take whole phrases for names. Each mention keeps its tokens, so that what
stands around it can be read from the parse.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from dateline.cite import Span
from dateline.mark import names_lexicon as known
from dateline.mark.parse import Parse, Parsed
from dateline.records import NameType

TYPES: dict[str, NameType] = {
    "PERSON": "PERSON", "ORG": "ORG", "GPE": "GPE", "LOC": "LOC", "NORP": "NORP", "EVENT": "EVENT", "LAW": "LAW",
    "WORK_OF_ART": "WORK", "FAC": "FAC", "PRODUCT": "PRODUCT",
}  # fmt: skip
LONGEST = 12  # tokens; what is longer is a stretch of debris


@dataclass(slots=True)
class Mention:
    """A name as it stands in one sentence: tokens `first` to `last`, both included."""

    parsed: Parsed
    at: int
    first: int
    last: int
    type: NameType
    words: tuple[str, ...]
    title: str | None = None
    gender: str = ""
    role: str | None = None
    guessed: bool = False

    @property
    def text(self) -> str:
        """The words as they are written."""
        return " ".join(self.words)

    @property
    def span(self) -> Span:
        """The place in the report's text."""
        return self.parsed.place(self.parsed.doc[self.first], self.parsed.doc[self.last])


@dataclass(slots=True)
class Sheet:
    """The mentions found so far in one report, and which tokens they take."""

    parse: Parse
    mentions: list[Mention] = field(default_factory=list)
    taken: dict[tuple[int, int], Mention] = field(default_factory=dict)

    def add(self, mention: Mention) -> bool:
        """Take a mention in, and say so; one that shares a token with an earlier one is left out."""
        if any(token in self.taken for token in _tokens(mention)):
            return False
        self.mentions.append(mention)
        self.taken.update(dict.fromkeys(_tokens(mention), mention))
        return True

    def drop(self, mention: Mention) -> None:
        """Take a mention out."""
        self.mentions = [one for one in self.mentions if one is not mention]
        for token in _tokens(mention):
            self.taken.pop(token, None)

    def replace(self, mention: Mention) -> None:
        """Take a mention in, in place of those that share a token with it."""
        there = [self.taken[token] for token in _tokens(mention) if token in self.taken]
        for one in {id(one): one for one in there}.values():
            self.drop(one)
        self.add(mention)


def _tokens(mention: Mention) -> list[tuple[int, int]]:
    return [(mention.at, i) for i in range(mention.first, mention.last + 1)]


def mentions(parse: Parse) -> Sheet:
    """Every mention that the parser or a title before it gives, in text order."""
    sheet = Sheet(parse)
    for at, parsed in enumerate(parse.sentences):
        shouted = is_shouted(parsed)
        for mention in _titled(parsed, at):
            sheet.add(mention)
        for ent in parsed.doc.ents:
            kind = TYPES.get(ent.label_)
            if kind is None:
                continue
            for first, last, type_ in _owned(parsed.doc, ent.start, ent.end - 1, kind):
                cut = clean(parsed, at, first, last, type_)
                if cut is not None:
                    cut.guessed = shouted
                    sheet.add(cut)
    sheet.mentions.sort(key=lambda one: (one.at, one.first))
    return sheet


def _owned(doc: Doc, first: int, last: int, kind: NameType) -> Iterator[tuple[int, int, NameType]]:
    """The pieces of a name. A person's possessive inside it parts two names, and what is owned is likelier a place."""
    for start, end in _pieces(doc, first, last):
        parts = [i for i in range(start + 1, end) if doc[i].tag_ == "POS"] if kind == "PERSON" else []
        for at, cut in enumerate([*parts, end + 1]):
            yield (parts[at - 1] + 1 if at else start), cut - 1, "GPE" if at else kind


def is_shouted(parsed: Parsed) -> bool:
    """Whether a headline is in Title Case or capitals, so that a capital says nothing."""
    if parsed.sentence.label not in ("headline", "deck", "caption"):
        return False
    long = [token.text for token in parsed.doc if token.is_alpha and len(token.text) > 3]
    return len(long) > 2 and sum(word[0].isupper() for word in long) >= 0.75 * len(long)


def clean(parsed: Parsed, at: int, first: int, last: int, kind: NameType) -> Mention | None:
    """Cut tokens `first` to `last` down to a name: no article, title, possessive, quote mark or date at an end."""
    doc = parsed.doc
    while last >= first and _is_tail(doc[last], kind):
        last -= 1
    while first <= last and _is_front(doc, first, last, kind):
        first += 1
    title = None
    gender = ""
    if kind == "PERSON":
        size = _title_size(doc, first, last)
        if size:
            title = " ".join(token.text for token in doc[first : first + size])
            gender = known.titles()[_key(doc, first, first + size)].gender
            first += size
    if first > last or last - first >= LONGEST or _is_junk(doc, first, last):
        return None
    return Mention(parsed, at, first, last, kind, words(doc, first, last), title, gender)


def words(doc: Doc, first: int, last: int) -> tuple[str, ...]:
    """The words of a name: tokens joined where no space stands between them."""
    return tuple(doc[first : last + 1].text.split())


def _pieces(doc: Doc, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The stretches of a name that no dash, slash, bracket, handle or tag interrupts."""
    start = first
    for i in range(first, last + 1):
        text = doc[i].text
        if text in (
            "–",
            "—",
            "--",
            "|",
            "/",
            "(",
            ")",
            "[",
            "]",
            "•",
            ":",
            ";",
            "“",
            "”",
            '"',
            "...",
            "…",
        ) or (text[0] in "@#<" or (text == "-" and (doc[i - 1].whitespace_ if i > first else True))):
            if start < i:
                yield start, i - 1
            start = i + 1
    if start <= last:
        yield start, last


def _is_tail(token: Token, kind: NameType) -> bool:
    text = token.text
    if text in ("'s", "’s", "'", "’", "`", "´s"):
        return True
    if not any(c.isalnum() for c in text):
        return True
    if kind not in ("EVENT", "LAW", "WORK", "PRODUCT", "FAC", "ORG") and text.isdigit():
        return True
    if token.is_stop and text.islower():
        return True
    return kind in ("PERSON", "NORP", "GPE", "LOC") and text in known.small("calendar") and token.i > 0


def _is_front(doc: Doc, first: int, last: int, kind: NameType) -> bool:
    token = doc[first]
    text = token.text
    if not any(c.isalnum() for c in text):
        return True
    if text.lower() in (
        "the",
        "a",
        "an",
        "this",
        "that",
        "its",
        "his",
        "her",
        "their",
        "our",
        "my",
        "your",
        "all",
        "both",
    ):
        return first < last
    if text in known.small("calendar") and kind not in ("EVENT", "WORK", "LAW"):
        return first < last
    small = text[0].islower() and text.lower() not in known.small("particle") and not any(c.isupper() for c in text)
    return small and kind not in ("WORK",)


def _key(doc: Doc, first: int, end: int) -> tuple[str, ...]:
    return tuple(token.text.rstrip(".").lower() for token in doc[first:end])


def _title_size(doc: Doc, first: int, last: int) -> int:
    """How many tokens of title stand at the start of a name, at least one word of name left."""
    size = 0
    while True:
        for more in range(min(4, last - first - size), 0, -1):
            if _key(doc, first + size, first + size + more) in known.titles():
                size += more
                break
        else:
            return size


def _is_junk(doc: Doc, first: int, last: int) -> bool:
    tokens = doc[first : last + 1]
    text = tokens.text
    if first and doc[first - 1].text[-1] in "@#" and not doc[first - 1].whitespace_:
        return True
    if any(mark in text for mark in ("http", "www.", "@", "#", "[", "<", "_", "=", ".com", ".org")):
        return True
    if not any(c.isupper() for c in text) or sum(c.isalpha() for c in text) < 2:
        return True
    if all(_is_filler(token) for token in tokens):
        return True
    return first == last and sum(c.isdigit() for c in text) > len(text) / 2


def _is_filler(token: Token) -> bool:
    """A date word, a title, page furniture or a stop word: no name is made of these alone."""
    word = token.text.lower().rstrip(".")
    return (
        token.text in known.small("calendar")
        or word in known.small("stray")
        or (word,) in known.titles()
        or (token.is_stop and not token.is_upper)
    )


def _titled(parsed: Parsed, at: int) -> Iterator[Mention]:
    """What follows `Mr`, `Dr`, `Sen.` and is written with a capital, which the parser often misses."""
    doc = parsed.doc
    size = len(doc)
    for i, token in enumerate(doc):
        if token.text not in known.abbreviated() or i + 1 >= size or not doc[i + 1].text[0].isupper():
            continue
        last = i + 1
        if doc[last].text in known.abbreviated() or doc[last].text in known.small("calendar"):
            continue
        while last + 1 < size and _continues(doc, last):
            last += 1
        mention = clean(parsed, at, i + 1, last, "PERSON")
        if mention is not None:
            mention.title = mention.title or token.text
            mention.gender = mention.gender or known.titles()[_key(doc, i, i + 1)].gender
            yield mention


def _continues(doc: Doc, last: int) -> bool:
    """Whether the token after `last` still belongs to a person's name."""
    after = doc[last + 1]
    if after.text == "-" and not doc[last].whitespace_ and not after.whitespace_:
        return last + 2 < len(doc)
    if doc[last].text == "-":
        return not doc[last].whitespace_
    if after.text.lower() in known.small("particle") and after.text[0].islower():
        return last + 2 < len(doc) and doc[last + 2].text[0].isupper()
    if not after.text[0].isupper() or after.is_stop or after.text in known.small("calendar"):
        return False
    return after.ent_type_ == "PERSON" or (after.ent_iob_ == "O" and after.pos_ == "PROPN")
