"""A cue clause between commas that the parser took for the main one (`The pier, Falk explained in May, | had been closed`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dateline.language.english import grammar
from dateline.language.english.reporting import cues
from dateline.language.english.reporting.above import FINITE, SUBJECTS
from dateline.language.english.reporting.rows import short_of_aside
from dateline.language.english.reporting.speakers import ability
from dateline.language.english.reporting.subject import BREAKS, group, subject
from dateline.language.reporting import Cue, Draft, Line, Run

if TYPE_CHECKING:
    from dateline.language.tokens import Token

_LONGEST = 8  # tokens of a cue clause behind its verb (`earlier in the hearing`)
_AHEAD = 12  # tokens before it, and after it up to the verb that has them as its subject
_SAID = frozenset(("say", "claim", "show", "promise", "warn"))
_DASHES = BREAKS - {","}
_SUBJECT = frozenset(("PRON", "DET", "PROPN", "NOUN", "NUM", "SYM", "ADJ"))
_WHERE = frozenset(("ADP", "ADV", "PRON", "ADJ", "PROPN", "NUM"))  # how what stands behind its verb can start


def between(verb: Token, cue: Cue, own: Run | None, group: Run) -> list[Run]:
    """What stands before and after a cue clause between commas: a thing, and what is said of it; nothing elsewhere."""
    doc = verb.doc
    if own is None or cue.class_ != "statement" or verb.tag_ not in FINITE or own[1] + 1 != group[0] or own[0] < 2:
        return []
    if doc[own[0]].tag_ in ("WP", "WDT"):
        return []  # `The keeper, who ranks fifth, was hurt`
    if any(child.dep_ == "xcomp" and grammar.infinitive(child) is not None for child in verb.rights):
        return []  # `Moe, who told them to go, is on trial`
    first = own[0] - 1
    if doc[first].lower_ == "as":
        first -= 1
    if first < 1 or first > _AHEAD or doc[first].text not in BREAKS or any(is_main(word) for word in doc[:first]):
        return []
    if not any(word.pos_ in ("NOUN", "PROPN", "PRON") for word in doc[:first]):
        return []
    last = next((word.i for word in doc[group[1] + 1 : group[1] + _LONGEST + 2] if word.text in BREAKS), None)
    if last is None or last + 2 >= len(doc):
        return []
    start = doc[group[1] + 1]
    where = start.pos_ in _WHERE or start.ent_type_ in ("DATE", "TIME")
    if last > group[1] + 1 and (not where or any(map(is_main, doc[group[1] + 1 : last]))):
        return []
    return [(0, first - 1), (last + 1, len(doc) - 1)] if is_predicate(doc[last + 1 : last + 1 + _AHEAD]) else []


def run_on(verb: Token, group: Run) -> Run | None:
    """A clause without `that` behind its verb, its own verb given to something else (`announced | two more were coming`)."""
    doc, first = verb.doc, group[1] + 1
    if verb.tag_ not in FINITE or first + 2 >= len(doc) or doc[first].pos_ not in _SUBJECT:
        return None
    for word in doc[first + 1 :]:
        if word.text in BREAKS or word.text in (";", ":"):
            return None
        finite = word.tag_ in FINITE or any(
            child.tag_ in (*FINITE, "MD") for child in word.lefts if "aux" in child.dep_
        )
        if (
            finite
            and word.dep_ in ("ccomp", "conj", "advcl", "xcomp", "dep", "parataxis")
            and word.pos_ in ("VERB", "AUX")
        ):
            own = next((child for child in word.lefts if child.dep_ in SUBJECTS), None)
            marked = any(child.dep_ == "mark" or child.tag_ in ("WRB", "WDT", "WP") for child in word.lefts)
            return (first, word.right_edge.i) if own is not None and own.left_edge.i == first and not marked else None
    return None


def around_dashes(verb: Token, group: Run) -> Run | None:
    """A clause without `that` whose subject an aside in dashes parts from its verb (`said | the board — it too — hid it`)."""
    doc, first = verb.doc, group[1] + 1
    if (
        first >= len(doc)
        or doc[first].pos_ not in _SUBJECT
        or (doc[first].head == verb and doc[first].dep_ in ("advmod", "prep"))
    ):
        return None
    opens = next((word.i for word in doc[first:] if word.is_punct or word.tag_ in (*FINITE, "MD")), None)
    if opens is None or not is_dash(doc[opens]) or doc[opens - 1].pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    closes = next((word.i for word in doc[opens + 1 :] if is_dash(word)), None)
    if closes is None or closes + 2 >= len(doc) or not is_predicate(doc[closes + 1 : closes + 3]):
        return None
    told = next(word for word in doc[closes + 1 :] if is_main(word))
    told = told.head if told.dep_ in ("aux", "auxpass") else told
    end = told.right_edge.i if told.right_edge.i > closes else len(doc) - 1
    return first, end


def predicate_behind(verb: Token, group: Run) -> Run | None:
    """What a clause is the subject of, behind a cue clause that parts the two (`What they do, says Moe, | may help`)."""
    doc = verb.doc
    comma = next((word.i for word in doc[group[1] + 1 : group[1] + _LONGEST] if word.text in BREAKS), None)
    if comma is None or comma + 2 >= len(doc) or not is_predicate(doc[comma + 1 : comma + 3]):
        return None
    told = next(word for word in doc[comma + 1 :] if is_main(word))
    told = told.head if told.dep_ in ("aux", "auxpass") else told
    own = next((child for child in told.lefts if child.dep_ in SUBJECTS and child.i > comma), None)
    return (comma + 1, len(doc) - 1) if own is None and doc[0].tag_ in ("WP", "WRB", "CC", "WDT") else None


def is_dash(word: Token) -> bool:
    """Whether a word is a dash; a hyphen is one where it stands apart."""
    return word.text in _DASHES and (word.text != "-" or bool(word.nbor(-1).whitespace_))


def as_said(verb: Token, cue: Cue, group: Run) -> Run | None:
    """What a clause with `as` at a sentence's end refers to (`The pier will close, as Falk has said`); none that is denied."""
    doc, above = verb.doc, verb.head
    first = verb.left_edge
    if first.lower_ != "as" or first.i < 2 or doc[first.i - 1].text not in BREAKS or above.i > first.i:
        return None
    if (
        cue.act not in _SAID
        or verb.tag_ not in (*FINITE, "VBN")
        or any(not word.is_punct for word in doc[group[1] + 1 :])
    ):
        return None
    if any(word.dep_ == "neg" or word.lower_ in ("no", "never", "hardly") for word in doc[: first.i]):
        return None
    return above.left_edge.i, first.i - 2


