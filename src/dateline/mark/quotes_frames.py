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
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_BREAKS = frozenset((",", "—", "–", "-", "--", "―"))
_WHILE = frozenset(("while", "whereas", "though", "although", "but"))
_STRETCH = frozenset(("as", "for", "in", "of"))
_SPOKEN = frozenset(("accuse", "claim", "complain", "deny", "say", "thank"))


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
    words = group(verb, cue)
    passive = _passive(verb)
    source = _by(line, verb) if passive else subject(line, verb)
    pieces, frame = _content(line, verb, cue, words, passive)
    runs = [run for piece in pieces if (run := line.run(*piece)) is not None]
    if _unreal(verb) and ((frame == "obj" and cue.act not in _SPOKEN) or frame in ("raise", "small")):
        runs = []
    if frame == "raise" and not passive:
        source = None
    if not runs and "quote" not in cue.frames:
        return None
    if source is not None:
        source = _outside(line, source, runs)
    negated = any(child.dep_ == "neg" for child in verb.children)
    spans = [line.span(run) for run in runs]
    return Found(line, cue, verb.i, [line.span(words)], source, spans, frame, negated)


def _passive(verb: Token) -> bool:
    """Whether the verb is passive: with its auxiliary, or a bare participle (`asked about it, she …`)."""
    if any(child.dep_ == "auxpass" for child in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and not any(c.dep_ == "aux" for c in verb.children)


def _unreal(verb: Token) -> bool:
    """Whether the verb is an infinitive or stands after a modal: what is to be said or done, not what was."""
    return verb.tag_ == "VB" and any(child.dep_ == "aux" and child.tag_ in ("TO", "MD") for child in verb.children)


def group(verb: Token, cue: Cue) -> Run:
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
            return phrase(child, verb)
        if child.dep_ == "expl":
            return None
    above = _teller(verb) or verb.head
    if verb.tag_ in _FINITE and above.i < verb.i and above.pos_ in ("NOUN", "PROPN") and verb.dep_ != "conj":
        return phrase(above, verb)
    if depth > 4 or above == verb or verb.dep_ not in _CONTROLLED:
        return None
    if verb.dep_ == "acl" and above.pos_ in ("NOUN", "PROPN", "PRON"):
        return _planner(line, verb, above, depth) if _infinitive(verb) else phrase(above, verb)
    if above.dep_ == "prep" or above.pos_ == "ADP":
        above = above.head
        if above.pos_ == "NOUN" and verb.dep_ == "pcomp":
            return _planner(line, verb, above, depth)
    if above.pos_ == "ADJ" and above.head != above:
        above = above.head
    if above.pos_ in ("VERB", "AUX"):
        if verb.dep_ == "xcomp":
            for child in above.children:
                if child.dep_ in OBJECTS and child.i < verb.i and above.dep_ != "xcomp":
                    return phrase(child, verb)
        return subject(line, above, depth + 1)
    return None


def _infinitive(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children)


def _planner(line: Line, verb: Token, noun: Token, depth: int) -> Run | None:
    """`Their plan to bar it`, `he made an effort to explain it`: who has the noun, not the noun."""
    owner = next((one for one in noun.children if one.dep_ == "poss"), None)
    if owner is not None:
        return owner.left_edge.i, owner.right_edge.i
    above = noun.head
    if above.dep_ == "prep":
        above = above.head
    if noun.dep_ in ("dobj", "pobj", "attr") and above.pos_ in ("VERB", "AUX") and above != verb:
        return subject(line, above, depth + 1)
    return phrase(noun, verb)


def _teller(verb: Token) -> Token | None:
    """The verb that `…, adding that` goes on from: the reporting verb around it rather than one that it reports."""
    if verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "acl") or verb.i == 0 or verb.nbor(-1).text not in _BREAKS:
        return None
    clause = verb.head
    for above in verb.head.ancestors:
        if clause.dep_ == "ccomp" and above.pos_ == "VERB" and quotes_cues.verb(above, verb.doc) is not None:
            return above
        clause = above
    return None


def phrase(noun: Token, verb: Token) -> Run:
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
            if child.left_edge.i == last + 1 and child.dep_ in _FOLLOW and not _goes_on(child):
                last = child.right_edge.i
        for token in doc[clause.i + 1 : last + 1]:
            if _goes_on(token):
                return [(first, token.i - 1)]
        return [(first, last)]
    end = group[0]
    for child in verb.children:
        if child.dep_ in SUBJECTS and clause.i < child.i < verb.i:
            end = min(end, child.left_edge.i)
    return [(verb.left_edge.i, min(end, clause.right_edge.i + 1, len(doc)) - 1)]


def _goes_on(word: Token) -> bool:
    """Whether the next thing that is said starts at a word (`…, adding that`, `…, while others say`)."""
    if word.i == 0 or word.nbor(-1).text not in _BREAKS:
        return False
    verb: Token | None = word
    if word.lower_ in _WHILE:
        verb = word.head if word.dep_ == "mark" else next((c for c in word.head.children if c.dep_ == "conj"), None)
    elif word.tag_ != "VBG":
        return False
    cue = quotes_cues.verb(verb, verb.doc) if verb is not None else None
    return cue is not None and cue.class_ == "statement" and bool(cue.frames & {"that", "quote"})


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
    if own is None or down is None or quotes_cues.verb(down, verb.doc) is not None:
        return []
    return [(own.left_edge.i, own.right_edge.i), (down.left_edge.i, down.right_edge.i)]


def _stretched(last: int, after: list[Token]) -> int:
    """The end of a phrase with what follows it and was taken for the verb's own (`for him | to resign`)."""
    for child in after:
        if child.left_edge.i == last + 1 and (child.lower_ in _STRETCH or child.dep_ == "xcomp"):
            last = child.right_edge.i
    return last


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
            return [(thing.left_edge.i, _stretched(thing.right_edge.i, preps))], "obj"
    for prep in preps:
        if prep.lower_ in cue.frames:
            return [
                (prep.i if prep.lower_ not in ("to",) else prep.i + 1, _stretched(prep.right_edge.i, rights))
            ], "prep"
    return [], ""
