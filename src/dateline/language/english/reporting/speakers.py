"""Who can speak: people, bodies and documents say things; a building, a day, a figure or an event does not."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Literal

from dateline.language import tables
from dateline.language.english import grammar
from dateline.language.english.coreference import ANYBODY
from dateline.language.english.reporting import cues
from dateline.language.reporting import Draft, Run

if TYPE_CHECKING:
    from dateline.language.tokens import Token

Ability = Literal["yes", "no", "perhaps"]
_MUTE = frozenset(("DATE", "TIME", "MONEY", "QUANTITY", "FAC", "LOC", "EVENT", "LAW"))
_DAYS = frozenset(("DATE", "TIME"))
_SOMEBODY = frozenset((
    "he", "she", "they", "we", "i", "you", "who", "everyone", "everybody", "someone", "somebody",
    "nobody", "one", "many", "some", "others", "both", "all", "most", "few", "several", "none", "neither", "it",
))  # fmt: skip
# things, and whoever it may be (`anyone wanting to …`)
_NOBODY = frozenset((
    "that", "which", "this", "these", "those", "what", "there", "anyone", "anybody", "everything", "nothing",
    "something", "anything",
))  # fmt: skip
_MEMBERS = frozenset((
    "people", "men", "women", "police", "witnesses", "relatives", "colleagues", "side", "family", "city", "town",
    "village", "country", "county", "nation", "state", "court", "house", "public", "crew", "source", "sources",
))  # fmt: skip
_SHARES = frozenset((
    "percent", "per", "number", "majority", "minority", "dozens", "scores", "hundreds", "thousands", "millions",
    "half", "third", "quarter", "couple", "handful", "host", "chorus", "group", "panel", "crowd", "pair", "trio",
))  # fmt: skip
_DOCUMENTS = frozenset((
    "poll", "survey", "study", "research", "analysis", "ad", "advert", "advertisement", "video", "film", "book",
    "document", "datum", "data", "record", "file", "transcript", "editorial", "website", "site", "page", "story",
    "spot", "average", "figure", "chart", "map", "index", "lawsuit", "complaint", "indictment", "bulletin",
    "dossier", "paper", "profile", "memoir", "memo", "obituary", "inquiry", "review", "audit",
))  # fmt: skip
_SOME = frozenset(("those", "people", "men", "women"))
_PARTS = frozenset(("part", "piece", "portion", "half", "side", "rest"))
_ABSTRACT = frozenset(("way", "thing", "point", "reason", "goal", "aim", "problem", "step", "fact", "matter"))
_RELATIVES = frozenset(("that", "which"))
_PERSONAL = frozenset(("who", "whom"))


def ability(head: Token) -> Ability:
    """Whether what a noun or pronoun names is able to say something: surely, surely not, or perhaps."""
    word = head.lower_
    if word == "those" and any(
        child.dep_ in ("acl", "relcl", "amod", "prep") and child.i > head.i for child in head.children
    ):
        return "yes"  # `those who stayed`, `those asked`, `those close to her`
    if head.pos_ == "PRON" or word in _SOMEBODY or word in _NOBODY:
        return "no" if word in _NOBODY else "yes"
    if head.pos_ == "PROPN":
        return "no" if head.ent_type_ in _MUTE and head.text.title() not in _bodies() else "yes"
    if word == "old" and head.i > 1 and head.nbor(-2).lower_ == "year":
        return "yes"  # `the 52-year-old`, `40-year-old Ida Falk`
    if not grammar.is_noun(head):  # `the polling average`, taken for an adjective
        return "yes" if head.text[0].isupper() or word in _DOCUMENTS else "perhaps"
    if head.ent_type_ in ("DATE", "TIME", "MONEY"):
        return "no"
    whole = _whole(head)
    return ability(whole) if whole is not None else _of_noun(head, word)


def _of_noun(head: Token, word: str) -> Ability:
    """The same of a common noun."""
    singular = head.lemma_.lower()
    if singular in _ABSTRACT:
        return "no"
    if head.text == "house" and any(child.pos_ == "PROPN" for child in head.children):
        return "no"  # where somebody lives
    if head.is_title and not any(child.dep_ in ("det", "amod") for child in head.children):
        return "yes"  # a name that was taken for a noun
    if word in _SHARES or singular in _SHARES or head.ent_type_ == "PERCENT" or singular in _DOCUMENTS:
        return "yes"
    if is_able(head):
        return "yes"
    if _kinds().get(singular) is not None or singular in _happenings():
        return "no"
    return "perhaps"


def is_able(head: Token) -> bool:
    """Whether a word is one for somebody who speaks, or for what is said, however it is written (`Lawyer`, `the cops`)."""
    word, singular = head.lower_, head.lemma_.lower()
    for form in (word, singular, word.removesuffix("s")):
        if form in _MEMBERS or form in tables.words("roles") or _kinds().get(form) == "ORG" or form in _channels():
            return True
    return cues.noun(head) is not None or singular in _people() or singular in ANYBODY


def _whole(part: Token) -> Token | None:
    """The noun that a word names a part of (`the best part of | the play`); None for other words."""
    if part.lemma_.lower() not in _PARTS:
        return None
    link = next((child for child in part.rights if child.lower_ == "of"), None)
    return None if link is None else grammar.child(link, "pobj")


def ability_to_say(head: Token) -> Ability:
    """The same of who is told to have said a clause: a name that stands for a place or a house may be that of a body in it."""
    able = ability(head)
    return "perhaps" if able == "no" and head.pos_ == "PROPN" and head.ent_type_ not in _DAYS else able


def is_person(head: Token) -> bool:
    """Whether a word is somebody's name, or what somebody is by office or work."""
    return (head.pos_ == "PROPN" and head.ent_type_ == "PERSON") or head.lemma_.lower() in tables.words("roles")


