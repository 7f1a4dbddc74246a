"""What is told as a whole of the parse: nothing in it is left open, and nothing in it goes with the telling instead.

Whichever way content was found, it does not end inside a word, on a preposition or an article whose noun stands right
behind it, or in a bracket; a relative pronoun at its start has its noun; a gerund in a row with the teller's verb, and the
channel at its end, are the teller's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.language import tables
from dateline.language.english import grammar
from dateline.language.english.reporting import cues
from dateline.language.english.reporting.above import FINITE, SUBJECTS
from dateline.language.english.reporting.asides import is_dash, is_main, is_predicate
from dateline.language.english.reporting.clauses import CONCEDES
from dateline.language.english.reporting.speakers import is_channel
from dateline.language.reporting import Draft, Line

if TYPE_CHECKING:
    from dateline.language.tokens import Doc, Token

_OPEN = frozenset(("ADP", "DET"))
_OWNERS = frozenset(("PRP$", "POS"))
_NOUNS = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "DET", "ADV"))
_STOPS = frozenset((",", ";", ":", ".", "—", "–", "--", "(", ")", "?", "!"))
_BREAKS = frozenset(("ADP", "SCONJ", "CCONJ", "PRON", "AUX"))
_VERBS = frozenset((*FINITE, "MD", "VB"))
_BEHIND = frozenset(("ADP", "SCONJ", "CCONJ", "PART", "ADV"))  # what a clause goes on with behind words in marks
_SPELLS = frozenset(("minutes", "hours", "days", "weeks", "months", "years"))
_MARK = 2  # code points of a quotation mark
_REACH = 8  # tokens that a phrase cut at its start can have
_RELATIVES = frozenset(("who", "whom", "which", "that"))
_AROUND = frozenset(("around", "according"))  # frames in which the cue stands inside what is told
_CLAUSES = frozenset(("that", "around"))
_THINGS = frozenset(("small", "obj", "obj-prep"))
_JUDGES = frozenset(("accuse", "name", "thank", "judge"))
_THROUGH = frozenset(("in", "on", "via", "during"))
_OF_CHANNELS = frozenset(("a", "an", "his", "her", "its", "their", "another"))
_MEANWHILE = frozenset(("in", "when", "while"))
_SITES = frozenset(("twitter", "facebook", "instagram", "telegram"))
_PRESS = frozenset(("news", "press"))


def fit(draft: Draft) -> None:
    """Cut the pieces of a draft's content that stand in its sentence where they are whole."""
    line = draft.line
    pieces = []
    for number, span in enumerate(draft.content):
        words = [word.i for word in line.doc.words if span.start <= line.offset(word) < span.end]
        run = (words[0], words[-1]) if words and line.sentence.span.holds(span) else None
        if run is None:
            pieces.append(span)
            continue
        first = _past_count(draft, _past_added(draft, _with_noun(draft, run[0]))) if number == 0 else run[0]
        last = _short_of_comment(draft, first, _whole(draft, first, _closed(draft, run[1])))
        if number == len(draft.content) - 1:
            last = _short_of_telling(draft, first, last)
        changed = line.run(first, last) if (first, last) != run else None
        pieces.append(span if changed is None else line.span(changed))
    draft.content = pieces


def _past_count(draft: Draft, first: int) -> int:
    """Where a piece starts behind a number by which the report counts its points (`Third, | the pier, says Falk, is old`)."""
    doc = draft.line.doc
    counts = first == 0 and doc[0].lower_ in tables.words("ordinals") and len(doc) > 2 and doc[1].text in (",", ":")
    return 2 if counts and draft.frame in _AROUND and not draft.line.quoted(doc[0]) else first


def _past_added(draft: Draft, first: int) -> int:
    """Where a piece starts behind what is added to who is told by (`according to Sundweb, the largest site, | it was old`)."""
    doc = draft.line.doc
    if (
        draft.frame != "according"
        or first < 1
        or draft.line.offset(doc[first]) < draft.place
        or doc[first - 1].text != ","
    ):
        return first
    added = next((word for word in doc[first:] if grammar.is_noun(word) and word.left_edge.i == first), None)
    if (
        added is None
        or added.dep_ in (*SUBJECTS, "conj", "compound", "poss", "nmod")
        or added.right_edge.i + 2 >= len(doc)
    ):
        return first
    start = added.right_edge.i + 2
    own = any(word.dep_ in SUBJECTS and word.left_edge.i == start for word in doc[start:])
    return start if own and doc[start - 1].text == "," else first


