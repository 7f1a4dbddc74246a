"""Words in quotation marks and the cue beside them, read from the order of the words rather than from the parse.

A parser is often lost in quoted speech, which has its own sentences, but the words around it follow few patterns:
`"…," she said`, `"…," said the mayor`, `She said: "…"`. These are read first, and outrank what the parse says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.cite import Span
from dateline.language.english import grammar, quotation
from dateline.language.english.reporting import cues
from dateline.language.english.reporting.above import FINITE, SUBJECTS
from dateline.language.english.reporting.edges import WHEN
from dateline.language.english.reporting.led import REACH, is_put, led
from dateline.language.english.reporting.speakers import ability_to_say
from dateline.language.english.reporting.subject import group, phrase, subject
from dateline.language.reporting import Cue, Draft, Line, Run

if TYPE_CHECKING:
    from dateline.language.tokens import Token

_SIGNED = 25  # words of a signature after a dash
_LEADING, _LEAD_WORDS = 200, 8  # code points of a cue clause after a quotation; words before it that belong to it
_NAMING = frozenset(("NOUN", "ADJ"))
_DASH = re.compile(r"\s*(?:―|—|–|--?|\((?=[^()]+\)$))\s*(?=\w)", re.M)


def beside_marks(text: str, lines: Sequence[Line]) -> Iterator[Draft]:
    """The quotations of a block whose cue stands right before or right after the quotation marks."""
    taken: set[tuple[int, int]] = set()
    for region in lines[0].regions if lines else ():
        draft = _beside(text, lines, region) if quotation.heavy(text, region) else _word(lines, region)
        if draft is not None and (draft.line.index, draft.head) not in taken:
            taken.add((draft.line.index, draft.head))
            yield draft


def _beside(text: str, lines: Sequence[Line], region: Span) -> Draft | None:
    if text[lines[0].block.start : region.start].rstrip().endswith(":"):
        return _before(text, lines, region) or _after(text, lines, region)
    return _signed(text, lines, region) or _after(text, lines, region) or _before(text, lines, region)


def _after(text: str, lines: Sequence[Line], region: Span) -> Draft | None:
    """`"…," she said`; `"…," said the mayor`; `"…?" The mayor asked.`"""
    if not quotation.ends(text, region) or _next_is_led(text, lines[0], region):
        return None
    content = region if quotation.starts(text, region, lines[0].block.start) else _clause_before(text, lines, region)
    for line in lines:
        first = _first(line, region.end)
        if first is not None:
            return _cued(line, first, content) if content is not None else None
    return None


def _next_is_led(text: str, line: Line, region: Span) -> bool:
    """Whether the words after a whole quotation lead to the next one (`“It will open.” Rosa Wendt said: “It will not.”`)."""
    following = next((other for other in line.regions if other.start >= region.end), None)
    if following is None or not quotation.stops(text, region):
        return False
    between = text[region.end : following.start].strip()
    if not between or any(mark in between for mark in ".;!?"):
        return False
    return between.endswith(":") or (between.endswith(",") and "." in text[region.end - 2 : region.end])


def _clause_before(text: str, lines: Sequence[Line], region: Span) -> Span | None:
    """The quotation with the words that lead into it from the sentence's start (`The "fight is on," she said`)."""
    for line in lines:
        span = line.sentence.span
        if span.start < region.start < span.end <= region.end + _LEADING:
            doc = line.doc
            before = [token for token in doc if line.offset(token) < region.start]
            plain = not any(line.quoted(token) or cues.verb(token) for token in before)
            after = text[region.end - 3 : region.end + 1]  # a mark can be of two strokes (`,''`)
            return Span(span.start, region.end) if plain and len(before) <= _LEAD_WORDS and "," in after else None
    return None


def _first(line: Line, place: int) -> Token | None:
    """The first word of a sentence that stands after a place in the report."""
    if line.sentence.span.end <= place:
        return None
    for token in line.doc:
        if line.offset(token) >= place and not (token.is_space or token.is_punct):
            return token
    return None


def _cued(line: Line, first: Token, region: Span) -> Draft | None:
    doc = first.doc
    if line.quoted(first):
        return None
    for token in doc[first.i : first.i + REACH]:
        if _nickname(line, token):
            continue
        if line.quoted(token) or token.text in (";", ":"):
            return None
        cue = cues.verb(token) if token.is_alpha else None
        if cue is None or not cue.takes_marks or not (token.pos_ in ("VERB", "AUX") or _last_word(token)):
            if token.tag_ in FINITE and token.dep_ not in ("relcl", "aux", "auxpass") and not _in_relative(token):
                return None
            continue
        if token.dep_ in ("relcl", "acl") and token.i > first.i:
            continue
        run = group(token, cue)
        apart = line.sentence.span.start >= region.end
        if apart and grammar.is_passive(token):
            return None  # `“…” The mayor was also asked about the quay`
        if _goes_on(token, first, cue, apart=apart) or (token.i > first.i + 1 and _is_between(token, run)):
            return None
        source = _inverted(line, token) if run[0] <= first.i else _upright(line, token, first, run)
        if source is not None:
            return Draft(line, cue, token.i, [line.span(run)], source, [region], "direct")
        if token.i > first.i + 1:
            return None
    return None


