"""The cue that words in quotation marks are led by: what a sentence or a paragraph ends on before them (`She said:`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.cite import Span
from dateline.language.english import grammar
from dateline.language.english.names import lists
from dateline.language.english.reporting import cues
from dateline.language.english.reporting.above import FINITE, SUBJECTS
from dateline.language.english.reporting.speakers import is_channel, is_document, is_expletive, is_person
from dateline.language.english.reporting.subject import group, subject, teller
from dateline.language.reporting import Cue, Draft, Line, Run

if TYPE_CHECKING:
    from dateline.language.tokens import Token

REACH = 30  # tokens between the quotation marks and the cue's verb
_LEAD_NAME = 14  # tokens of a lead that has no verb
_TOWARDS = frozenset(("about", "after", "at", "before", "in", "on", "to"))  # behind who speaks, in a heading
_DASHES = frozenset(("—", "–", "-", "--"))
_READS = frozenset(
    ("be", "read", "go", "run", "say", "begin", "start", "open", "end", "continue", "contain", "conclude")
)
_UNDER = frozenset(("relcl", "advcl", "ccomp", "acl", "pcomp"))  # clauses that stand in another


def awaiting(line: Line) -> Draft | None:
    """The cue that a paragraph ends on before the words in the next (`The mayor said:`), without content."""
    return led(line, line.block.end, None)


def led(line: Line, place: int, region: Span | None) -> Draft | None:
    """The cue that a sentence ends on before a place in the report (`The mayor said:`), with the quotation there."""
    doc = line.doc
    before = [token for token in doc if line.offset(token) < place and not token.is_space]
    if not before:
        return None
    last = before[-1]
    if region is None and last.text not in (",", ":"):
        return None
    content = [region] if region is not None else []
    for token in reversed(before[-REACH:]):
        if line.quoted(token) or token.text == ";":
            break
        cue = cues.verb(token) if token.is_alpha and not _is_of_thing(token) else None
        if cue is None or not cue.takes_marks or not (token.pos_ in ("VERB", "AUX") or _is_lost(token, last)):
            continue
        between = doc[token.i + 1 : last.i + 1]
        clause = any(word.lower_ == "that" or word.tag_ in FINITE for word in between)
        if _is_about(token, last):
            return None
        if not clause and (last.text in (",", ":", *_DASHES) or not len(between)):
            source = _lead(line, token, last)
            if source is not None and line.quoted(doc[source[0] : source[1] + 1].root):
                source = teller(line, token)  # `“We may,” she said, then adding: “…”`
            if source is not None and source[1] < token.i + 12:
                words = [line.span(group(token, cue))]
                content = [*_subject_ahead(line, source, region), *content]
                return Draft(line, cue, token.i, words, line.run(*source), content, "direct")
        if not clause or last.text != ":":
            return None
        break
    if last.text != ":":
        return None
    return _colon(line, before, content) or _named(line, before, content)


def _subject_ahead(line: Line, source: Run, region: Span | None) -> list[Span]:
    """What the words in marks say something of, before a cue between commas (`The owners, Falk said, “will pay.”`)."""
    doc, comma = line.doc, source[0] - 1
    if region is None or comma < 1 or doc[comma].text != ",":
        return []
    nouns = (word for word in doc[:comma] if word.dep_ in SUBJECTS and word.right_edge.i == comma - 1)
    noun = next((word for word in nouns if region.start <= line.offset(word.head) < region.end), None)
    run = line.run(noun.left_edge.i, comma - 1) if noun is not None else None
    return [line.span(run)] if run is not None else []


def is_put(verb: Token, cue: Cue) -> bool:
    """Whether something is added to a thing, not said besides (`added to the “worst” list a quay`)."""
    return "adds" in cue.traits and any(word.lower_ == "to" and word.i == verb.i + 1 for word in verb.rights)


def _is_of_thing(word: Token) -> bool:
    """Whether a participle tells what was done to a thing that is no paper (`said of the funds pledged by members, “…”`)."""
    if word.tag_ != "VBN" or word.dep_ != "acl" or grammar.child(word, "agent") is None:
        return False
    return not (is_channel(word.head) or is_document(word.head))


def _lead(line: Line, verb: Token, last: Token) -> Run | None:
    """Who says what a sentence leads to."""
    if _is_lost(verb, last):
        return _named_before(verb)
    return _turned(line, verb, last) or subject(verb) or _ahead(line, verb, last)


def _is_lost(verb: Token, last: Token) -> bool:
    """Whether a verb was taken for a noun between a name and the words in marks (`Rosa Wendt replies, “No.”`)."""
    if verb.tag_ != "NNS" or verb.i == 0 or verb.i + 1 != last.i or not verb.nbor(-1).text.istitle():
        return False
    cue = cues.verb(verb)
    return cue is not None and cue.act == "say" and verb.lower_.endswith("s")


def _named_before(verb: Token) -> Run:
    first = verb.i - 1
    while first > 0 and verb.doc[first - 1].text.istitle():
        first -= 1
    return first, verb.i - 1


def _is_about(verb: Token, last: Token) -> bool:
    """Whether a sentence that ends so only tells what will be said, or goes on with what was."""
    if last.text == ":" and verb.doc[0].pos_ == "ADP" and verb.dep_ in ("pcomp", "pobj", "relcl"):
        return True  # `On what they will do: “…”` is no lead of theirs
    return last.text in _DASHES and any(child.dep_ == "xcomp" for child in verb.rights if child.i < last.i)


def _ahead(line: Line, verb: Token, last: Token) -> Run | None:
    """What stands before a verb that ends a sentence without words of its own (`Rosa Wendt, the mayor, commented,`)."""
    chunk = next(iter(verb.doc.noun_chunks), None)
    alone = verb.i == last.i - 1 and chunk is not None and chunk.start == 0
    return line.run(0, verb.i - 1) if alone and not any(w.tag_ in FINITE for w in verb.doc[: verb.i]) else None


def _turned(line: Line, verb: Token, last: Token) -> Run | None:
    """Who stands behind the verb of a lead (`The harbour is deep, said Rosa Wendt:`)."""
    if verb.i == 0 or verb.nbor(-1).text != "," or last.i - verb.i < 2 or verb.nbor(1).pos_ == "ADP":
        return None  # `The editor, Karl Moe, said in a tweet on Sunday:`
    cue = cues.verb(verb)
    if cue is not None and "hear" in cue.frames:
        return None  # `The editor, Karl Moe, told the Herald:`
    named = verb.doc[last.i - 1].pos_ == "PROPN" and not any(
        word.tag_ in FINITE for word in verb.doc[verb.i + 1 : last.i]
    )
    return line.run(verb.i + 1, last.i - 1) if named else None


def _colon(line: Line, before: Sequence[Token], content: list[Span]) -> Draft | None:
    """`Her answer was short: "…"`: the subject of the clause before the colon says it."""
    doc, colon = line.doc, before[-1].i
    finite = [
        token for token in before if token.tag_ in FINITE and (token.dep_ not in _UNDER or token.head.i > colon)
    ]  # a verb given to one in the quotation stands in no other clause
    verb = finite[-1] if finite else None
    if verb is not None and any(is_expletive(word, verb) for word in verb.lefts if word.dep_ in SUBJECTS):
        verb = next(
            (token for token in reversed(before) if token.tag_ in FINITE), None
        )  # `it's clear what Moe sent out:`
    own = subject(verb) if verb is not None else None
    if verb is None or own is None or own[1] >= before[-1].i:
        return None
    head = doc[own[0] : own[1] + 1].root
    if is_channel(head) and verb.lemma_ not in _READS:
        return None  # `Email wastes time: “…”`
    return Draft(line, cues.COLON, before[-1].i, [line.span((verb.i, before[-1].i))], own, content, "colon")


def _named(line: Line, before: Sequence[Token], content: list[Span]) -> Draft | None:
    """A lead without a verb: `Karl Moe, the mayor:`, `And from Chairwoman Rosa Wendt:`."""
    doc, colon = line.doc, before[-1]
    if colon.i > _LEAD_NAME or any(word.tag_ in FINITE for word in before):
        return None
    on = next((word.i for word in doc[1 : colon.i] if word.pos_ == "ADP" and word.lower_ in _TOWARDS), None)
    if on is not None and all(word.text.istitle() or word.is_upper for word in doc[:on]):
        return Draft(line, cues.COLON, colon.i, [line.span((colon.i, colon.i))], (0, on - 1), content, "colon")
    chunks = [chunk for chunk in doc.noun_chunks if chunk.end <= colon.i]
    heads = [chunk for chunk in chunks if is_person(chunk.root) or lists.is_role(doc[chunk.start].lower_)]
    source = line.run(heads[0].start, colon.i - 1) if heads else None
    if source is None:
        return None
    return Draft(line, cues.COLON, colon.i, [line.span((colon.i, colon.i))], source, content, "colon")
