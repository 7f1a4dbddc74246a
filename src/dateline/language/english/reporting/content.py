"""What a reporting verb has as its content: the clause, infinitive or phrase that its frames let it take.

A verb's own arguments are read where the parser put them; where its cue clause stands between commas inside another
clause (`the plan, he said, would fail`) the content is what stands around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.language.english import grammar
from dateline.language.english.reporting import cues
from dateline.language.english.reporting.edges import (
    QUESTIONS,
    WHEN,
    WHILE,
    after_aside,
    before_row,
    behind_hearers,
    gap,
    goes_on,
    is_anothers,
    is_told_too,
    lost_subject,
    remark,
    whole,
    whole_from,
)
from dateline.language.english.reporting.objects import of_object, of_passive
from dateline.language.english.reporting.speakers import ability
from dateline.language.english.reporting.subject import FINITE, SUBJECTS, broken, row_of, subject
from dateline.language.reporting import QUOTED, Cue, Run

if TYPE_CHECKING:
    from dateline.language.tokens import Token

_FOLLOW = frozenset(("prep", "advcl", "npadvmod", "acl", "xcomp"))
_LABEL = 6  # tokens up to the colon of a label
_PHRASE = 12  # words of a phrase between a verb and the `that` after it (`said at the time | that`)
_CONCEDES = frozenset(("although", "though", "despite"))
_MEANWHILE = frozenset(("as", "while"))
_GROUNDS = frozenset(("because", "since", "so", "unless", "until", "if"))
_VERDICTS = frozenset(
    ("guilty", "innocent", "liable", "dead", "alive", "unhurt", "fit", "unfit")
)  # what somebody is found


def content(verb: Token, cue: Cue, group: Run, passive: bool) -> tuple[list[Run], str]:
    """The runs of tokens that a verb has as its content, and the frame that they were found by; no runs where none fits.

    `group` is the verb with its auxiliaries.
    """
    answer = _answer(verb, cue)
    if answer:
        return answer, "that"
    clause = (
        _clause(verb)
        or (_asked(verb) if cue.act == "ask" else None)
        or (_bare(verb) if {"that", QUOTED} <= cue.frames else None)
    )
    if clause is not None and cue.frames & {"that", QUOTED} and _is_clause(verb, clause, cue):
        frame = _told_as(verb, clause)
        return (_of_clause(verb, clause, group), frame) if frame == "that" or frame in cue.frames else ([], "")
    stray = _stray(verb) if "that" in cue.frames and "hear" not in cue.frames else None
    if stray is not None:
        return [stray], "that"
    if "that" in cue.frames and cue.class_ == "statement" and (aside := _aside(verb)) is not None:
        return [aside], "around"
    around = _around(verb, cue, group) if cue.frames & {"that", QUOTED} else []
    if around:
        return around, "around"
    if "hear" in cue.frames and (heard := _heard(verb)) is not None:
        return [heard], "that"
    made, frame = of_passive(verb, cue) if passive else of_object(verb, cue)
    if not made and {"that", QUOTED} <= cue.frames and (lost := _lost(verb, group)) is not None:
        return [lost], "that"
    return made, frame


def _answer(verb: Token, cue: Cue) -> list[Run]:
    """`said no`, `pleaded not guilty to it`."""
    for child in verb.rights:
        if child.dep_ == "intj" and child.lower_ in ("no", "yes") and cue.takes_marks:
            return [(child.i, child.i)]
        if child.pos_ == "ADJ" and "adj" in cue.frames:
            nots = [word.i for word in (*verb.rights, *child.lefts) if word.dep_ == "neg"]
            return [(min([child.left_edge.i, *nots]), child.right_edge.i)] if nots else []  # pleading guilty is a deed
    return []


def _clause(verb: Token) -> Token | None:
    """The clause that a verb of saying takes: the one after it rather than the one before."""
    clauses = [child for child in verb.children if child.dep_ == "ccomp" and child.pos_ != "PUNCT"]
    clauses = [child for child in clauses if not _is_past_stop(verb, child)]
    if not clauses and verb.dep_ == "relcl":  # `a rule | which they say | left them poor`
        clauses = [child for child in verb.rights if child.dep_ == "xcomp" and child.tag_ in FINITE]
    if verb.tag_ == "VBG" and any(child.dep_ == "xcomp" for child in verb.rights):
        clauses = [child for child in clauses if child.i > verb.i]  # `They met, promising | to act`
    if any(child.dep_ == "dobj" and child.i > verb.i for child in verb.children):
        clauses = [
            child for child in clauses if child.i > verb.i or child.left_edge.lower_ not in (*WHILE, *_CONCEDES, "even")
        ]
    return max(clauses, key=lambda child: child.i, default=None)


def _asked(verb: Token) -> Token | None:
    """The question that the parser took for a condition (`asked if they would go`)."""
    return next((child for child in verb.rights if child.dep_ == "advcl" and child.left_edge.lower_ == "if"), None)


def _is_past_stop(verb: Token, clause: Token) -> bool:
    """Whether a semicolon parts a clause from the verb after it: it is a sentence of its own."""
    return any(word.text == ";" for word in verb.doc[clause.i : verb.i])


def _bare(verb: Token) -> Token | None:
    """A clause of its own that the parser took for one that tells when (`said after the vote | he would go`)."""
    if grammar.child(verb, "dobj", "xcomp", "attr", "auxpass") is not None or verb.tag_ not in FINITE:
        return None
    clause = next((child for child in verb.rights if child.dep_ == "advcl"), None)
    if clause is None or any(child.dep_ == "mark" or child.tag_ in QUESTIONS for child in clause.children):
        return None
    told = clause.tag_ in FINITE or any(child.tag_ in (*FINITE, "MD") for child in clause.children)
    return clause if told and grammar.child(clause, *SUBJECTS) is not None else None


def _is_clause(verb: Token, clause: Token, cue: Cue) -> bool:
    """Whether the parser's clause is one that the verb can take: after one that takes but words in marks, marks or a question.

    `the left ends | were tired` ends nothing, `denounced | what she called a breach` is told.
    """
    if clause.lower_ in _VERDICTS and not any(child.dep_ in ("aux", "cop") for child in clause.children):
        return False  # `found him guilty of it`
    if clause.i < verb.i or cue.frames & {"small", "that", "to", "obj-to"}:
        return True
    first = clause.left_edge
    if any(_leads(word) for word in verb.doc[verb.i + 1 : first.i]):
        return False  # `ends with her saying on Monday, “…”`
    return first.is_punct or first.nbor(-1).is_punct or first.tag_ in QUESTIONS


def _leads(word: Token) -> bool:
    """Whether a word is a verb of speech with a subject of its own, which the words in marks after it belong to."""
    cue = cues.verb(word) if word.tag_ == "VBG" else None
    return cue is not None and cue.takes_marks and any(child.dep_ in SUBJECTS for child in word.children)


def _stray(verb: Token) -> Run | None:
    """A clause taken for the verb's object, its own verb lost inside (`said the claim that he knew was false`)."""
    thing = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    if thing is None:
        return None
    for word in thing.subtree:
        finite = word.tag_ in FINITE and word.dep_ == "ccomp"
        if (
            finite
            and word.i > thing.i
            and not any(child.dep_ in SUBJECTS or child.dep_ == "mark" for child in word.children)
        ):
            return thing.left_edge.i, thing.right_edge.i
    return None


