"""What an English clause needs to stand alone as the name of an event: which words go, and which lean on what stands before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

# Words at the head of a clause that join it to another.
_JOINING = frozenset(
    """
    after also although and as because before but however if meanwhile or since so that then though thus until when where
    whereas which while who whom whose yet once unless whether now
    """.split()  # noqa: SIM905 (as a list it would take a page)
)
# Words that stand for what was named before.
_LEANING = frozenset(
    """
    he she it they him her them his hers its their theirs this these those i we you me us my our your who which that there both
    one another others
    """.split()  # noqa: SIM905
)
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose", "where", "when"})
_NEGATING = frozenset({"not", "never", "no", "nor", "neither", "cannot", "without"})
# Verbs before another that leave open whether it is done.
_MODAL = frozenset({"would", "could", "should", "might", "may", "must", "can"})
_POSSESSIVE = frozenset({"his", "her", "its", "their", "whose"})
# What begins a clause that has lost its subject.
_UNBEGUN = frozenset(
    """
    to is are was were be been being am has have had having do does did will shall would could should might may must can not
    n't 's ’s that which who whom what how why whether
    """.split()  # noqa: SIM905
)
# What stands before more, so that words that end in it break off.
_UNENDED = frozenset(
    """
    a an the to of in on at by for with from into onto over under about after before and or but nor as than that which who
    whom whose if when while because is are was were be been being has have had will would could should might may must can
    not his her its their our my your this these those between during against toward towards upon via per
    """.split()  # noqa: SIM905
)
# Before what a clause can end: a preposition (Quirk et al. 1985, 9.7), a joining word, a pause.
_PREPOSITIONS = (
    "about", "above", "across", "against", "along", "amid", "among", "around", "at", "behind", "below", "beneath", "beside",
    "between", "beyond", "despite", "during", "for", "from", "in", "inside", "into", "near", "off", "on", "onto", "outside",
    "over", "past", "through", "throughout", "toward", "towards", "under", "upon", "via", "with", "within", "without",
)  # fmt: skip
_WHEN = ("after", "before", "when", "while", "as", "since", "until", "because", "so")
_JOINS = ("and", "but", "or", "by", "to", "that", "where", "which", "who")
_BREAK = re.compile(rf"\s+(?=(?:{'|'.join((*_PREPOSITIONS, *_WHEN, *_JOINS))})\s)|\s*[,;:–—]", re.IGNORECASE)
_KINDS: tuple[tuple[str, frozenset[str]], ...] = (
    ("of", frozenset({"of"})),
    ("to", frozenset({"to"})),
    ("by", frozenset({"by"})),
    ("and", frozenset({"and", "or", "but", "nor"})),
    ("that", frozenset({"that", "whether", "how", "what", "why", "if"})),
    ("who", frozenset({"who", "which", "whom", "whose", "where"})),
    ("when", frozenset(_WHEN)),
    ("in", frozenset(_PREPOSITIONS)),
)
_ARTICLES = frozenset({"The", "A", "An"})
_BEFORE_A_TIME = re.compile(
    r"(?:\b(?:on|in|at|since|by|until|from|of|for|late|early|earlier|later|around|about|just|only|during|over|before|after|the)\s+)+$",
    re.IGNORECASE,
)
# Asides, each with the marks without one of which there is none.
_ASIDES: tuple[tuple[Sequence[str], re.Pattern[str]], ...] = (
    ("([", re.compile(r"\s*\([^()]*\)|\s*\[[^\[\]]*\]")),
    (",", re.compile(r",\s*(?:aged\s+)?\d{1,3}(?:,|$)")),  # `Robert Vane, 32, fell`
    (",", re.compile(r",\s*(?:who|which|whose|whom|where)\b[^,]*(?:,|$)")),
    ("–—", re.compile(r"\s+[–—]\s+[^–—]*\s+[–—](?=\s)")),
    # `they will vote on it`
    ((" it", " them"), re.compile(r"\s+(?:about|against|at|for|from|in|into|of|on|over|to|with)\s+(?:it|them)\s*$")),
)


_CONTRACTED = re.compile(r"['’](?P<word>s|re|ve|ll)\b\s+(?P<next>\w+)", re.IGNORECASE)
_HELPERS = {"s": "is", "re": "are", "ve": "have", "ll": "will"}
_AFTER_HAS = frozenset(
    ("been", "become", "begun", "done", "gone", "got", "had", "lost", "made", "said", "seen", "taken", "won")
)


def before_a_time(text: str) -> int:
    """How many characters at the end of a text lead to a time that follows it (`late on `)."""
    found = _BEFORE_A_TIME.search(text)
    return len(found[0]) if found else 0


def without_asides(text: str) -> str:
    """The text without brackets, ages and relative clauses between commas, and what leans at its end."""
    for marks, aside in _ASIDES:
        if any(mark in text for mark in marks):
            text = aside.sub("", text)
    return text


def without_joining(text: str) -> str:
    """The text without the words at its head that join it to another clause."""
    words = text.split()
    while words and words[0].casefold().strip(",") in _JOINING:
        words = words[1:]
    return " ".join(words)


@lru_cache(maxsize=2**14)
def leans(word: str) -> bool:
    """Whether a word stands for what was named before, also with a verb drawn to it (`they’ve`)."""
    return word.casefold().replace("’", "'").partition("'")[0] in _LEANING


def relates(word: str) -> bool:
    """A relative pronoun."""
    return word.casefold() in _RELATIVE


def helper(behind: str) -> tuple[int, str]:
    """`’s sentenced`: ` is`; `’s been set`: ` has`; a `’d` may be either of two."""
    match = _CONTRACTED.match(behind)
    if match is None:
        return 0, ""
    word = match["word"].lower()
    return match.end("word"), " has" if word == "s" and match["next"].lower() in _AFTER_HAS else f" {_HELPERS[word]}"


def owning(word: str, name: str) -> str:
    """`her`: `Ada Marsh’s`; `she`: `Ada Marsh`."""
    return f"{name}’s" if word.casefold() in _POSSESSIVE else name


def saying(words: str, who: str, verb: str) -> str:
    """`The crew had left, the mayor said`; who says it does not begin the sentence. Nothing of who told somebody."""
    if verb.split()[-1:] == ["told"]:
        return ""
    first, _, rest = who.partition(" ")
    return f"{words}, {first.lower() if first in _ARTICLES else first}{' ' * bool(rest)}{rest} {verb}"


def goes_on(text: str) -> bool:
    """`the type | of treatment`."""
    return text.split(maxsplit=1)[:1] == ["of"]


def breaks(text: str) -> Iterable[int]:
    """`| at the mill | after a fire`: not before `of`, nor within a name or a list of words."""
    return (match.start() for match in _BREAK.finditer(text))


def behind(text: str) -> str:
    """`end`, `pause`, a kind of `_KINDS` (`in`: any other preposition), else `word`."""
    text = text.lstrip()
    if not text or text[0] in ".!?”’\"'":
        return "end"
    if not text[0].isalnum():
        return "pause"
    return _kind(text.split(maxsplit=1)[0])


def ahead(text: str) -> str:
    """`start`, else as `behind`, of the word that ends a text."""
    text = text.rstrip()
    if not text or text[-1] in ".!?“‘\"'`":
        return "start"
    return _kind(text.split()[-1]) if text[-1].isalnum() else "pause"


def _kind(word: str) -> str:
    word = word.casefold().strip(",.;:’'\"“”")
    return next((kind for kind, some in _KINDS if word in some), "word")


def is_bare(text: str, head: str) -> bool:
    """`Moe win the vote`, of `helped Moe win the vote`; not `Moe to win`, nor `Moe winning`, nor a noun."""
    words = text.split()
    at = words.index(head) if head in words else 0
    return (
        at > 0 and not head.endswith(("ing", "ed")) and words[at - 1].casefold() not in _MODAL | {"to", "will", "not"}
    )


def doubt(text: str, head: str, denied: bool) -> float:
    """A negation, a modal, `to` at its head, a participle for a verb."""
    plain = [word.strip(",.’'\"") for word in text.casefold().split()]
    negated = not _NEGATING.isdisjoint(plain) or any(word.endswith(("n't", "n’t")) for word in plain)
    bare = bool(plain) and plain[0] == "to"
    return (
        2.0 * (negated and not denied) + 1.0 * (not _MODAL.isdisjoint(plain)) + 2.5 * bare + 1.5 * head.endswith("ing")
    )


# What only leads to a noun, or to what it is held against: `an eight-year | offer`, `as high | as 200 crowns`.
_LEADS_TO_MORE = re.compile(
    r"\b(?:an?|the|its|his|her|their|another)(?:\s+\w+)?\s+[\w.]+-(?:year|month|week|day|hour|minute|second|game|man|member|point|mile"
    r"|foot|page|storey|story|seat|party|million|billion|degree|inch|metre|meter)$"
    r"|\bas\s+(?:high|low|much|many|long|far|large|big|small|early|late|little|few|soon|strong|good|bad|likely|great)$",
    re.IGNORECASE,
)


def stands(text: str) -> bool:
    """Whether words begin and end as a name of something that happened can: with no pronoun, auxiliary or `to` at its head, and
    nothing at its end that leads to more.
    """
    words = [word.strip(",.;:’'\"“”") for word in text.split()]
    if not words or words[0].casefold() in _UNBEGUN or leans(words[0]) or words[-1] in _UNENDED:  # `in May` ends well
        return False
    if _LEADS_TO_MORE.search(text.rstrip(",.;:’'\"“”")):
        return False
    if len(words[0]) == 1 and words[0].isalpha() and words[0] not in ("A", "a", "I"):  # what is left of `the city ’ s`
        return False
    if len(words[-1]) == 1 and words[-1].isupper() and not text.endswith("."):  # what is left of `an L. A. judge`
        return False
    return not any(word in ("'s", "’s") for word in text.split())