def _short_of_comment(draft: Draft, first: int, last: int) -> int:
    """The end of a piece that starts with whole words in marks, short of what the report says of these (`“We all do it” | is
    a stunning thing to say`).
    """
    line = draft.line
    start = line.offset(line.doc[first])
    region = next((one for one in line.regions if start - _MARK <= one.start <= start), None)
    if region is None or region.end >= line.span((first, last)).end:
        return last
    inside = [word for word in line.doc[first : last + 1] if line.offset(word) < region.end]
    behind = line.doc[inside[-1].i + 1 : last + 1]
    told = any(word.tag_ in (*FINITE, "MD") for word in inside)
    if len(behind) > 2 and behind[0].dep_ == "cc" and _is_alike(behind[1], line.doc[draft.head]):
        return inside[-1].i if cues.verb(behind[1]) is not None else last  # `say, “It is ours” | and joke that`
    if told and len(behind) and behind[0].lower_ in CONCEDES:
        return inside[-1].i  # `“I will ask,” | although it is unlikely`
    if not told or not len(behind) or behind[0].pos_ in _BEHIND or behind[0].is_punct:
        return last
    return inside[-1].i if any(word.tag_ in (*FINITE, "MD") for word in behind) else last


def _is_alike(verb: Token, teller: Token) -> bool:
    """Whether a verb has the form of the teller's, which stands in a row with it then."""
    return verb.tag_ == teller.tag_ in FINITE or (verb.tag_ == "VB" and teller.tag_ == "VBP")


def _whole(draft: Draft, first: int, last: int) -> int:
    """The end of a piece that was cut before its own predicate: at an aside in dashes (`that Moe - - of Sund | - - may go`),
    at the end of what is but a condition (`that for it to grow, | it has to pay`), or in the middle of a phrase.
    """
    doc, line = draft.line.doc, draft.line
    if (
        last + 2 < len(doc)
        and doc[last].text.isdigit()
        and doc[last + 1].text == "."
        and doc[last + 2].text[0].isdigit()
    ):
        return _stop(doc, last + 2)  # `at around 4. | 30am and took the ring`
    if draft.frame == "obj" and doc[last + 1 : last + 2].text == ":" and _is_said_behind(line, last + 2):
        return next((word.i - 1 for word in doc[last + 2 :] if word.text in (".", "!", "?", ";")), len(doc) - 1)
    if draft.frame == "that" and _is_turned(doc, first, last):
        return _stop(doc, last + 3)  # `left not for money, | but because he was tired`
    if draft.frame not in ("that", "according") or last + 3 >= len(doc) or line.offset(doc[first]) < draft.place:
        return last
    behind, inside = doc[last + 1], doc[first : last + 1]
    if is_dash(behind):
        ends = next((word.i for word in doc[last + 1 :] if not is_dash(word)), len(doc))
        cut = any(is_dash(word) for word in inside) and is_predicate(doc[ends : ends + 2])
        told = next((word for word in doc[ends:] if is_main(word)), behind) if cut else behind
        return max(last, (told.head if told.dep_ in ("aux", "auxpass") else told).right_edge.i) if cut else last
    opens = doc[first].lower_ == "that" and doc[first + 1].pos_ in ("ADP", "SCONJ")
    bare = draft.frame == "that" and opens and not any(map(is_main, inside))
    if bare and behind.text == "," and any(map(is_main, doc[last + 2 :])):
        return _stop(doc, last + 2)
    open_ = (
        draft.frame == "according" and doc[0].lower_ == "according" and not (behind.is_punct or behind.pos_ == "CCONJ")
    )
    return _stop(doc, last + 1) if open_ else last


def _is_turned(doc: Doc, first: int, last: int) -> bool:
    """Whether what follows a piece is the other side of its `not`, which is of a phrase and no verb, or of a verb whose
    other side is a phrase (`it is not one man, | but all of them`).
    """
    if last + 4 >= len(doc) or doc[last + 1].text != "," or doc[last + 2].lower_ != "but":
        return False
    nots = [word for word in doc[first : last + 1] if word.lower_ == "not"]
    if any(not grammar.is_verb(word.head) for word in nots) and doc[last + 3].pos_ in ("ADP", "SCONJ", "PART"):
        return True
    phrase = doc[last + 3 : _stop(doc, last + 3) + 1]
    return bool(nots) and phrase[0].pos_ in (*_NOUNS, "PRON") and not any(word.tag_ in _VERBS for word in phrase)