def _opens(word: Token, start: int) -> bool:
    """Whether a word may open what is said behind a phrase; far behind it only a `that` which joins a clause."""
    if word.i >= start + _PHRASE // 2:
        return _joins(word) and word.head.dep_ != "ccomp"
    return word.lower_ == "that" or word.tag_ in FINITE


def _heard(verb: Token) -> Run | None:
    """A clause with `that` that the parser gave to who was told (`told a meeting of skippers | that the pier is old`)."""
    hearer = next((child for child in verb.rights if child.dep_ in ("dobj", "dative")), None)
    if hearer is None:
        return None
    for word in hearer.subtree:
        finite = word.head.tag_ in FINITE or any(helper.tag_ in (*FINITE, "MD") for helper in word.head.children)
        joins = word.dep_ == "mark" or ability(hearer) != "yes"  # `told the man that the firm had paid`
        if joins and _joins(word) and finite and cues.noun(word.head.head) is None:
            return word.i, word.head.right_edge.i
    return None


def _joins(that: Token) -> bool:
    """Whether a `that` joins a clause which has a subject of its own."""
    if that.lower_ != "that" or that.dep_ == "nsubj":
        return False
    return that.dep_ == "mark" or any(child.dep_ in SUBJECTS and child.i > that.i for child in that.head.lefts)


