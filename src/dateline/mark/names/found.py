"""Mentions: what stands in the sentences as a name. Runs of capitals cut into names, then what the parser adds.

In a headline in Title Case a capital says nothing, so such a sentence is read last, by what the rest of the report
names (`names_search`). Each mention keeps its tokens, so that what stands around it can be read from the parse.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from dateline.cite import Span
from dateline.language.english import naming
from dateline.mark.names import known
from dateline.mark.names.cut import TYPES, Piece, cut
from dateline.mark.names.runs import POSSESSIVE, runs
from dateline.mark.parse import Parse, Parsed
from dateline.records.marks import NameType

LONGEST = 12  # tokens; what is longer is a stretch of debris
_ARTICLES = frozenset(
    ("the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "my", "your", "all", "both")
)
_DEBRIS = ("http", "www.", "@", "#", "[", "<", "_", "=", ".com", ".org")
_QUOTED = frozenset("“”\"‘’'")


@dataclass(slots=True)
class Mention:
    """A name as it stands in one sentence: tokens `first` to `last`, both included."""

    parsed: Parsed
    at: int
    first: int
    last: int
    type: NameType
    words: tuple[str, ...]
    sure: bool = False  # a list, a head noun or a title says the type, not the parser alone
    title: str | None = None
    gender: str = ""
    role: str | None = None

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
    """The mentions found so far in one report, and which tokens they take. Tokens `spent` are no name's."""

    parse: Parse
    mentions: list[Mention] = field(default_factory=list)
    taken: dict[tuple[int, int], Mention] = field(default_factory=dict)
    spent: set[tuple[int, int]] = field(default_factory=set)

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

    def replace(self, *those: Mention) -> None:
        """Take mentions in, in place of those that share a token with them."""
        there = [self.taken[token] for one in those for token in _tokens(one) if token in self.taken]
        for old in {id(one): one for one in there}.values():
            self.drop(old)
        for one in those:
            self.add(one)


def _tokens(mention: Mention) -> list[tuple[int, int]]:
    return [(mention.at, i) for i in range(mention.first, mention.last + 1)]


def mentions(parse: Parse) -> Sheet:
    """Every mention outside headlines in Title Case, in text order."""
    sheet = Sheet(parse)
    for at, parsed in enumerate(parse.sentences):
        if is_loud(parsed):
            continue
        doc = parsed.doc
        for first, last in runs(doc):
            sheet.spent.update((at, i) for i in range(first, last + 1))
            for piece in cut(doc, first, last):
                mention = of_piece(parsed, at, piece)
                if mention is not None:
                    sheet.add(mention)
        for ent in doc.ents:
            if ent.label_ in TYPES and not any((at, i) in sheet.spent for i in range(ent.start, ent.end)):
                mention = of_piece(parsed, at, Piece(ent.start, ent.end - 1, TYPES[ent.label_]))
                if mention is not None:
                    sheet.add(mention)
    sheet.mentions.sort(key=lambda one: (one.at, one.first))
    return sheet


def is_loud(parsed: Parsed) -> bool:
    """Whether a sentence is in Title Case or capitals, so that a capital says nothing: a headline, or like one."""
    long = [token for token in parsed.doc if token.is_alpha and len(token.text) > 3]
    capitals = [token.text for token in long if token.text[0].isupper()]
    if parsed.sentence.label in ("headline", "deck", "caption"):
        return len(long) > 2 and len(capitals) >= 0.75 * len(long)
    small = [token for token in parsed.doc if token.is_alpha and token.text[0].islower() and not token.is_stop]
    return not small and sum(map(known.is_plain, capitals[1:])) > 2


def of_piece(parsed: Parsed, at: int, piece: Piece) -> Mention | None:
    """A mention cut clean: no article, possessive, quotation mark or date word at an end; None where none is left."""
    doc, first, last = parsed.doc, piece.first, piece.last
    while last >= first and _is_tail(doc, last, piece):
        last -= 1
    while first <= last and _is_front(doc[first], first < last, piece):
        first += 1
    if first > last or last - first >= LONGEST or _is_junk(doc, first, last, piece.sure):
        return None
    mention = Mention(parsed, at, first, last, piece.type or "ORG", words(doc, first, last), piece.sure)
    if piece.title is not None:
        begin, end = piece.title
        mention.title = doc[begin : end + 1].text
        mention.gender = next((found for i in range(begin, end + 1) if (found := known.gender(doc[i].text))), "")
    return mention


def words(doc: Doc, first: int, last: int) -> tuple[str, ...]:
    """The words of a name: tokens joined where no space stands between them, without a nickname in quotation marks."""
    written = tuple(doc[first : last + 1].text.split())
    bare = tuple(word for word in written if not (word[0] in _QUOTED and word[-1] in _QUOTED))
    return bare or written


def _is_tail(doc: Doc, at: int, piece: Piece) -> bool:
    token = doc[at]
    text = token.text
    if text == "." and at > piece.first and not doc[at - 1].whitespace_ and at + 1 < len(doc):
        return not (piece.sure or doc[at - 1].text in known.small("suffix"))
    if text in POSSESSIVE or not any(c.isalnum() for c in text) or (token.is_stop and text.islower()):
        return True
    if piece.sure:
        return False
    if text.isdigit() and piece.type in ("PERSON", "NORP", "GPE", "LOC"):
        return True
    return text in known.small("calendar") and at > piece.first and piece.type in ("NORP", "GPE", "LOC")


def _is_front(token: Token, more: bool, piece: Piece) -> bool:
    text = token.text
    if not any(c.isalnum() for c in text) or text in POSSESSIVE:
        return True
    if text.lower() in _ARTICLES or text in known.small("calendar"):
        kept = piece.sure or (piece.type == "PERSON" and token.ent_type_ == "PERSON")
        return more and not (kept and text in known.small("calendar"))
    return text[0].islower() and text not in known.small("particle") and not any(c.isupper() for c in text)


def _is_junk(doc: Doc, first: int, last: int, sure: bool) -> bool:
    text = doc[first : last + 1].text
    if first and doc[first - 1].text[-1] in "@#" and not doc[first - 1].whitespace_:
        return True
    if any(mark in text for mark in _DEBRIS) or not any(c.isupper() for c in text) or not naming.split(text)[0]:
        return True
    if sum(c.isalpha() for c in text) < 2 or (first == last and sum(c.isdigit() for c in text) > len(text) / 2):
        return True
    return not sure and all(_is_filler(token) for token in doc[first : last + 1])


def _is_filler(token: Token) -> bool:
    """A date word, a title, page furniture or a stop word: no name is made of these alone."""
    word = token.text.lower().rstrip(".")
    return (
        token.text in known.small("calendar")
        or word in known.small("stray")
        or (word,) in known.titles()
        or known.is_company(token.text)
        or (token.is_stop and not token.text.isupper())
    )
