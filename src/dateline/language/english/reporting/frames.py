"""Reporting verbs in one sentence: who, cue and content by the parse and by the frames that the verb takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.language.english import grammar
from dateline.language.english.reporting import cues
from dateline.language.english.reporting.above import FINITE
from dateline.language.english.reporting.content import content
from dateline.language.english.reporting.speakers import ability, ability_to_say, antecedent, is_expletive
from dateline.language.english.reporting.subject import by, group, phrase, subject, teller
from dateline.language.reporting import Cue, Draft, Line, Run

if TYPE_CHECKING:
    from dateline.language.tokens import Doc, Token

_SPOKEN = frozenset(("accuse", "claim", "complain", "deny", "say", "thank"))
WORDED = frozenset(("that", "around", "adj"))  # frames in which the content is told as a clause or in quotation marks
_CLAUSE = 3  # tokens before a cue that can be a clause with its comma
_JUDGED = frozenset(("accuse", "claim", "deny", "judge", "thank"))  # what is told though nobody is named who does it
_HELD = frozenset(("say", "claim", "show"))  # what can be said of somebody (`is said to have gone`)
_TIME_PREPS = frozenset(("at", "by", "during", "early", "earlier", "in", "late", "on", "over", "since"))


def of_verbs(line: Line, words: Sequence[Token]) -> Iterator[Draft]:
    """The quotations that the reporting verbs of a sentence open, in text order; `words` are those that may be cues."""
    for token in words:
        if not token.is_alpha or (cue := cues.verb(token)) is None or _is_part(token):
            continue
        tagged = token.tag_ == "VBD" or _headline(line, token) or _is_plural(token) or _is_before_that(token)
        if token.pos_ not in ("VERB", "AUX") and not tagged:
            continue
        label = token.is_upper and token.i + 1 < len(line.doc) and token.nbor(1).text == ":"  # `RELATED: …`
        if not label and not line.quoted(token):
            draft = _verb(line, token, cue)
            if draft is not None:
                yield draft


def _is_part(token: Token) -> bool:
    """Whether a word is a part of one with a hyphen (`the first-responding officers`)."""
    if (
        token.i + 2 < len(token.doc)
        and token.nbor(1).text == "-"
        and not (token.whitespace_ or token.nbor(1).whitespace_)
    ):
        return True  # `They | counter-accuse the mill`
    hyphen = token.i > 1 and token.nbor(-1).text == "-"
    return (
        hyphen
        and not (token.nbor(-1).whitespace_ and not token.nbor(-2).whitespace_)
        and token.tag_ in ("VBG", "VBN", "NN", "JJ")
        and token.dep_ in ("amod", "compound", "nmod", "acl")
    )


def _headline(line: Line, token: Token) -> bool:
    """Whether a word that was tagged as a noun is a headline's verb (`Mayor Says Bridge Is Safe`)."""
    if line.block.label != "headline" or (not token.text.istitle() and token.pos_ != "PROPN"):
        return False
    return token.lower_.endswith("s") and token.dep_ in ("ROOT", "ccomp", "parataxis")


def _is_plural(token: Token) -> bool:
    """Whether a verb was taken for a plural though it has a subject of its own (`The council plans to close it`)."""
    return token.tag_ == "NNS" and token.dep_ in ("ROOT", "ccomp", "conj") and grammar.child(token, "nsubj") is not None


def _is_before_that(token: Token) -> bool:
    """Whether a verb was taken for a plural between a name and the clause that it takes (`Falk charges that they paid`)."""
    if token.tag_ != "NNS" or token.i == 0 or token.i + 2 >= len(token.doc) or token.nbor(1).lower_ != "that":
        return False
    name = token.nbor(-1)
    apart = name.head in (name, token) and token.head in (name, token)
    return (
        name.text.istitle()
        and name.pos_ != "ADP"
        and apart
        and "that" in (cue.frames if (cue := cues.verb(token)) else ())
    )


