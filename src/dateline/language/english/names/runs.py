"""Runs: stretches of capitalised tokens, with the small words that may join them, in which names stand.

`Secretary of Trade Ada van Orlan` is one run, `Ministry of Trade and Industry` is one, `Orlan and Fenwick` are two.
Where a run holds several names, `cut` cuts it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from dateline.language.english.names import gazetteer, lists, persons
from dateline.language.names import HYPHENS

if TYPE_CHECKING:
    from dateline.language.tokens import Doc, Token

POSSESSIVE = frozenset(("'s", "’s", "'", "’", "`", "´s"))
JOINERS = frozenset(("of", "for", "on", "against", "in"))
_SMALL_POS = frozenset(("DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "PART", "INTJ"))
_OPENING = frozenset(("“", "‘", '"', "'", "(", "[", ":", "—", "–", "•", "*", "…", "...", "--"))
_INNER = frozenset(("the", "to", "with", "without", "by", "from", "a"))
_OPENS = frozenset(("“", "”", '"', "‘"))  # a nickname
_CLOSES = _OPENS | {"’", "'"}
PARTIES = frozenset(("R", "D", "I"))  # letters of parties, before a state (`R-Ariz.`)
_ARABIC = frozenset(("al", "el", "as", "ad"))


def runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """The first and last token of each run, in order."""
    index = 0
    words = list(doc)
    while index < len(words):
        if not words[index].text[0].isupper() or not _starts(doc, index):
            index += 1
            continue
        last = index
        while (more := _more(doc, index, last)) is not None:
            last = more
        yield index, last
        index = last + 1


def is_capital(doc: Doc, index: int) -> bool:
    """Whether a token is written as a name is: a capital first, no date word, no function word."""
    token = doc[index]
    text = token.text
    if not text[0].isupper() or text.startswith("@"):
        return False
    if text == "I":
        return index > 0 and token.ent_iob_ == "I"
    if index and doc[index - 1].text in ("@", "#") and not doc[index - 1].whitespace_:
        return False
    if text.rstrip(".") in lists.small("calendar"):
        if text in ("Sunday", "Saturday") and index + 1 < len(doc) and doc[index + 1].text in lists.heads("end"):
            return True
        if text in lists.small("paper") and index > 1 and token.ent_iob_ == "I" and doc[index - 1].text[0].isupper():
            return True  # `the Harrow Sun`
        return text in ("May", "June", "April", "August") and index > 0 and _is_called(doc, index)
    if text.isupper() and len(text) > 1:
        return True
    given = persons.is_given(text) and (token.pos_ == "PROPN" or (index > 0 and doc[index - 1].text not in _OPENING))
    if given and text != "The":
        return True
    if token.is_stop:
        return token.pos_ not in _SMALL_POS and token.ent_type_ in ("ORG", "FAC", "EVENT", "LAW", "PERSON")
    return token.pos_ not in ("PRON", "DET", "AUX", "CCONJ", "SCONJ", "PART") or token.ent_type_ != ""


def _is_called(doc: Doc, index: int) -> bool:
    """Whether a month's name is a person's: after a title or given name, or before what the parser has for a surname."""
    before = doc[index - 1]
    if before.text in lists.abbreviated() or (persons.is_given(before.text) and before.ent_type_ == "PERSON"):
        return True
    after = doc[index + 1] if index + 1 < len(doc) else before
    return after.ent_type_ == "PERSON" and after.text[0].isupper() and before.pos_ not in ("ADP", "ADJ", "NUM", "DET")


def _starts(doc: Doc, index: int) -> bool:
    if not is_capital(doc, index):
        return False
    if index and doc[index - 1].text not in _OPENING:
        return True
    token = doc[index]
    if token.text in lists.small("calendar") or token.like_num:
        return False
    if token.text in gazetteer.singles() or token.text in lists.abbreviated() or token.text.isupper():
        return True
    if token.pos_ == "PROPN" or token.ent_type_:
        return not (token.pos_ in ("VERB", "ADV", "ADP") and not persons.is_given(token.text))
    if token.pos_ in ("ADV", "VERB", "ADP", "INTJ", "PRON", "DET", "SCONJ"):
        return False
    return not lists.is_ordinary(token.text) or lists.is_role(token.text)


def _more(doc: Doc, first: int, last: int) -> int | None:
    """The last token of the run when it is taken one step further; None when it ends here."""
    if last + 1 >= len(doc):
        return None
    ends = (rule(doc, first, last) for rule in _RULES)
    return next((end for end in ends if end is not None), None)


# The rules by which a run goes on: each looks at what follows the run, tokens `first` to `last`, and gives the last token
# of the longer run; None where it has nothing to say or sees the run end.


def _listed(doc: Doc, first: int, last: int) -> int | None:
    """`Port-au-Prince`: the rest of a listed name that starts with the last token."""
    for tokens, _, _ in gazetteer.table().get(doc[last].text, ()):
        end = last + len(tokens) - 1
        if end < len(doc) and all(doc[last + i].text == token for i, token in enumerate(tokens)):
            return end if end > last else None
    return None


def _capital(doc: Doc, first: int, last: int) -> int | None:
    """`Ada Fenwick`: a further capital."""
    return last + 1 if doc[last].whitespace_ and is_capital(doc, last + 1) else None


def _hyphen(doc: Doc, first: int, last: int) -> int | None:
    """`Anna-Lena`, `Coca-Cola`: a capital behind a hyphen, which in a person's name may be a small letter too.

    A party's letter (`R-Ariz.`) ends the run.
    """
    hyphen, after = doc[last + 1], last + 2
    if hyphen.text not in HYPHENS or after >= len(doc):
        return None
    if doc[last].text in PARTIES and doc[after].text.isupper():
        return None
    if doc[last].whitespace_ or (hyphen.whitespace_ and hyphen.ent_type_ != "PERSON"):
        return None
    inside = hyphen.ent_type_ == "PERSON" and doc[after].ent_iob_ == "I" and doc[after].is_alpha
    return after if inside or is_capital(doc, after) else None


def _arabic(doc: Doc, first: int, last: int) -> int | None:
    """`Abd al-Rahman`: an article with a hyphen, and a capital."""
    after = last + 3
    if doc[last + 1].text not in _ARABIC or after >= len(doc) or doc[last + 2].text != "-":
        return None
    return after if doc[after].text[0].isupper() else None


def _owner(doc: Doc, first: int, last: int) -> int | None:
    """`People's Party`, `St Anne's Hospital`: a possessive inside a name, where a common noun or a saint owns it."""
    after = last + 2
    if doc[last + 1].text not in POSSESSIVE or after >= len(doc) or not is_capital(doc, after):
        return None
    saint = last > 0 and doc[last - 1].text.rstrip(".") in ("St", "Saint")
    if not saint and not lists.is_sort(doc[last].text):
        return None
    end = _capitals_end(doc, after)
    return end if doc[end].text in lists.heads("end") else None


def _full_stop(doc: Doc, first: int, last: int) -> int | None:
    """`Jr.`: a full stop that the tokenizer has parted from a suffix or listed name."""
    if doc[last + 1].text != "." or doc[last].whitespace_ or last + 2 >= len(doc):
        return None
    dotted = f"{doc[last].text}."
    return last + 1 if dotted in lists.small("suffix") or dotted in gazetteer.bodies() else None


def _legal_form(doc: Doc, first: int, last: int) -> int | None:
    """`Nordbank plc`: the legal form that is written small."""
    return last + 1 if doc[last + 1].text == "plc" and doc[last].whitespace_ else None


def _suffix(doc: Doc, first: int, last: int) -> int | None:
    """`Henry Ferrow, Jr.`, `Acme, Inc.`: a suffix or legal form behind a comma."""
    after = last + 2
    return after if doc[last + 1].text == "," and after < len(doc) and _is_suffix(doc[after].text) else None


def _ampersand(doc: Doc, first: int, last: int) -> int | None:
    """`Marsh & Sons`."""
    after = last + 2
    if doc[last + 1].text != "&" or after >= len(doc) or doc[after].text == "I":
        return None
    return after if is_capital(doc, after) else None


def _particles(doc: Doc, first: int, last: int) -> int | None:
    """`Ada van der Orlan`: small words of names, and a capital."""
    if not doc[last].whitespace_ or doc[last + 1].text not in lists.small("particle"):
        return None
    end = last + 1
    while end < len(doc) and doc[end].text in lists.small("particle"):
        end += 1
    return end if end < len(doc) and is_capital(doc, end) else None


def _nickname(doc: Doc, first: int, last: int) -> int | None:
    """`Ada “Red” Fenwick`: a nickname in quotation marks behind a given name."""
    end = last + 4
    if doc[last + 1].text not in _OPENS or end >= len(doc) or doc[last + 3].text not in _CLOSES:
        return None
    if not persons.is_given(doc[first].text) or not doc[last + 2].text[0].isupper():
        return None
    return end if is_capital(doc, end) else None


def _number(doc: Doc, first: int, last: int) -> int | None:
    """`Boeing 737`: a number that the parser takes for a part of a product, event, law or building."""
    token = doc[last + 1]
    numbered = token.ent_iob_ == "I" and token.ent_type_ in ("PRODUCT", "EVENT", "LAW", "FAC")
    return last + 1 if numbered and token.text[0].isdigit() else None


def _small_words(doc: Doc, first: int, last: int) -> int | None:
    """`Doctors Without Borders`: small words that the parser takes for a part of the name, and a capital that is one too."""
    token = doc[last + 1]
    if (
        token.lower_ not in _INNER
        or token.ent_iob_ != "I"
        or token.ent_type_ not in ("ORG", "WORK_OF_ART", "LAW", "EVENT")
    ):
        return None
    if token.dep_ == "det" and not _is_tied(doc, first, last, token.head):
        return None  # `In Parliament | the Farmers Party has`
    end = last + 1
    while end < len(doc) and doc[end].lower_ in _INNER and doc[end].ent_iob_ == "I":
        end += 1
    return end if end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].text[0].isupper() else None


def _is_tied(doc: Doc, first: int, last: int, noun: Token) -> bool:
    """Whether a noun hangs on a word of the run, or one of them on it."""
    return first <= noun.head.i <= last or any(word.head == noun for word in doc[first : last + 1])


def _joiner(doc: Doc, first: int, last: int) -> int | None:
    """`Ministry of Trade`, `Secretary of Defence`, `Gulf of Orlan`: after a head or an office, a capital."""
    joiner, after = doc[last + 1], last + 2
    if joiner.text not in JOINERS:
        return None
    if after < len(doc) and doc[after].text == "the":
        after += 1
    if after >= len(doc) or not is_capital(doc, after):
        return None
    word = doc[last].text
    if joiner.text in ("of", "for") and lists.is_role(word) and not _is_surname(doc, first, last):
        return after
    head = lists.heads("end").get(word)
    if head in ("ORG", "LOC", "EVENT", "LAW", "GPE"):
        wanted = ("of", "for") if head == "ORG" else ("of",)
        return after if joiner.text in wanted or joiner.ent_iob_ == "I" else None
    if joiner.text == "of" and word in lists.heads("of"):
        return after
    return after if joiner.ent_iob_ == "I" and joiner.ent_type_ in ("ORG", "LAW", "EVENT", "FAC") else None


def _and(doc: Doc, first: int, last: int) -> int | None:
    """`Ministry of Trade and Industry`, `Food and Drug Administration`: `and` inside a body's name."""
    joiner, after = doc[last + 1], last + 2
    if joiner.text != "and" or after >= len(doc) or not is_capital(doc, after):
        return None
    ordinary = lists.is_ordinary(doc[last].text) and lists.is_ordinary(doc[after].text)
    if not ordinary or doc[after].text in gazetteer.singles() or lists.is_role(doc[after].text):
        return None
    end = _capitals_end(doc, after)
    body = lists.heads("end").get(doc[end].text) == "ORG"
    before = [token.text for token in doc[first : last + 1]]
    if not body and any(word in ("of", "for") or lists.is_role(word) for word in before):
        return end if doc[after].lower_ in lists.offices() or joiner.ent_iob_ == "I" else None
    closed = body and before[-1] not in lists.heads("end")
    return end if closed or (joiner.ent_iob_ == "I" and joiner.ent_type_ == "ORG") else None


Rule = Callable[["Doc", int, int], int | None]
_RULES: tuple[Rule, ...] = (
    _listed, _capital, _hyphen, _arabic, _owner, _full_stop, _legal_form, _suffix, _ampersand, _particles, _nickname, _number,
    _small_words, _joiner, _and,
)  # fmt: skip


def _capitals_end(doc: Doc, first: int) -> int:
    """The last of the capitals that stand together from `first` on."""
    end = first
    while end + 1 < len(doc) and is_capital(doc, end + 1):
        end += 1
    return end


def _is_suffix(text: str) -> bool:
    bare = text.rstrip(".")
    return text in lists.small("suffix") or (bare[:1].isupper() and bare.lower() in lists.small("company"))


def _is_surname(doc: Doc, first: int, last: int) -> bool:
    """Whether a role noun is a surname here (`Jim Baker of Halvern`)."""
    return last > first and persons.is_given(doc[last - 1].text)