def _goes_on(verb: Token, first: Token, cue: Cue, *, apart: bool) -> bool:
    """Whether a verb is of what was said besides (`“…,” adding that …`, `“…” On Monday she said that`)."""
    if apart and grammar.child(verb, "dobj") is not None and not {"hear", "to"} & cue.frames:
        return True  # `“…” The club praised his refusal.`
    thing = (
        verb.tag_ == "VBN" and verb.dep_ == "acl" and grammar.child(verb, "agent") is None
    )  # `“Tides,” published in May`
    return (verb.i == first.i and (thing or verb.tag_ == "VBG")) or (
        apart and grammar.child(verb, "ccomp", "xcomp") is not None
    )


def _is_between(verb: Token, run: Run) -> bool:
    """Whether a clause of one who says so stands between commas in another (`“…” Karst, he said, was old`)."""
    own = subject(verb)
    if own is None or own[0] < 2 or own[1] >= run[0] or run[1] + 2 >= len(verb.doc):
        return False
    return verb.doc[own[0] - 1].text == "," and verb.doc[run[1] + 1].text == "," and own[1] + 1 == run[0]


def _nickname(line: Line, token: Token) -> bool:
    """Whether a word in marks is but part of a name (`Olga “Ola” Brandt`)."""
    if not line.quoted(token) or not 0 < token.i < len(token.doc) - 1:
        return False
    return all(
        near.pos_ == "PROPN" or near.is_quote or near.text.istitle() for near in token.doc[token.i - 1 : token.i + 2]
    )


def _last_word(token: Token) -> bool:
    """Whether a word taken for a noun ends its sentence after another noun (`the letter read.`)."""
    return token.i + 1 < len(token.doc) and token.nbor(1).text == "." and token.i > 0 and token.nbor(-1).pos_ in _NAMING


def _in_relative(token: Token) -> bool:
    return any(above.dep_ in ("relcl", "acl", "appos") for above in token.ancestors)


def _upright(line: Line, verb: Token, first: Token, run: Run) -> Run | None:
    """The words between the quotation and the verb, where they can be its subject."""
    between = list(verb.doc[first.i : run[0]])
    own = [child for child in verb.children if child.dep_ in SUBJECTS and first.i <= child.i < verb.i]
    if own:
        start, end = phrase(own[0], verb)
        if own[-1].pos_ == "PROPN" and own[-1].left_edge.i == end + 1:
            end = own[-1].right_edge.i  # `the magazine The Sea Mail wrote`
        return line.run(max(start, first.i), min(end, run[0] - 1))
    named = any(word.pos_ in ("NOUN", "PROPN", "PRON") for word in between)
    if not named and (not between or between[0].dep_ != "det"):
        return None  # in `the editorial read.` nothing but the parse of the last word is lost
    if any(word.tag_ in FINITE or (word.dep_ == "prep" and word.i == first.i) for word in between):
        return None
    return line.run(first.i, run[0] - 1)


def _inverted(line: Line, verb: Token) -> Run | None:
    """The noun phrase after the verb, as far as the next quotation mark."""
    doc = verb.doc
    own = next((child for child in verb.children if child.dep_ in SUBJECTS and child.i > verb.i), None)
    if own is None or own.left_edge.i > verb.i + 3:
        own = next((chunk.root for chunk in doc.noun_chunks if 0 < chunk.start - verb.i <= 2), None)
        if (
            own is None
            or own.left_edge.i > verb.i + 2
            or any(t.pos_ == "ADP" for t in doc[verb.i + 1 : own.left_edge.i])
        ):
            return None
    if own.lower_ == "it":
        return None  # `“I am in” says it all`
    start, end = max(own.left_edge.i, verb.i + 1), own.right_edge.i
    for token in doc[start : end + 1]:
        if line.quoted(token) or token.text == ";":
            end = token.i - 1
            break
    return line.run(start, max(end, own.i, _named_behind(own)))