def _inverted(line: Line, verb: Token, cue: Cue) -> Draft | None:
    """A clause with who said it behind the verb, which the parser took for what was said (`A man | called, said Sgt. Falk`)."""
    doc, own = verb.doc, grammar.child(verb, "nsubj")
    if cue.act != "say" or "that" not in cue.frames or verb.tag_ not in FINITE or own is None or own.i > verb.i:
        return None
    if verb.i < _CLAUSE or doc[verb.i - 1].text != ",":
        return None
    told, behind = doc[: verb.i - 1], doc[verb.i + 1 :]
    stop = next((word.i for word in behind if word.text in (",", ";", "!", "?") or _is_stop(word)), len(doc))
    name = doc[stop - 1]
    if name.i == verb.i or name.pos_ != "PROPN" or name.ent_type_ != "PERSON" or any(map(_is_finite, behind)):
        return None
    clause = any(word.tag_ in FINITE and word.dep_ != "relcl" for word in told)
    if not clause or any(map(line.quoted, (*told, *behind))):
        return None
    first = name
    while first.i - 1 > verb.i and first.nbor(-1).pos_ == "PROPN":
        first = first.nbor(-1)
    whole = doc[verb.i + 1 : stop]
    source = (whole[0].i if whole.root == name else first.i, name.i)
    return Draft(line, cue, verb.i, [line.span((verb.i, verb.i))], source, [line.span((0, verb.i - 2))], "around")


def _is_stop(word: Token) -> bool:
    """Whether a word is the full stop of its sentence, not of a title or an initial in it."""
    return word.text == "." and (word.i + 1 == len(word.doc) or word.nbor(-1).ent_type_ == "PERSON")


def _is_finite(word: Token) -> bool:
    return word.tag_ in (*FINITE, "MD")


def _verb(line: Line, verb: Token, cue: Cue) -> Draft | None:
    if (inverted := _inverted(line, verb, cue)) is not None:
        return inverted
    words = group(verb, cue)
    passive = _passive(verb)
    source = by(verb) if passive else subject(verb)
    if source is None and verb.pos_ in ("NOUN", "PROPN"):
        source = _before(line, verb)
    head = _head(verb.doc, source)
    if head is not None and line.quoted(head):
        source = teller(line, verb)
        head = _head(verb.doc, source)
    if head is not None and (_is_mute(head) or (head.lower_ == "it" and head.i > verb.i)):
        return None  # `“We are in” says it all`
    pieces, frame = content(verb, cue, words, passive)
    runs = [run for piece in pieces if (run := line.run(piece[0], _joined(verb.doc, *piece))) is not None]
    if (
        frame in ("around", "that")
        and "that" not in cue.frames
        and (_opens(verb) or (_is_ahead(verb, runs) and not any(map(line.quoted, _words(verb.doc, runs)))))
    ):
        runs = []  # `Starting with Falk, mayors have …`
    if is_deed(cue, frame) or not _spoken(verb, cue, frame, head, passive=passive):
        runs = []
    negated = any(child.dep_ == "neg" and child.i < verb.i for child in verb.children)
    marked = frame == "obj" and any(map(line.quoted, _words(verb.doc, runs)))  # the words were somebody's
    if (
        _unreal(verb)
        and not negated
        and not marked
        and ((frame == "obj" and cue.act not in _SPOKEN) or frame in ("raise", "small"))
    ):
        runs = []
    if frame == "raise" and not passive:
        source = None
    if not runs and not (cue.takes_marks and line.regions):
        return None
    if frame == "that" and runs and runs[0][0] > verb.i:
        runs[0] = (_untimed(line, runs[0])[0], runs[0][1])
    if source is not None:
        source = _outside(line, _untimed(line, source), runs)
        source = _antecedent(line, verb, source) if source is not None else None
    spans = [line.span(run) for run in runs]
    shared = spans[0] if verb.dep_ == "relcl" and len(spans) > 1 and runs[0][1] < verb.i else None
    return Draft(line, cue, verb.i, [line.span(words)], source, spans, frame, negated, shared)


def _head(doc: Doc, source: Run | None) -> Token | None:
    return doc[source[0] : source[1] + 1].root if source is not None else None


def _antecedent(line: Line, verb: Token, source: Run) -> Run | None:
    """The noun that a `that` stands for (`the nations | that oppose it`); other sources as they are."""
    noun = antecedent(line.doc[source[0]])
    alone = source[0] == source[1] and line.doc[source[0]].lower_ == "that"
    return line.run(*phrase(noun, verb)) if alone and noun.i < source[0] else source


def _opens(verb: Token) -> bool:
    """Whether a participle opens a sentence, before its subject."""
    return verb.i == 0 and verb.tag_ == "VBG" and verb.dep_ == "advcl"


def _is_ahead(verb: Token, runs: Sequence[Run]) -> bool:
    return bool(runs) and runs[0][0] < verb.i


def _words(doc: Doc, runs: Sequence[Run]) -> Iterator[Token]:
    return (word for first, last in runs for word in doc[first : last + 1])


def _joined(doc: Doc, first: int, last: int) -> int:
    """The end of a piece without the word that was to join more to it (`the lack of proof | and`)."""
    end, words = last, doc.words
    while end > first and words[end].is_punct and not words[end].is_quote:
        end -= 1
    return end - 1 if end > first and words[end].dep_ == "cc" else last