def is_document(head: Token) -> bool:
    """Whether a word is a document, a poll or a picture: what shows something says it."""
    return head.lower_ in _channels() or head.lemma_.lower() in _DOCUMENTS or cues.noun(head) is not None


def is_happening(head: Token) -> bool:
    """Whether a word is a common noun that names what happens or is done (`retaliation`), which nobody can tell anything."""
    named = head.pos_ == "PROPN" and head.is_title and head.left_edge.i < head.i  # in a headline in Title Case
    return (named or (head.pos_ == "NOUN" and ability(head) != "yes")) and head.lemma_.lower() in _happenings()


def is_channel(head: Token) -> bool:
    """Whether a word names that through which something is said (`statement`, `interview`)."""
    return head.lower_ in _channels() or head.lemma_.lower() in _channels()


def is_expletive(subject: Token, verb: Token) -> bool:
    """Whether `it` stands for nobody: it is the subject of `is` or `goes` above the verb (`it is worth noting that`)."""
    if subject.lower_ != "it":
        return False
    if subject.head == verb:
        return (cue := cues.verb(verb)) is not None and cue.act == "seem"
    return subject.head.lemma_ in ("be", "go", "take") or grammar.infinitive(verb) is not None


def antecedent(relative: Token) -> Token:
    """The noun that a relative pronoun stands for; the word itself where it is none, or hangs on nothing."""
    if relative.lower_ not in _RELATIVES:
        return relative
    clause = relative.head
    while clause.dep_ != "relcl" and clause.head != clause:
        clause = clause.head
    return clause.head if clause.dep_ == "relcl" else relative


def bearer(draft: Draft) -> Run | None:
    """The words that a relative pronoun as a source stands for (`the report, | which says so`); None for other sources."""
    if draft.source is None or draft.source[0] != draft.source[1]:
        return None
    relative = draft.line.doc[draft.source[0]]
    if relative.lower_ not in _RELATIVES | _PERSONAL:
        return None
    clause = relative.head
    while clause.dep_ != "relcl" and clause.head != clause:
        clause = clause.head
    noun = clause.head
    if (
        relative.lower_ in _PERSONAL
        and not is_person(noun)
        and noun.lower_ not in _SOME
        and noun.dep_ == "pobj"
        and grammar.is_noun(noun.head.head)
    ):
        noun = noun.head.head  # `skippers aboard the Marit, who`
    able = ability(noun)
    if (
        clause.dep_ != "relcl"
        or noun.i >= relative.i
        or able == "no"
        or (able != "yes" and relative.lower_ in _RELATIVES and not draft.marked)
    ):
        return None
    return draft.line.run(noun.left_edge.i, min(noun.right_edge.i, relative.i - 1, clause.left_edge.i - 1))


@cache
def _kinds() -> Mapping[str, str]:
    """The type of what a common noun names (`bridge`, `ministry`), by the words that names of the type end in."""
    kinds: dict[str, str] = {}
    for row in tables.table("name_heads"):
        if row["at"] in ("end", "kind"):
            kinds.setdefault(row["word"].lower(), row["type"])
            if row["type"] == "ORG":
                kinds[row["word"].lower()] = "ORG"
    return kinds


@cache
def _bodies() -> frozenset[str]:
    return frozenset(row["word"] for row in tables.table("name_heads") if row["type"] == "ORG" and row["at"] == "end")


@cache
def _people() -> frozenset[str]:
    """Who somebody is by family or company (`partner`), or by words for a woman or a man (`girl`)."""
    kinds = ("relative", "female", "male")
    return frozenset(row["word"] for row in tables.table("name_words") if row["kind"] in kinds)


@cache
def _channels() -> frozenset[str]:
    return frozenset(row["word"] for row in tables.table("channels") if row["kind"] != "site")


@cache
def _happenings() -> frozenset[str]:
    return frozenset(row["word"] for row in tables.table("event_nouns") if row["kind"] == "event")