def _lost(verb: Token, group: Run) -> Run | None:
    """A clause with `that` that the parser hung elsewhere (`said at the time | that …`, `said, noting | that …`)."""
    doc = verb.doc
    start = group[1] + 1
    if start < len(doc) and doc[start].dep_ == "prep" and doc[start].head == verb:
        near = doc[start : start + _PHRASE]
        start = next((word.i for word in near if _opens(word, start)), start)
    if start + 2 >= len(doc) or doc[start].lower_ != "that" or doc[start + 1].tag_ in (*FINITE, "MD"):
        return None
    stop = next((word.i for word in doc[start:] if word.text in (";", "—", "–")), len(doc))
    finite = any(word.tag_ in (*FINITE, "MD") for word in doc[start:stop])
    return (start, stop - 1) if finite else None


def _told_as(verb: Token, clause: Token) -> str:
    """The frame that a clause makes: `obj-to` of an infinitive with a subject of its own (`urged them to go`), else `that`."""
    infinitive = grammar.infinitive(clause)
    if infinitive is None or clause.i < verb.i:
        return "that"
    asks = any(word.tag_ in QUESTIONS or word.dep_ == "mark" for word in clause.subtree if word.i < infinitive.i)
    return "that" if asks else "obj-to"


def _of_clause(verb: Token, clause: Token, group: Run) -> list[Run]:
    doc = verb.doc
    if clause.i > verb.i:
        first = max(clause.left_edge.i, group[1] + 1)
        own = grammar.child(clause, *SUBJECTS) if clause.dep_ == "advcl" and clause.left_edge.lower_ != "if" else None
        first = first if own is None else own.left_edge.i
        that = grammar.child(clause, "mark")
        if that is not None and that.lower_ == "that":
            first = that.i
        elif not any(child.dep_ in SUBJECTS for child in clause.children):
            first = lost_subject(verb, clause, first)
        first = behind_hearers(whole_from(verb, first, group[1] + 1), clause)
        ahead = gap(verb, clause)
        last = clause.right_edge.i
        first = after_aside(verb, first, last)
        for child in verb.rights:
            if child.left_edge.i == last + 1 and child.dep_ in _FOLLOW and not goes_on(child):
                last = child.right_edge.i
        last = max([last, *(child.right_edge.i for child in verb.rights if child.i > last and is_told_too(child))])
        for token in doc[clause.i + 1 : last + 1]:
            if goes_on(token) or remark(token):
                return [*ahead, (first, token.left_edge.i - 1)]
            aside = _concedes(token) or (token.lower_ in _MEANWHILE and token.dep_ == "mark")
            aside = aside or (token.lower_ == "but" and token.i < last and token.nbor(1).lower_ == "without")
            aside = aside or (token.lower_ in WHEN and doc[first - 1].is_quote and doc[token.i - 2].text == ",")
            if aside and token.i > first + 1 and token.nbor(-1).is_quote:
                return [*ahead, (first, token.i - 1)]  # what goes with it behind a quotation is the report's own
            if row_of(token) == verb or is_anothers(token, clause):
                return [*ahead, (first, before_row(token))]
        return [*ahead, (first, whole(verb, last))]
    end = group[0]
    for child in verb.children:
        if child.dep_ in SUBJECTS and clause.i < child.i < verb.i:
            end = min(end, child.left_edge.i)
    return [(_past_label(verb.left_edge), min(end, clause.right_edge.i + 1, len(doc)) - 1), *_grounds(verb)]


