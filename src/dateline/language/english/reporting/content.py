"""What a reporting verb has as its content: the clause, infinitive or phrase that its frames let it take.

A verb's own arguments are read where the parser put them; where its cue clause stands between commas inside another
clause (`the plan, he said, would fail`) the content is what stands around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.language.english import grammar
from dateline.language.english.reporting import cues
from dateline.language.english.reporting.above import FINITE, SUBJECTS, row_of
from dateline.language.english.reporting.asides import around_dashes, as_said, between, predicate_behind, run_on
from dateline.language.english.reporting.clauses import CONCEDES, answers_to, charged_with, clause_of
from dateline.language.english.reporting.edges import (
    QUESTIONS,
    WHEN,
    after_aside,
    before_row,
    behind_hearers,
    gap,
    goes_on,
    is_anothers,
    is_told_too,
    lost_subject,
    past_teller,
    remark,
    short_of_main,
    whole,
    whole_from,
)
from dateline.language.english.reporting.objects import of_object, of_passive
from dateline.language.english.reporting.rows import row_behind, short_of_added, short_of_row, whole_row
from dateline.language.english.reporting.speakers import ability
from dateline.language.english.reporting.subject import broken, subject
from dateline.language.english.reporting.whole import grown, owned, up_to
from dateline.language.reporting import QUOTED, Cue, Run

if TYPE_CHECKING:
    from dateline.language.tokens import Doc, Token

_FOLLOW = frozenset(("prep", "advcl", "npadvmod", "acl", "xcomp"))
# frames whose content can go on in a row, and of these those in which it is a thing
_ROWS = frozenset(("obj", "obj-prep", "obj-to", "to", "ing", "prep", "small"))
_OF_THINGS = frozenset(("obj", "obj-prep", "prep"))
_FILLER = 2  # words before a clause that tell nothing by themselves
_LABEL = 6  # tokens up to the colon of a label
_PHRASE = 12  # words of a phrase between a verb and the `that` after it (`said at the time | that`)
_MEANWHILE = frozenset(("as", "while"))
_GROUNDS = frozenset(("because", "since", "so", "unless", "until", "if"))


def content(verb: Token, cue: Cue, group: Run, passive: bool) -> tuple[list[Run], str]:
    """The runs of tokens that a verb has as its content, and the frame that they were found by; no runs where none fits.

    `group` is the verb with its auxiliaries.
    """
    runs, frame = _taken(verb, cue, group, passive)
    runs = [owned(verb, run) for run in runs]
    if runs and runs[-1][0] > verb.i and frame in _ROWS:
        runs[-1] = whole_row(verb, short_of_row(verb, runs[-1]))
        runs[-1] = short_of_added(runs[-1], verb, of_thing=frame in _OF_THINGS)
    return runs, frame


def _taken(verb: Token, cue: Cue, group: Run, passive: bool) -> tuple[list[Run], str]:
    answer = _answer(verb, cue)
    if answer:
        return answer, "that"
    if "that" in cue.frames and (dashed := around_dashes(verb, group)) is not None:
        return [dashed], "that"
    clause = clause_of(verb, cue) if cue.frames & {"that", QUOTED} else None
    if clause is not None:
        frame = _told_as(verb, clause)
        return (_of_clause(verb, clause, group), frame) if frame == "that" or frame in cue.frames else ([], "")
    made, frame = _without_clause(verb, cue, group)
    if made:
        return made, frame
    made, frame = of_passive(verb, cue) if passive else of_object(verb, cue)
    if not made and {"that", QUOTED} <= cue.frames:
        return _lost_clause(verb, cue, group) or (made, frame)
    return made, frame


def _lost_clause(verb: Token, cue: Cue, group: Run) -> tuple[list[Run], str] | None:
    """A clause that the parser hung elsewhere, of a verb without an object, and its frame."""
    if group[1] + 1 < len(verb.doc) and verb.doc[group[1] + 1].tag_ == "TO" and cue.class_ == "statement":
        return None  # `continued to fish and on the belief that`
    if (lost := _lost(verb, group)) is not None:
        return [lost], "that"
    if cue.class_ != "statement" or "hear" in cue.frames:
        return None
    if (behind := run_on(verb, group)) is not None:
        return [behind], "that"
    return ([ahead], "around") if (ahead := as_said(verb, cue, group)) is not None else None


def _without_clause(verb: Token, cue: Cue, group: Run) -> tuple[list[Run], str]:
    """What a verb that has no clause by the parse takes of the words around it, and the frame."""
    stray = _stray(verb) or _garden(verb) if "that" in cue.frames and "hear" not in cue.frames else None
    if stray is not None:
        return [stray], "that"
    if "that" in cue.frames and cue.class_ == "statement" and (aside := _aside(verb, cue.particle)) is not None:
        return [aside], "around"
    noted = verb.tag_ == "VBG" and "that" in cue.frames and _is_that(verb.doc, group[1] + 1)
    if noted and (lost := _lost(verb, group)) is not None:
        return [lost], "that"
    around = _around(verb, cue, group) if cue.frames & {"that", QUOTED} else []
    if len(around) < 2 and {"that", QUOTED} <= cue.frames:
        around = between(verb, cue, subject(verb), group) or around
    if around and not _is_filler(verb, around):
        return around, "around"
    if "hear" in cue.frames and (heard := _heard(verb)) is not None:
        return [heard], "that"
    return [], ""


def _is_filler(verb: Token, runs: list[Run]) -> bool:
    """Whether all that stands around a cue clause is a word or two before the clause (`Of course, as Falk noted`)."""
    words = verb.doc[runs[0][0] : runs[0][1] + 1]
    few = len(runs) == 1 and 0 < sum(not word.is_punct for word in words) <= _FILLER
    return few and words[0].pos_ in ("ADP", "ADV") and not any(word.tag_ in (*FINITE, "MD") for word in words)


def _answer(verb: Token, cue: Cue) -> list[Run]:
    """`said no`, `pleaded not guilty to it`."""
    for child in verb.rights:
        if child.dep_ == "intj" and child.lower_ in ("no", "yes") and cue.takes_marks:
            return [(child.i, child.i)]
        if child.pos_ == "ADJ" and "adj" in cue.frames:
            nots = [word.i for word in (*verb.rights, *child.lefts) if word.dep_ == "neg"]
            return [(min([child.left_edge.i, *nots]), child.right_edge.i)] if nots else []  # pleading guilty is a deed
    return []


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


def _garden(verb: Token) -> Run | None:
    """A clause whose subject was taken for the object of a verb under its own (`While they say | the pier is old, she …`)."""
    thing = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    if thing is None or thing.right_edge.i + 1 >= len(verb.doc):
        return None
    told = thing.right_edge.nbor(1)
    if told != verb.head or verb.dep_ not in ("advcl", "ccomp") or told.tag_ not in FINITE:
        return None
    if any(child.dep_ in (*SUBJECTS, "expl") for child in told.children):
        return None
    return thing.left_edge.i, told.right_edge.i


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
        if word.dep_ == "dobj" and word.head.dep_ == "relcl" and not any(map(_is_added_thing, word.head.rights)):
            continue  # `pushing copies of the chart that the patch may not mend`
        if joins and _joins(word) and finite and cues.noun(word.head.head) is None:
            return word.i, word.head.right_edge.i
    return None


def _is_added_thing(child: Token) -> bool:
    """Whether a verb has a word behind it as its object or predicate."""
    return child.dep_ in ("dobj", "attr", "acomp", "ccomp")


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
        opened = next((word.i for word in near if _opens(word, start)), start)
        if any(cues.verb(word) is not None and word.tag_ == "VBG" for word in doc[start:opened]):
            return None  # `posted there after learning that`: what was learnt
        start = opened
    if start + 2 >= len(doc) or doc[start].lower_ != "that" or doc[start + 1].tag_ in (*FINITE, "MD"):
        return None
    stop = next((word.i for word in doc[start:] if word.text in (";", "—", "–")), len(doc))
    if verb.dep_ == "advcl" and verb.head.i > verb.i and grammar.child(verb, "mark") is not None:
        stop = min(stop, verb.right_edge.i + 1)  # the main clause follows
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
    """The runs of a clause that a verb has as its content, short of what goes with it and is not told."""
    doc = verb.doc
    if clause.i > verb.i:
        first, last = _start(verb, clause, group), clause.right_edge.i
        first, ahead = after_aside(verb, first, last), gap(verb, clause)
        if (short := short_of_main(verb, first, last)) < last:
            return [*ahead, (first, short)]
        for child in verb.rights:
            if child.left_edge.i == last + 1 and child.dep_ in _FOLLOW and not goes_on(child):
                last = child.right_edge.i
        last = max([last, *(child.right_edge.i for child in verb.rights if child.i > last and is_told_too(child))])
        for token in doc[clause.i + 1 : last + 1]:
            if goes_on(token) or remark(token):
                return [*ahead, (first, token.left_edge.i - 1)]
            if token.i > first + 1 and token.nbor(-1).is_quote and _is_remark(token, first, last):
                return [*ahead, (first, token.i - 1)]  # what goes with it behind a quotation is the report's own
            if row_of(token) == verb or is_anothers(token, clause):
                return [*ahead, (first, before_row(token))]
        return [*ahead, (first, grown(verb, clause, whole(verb, last)))]
    end = group[0]
    for child in verb.children:
        if child.dep_ in SUBJECTS and clause.i < child.i < verb.i:
            end = min(end, child.left_edge.i)
    if (after := charged_with(verb, clause) or past_teller(verb, clause)) is not None:
        return [after]
    last = min(up_to(verb, clause.right_edge.i, end) + 1, end, len(doc)) - 1
    behind = [] if (rest := predicate_behind(verb, group)) is None else [rest]
    return [(_past_label(verb.left_edge), last), *(behind or _grounds(verb))]


def _start(verb: Token, clause: Token, group: Run) -> int:
    """Where a clause behind its verb starts as content, with what the parser gave to the verb or to who was told."""
    first = max(clause.left_edge.i, group[1] + 1)
    own = grammar.child(clause, *SUBJECTS) if clause.dep_ == "advcl" and clause.left_edge.lower_ != "if" else None
    first = first if own is None else own.left_edge.i
    that = grammar.child(clause, "mark")
    if that is not None and that.lower_ == "that":
        first = that.i
    elif not any(child.dep_ in SUBJECTS for child in clause.children):
        first = lost_subject(verb, clause, first)
    if _opens_far(verb.doc, group[1] + 1):
        first = group[1] + 1
    return behind_hearers(whole_from(verb, first, group[1] + 1), clause)


def _is_remark(word: Token, first: int, last: int) -> bool:
    """Whether a word behind a quotation opens what the report adds (`though`, `while`, `but without`; `when` after a comma)."""
    doc = word.doc
    if _concedes(word) or (word.lower_ in _MEANWHILE and word.dep_ == "mark"):
        return True
    if word.lower_ == "but" and word.i < last and word.nbor(1).lower_ == "without":
        return True
    marked = any(token.is_quote for token in doc[first - 1 : first + 1])
    return marked and word.lower_ in WHEN and doc[word.i - 2].text == ","


def _is_that(doc: Doc, at: int) -> bool:
    return at < len(doc) and doc[at].lower_ == "that" and doc[at].tag_ == "IN"


def _opens_far(doc: Doc, at: int) -> bool:
    """Whether a `that` stands before words between commas, which the clause is behind (`insists that, if it rains, | …`)."""
    return at + 1 < len(doc) and doc[at].lower_ == "that" and doc[at + 1].text == ","


def _concedes(word: Token) -> bool:
    """Whether a word opens what is conceded (`though`, `even as`); `even in June` does not."""
    if word.lower_ == "even" and word.i + 1 < len(word.doc):
        word = word.nbor(1)
        return word.lower_ in CONCEDES or word.dep_ == "mark"
    return word.lower_ in CONCEDES


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
    return [rest] if (rest := row_behind(verb)) is not None else []


def _around(verb: Token, cue: Cue, group: Run) -> list[Run]:
    """The words around a cue clause that stands between commas, or after one at the sentence's end."""
    if verb.dep_ not in ("parataxis", "ccomp", "ROOT", "advcl", "dep", "conj"):
        return []
    own = subject(verb)
    if own is None or verb.dep_ == "ROOT":
        return _ahead(verb, cue, own, group)
    if verb.dep_ == "conj" and (cue.act != "say" or grammar.child(verb, "nsubj") is None):
        return []
    if _has_other(verb, cue):
        return []
    if _is_gerund(verb) and (grammar.child(verb, *SUBJECTS) is None or any(map(_is_taken, verb.rights))):
        return []  # `Falk wrote to them, urging them to go`; `He sat there, muttering`
    if any(child.dep_ == "xcomp" and grammar.infinitive(child) is not None for child in verb.rights):
        return []  # `It was here that Falk warned them to go`
    row = row_behind(verb)
    first, last = min(own[0], group[0]), max(verb.right_edge.i if row is None else row[0] - 1, own[1])
    doc = verb.doc
    while last > verb.i and doc[last].is_punct:
        last -= 1  # the comma that ends the cue clause
    if first == 0 or doc[first - 1].text not in (",", "—", "–", "-", "--", "”", '"', "''"):
        return []
    above = verb.head
    while above.dep_ == "conj" and above.left_edge.i >= first and above.head.i < first:
        above = above.head  # `The mill holds sacks, he said, | crates and more`: a row that the cue clause cuts
    after = doc[last + 1].text if last + 1 < len(doc) else "."
    if above.i < first and after not in (",", ".", "—", "–", "-", "--", "”", '"', ":", "!", "?"):
        return []
    pieces = [(above.left_edge.i, first - 1)]
    if any(not word.is_punct for word in doc[last + 1 : above.right_edge.i + 1]):
        pieces.append((last + 1, above.right_edge.i))
    return [*pieces, row] if row is not None and above.i < first else pieces