def _is_said_behind(line: Line, start: int) -> bool:
    """Whether a clause follows a colon, and no words in marks."""
    behind = line.doc[start:]
    return len(behind) > 0 and not line.quoted(behind[0]) and any(word.tag_ in _VERBS for word in behind)


def _stop(doc: Doc, start: int) -> int:
    """The last token before the next stop that is no comma of numbers."""
    ends = (word.i - 1 for word in doc[start:] if word.text in (";", ".", "!", "?", ",") or is_dash(word))
    return next(ends, len(doc) - 1)


def _closed(draft: Draft, last: int) -> int:
    """The last token of a piece, with the rest of a word or phrase that it breaks off in."""
    doc = draft.line.doc
    if last + 1 >= len(doc):
        return last
    word, behind = doc[last], doc[last + 1]
    if behind.dep_ == "neg" and not word.whitespace_:
        return last + 1  # `even if it does | n't`
    opened = (word.pos_ in _OPEN and not _has_noun(word)) or word.tag_ in _OWNERS
    if not opened or behind.pos_ not in _NOUNS or _is_away(draft, behind):
        return last
    end = last
    for token in doc[last + 1 : last + 1 + _REACH]:
        if (
            token.text in _STOPS
            or token.is_quote
            or token.pos_ in _BREAKS
            or token.tag_ in _VERBS
            or _is_away(draft, token)
        ):
            break
        end = token.i
    return end if grammar.is_noun(doc[end]) else last


def _has_noun(word: Token) -> bool:
    """Whether a preposition has its noun, or is a particle."""
    return word.dep_ == "prt" or any(child.dep_ in ("pobj", "pcomp") and child.i < word.i for child in word.children)


def _is_away(draft: Draft, word: Token) -> bool:
    """Whether a word belongs to the cue or the source."""
    source, place = draft.source, draft.line.offset(word)
    if source is not None and source[0] <= word.i <= source[1]:
        return True
    return any(cue.start <= place < cue.end for cue in draft.cues)


def _with_noun(draft: Draft, first: int) -> int:
    """Where a piece starts, with the noun of a relative pronoun that it begins with (`a man | who, police say, fell`)."""
    word = draft.line.doc[first]
    if draft.frame not in _AROUND or word.lower_ not in _RELATIVES or word.dep_ == "mark":
        return first
    clause = word.head
    while clause.dep_ != "relcl" and clause.head != clause:
        clause = clause.head
    noun = clause.head
    own = clause.dep_ == "relcl" and grammar.is_noun(noun) and noun.i < first
    return noun.left_edge.i if own and not draft.line.quoted(noun) else first


def _short_of_telling(draft: Draft, first: int, last: int) -> int:
    """The end of content without what is of the telling: a gerund in a row with its verb, the channel."""
    doc = draft.line.doc
    if draft.place > draft.line.offset(doc[first]):
        return last
    for word in doc[first + 1 : last + 1]:
        joined = _joins_gerund(draft, word, first)
        if joined is not None:
            return joined.i - 1
    last = _short_of_when(draft, first, _short_of_saying(draft, first, last))
    last = _short_of_span(draft, first, _short_of_teller(draft, first, last))
    return _short_of_channel(draft, doc, first, last)


def _short_of_saying(draft: Draft, first: int, last: int) -> int:
    """The end of content before what who speaks told meanwhile (`“no harm was done” | in announcing the charges`)."""
    doc, teller = draft.line.doc, draft.line.doc[draft.head]
    for prep in doc[first + 2 : last]:
        gerund = grammar.child(prep, "pcomp") if prep.lower_ in _MEANWHILE else None
        cue = cues.verb(gerund) if gerund is not None else None
        behind = prep.nbor(-1).is_quote or prep.head == teller
        says = cue is not None and cue.act == "say" and {"that", "obj"} <= cue.frames
        if says and behind and not draft.line.quoted(prep):
            return prep.i - 1
    return last


