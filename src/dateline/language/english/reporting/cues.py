"""The reporting words by the form that stands in the text, with what each can take.

The parser's lemmas are not used: they are wrong just where it matters (`hoping` to `hop`), and headline verbs
are often tagged as nouns. Forms are made here from the lemmas of `data/reporting.tsv`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, cast

from dateline.language import tables
from dateline.language.english.words import regular_forms
from dateline.language.reporting import QUOTED, Cue
from dateline.records.marks import Polarity, QuoteClass

if TYPE_CHECKING:
    from dateline.language.tokens import Doc, Token

COLON = Cue(":", "mark", "say", "statement", "assert", frozenset((QUOTED,)))
ACCORDING = Cue("according", "prep", "say", "statement", "assert", frozenset(("that", QUOTED)))
LIKENED = Cue("as", "verb", "name", "statement", "assert", frozenset((QUOTED,)))
POLL = Cue("in", "prep", "show", "statement", "assert", frozenset(("that",)))

_AFTER = 4  # tokens within which a verb's particle stands (`point this out`)


@cache
def _verbs() -> Mapping[str, tuple[tuple[str, Cue], ...]]:
    """Form to the verbs that have it, each with its particle, those with one first."""
    by_form: dict[str, list[Cue]] = {}
    for cue, irregular in _rows("verb"):
        for form in regular_forms(cue.word.partition(" ")[0]).union(irregular):
            by_form.setdefault(form, []).append(cue)
    pairs = {form: [(cue.particle, cue) for cue in found] for form, found in by_form.items()}
    return {form: tuple(sorted(found, key=lambda pair: not pair[0])) for form, found in pairs.items()}


@cache
def _others(pos: str) -> Mapping[str, Cue]:
    by_form: dict[str, Cue] = {}
    for cue, _ in _rows(pos):
        by_form[cue.word] = cue
        if pos == "noun":
            by_form.setdefault(f"{cue.word}s", cue)
            by_form.setdefault(f"{cue.word[:-1]}ies", cue)
    return by_form


def _rows(pos: str) -> list[tuple[Cue, list[str]]]:
    """The words of one part of speech, each with its irregular forms."""
    rows = []
    for row in tables.table("reporting"):
        if row["pos"] == pos:
            cue = Cue(
                row["word"],
                pos,
                row["class"],
                cast(QuoteClass, row["kind"]),
                cast(Polarity, row["polarity"]),
                frozenset(row["frames"].split()),
                frozenset(row["traits"].split()),
            )
            rows.append((cue, row["forms"].split()))
    return rows


@cache
def _forms() -> frozenset[str]:
    return frozenset((*_verbs(), *_others("noun"), *_others("adj"), ACCORDING.word))


def of_doc(doc: Doc) -> list[Token]:
    """The words of a sentence that may be cues by their form, in text order: no others need be looked at."""
    known = _forms()
    return [] if known.isdisjoint(doc.forms) else [word for word in doc.words if word.lower_ in known]


def verb(token: Token) -> Cue | None:
    """The reporting verb that a token is, or None. A verb with a particle needs its particle."""
    for particle, cue in _verbs().get(token.lower_, ()):
        if not particle:
            return cue
        if particle in token.doc.forms and any(
            word.lower_ == particle for word in token.doc[token.i + 1 : token.i + 1 + _AFTER]
        ):
            return cue
    return None


def is_told(words: str) -> bool:
    """Whether the last word of a cue is a verb that takes a hearer (`has told`, `assured`)."""
    last = words.lower().split()[-1:]
    return any("hear" in cue.frames and not particle for word in last for particle, cue in _verbs().get(word, ()))


def is_denial(word: str) -> bool:
    """Whether a form is of a word that denies flatly (`denied`, `denials`)."""
    found = _others("noun").get(word)
    return (found is not None and found.polarity == "deny") or any(
        "flat" in cue.traits for _, cue in _verbs().get(word, ())
    )


def present(form: str) -> str:
    """A reporting verb as it tells of one who speaks now (`adding`: `adds`); a form of no such verb as it is."""
    word = next((cue.word for particle, cue in _verbs().get(form, ()) if not particle), "")
    if not word:
        return form
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{word}s"


def noun(token: Token) -> Cue | None:
    """The reporting noun that a token is (`claim`, `denials`), or None."""
    return _others("noun").get(token.lower_)


def adjective(token: Token) -> Cue | None:
    """The adjective of knowing, wishing or fearing that a token is (`aware`), or None."""
    return _others("adj").get(token.lower_)
