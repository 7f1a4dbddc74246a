"""Runs: stretches of capitalised tokens, with the small words that may join them, in which names stand.

`Secretary of Trade Ada van Orlan` is one run, `Ministry of Trade and Industry` is one, `Orlan and Fenwick` are two.
Where a run holds several names, `names_cut` cuts it.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from dateline.language.english import naming
from dateline.mark.names import known

POSSESSIVE = frozenset(("'s", "’s", "'", "’", "`", "´s"))
HYPHENS = frozenset(("-", "–", "‑"))
JOINERS = frozenset(("of", "for", "on", "against", "in"))
_SMALL_POS = frozenset(("DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "PART", "INTJ"))
_OPENING = frozenset(("“", "‘", '"', "'", "(", "[", ":", "—", "–", "•", "*", "…", "...", "--"))
_INNER = frozenset(("the", "to", "with", "without", "by", "from", "a"))
_NICK = frozenset(("“", "”", '"', "‘", "’", "'"))


def runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """The first and last token of each run, in order."""
    at = 0
    while at < len(doc):
        if not _starts(doc, at):
            at += 1
            continue
        last = at
        while (more := _more(doc, at, last)) is not None:
            last = more
        yield at, last
        at = last + 1


def is_capital(doc: Doc, at: int) -> bool:
    """Whether a token is written as a name is: a capital first, no date word, no function word."""
    token = doc[at]
    text = token.text
    if not text[0].isupper() or text.startswith("@"):
        return False
    if text == "I":
        return at > 0 and token.ent_iob_ == "I"
    if at and doc[at - 1].text in ("@", "#") and not doc[at - 1].whitespace_:
        return False
    if text.rstrip(".") in known.small("calendar"):
        if text in ("Sunday", "Saturday") and at + 1 < len(doc) and doc[at + 1].text in known.heads("end"):
            return True
        return text in ("May", "June", "April", "August") and at > 0 and _is_called(doc, at)
    if text.isupper() and len(text) > 1:
        return True
    given = naming.is_given(text) and (token.pos_ == "PROPN" or (at > 0 and doc[at - 1].text not in _OPENING))
    if given and text != "The":
        return True
    if token.is_stop:
        return token.pos_ not in _SMALL_POS and token.ent_type_ in ("ORG", "FAC", "EVENT", "LAW", "PERSON")
    return token.pos_ not in ("PRON", "DET", "AUX", "CCONJ", "SCONJ", "PART") or token.ent_type_ != ""


def _is_called(doc: Doc, at: int) -> bool:
    """Whether a month's name is a person's: after a title or given name, or before what the parser has for a surname."""
    before = doc[at - 1]
    if before.text in known.abbreviated() or (naming.is_given(before.text) and before.ent_type_ == "PERSON"):
        return True
    after = doc[at + 1] if at + 1 < len(doc) else before
    return after.ent_type_ == "PERSON" and after.text[0].isupper() and before.pos_ not in ("ADP", "ADJ", "NUM", "DET")


def _starts(doc: Doc, at: int) -> bool:
    if not is_capital(doc, at):
        return False
    if at and doc[at - 1].text not in _OPENING:
        return True
    token = doc[at]
    if token.text in known.small("calendar") or token.like_num:
        return False
    if token.text in known.singles() or token.text in known.abbreviated() or token.text.isupper():
        return True
    if token.pos_ == "PROPN" or token.ent_type_:
        return not (token.pos_ in ("VERB", "ADV", "ADP") and not naming.is_given(token.text))
    if token.pos_ in ("ADV", "VERB", "ADP", "INTJ", "PRON", "DET", "SCONJ"):
        return False
    return not known.is_ordinary(token.text) or known.is_role(token.text)


def _more(doc: Doc, first: int, last: int) -> int | None:  # noqa: C901
    """The last token of the run when it is taken one step further; None when it ends here."""
    at = last + 1
    if at >= len(doc):
        return None
    token = doc[at]
    text = token.text
    listed = _listed_end(doc, last)
    if listed > last:
        return listed
    if doc[last].whitespace_ and is_capital(doc, at):
        return at
    if text in HYPHENS and doc[last].text in ("R", "D", "I") and len(doc) > at + 1 and doc[at + 1].text.isupper():
        return None
    if text in HYPHENS and not doc[last].whitespace_ and token.ent_type_ == "PERSON" and at + 1 < len(doc):
        inside = doc[at + 1].ent_iob_ == "I" and doc[at + 1].is_alpha
        return at + 1 if inside or is_capital(doc, at + 1) else None
    if text in HYPHENS and not doc[last].whitespace_ and not token.whitespace_ and at + 1 < len(doc):
        return at + 1 if is_capital(doc, at + 1) else None
    if text in ("al", "el", "as", "ad") and at + 2 < len(doc) and doc[at + 1].text == "-":
        return at + 2 if doc[at + 2].text[0].isupper() else None
    if text in POSSESSIVE:
        return _owner(doc, last, at)
    if text == "." and not doc[last].whitespace_ and at + 1 < len(doc):
        dotted = f"{doc[last].text}."
        return at if dotted in known.small("suffix") or dotted in known.bodies() else None
    if text == "plc" and doc[last].whitespace_:
        return at
    if text == "," and at + 1 < len(doc) and _is_suffix(doc[at + 1].text):
        return at + 1
    if text == "&" and at + 1 < len(doc) and is_capital(doc, at + 1) and doc[at + 1].text != "I":
        return at + 1
    if text in known.small("particle") and doc[last].whitespace_:
        return _after_particles(doc, at)
    if text in _NICK and at + 3 < len(doc) and doc[at + 2].text in _NICK and naming.is_given(doc[first].text):
        return at + 3 if doc[at + 1].text[0].isupper() and is_capital(doc, at + 3) else None
    if text[0].isdigit() and token.ent_iob_ == "I" and token.ent_type_ in ("PRODUCT", "EVENT", "LAW", "FAC"):
        return at
    if token.lower_ in _INNER and token.ent_iob_ == "I" and token.ent_type_ in ("ORG", "WORK_OF_ART", "LAW", "EVENT"):
        return _inside(doc, at)
    if text in JOINERS:
        return _after_joiner(doc, first, last, at)
    return _after_and(doc, first, at) if text == "and" else None


def _inside(doc: Doc, at: int) -> int | None:
    """The capital that goes on with a name after small words that the parser takes for a part of it."""
    while at < len(doc) and doc[at].lower_ in _INNER and doc[at].ent_iob_ == "I":
        at += 1
    return at if at < len(doc) and doc[at].ent_iob_ == "I" and doc[at].text[0].isupper() else None


def _listed_end(doc: Doc, at: int) -> int:
    """The last token of the longest listed name that starts here (`Port-au-Prince`); `at` itself for none."""
    for tokens, _, _ in known.table().get(doc[at].text, ()):
        end = at + len(tokens) - 1
        if end < len(doc) and all(doc[at + i].text == token for i, token in enumerate(tokens)):
            return end
    return at


def _is_suffix(text: str) -> bool:
    bare = text.rstrip(".")
    return text in known.small("suffix") or (bare[:1].isupper() and bare.lower() in known.small("company"))


def _after_particles(doc: Doc, at: int) -> int | None:
    while at < len(doc) and doc[at].text in known.small("particle"):
        at += 1
    return at if at < len(doc) and is_capital(doc, at) else None


def _owner(doc: Doc, last: int, at: int) -> int | None:
    """`People's Party`, `St Anne's Hospital`: a possessive inside a name, where a common noun or a saint owns it."""
    after = at + 1
    if after >= len(doc) or not is_capital(doc, after):
        return None
    owner = doc[last].text
    saint = last > 0 and doc[last - 1].text.rstrip(".") in ("St", "Saint")
    if not saint and not known.is_sort(owner):
        return None
    end = after
    while end + 1 < len(doc) and is_capital(doc, end + 1):
        end += 1
    return end if doc[end].text in known.heads("end") else None


def _after_joiner(doc: Doc, first: int, last: int, at: int) -> int | None:
    """`Ministry of Trade`, `Secretary of Defence`, `Gulf of Orlan`: after a head or an office, a capital."""
    after = at + 1
    if after < len(doc) and doc[after].text == "the":
        after += 1
    if after >= len(doc) or not is_capital(doc, after):
        return None
    word = doc[last].text
    small = word.lower().rstrip(".")
    if doc[at].text in ("of", "for") and small in known.roles() and not _is_surname(doc, first, last):
        return after
    if word in known.heads("end") and known.heads("end")[word] in ("ORG", "LOC", "EVENT", "LAW", "GPE"):
        wanted = ("of", "for") if known.heads("end")[word] == "ORG" else ("of",)
        return after if doc[at].text in wanted or doc[at].ent_iob_ == "I" else None
    if doc[at].text == "of" and word in known.heads("of"):
        return after
    return after if doc[at].ent_iob_ == "I" and doc[at].ent_type_ in ("ORG", "LAW", "EVENT", "FAC") else None


def _is_surname(doc: Doc, first: int, last: int) -> bool:
    """Whether a role noun is a surname here (`Jim Baker of Halvern`)."""
    return last > first and naming.is_given(doc[last - 1].text)


def _after_and(doc: Doc, first: int, at: int) -> int | None:
    """`Ministry of Trade and Industry`, `Food and Drug Administration`: `and` inside a body's name."""
    after = at + 1
    if after >= len(doc) or not is_capital(doc, after):
        return None
    end = after
    while end + 1 < len(doc) and is_capital(doc, end + 1):
        end += 1
    ordinary = known.is_ordinary(doc[at - 1].text) and known.is_ordinary(doc[after].text)
    if not ordinary or doc[after].text in known.singles() or known.is_role(doc[after].text):
        return None
    before = [doc[i].text for i in range(first, at)]
    opened = any(word in ("of", "for") for word in before) or any(known.is_role(word) for word in before)
    if opened and known.heads("end").get(doc[end].text) != "ORG":
        return end if doc[after].lower_ in known.offices() or doc[at].ent_iob_ == "I" else None
    inside = doc[at].ent_iob_ == "I" and doc[at].ent_type_ == "ORG"
    closed = known.heads("end").get(doc[end].text) == "ORG" and before[-1] not in known.heads("end")
    return end if closed or inside else None