def _before(line: Line, verb: Token) -> Run | None:
    """Who stands before a headline's verb that was taken for the head of a name (`Wendt Vows to Stay`)."""
    if verb.i == 0 or ability(verb.nbor(-1)) != "yes":
        return None
    name = verb.nbor(-1)
    if verb.head == name:
        return line.run(name.left_edge.i, name.i)
    return line.run(verb.left_edge.i, verb.i - 1) if name.head == verb else None


def _is_mute(head: Token) -> bool:
    """Whether a relative pronoun stands for what says nothing (`the storm | which blocked the road`)."""
    whose = antecedent(head)
    return head != whose and ability(whose) != "yes"


def is_deed(cue: Cue, frame: str) -> bool:
    """Whether a verb does a deed in a frame rather than to report words: `convicted him of it`, not `ruled that`."""
    return "does" in cue.traits and frame not in WORDED


def _spoken(verb: Token, cue: Cue, frame: str, head: Token | None, *, passive: bool) -> bool:
    """Whether somebody speaks or thinks: there is one who can, or the voice is passive and leaves out who it is.

    `head` is the word of the source that names who does.
    """
    if head is None:
        if frame == "raise" and passive:
            return cue.class_ == "attitude" or cue.act in _HELD
        if frame == "that" and passive and not _is_told(verb, cue):
            return False
        if passive:
            return (
                cue.act == "ask"
                or frame in (*WORDED, "by", "")
                or (frame in ("obj", "obj-prep") and cue.act in _JUDGED)
            )
        return frame in ("raise", "") or verb.i == 0
    if is_expletive(head, verb):
        return False
    whose = antecedent(head)
    able = ability(whose)
    if head != whose and able != "yes":
        return False
    if frame in WORDED:
        return not ((ability_to_say(whose) if frame == "that" else able) == "no" and cue.act != "show")
    return able == "yes" or (able == "perhaps" and (cue.polarity == "deny" or cue.class_ == "attitude"))


def _is_told(verb: Token, cue: Cue) -> bool:
    """Whether a passive has the hearer as its subject, or `it` (`was told that`, `it was argued that`)."""
    own = next((child for child in verb.children if child.dep_ in ("nsubjpass", "nsubj")), None)
    return cue.act == "ask" or own is None or own.lower_ == "it" or "hear" in cue.frames


def _passive(verb: Token) -> bool:
    """Whether the verb is passive: with its auxiliary, or a bare participle (`asked about it, she …`)."""
    if grammar.child(verb, "auxpass") is not None:
        return True
    if verb.tag_ == "VBD" and grammar.child(verb, "agent") is not None and not grammar.auxiliaries(verb):
        return True  # `the man | called a hero by the papers | left`, taken for the past
    leads = (
        verb.tag_ == "VBD" and verb.dep_ == "advcl" and verb.i < verb.head.i
    )  # `Asked why, she …`, tagged as the past
    if leads and grammar.child(verb, "nsubj", "mark", "advmod") is not None:
        return False
    first = verb
    while first.dep_ == "conj" and first.head.tag_ == "VBN":
        first = first.head  # `a step planned with them and | billed as the first`
    row = first is not verb and verb.tag_ == "VBD" and grammar.child(verb, "nsubj", "dobj", "ccomp") is None
    bare = leads or ((verb.tag_ == "VBN" or row) and first.tag_ == "VBN" and first.dep_ in ("acl", "advcl"))
    return bare and not any(child.dep_ == "aux" for child in verb.children)


def _unreal(verb: Token) -> bool:
    """Whether the verb is an infinitive or stands after a modal: what is to be said or done, not what was."""
    return verb.tag_ == "VB" and any(child.dep_ == "aux" and child.tag_ in ("TO", "MD") for child in verb.children)


def _untimed(line: Line, run: Run) -> Run:
    """The run without a time that leads it or ends it (`on Friday | he would go`); the run itself if that is all."""
    if not line.times:
        return run
    doc, (first, last) = line.doc.words, run
    start = first + (doc[first].lower_ in _TIME_PREPS)
    while start <= last and line.timed(doc[start]):
        start += 1
    if start <= last and doc[start].tag_ == "POS":
        start = first  # `Monday's talks`
    if start > first + 1 or (start > first and line.timed(doc[first])):
        first = start + (start <= last and doc[start].text == ",")
    end = last
    while end >= first and line.timed(doc[end]):
        end -= 1
    if end < last:
        last = end - (end >= first and doc[end].lower_ in _TIME_PREPS)
    return (first, last) if first <= last else run


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
