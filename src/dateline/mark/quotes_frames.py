"""Reporting verbs in one sentence: who, cue and content by the parse and by the frames that the verb takes.

A verb's own arguments are read where the parser put them; where its cue clause stands between commas inside another
clause (`the plan, he said, would fail`) the content is what stands around it.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.mark import quotes_cues
from dateline.mark.quotes_cues import Cue
from dateline.mark.quotes_found import Found, Line, Run

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
OBJECTS = frozenset(("dobj", "dative", "obj"))
_GROUP = frozenset(("aux", "auxpass", "neg", "advmod"))
_FOLLOW = frozenset(("prep", "advcl", "npadvmod", "acl", "xcomp"))
_CONTROLLED = frozenset(("advcl", "xcomp", "pcomp", "conj", "acl", "dep"))
_WITH = frozenset(("as", "for", "of", "over", "on", "with", "against", "to", "about"))
_LIGHT = frozenset(("accuse", "thank", "judge", "order", "ask", "deny"))


def found(line: Line) -> Iterator[Found]:
    """The quotations that the reporting verbs of a sentence open, in text order."""
    doc = line.parsed.doc
    for token in doc:
        if not token.is_alpha or (cue := quotes_cues.verb(token, doc)) is None:
            continue
        if token.pos_ not in ("VERB", "AUX") and not (token.tag_ == "VBD" or _headline(line, token)):
            continue
        if not line.quoted(token):
            one = _verb(line, token, cue)
            if one is not None:
                yield one


def _headline(line: Line, token: Token) -> bool:
    """Whether a word that was tagged as a noun is a headline's verb (`Mayor Says Bridge Is Safe`)."""
    if line.block.label != "headline" or (not token.text.istitle() and token.pos_ != "PROPN"):
        return False
    return token.lower_.endswith("s") and token.dep_ in ("ROOT", "ccomp", "parataxis")


def _verb(line: Line, verb: Token, cue: Cue) -> Found | None:
    group = _group(verb, cue)
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    source = _by(line, verb) if passive else subject(line, verb)
    pieces, frame = _content(line, verb, cue, group, passive)
    runs = [run for piece in pieces if (run := line.run(*piece)) is not None]
    if frame not in ("that", "around") and _unreal(verb):
        runs = []
    if frame == "raise" and not passive:
        source = None
    if not runs and "quote" not in cue.frames:
        return None
    if source is not None:
        source = _outside(line, source, runs)
    negated = any(child.dep_ == "neg" for child in verb.children)
    spans = [line.span(run) for run in runs]
    return Found(line, cue, verb.i, [line.span(group)], source, spans, frame, negated)


def _unreal(verb: Token) -> bool:
    """Whether the verb is an infinitive or stands after a modal: what is to be said or done, not what was."""
    return verb.tag_ == "VB" and any(child.dep_ == "aux" and child.tag_ in ("TO", "MD") for child in verb.children)


def _group(verb: Token, cue: Cue) -> Run:
    """The verb with its auxiliaries, adverbs and particle, as far as they stand together."""
    doc, first, last = verb.doc, verb.i, verb.i
    while first > 0 and doc[first - 1].head == verb and doc[first - 1].dep_ in _GROUP:
        first -= 1
    while last + 1 < len(doc) and doc[last + 1].head == verb and doc[last + 1].dep_ in ("prt", "neg"):
        last += 1
    if cue.particle and last + 1 < len(doc) and doc[last + 1].lower_ == cue.particle:
        last += 1
    return first, last


def subject(line: Line, verb: Token, depth: int = 0) -> Run | None:
    """The run of the words that a verb has as its subject, its own or the one that it shares with the verb above it."""
    for child in verb.children:
        if child.dep_ in SUBJECTS and child.dep_ != "csubj":
            return _phrase(child, verb)
        if child.dep_ == "expl":
            return None
    above = verb.head
    if depth > 4 or above == verb or verb.dep_ not in _CONTROLLED:
        return None
    if verb.dep_ == "acl" and above.pos_ in ("NOUN", "PROPN", "PRON"):
        return _phrase(above, verb)
    if above.dep_ == "prep" or above.pos_ == "ADP":
        above = above.head
    if above.pos_ in ("VERB", "AUX"):
        if verb.dep_ == "xcomp":
            for child in above.children:
                if child.dep_ in OBJECTS and child.i < verb.i and above.dep_ != "xcomp":
                    return _phrase(child, verb)
        return subject(line, above, depth + 1)
    return None


def _phrase(noun: Token, verb: Token) -> Run:
    """The run of a noun phrase, short of a clause in it that holds the verb."""
    first, last = noun.left_edge.i, noun.right_edge.i
    for child in noun.children:
        if child.i > noun.i and (child == verb or child.is_ancestor(verb)):
            last = min(last, child.left_edge.i - 1)
    if noun.i < verb.i <= last:
        last = verb.i - 1
    if verb.i < noun.i and first <= verb.i:
        first = verb.i + 1
    return first, max(last, noun.i)


def _by(line: Line, verb: Token) -> Run | None:
    for child in verb.children:
        if child.dep_ == "agent":
            for noun in child.children:
                if noun.dep_ == "pobj":
                    return noun.left_edge.i, noun.right_edge.i
    return None


def _outside(line: Line, source: Run, content: list[Run]) -> Run | None:
    """The source without what of it is content: a relative clause that holds it, or the words after it."""
    first, last = source
    for start, end in content:
        if start <= first and last <= end:
            return None
        if first < start <= last:
            last = start - 1
        elif first <= end < last:
            first = end + 1
    return line.run(first, last)