def _concedes(word: Token) -> bool:
    """Whether a word opens what is conceded (`though`, `even as`); `even in June` does not."""
    if word.lower_ == "even" and word.i + 1 < len(word.doc):
        word = word.nbor(1)
        return word.lower_ in _CONCEDES or word.dep_ == "mark"
    return word.lower_ in _CONCEDES


def _past_label(first: Token) -> int:
    """Where a clause starts behind the label of its paragraph (`The big picture: | It will close, she said`)."""
    head = first.doc[first.i : first.i + _LABEL]
    colon = next((word.i for word in head if word.text == ":"), None)
    if (
        colon is None
        or first.i > 0
        or any(grammar.is_verb(word) and word.i < colon and word.tag_ in FINITE for word in head)
    ):
        return first.i
    return colon + 1


def _grounds(verb: Token) -> list[Run]:
    """What the words before a cue clause go on with after it (`It will close, she said, | because the pier is old`)."""
    for child in verb.rights:
        if child.dep_ == "advcl" and child.left_edge.lower_ in _GROUNDS and broken(child.left_edge):
            return [(child.left_edge.i, child.right_edge.i)]
    return []


def _around(verb: Token, cue: Cue, group: Run) -> list[Run]:
    """The words around a cue clause that stands between commas, or after one at the sentence's end."""
    if verb.dep_ not in ("parataxis", "ccomp", "ROOT", "advcl", "dep", "conj"):
        return []
    own = subject(verb)
    if own is None or verb.dep_ == "ROOT":
        return _ahead(verb, cue, own, group)
    if verb.dep_ == "conj" and (cue.act != "say" or grammar.child(verb, "nsubj") is None):
        return []
    if "hear" not in cue.frames and grammar.child(verb, "dobj") is not None:
        return []  # `Falk resigned, while Moe announced a vote`
    if verb.tag_ == "VBG" and any(child.dep_ in ("dobj", "xcomp") for child in verb.rights):
        return []  # `Falk wrote to them, urging them to go`
    first, last = min(own[0], group[0]), max(verb.right_edge.i, own[1])
    doc = verb.doc
    while last > verb.i and doc[last].is_punct:
        last -= 1  # the comma that ends the cue clause
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


def _ahead(verb: Token, cue: Cue, own: Run | None, group: Run) -> list[Run]:
    """What stands before a sentence's last words, where the parser found no clause in it (`A pier so old, he said.`)."""
    doc = verb.doc
    if own is None or cue.act != "say" or "that" not in cue.frames or own[0] < 2:
        return []
    if own[1] + 1 != group[0] or doc[own[0] - 1].text != ",":
        return []
    told = any(not word.is_punct for word in doc[group[1] + 1 :])
    return [] if told or any(cues.verb(word) for word in doc[: own[0]]) else [(0, own[0] - 2)]


def _aside(verb: Token) -> Run | None:
    """`As the mayor told me in May, | the ferry was old`: what a clause with `as` at the head of a sentence gives."""
    first, above = verb.left_edge, verb.head
    last = verb.right_edge.i
    if first.i > 0 or first.lower_ != "as" or first.dep_ != "mark" or last + 2 >= len(verb.doc) or above.i < last:
        return None
    told = [child for child in verb.rights if child.dep_ in ("dobj", "ccomp", "xcomp")]
    hearers = all(child.dep_ == "dobj" and child.pos_ in ("PRON", "PROPN") for child in told)
    if verb.doc[last + 1].text != "," or not hearers or any(child.lower_ in ("this", "that", "it") for child in told):
        return None
    return last + 2, above.right_edge.i
