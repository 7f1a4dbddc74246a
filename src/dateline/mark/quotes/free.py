"""Quotations without a reporting verb: `according to`, nouns (`his denial that`), adjectives, colons and dashes."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.cite import Span
from dateline.mark.quotes import cues as quotes_cues
from dateline.mark.quotes.cues import Cue
from dateline.mark.quotes.found import Found, Line, Run
from dateline.mark.quotes.subject import SUBJECTS, subject

ACCORDING = Cue("according", "prep", "say", "statement", "assert", frozenset(("that", "quote")))
POLL = Cue("in", "prep", "show", "statement", "assert", frozenset(("that",)))
_POLLS = frozenset(("poll", "survey", "study", "polling", "report", "census"))
LONGEST_SOURCE = 8  # tokens before a colon that can be a source
COLON = Cue(":", "mark", "say", "statement", "assert", frozenset(("quote",)))


def found(line: Line) -> Iterator[Found]:
    """Quotations of one sentence that hang on no verb, in text order."""
    doc = line.parsed.doc
    yield from (one for one in (_colon(line), _poll(line)) if one is not None)
    for token in doc:
        if not token.is_alpha or line.quoted(token):
            continue
        one: Found | None = None
        if token.lower_ == "according":
            one = _according(line, token)
        elif token.pos_ == "NOUN" and (cue := quotes_cues.noun(token)) is not None:
            one = _noun(line, token, cue)
        elif token.pos_ == "ADJ" and (cue := quotes_cues.adjective(token)) is not None:
            one = _adjective(line, token, cue)
        if one is not None:
            yield one


def _colon(line: Line) -> Found | None:
    """`Harbour authority: Ferry was overloaded` in a headline; elsewhere the words after it are quoted."""
    doc = line.parsed.doc
    at = next((token.i for token in doc[1 : LONGEST_SOURCE + 1] if token.text == ":"), None)
    if at is None or at + 2 >= len(doc):
        return None
    label = _label(line, at)
    if not label and any(token.pos_ in ("VERB", "AUX") for token in doc[:at]):
        return None
    source, content = line.run(0, at - 1), line.run(at + 1, len(doc) - 1)
    named = any(token.pos_ in ("PROPN", "NOUN", "PRON") for token in doc[:at])
    if source is None or content is None or not (named or label):
        return None
    if line.block.label != "headline" and not line.quoted(doc[at + 1]) and not label:
        return None
    spans = [line.span(content)]
    if label:
        spans = [Span(spans[0].start, max(spans[0].end, line.block.end))]
    return Found(line, COLON, at, [line.span((at, at))], source, spans, "colon")


def _label(line: Line, at: int) -> bool:
    """Whether the words before a colon name the speaker of a whole paragraph, as a transcript does (`KELLER: …`)."""
    doc = line.parsed.doc
    words = [token for token in doc[:at] if token.is_alpha]
    return (
        line.parsed.sentence.span.start == line.block.start
        and 0 < len(words) <= 3
        and all(token.is_upper for token in words)
        and any(len(token) > 3 for token in words)
        and line.block.label == "body"
    )


def _poll(line: Line) -> Found | None:
    """`In a poll by the institute, two in three are content`: what a survey found, without a verb of finding."""
    doc = line.parsed.doc
    if doc[0].lower_ != "in" or len(doc) < 6:
        return None
    noun = next((one for one in doc[0].children if one.dep_ == "pobj"), None)
    if noun is None or noun.lower_ not in _POLLS:
        return None
    end = noun.right_edge.i
    content = line.run(end + 1, len(doc) - 1)
    if end + 2 >= len(doc) or doc[end + 1].text != "," or content is None:
        return None
    source = line.run(1, end)
    return Found(line, POLL, 0, [line.span((0, 0))], source, [line.span(content)], "poll")


def _according(line: Line, word: Token) -> Found | None:
    doc = word.doc
    if word.i + 1 >= len(doc) or doc[word.i + 1].lower_ != "to":
        return None
    noun = next((one for one in word.subtree if one.dep_ == "pobj" and one.i > word.i), None)
    if noun is None:
        return None
    source = line.run(word.i + 2, noun.right_edge.i)
    clause = word.head
    while clause.pos_ not in ("VERB", "AUX") and clause.head != clause:
        clause = clause.head
    pieces = []
    if source is not None and clause != word:
        before = line.run(clause.left_edge.i, word.i - 1)
        after = line.run(source[1] + 1, clause.right_edge.i)
        pieces = [run for run in (before, after) if run is not None and run[0] <= run[1]]
    if not pieces:
        return None
    spans = [line.span(run) for run in pieces]
    return Found(line, ACCORDING, word.i, [line.span((word.i, word.i + 1))], source, spans, "according")


def _noun(line: Line, noun: Token, cue: Cue) -> Found | None:
    """`His denial that …`, `the minister's promise to …`, `its claims of …`."""
    for child in noun.rights:
        run = _complement(line, noun, child, cue)
        if run is None:
            continue
        owner = _owner(line, noun, child)
        that = child.dep_ != "prep" and any(one.dep_ == "mark" for one in child.children)
        if owner is None and not that:
            return None
        frame = "noun" if that else "of"
        return Found(line, cue, noun.i, [line.span((noun.i, noun.i))], owner, [line.span(run)], frame)
    return None


def _complement(line: Line, noun: Token, child: Token, cue: Cue) -> Run | None:
    """What a noun of saying takes after it: a clause with `that`, an infinitive, or what one of its prepositions has."""
    marks = {one.lower_ for one in child.children if one.dep_ in ("mark", "aux") and one.i <= child.i}
    if child.dep_ in ("acl", "relcl", "ccomp", "xcomp"):
        if "that" in marks or ("to" in marks and child.tag_ == "VB" and "to" in cue.frames):
            return line.run(child.left_edge.i, child.right_edge.i)
        return None
    if child.dep_ == "prep" and child.lower_ in cue.frames:
        return line.run(child.i + 1, child.right_edge.i)
    return None


def _owner(line: Line, noun: Token, clause: Token) -> Run | None:
    """Whose claim it is: a possessive, `of` or `by` somebody, or the subject of the verb that has it as its object."""
    for child in noun.children:
        if child.dep_ == "poss":
            return line.run(child.left_edge.i, child.right_edge.i)
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "of") and child.i < clause.i and child != clause:
            return line.run(child.i + 1, child.right_edge.i)
    if noun.dep_ == "dobj" and noun.head.pos_ == "VERB":
        cue = quotes_cues.verb(noun.head, noun.doc)
        return subject(noun.head) if cue is None or cue.polarity != "deny" else None
    return None


def _adjective(line: Line, word: Token, cue: Cue) -> Found | None:
    clause = next((one for one in word.rights if one.dep_ in ("ccomp", "xcomp", "prep")), None)
    above = word.head
    if clause is None or above.lemma_ not in ("be", "seem", "feel", "remain", "sound", "appear", "become"):
        return None
    who = next((one for one in above.children if one.dep_ in SUBJECTS), None)
    run = line.run(clause.left_edge.i, clause.right_edge.i)
    if who is None or run is None or (clause.dep_ == "prep" and clause.lower_ not in ("of", "about", "on")):
        return None
    source = line.run(who.left_edge.i, who.right_edge.i)
    return Found(line, cue, word.i, [line.span((min(above.i, word.i), word.i))], source, [line.span(run)], "adj")