def _is_gerund(verb: Token) -> bool:
    """Whether a verb is a gerund, or its helping verb is (`having signed`)."""
    return verb.tag_ == "VBG" or any(child.tag_ == "VBG" and child.dep_ == "aux" for child in verb.lefts)


def _has_other(verb: Token, cue: Cue) -> bool:
    """Whether a verb has something else to tell of (`Falk quit, while Moe announced a vote`, `…, crews responded to it`)."""
    thing = grammar.child(verb, "dobj")
    heard = thing is not None and "hear" in cue.frames and ability(thing) == "yes"
    return answers_to(verb, cue) or (thing is not None and not heard)  # also `Falk pressed her hands, thanking them`


def _is_taken(child: Token) -> bool:
    return child.dep_ in ("dobj", "xcomp")


def _ahead(verb: Token, cue: Cue, own: Run | None, group: Run) -> list[Run]:
    """What stands before a sentence's last words, where the parser found no clause in it (`A pier so old, he said.`)."""
    doc = verb.doc
    if own is None or cue.act != "say" or "that" not in cue.frames or own[0] < 2:
        return []
    if own[1] + 1 != group[0] or doc[own[0] - 1].text != ",":
        return []
    told = any(not word.is_punct for word in doc[group[1] + 1 :])
    return [] if told or any(cues.verb(word) for word in doc[: own[0]]) else [(0, own[0] - 2)]


def _aside(verb: Token, particle: str) -> Run | None:
    """`As the mayor told me in May, | the ferry was old`: what a clause with `as` at the head of a sentence gives."""
    first, above = verb.left_edge, verb.head
    last = verb.right_edge.i
    while verb.doc[last].is_punct and last > verb.i:
        last -= 1
    if first.i > 0 or first.lower_ != "as" or first.dep_ != "mark" or last + 2 >= len(verb.doc) or above.i < last:
        return None
    told = [child for child in verb.rights if child.dep_ in ("dobj", "ccomp", "xcomp")]
    told = [child for child in told if child.lower_ != particle]
    hearers = all(child.dep_ == "dobj" and child.pos_ in ("PRON", "PROPN") for child in told)
    if verb.doc[last + 1].text != "," or not hearers or any(child.lower_ in ("this", "that", "it") for child in told):
        return None
    return last + 2, above.right_edge.i