def _named_behind(body: Token) -> int:
    """The end of a name behind a body and an office that the parser lost (`the Karst Group | factotum Ida Falk`)."""
    doc, last = body.doc, body.right_edge.i
    if last + 2 >= len(doc) or doc[last + 1].tag_ not in ("NN", "JJ", "VB") or not doc[last + 1].is_lower:
        return body.i
    last += 1
    if doc[last + 1].pos_ != "PROPN":
        return body.i
    while last + 1 < len(doc) and doc[last + 1].pos_ == "PROPN":
        last += 1
    return last


def _before(text: str, lines: Sequence[Line], region: Span) -> Draft | None:
    """`She said: "…"`, `The mayor replied, "…"`, `Her answer was short: "…"`, the quotation to its sentence's end."""
    if not quotation.stops(text, region) and region.end < lines[0].block.end:
        return None
    above: Line | None = None
    for line in lines:
        span = line.sentence.span
        if span.start < region.start <= span.end:
            return led(line, region.start, region)
        if span.start == region.start and above is not None:
            leads = text[: above.sentence.span.end].rstrip()[-1:] in (",", ":")  # `Moe commented,` above the words
            return led(above, above.sentence.span.end, region) if leads else _unsaid_yet(above, region)
        above = line
    return None


def _unsaid_yet(line: Line, region: Span) -> Draft | None:
    """A sentence that ends on its verb of speech, or on its channel, before the words: `She said in a statement. "…"`."""
    doc = line.doc
    verb = next((token for token in doc if token.dep_ == "ROOT" and token.tag_ in FINITE), None)
    cue = cues.verb(verb) if verb is not None else None
    if verb is None or cue is None or not cue.takes_marks or cue.act != "say" or len(doc) - verb.i > 8:
        return None
    if any(child.dep_ in ("ccomp", "dobj", "xcomp", "prt") for child in verb.children) or line.quoted(verb):
        return None
    source = subject(verb)
    if source is None or any(line.quoted(token) for token in doc):
        return None
    return Draft(line, cue, verb.i, [line.span(group(verb, cue))], source, [region], "direct")


def _signed(text: str, lines: Sequence[Line], region: Span) -> Draft | None:
    """`“…” — Ida Falk, harbour master`: a paragraph in quotation marks and who signs it after a dash."""
    block = lines[0].block
    dash = _DASH.match(text, region.end, block.end)
    if region.start != block.start or dash is None or quotation.words(text, dash.end(), block.end) > _SIGNED:
        return None
    for line in lines:
        first = _first(line, dash.end())
        if first is None:
            continue
        doc = first.doc
        stop = next((word.i for word in doc[first.i :] if word.text in (",", "(", ")", ";")), len(doc))
        source = line.run(first.i, stop - 1)
        if source is None or not first.text[0].isupper() or any(word.tag_ in FINITE for word in doc[first.i : stop]):
            return None
        place = text.index(dash[0].strip(), region.end)
        return Draft(line, cues.COLON, first.i, [Span(place, place + len(dash[0].strip()))], source, [region], "direct")
    return None


def _is_part(line: Line, region: Span, noun: Token) -> bool:
    """Whether a word in marks belongs to the noun behind them (`‘grim’ days`), or has it as its object."""
    inside = (word for word in line.doc if region.start <= line.offset(word) < region.end and not word.is_quote)
    return any(word.head == noun or noun.head == word for word in inside)


def _word(lines: Sequence[Line], region: Span) -> Draft | None:
    """A word or two right after a verb of speech (`answered "no"`)."""
    for line in lines:
        if line.sentence.span.end < region.end:
            continue
        if line.sentence.span.start >= region.start:
            return None
        doc = line.doc
        before = [token for token in doc if line.offset(token) < region.start and not token.is_space]
        if not before:
            continue
        cue = cues.verb(before[-1])
        if any(child.dep_ == "ccomp" and line.offset(child) >= region.end for child in before[-1].rights):
            return None  # `said “reforms” and the sale of ships would help`
        noun = next((word for word in doc if line.offset(word) >= region.end), None)
        finite = before[-1].tag_ in FINITE and noun is not None and noun.pos_ in ("NOUN", "PROPN")
        if noun is not None and finite and _is_part(line, region, noun):
            return None  # `reveals ‘grim’ days at sea`
        if cue is not None and cue.act == "say" and {"quote", "that"} <= cue.frames and before[-1].pos_ == "VERB":
            source = subject(before[-1])
            return Draft(line, cue, before[-1].i, [line.span(group(before[-1], cue))], source, [region], "direct")
        return None
    return None