def likened(line: Line) -> Iterator[Draft]:
    """What somebody is called in quotation marks by a verb of any kind (`went after Falk as a “paper mayor”`)."""
    for prep in line.doc:
        verb = prep.head
        if (
            prep.lower_ != "as"
            or prep.dep_ != "prep"
            or verb.i > prep.i
            or not grammar.is_verb(verb)
            or cues.verb(verb)
        ):
            continue
        things = [child for child in verb.rights if child.dep_ in ("dobj", "prep") and child.i < prep.i]
        named = grammar.child(prep, "pobj", "pcomp")
        own = subject(verb)
        if not things or named is None or own is None or grammar.child(verb, "auxpass") is not None:
            continue
        thing = things[-1] if things[-1].dep_ == "dobj" else grammar.child(things[-1], "pobj")
        if thing is None or thing.right_edge.i + 1 != prep.i or line.quoted(verb) or not _is_quoted(line, prep):
            continue
        if ability(verb.doc[own[0] : own[1] + 1].root) == "yes":
            content = line.span(short_of_aside((thing.left_edge.i, prep.right_edge.i), verb))
            cue = line.span(group(verb, cues.LIKENED))
            yield Draft(line, cues.LIKENED, verb.i, [cue], own, [content], "obj-prep")


def _is_quoted(line: Line, prep: Token) -> bool:
    """Whether two words or more in quotation marks follow a preposition, an article apart."""
    words = [word for word in line.doc[prep.i + 1 : prep.right_edge.i + 1] if not word.is_quote]
    words = words[1:] if words and words[0].dep_ == "det" else words
    return len(words) > 1 and all(map(line.quoted, words[:2]))


def is_predicate(words: Iterable[Token]) -> bool:
    """Whether words start with a verb that has its subject before them (`would close`, `normally does not`)."""
    for word in words:
        if is_main(word):
            return True
        if word.pos_ not in ("ADV", "PART"):
            return False
    return False


def is_main(word: Token) -> bool:
    return word.tag_ in (*FINITE, "MD") and (word.pos_ in ("VERB", "AUX") or cues.verb(word) is None)
