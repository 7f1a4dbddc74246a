"""Quotations without a reporting verb: `according to`, nouns (`his denial that`), adjectives, colons and dashes."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.mark import quotes_cues
from dateline.mark.quotes_cues import Cue
from dateline.mark.quotes_found import Found, Line, Run
from dateline.mark.quotes_frames import SUBJECTS, subject

ACCORDING = Cue("according", "prep", "say", "statement", "assert", frozenset(("that", "quote")))
LONGEST_SOURCE = 8  # tokens before a colon that can be a source
COLON = Cue(":", "mark", "say", "statement", "assert", frozenset(("quote",)))


def found(line: Line) -> Iterator[Found]:
    """Quotations of one sentence that hang on no verb, in text order."""
    doc = line.parsed.doc
    colon = _colon(line) if line.block.label == "headline" or line.regions else None
    if colon is not None:
        yield colon
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
    if at is None or at + 2 >= len(doc) or any(token.pos_ in ("VERB", "AUX") for token in doc[:at]):
        return None
    source, content = line.run(0, at - 1), line.run(at + 1, len(doc) - 1)
    named = any(token.pos_ in ("PROPN", "NOUN", "PRON") for token in doc[:at])
    if source is None or content is None or not named:
        return None
    if line.block.label != "headline" and not line.quoted(doc[at + 1]):
        return None
    return Found(line, COLON, at, [line.span((at, at))], source, [line.span(content)], "colon")


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
    for child in noun.rights:
        that = any(one.dep_ == "mark" and one.lower_ == "that" for one in child.children)
        if child.dep_ in ("acl", "relcl", "ccomp") and that:
            run = line.run(child.left_edge.i, child.right_edge.i)
            if run is not None:
                owner = _owner(line, noun, child)
                return Found(line, cue, noun.i, [line.span((noun.i, noun.i))], owner, [line.span(run)], "noun")
    return None


def _owner(line: Line, noun: Token, clause: Token) -> Run | None:
    """Whose claim it is: a possessive, `of` or `by` somebody, or the subject of the verb that has it as its object."""
    for child in noun.children:
        if child.dep_ == "poss":
            return line.run(child.left_edge.i, child.right_edge.i)
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "of") and child.i < clause.i:
            return line.run(child.i + 1, child.right_edge.i)
    if noun.dep_ == "dobj" and noun.head.pos_ == "VERB":
        return subject(line, noun.head)
    return None


def _adjective(line: Line, word: Token, cue: Cue) -> Found | None:
    clause = next((one for one in word.rights if one.dep_ in ("ccomp", "xcomp", "prep")), None)
    above = word.head
    if clause is None or above.lemma_ not in ("be", "seem", "feel", "remain", "sound", "appear", "become"):
        return None
    who = next((one for one in above.children if one.dep_ in SUBJECTS), None)
    run = line.run(clause.left_edge.i, clause.right_edge.i)
    if who is None or run is None or (clause.dep_ == "prep" and clause.lower_ not in ("of", "about")):
        return None
    source = line.run(who.left_edge.i, who.right_edge.i)
    return Found(line, cue, word.i, [line.span((above.i, word.i))], source, [line.span(run)], "adj")