def is_apart(draft: Draft, region: Span) -> bool:
    """Whether a verb that is none of the source's or over the cue stands between words in marks and a cue behind them."""
    line = draft.line
    held = [*draft.cues, *([line.span(draft.source)] if draft.source is not None else [])]
    verb = line.doc[draft.head]
    while verb.head != verb and verb.head.pos_ in ("VERB", "AUX", "ADP", "SCONJ"):
        verb = verb.head  # `“…,” the agency quoted her as saying`
        held.append(line.span((verb.i, verb.i)))
    between = (word for word in line.doc[: draft.head] if word.pos_ == "VERB" and line.offset(word) >= region.end)
    return any(not any(span.start <= line.offset(word) < span.end for span in held) for word in between)


def is_parted(draft: Draft, start: int, end: int) -> bool:
    """Whether between two places a clause opens with `when` or `while`, or with a subject of its own behind `, and`."""
    lead = [word for word in draft.line.doc.words if start <= draft.line.offset(word) < end]
    if lead and lead[-1].text not in (",", ":") and is_put(draft.line.doc[draft.head], draft.cue):
        return True
    return _parted(draft.line, draft.head, start, end)


def _parted(line: Line, head: int, start: int, end: int) -> bool:
    words = [word for word in line.doc.words if start <= line.offset(word) < end]
    for word in words:
        if word.lower_ in WHEN and (word.dep_ == "mark" or word.tag_ == "WRB") and word.i > head + 1:
            return True
        if (
            word.dep_ == "cc"
            and word.i > 0
            and word.nbor(-1).text == ","
            and any(_is_clause_with_subject(w, word) for w in words)
        ):
            return True
    return False


def _is_clause_with_subject(verb: Token, behind: Token) -> bool:
    """Whether a verb behind a word is finite and has its subject behind that too."""
    finite = verb.tag_ in FINITE or any(child.tag_ in (*FINITE, "MD") for child in verb.lefts)
    return finite and verb.i > behind.i and any(child.dep_ in SUBJECTS and child.i > behind.i for child in verb.lefts)


def leading_up(line: Line, region: Span, used: Sequence[Span]) -> Draft | None:
    """A cue of speech somewhat before words in quotation marks, where the parse has lost what it takes.

    The content runs from the cue (from `that` where there is word) to the end of the clause that the quotation stands in.
    """
    doc = line.doc
    before = [token for token in doc if line.offset(token) < region.start]
    for token in reversed(before[-REACH:]):
        if token.text in (";", ":") or line.quoted(token):
            return None
        cue = cues.verb(token) if token.pos_ == "VERB" else cues.noun(token)
        if cue is None or cue.class_ != "statement" or not cue.frames & {"quote", "that", "obj-to", "obj-as"}:
            continue
        words = group(token, cue) if cue.pos == "verb" else (token.i, token.i)
        if any(line.span(words).overlaps(span) for span in used):
            return None
        source = subject(token) if cue.pos == "verb" else _possessor(token)
        that = next(
            (
                word.i
                for word in doc[words[1] + 1 : before[-1].i + 1]
                if word.lower_ == "that" or (word.lower_ == "to" and word.dep_ == "aux")
            ),
            None,
        )
        if (
            that is None
            and words[1] + 1 < before[-1].i
            and (doc[words[1] + 1].text == "," or doc[words[1] + 1].dep_ == "cc")
        ):
            return None  # `He sings, dances, and is the “star”`
        if that is None and (is_put(token, cue) or _parted(line, token.i, line.offset(token), region.start)):
            return None  # `posted a chart, and skippers press the button “Open”`
        if source is None or (that is None and (cue.pos != "verb" or "hear" in cue.frames)):
            return None
        if doc[source[0]].tag_ == "WDT" or ability_to_say(doc[source[0] : source[1] + 1].root) == "no":
            return None  # `the storm | which blocked the road`
        first = that if that is not None else words[1] + 1
        if that is None and before[-1].text == ",":
            first = before[-1].i + 1  # `addresses the mayor, | “I am sorry”`
        last = _clause_end(line, region)
        run = line.run(first, last)
        if run is None or any(line.span(run).overlaps(span) for span in used):
            return None
        if grammar.is_passive(token) and "hear" not in cue.frames:
            source = None  # `he has been described as “the apple of her eye”`: nobody is told to have said it
        return Draft(line, cue, token.i, [line.span(words)], source, [line.span(run)], "that")
    return None


def _possessor(noun: Token) -> Run | None:
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    return (owner.left_edge.i, owner.right_edge.i) if owner is not None else None


def _clause_end(line: Line, region: Span) -> int:
    """The last token of the clause that a quotation stands in: before the next comma or stop after it."""
    doc = line.doc
    last = 0
    for token in doc:
        if line.offset(token) >= region.end and token.text in (",", ";", ":", ".", "—", "–", "--", "-", "!", "?"):
            break
        last = token.i
    return last