def _content(line: Line, verb: Token, cue: Cue, group: Run, passive: bool) -> tuple[list[Run], str]:
    clause = _clause(verb)
    if clause is not None and cue.frames & {"that", "quote"}:
        return _of_clause(line, verb, clause, group), "that"
    around = _around(line, verb, group) if "that" in cue.frames or "quote" in cue.frames else []
    if around:
        return around, "around"
    if passive:
        return _of_passive(verb, cue)
    return _of_object(verb, cue)


def _clause(verb: Token) -> Token | None:
    """The clause that a verb of saying takes: the one after it rather than the one before."""
    clauses = [child for child in verb.children if child.dep_ == "ccomp" and child.pos_ != "PUNCT"]
    return max(clauses, key=lambda child: child.i, default=None)


def _of_clause(line: Line, verb: Token, clause: Token, group: Run) -> list[Run]:
    doc = verb.doc
    if clause.i > verb.i:
        first = max(clause.left_edge.i, group[1] + 1)
        last = clause.right_edge.i
        for child in verb.rights:
            if child.left_edge.i == last + 1 and child.dep_ in _FOLLOW:
                last = child.right_edge.i
        return [(first, last)]
    end = group[0]
    for child in verb.children:
        if child.dep_ in SUBJECTS and clause.i < child.i < verb.i:
            end = min(end, child.left_edge.i)
    return [(verb.left_edge.i, min(end, clause.right_edge.i + 1, len(doc)) - 1)]


def _around(line: Line, verb: Token, group: Run) -> list[Run]:
    """The words around a cue clause that stands between commas, or after one at the sentence's end."""
    if verb.dep_ not in ("parataxis", "ccomp", "ROOT", "advcl", "dep"):
        return []
    own = subject(line, verb)
    if own is None or verb.dep_ == "ROOT":
        return []
    first, last = min(own[0], group[0]), max(verb.right_edge.i, own[1])
    doc = verb.doc
    if first == 0 or doc[first - 1].text not in (",", "—", "–", "-", "--", "”", '"', "''"):
        return []
    above = verb.head
    after = doc[last + 1].text if last + 1 < len(doc) else "."
    if above.i < first and after not in (",", ".", "—", "–", "-", "--", "”", '"', ":", "!", "?"):
        return []
    pieces = [(above.left_edge.i, first - 1)]
    if above.right_edge.i > last:
        pieces.append((last + 1, above.right_edge.i))
    return pieces


def _of_passive(verb: Token, cue: Cue) -> tuple[list[Run], str]:
    """`He is expected to leave`, `the plan was criticised for its cost`: the subject is part of the content."""
    own = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    down = next((child for child in verb.children if child.dep_ in ("xcomp", "oprd") and child.i > verb.i), None)
    if own is not None and down is not None and cue.frames & {"that", "obj-to", "small", "raise"}:
        return [(own.left_edge.i, own.right_edge.i), (down.left_edge.i, down.right_edge.i)], "raise"
    for child in verb.rights:
        if own is not None and child.dep_ == "prep" and f"obj-{child.lower_}" in cue.frames:
            return [(own.left_edge.i, own.right_edge.i), (child.left_edge.i, child.right_edge.i)], "obj"
    return [], ""


def _of_object(verb: Token, cue: Cue) -> tuple[list[Run], str]:
    rights = list(verb.rights)
    if "raise" in cue.frames:
        return _raised(verb, rights), "raise"
    thing = next((child for child in rights if child.dep_ == "dobj"), None)
    down = next((child for child in rights if child.dep_ == "xcomp"), None)
    if down is not None:
        inf = any(child.dep_ == "aux" and child.lower_ == "to" for child in down.children)
        if thing is not None and inf and "obj-to" in cue.frames:
            return [(thing.left_edge.i, max(thing.right_edge.i, down.right_edge.i))], "obj-to"
        if thing is None and inf and "to" in cue.frames:
            return [(down.left_edge.i, down.right_edge.i)], "to"
        if thing is None and not inf and down.tag_ == "VBG" and "ing" in cue.frames:
            return [(down.left_edge.i, down.right_edge.i)], "ing"
    return _of_phrases(verb, cue, rights, thing)


def _raised(verb: Token, rights: list[Token]) -> list[Run]:
    """`The talks seem to have failed`: what seems is subject and predicate together, and nobody says it."""
    own = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    down = next((child for child in rights if child.dep_ in ("xcomp", "oprd", "acomp")), None)
    if own is None or down is None:
        return []
    return [(own.left_edge.i, own.right_edge.i), (down.left_edge.i, down.right_edge.i)]


def _of_phrases(verb: Token, cue: Cue, rights: list[Token], thing: Token | None) -> tuple[list[Run], str]:
    clause = next((child for child in rights if child.dep_ in ("ccomp", "oprd")), None)
    if clause is not None and cue.frames & {"small", "obj-to"}:
        first = thing.left_edge.i if thing is not None and thing.i < clause.i else clause.left_edge.i
        return [(first, clause.right_edge.i)], "small"
    preps = [child for child in rights if child.dep_ == "prep"]
    if thing is not None:
        for prep in preps:
            if f"obj-{prep.lower_}" in cue.frames and prep.i > thing.i:
                return [(thing.left_edge.i, max(thing.right_edge.i, prep.right_edge.i))], "obj"
        if "obj" in cue.frames and "hear" not in cue.frames:
            return [(thing.left_edge.i, thing.right_edge.i)], "obj"
    for prep in preps:
        if prep.lower_ in cue.frames:
            return [(prep.i if prep.lower_ not in ("to",) else prep.i + 1, prep.right_edge.i)], "prep"
    return [], ""