def _short_of_when(draft: Draft, first: int, last: int) -> int:
    """The end of a thing told before when it was (`blamed the crew for it | hours before a meeting`)."""
    if draft.frame not in _THINGS:
        return last
    for word in draft.line.doc[first + 2 : last]:
        if word.tag_ in (*FINITE, "MD"):
            return last
        near = word.nbor(-1)
        if word.lower_ in ("before", "after", "ahead") and near.lower_ in _SPELLS and not draft.line.quoted(word):
            start = near.i - (near.nbor(-1).pos_ in ("NUM", "ADJ"))
            return start - 1 if start > first else last
    return last


def _short_of_span(draft: Draft, first: int, last: int) -> int:
    """The end of content before the `to` that a `from` ahead of it leads to (`from blaming them | to praising her`)."""
    doc = draft.line.doc
    start = next((word.i for word in doc[:first] if word.lower_ == "from" and _has_gerund(word)), None)
    ends = (word.i for word in doc[first + 1 : last] if word.lower_ == "to" and _has_gerund(word))
    end = next(ends, None) if start is not None else None
    return last if end is None else end - 1


def _has_gerund(prep: Token) -> bool:
    """Whether a gerund is what a preposition has."""
    gerund = grammar.child(prep, "pcomp")
    return gerund is not None and gerund.tag_ == "VBG"


def _joins_gerund(draft: Draft, word: Token, first: int) -> Token | None:
    """The `and` before a gerund that stands in no row with a finite verb in the content (`admits he fell | and running`)."""
    above = word.head
    if word.dep_ != "conj" or word.tag_ != "VBG" or grammar.auxiliaries(word) or above.i < first:
        return None
    if not (above.tag_ in FINITE or any(helper.tag_ in (*FINITE, "MD") for helper in grammar.auxiliaries(above))):
        return None
    if above.tag_ == "VBG" or draft.line.quoted(word):
        return None
    teller = draft.line.doc[draft.head]
    if not any(over.tag_ == "VBG" and not draft.holds(over) for over in (teller, *teller.ancestors)):
        return None
    return next((child for child in above.rights if child.dep_ == "cc" and child.i < word.i), None)


def _short_of_teller(draft: Draft, first: int, last: int) -> int:
    """The end of content before a cue clause of somebody else behind a comma (`said he fell, | the Herald reported`)."""
    verb = draft.line.doc[last]
    cue = cues.verb(verb)
    if cue is None or cue.act != "say" or verb.tag_ not in FINITE or draft.line.quoted(verb):
        return last
    own = grammar.child(verb, *SUBJECTS)
    if own is None or own.right_edge.i != last - 1:
        return last
    comma = own.left_edge.i - 1
    return comma - 1 if comma > first and verb.doc[comma].text == "," else last


def _short_of_channel(draft: Draft, doc: Doc, first: int, last: int) -> int:
    """The end of content before that through which it was said (`will end well | in a press conference before the talks`)."""
    thing = draft.frame in _THINGS and draft.cue.act in _JUDGES
    if draft.cue.act == "show" or not (draft.frame in _CLAUSES or thing):
        return last
    for prep in reversed(doc[first + 2 : last]):
        if prep.lower_ not in _THROUGH or prep.dep_ != "prep" or draft.line.quoted(prep):
            continue
        noun = grammar.child(prep, "pobj")
        if noun is None or noun.i > last or not _is_telling(noun):
            continue
        behind = doc[noun.i + 1 : last + 1]
        told = any(word.tag_ in (*FINITE, "MD") or word.is_quote for word in behind)
        told = told or (draft.frame in _THINGS and noun.i < last)
        return last if told or _is_said_there(draft, prep) else prep.i - 1
    return last


def _is_telling(noun: Token) -> bool:
    """Whether a noun is a channel of somebody's words: one not named before (`an interview`), or a site."""
    if noun.lower_ in _SITES:
        return not noun.left_edge.i < noun.i
    conference = noun.lower_ == "conference" and noun.i > 0 and noun.nbor(-1).lower_ in _PRESS
    return (is_channel(noun) or conference) and noun.left_edge.lower_ in _OF_CHANNELS


def _is_said_there(draft: Draft, prep: Token) -> bool:
    """Whether the content itself tells of words or a paper that are given so (`that she resigned in a letter`)."""
    above = prep.head
    if grammar.is_verb(above) and above.dep_ in ("advcl", "acl", "relcl"):
        return True  # `he had not thought of it when asked in an interview`
    return above.i != draft.head and (cues.verb(above) is not None or cues.noun(above) is not None)
