"""Quotations without a reporting verb: `according to`, nouns (`his denial that`), adjectives, colons and polls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.cite import Span
from dateline.language import tables
from dateline.language.english import grammar
from dateline.language.english.names import persons
from dateline.language.english.reporting import cues
from dateline.language.english.reporting.above import FINITE, SUBJECTS
from dateline.language.english.reporting.edges import goes_on
from dateline.language.english.reporting.rows import short_of_remark
from dateline.language.english.reporting.speakers import ability, is_happening
from dateline.language.english.reporting.subject import subject
from dateline.language.reporting import Cue, Draft, Line, Run

if TYPE_CHECKING:
    from dateline.language.tokens import Token

_POLLS = frozenset(("poll", "survey", "study", "polling", "report", "census"))
_TELLING = frozenset(("say", "show", "claim"))  # acts of nouns that can tell what a colon leads to (`Report: …`)
# verbs whose subject is given the words (`received a call that`)
_RECEIVES = frozenset(("receive", "get", "obtain", "hear", "await", "field", "ignore", "read", "take"))
_TAKES = frozenset(
    ("get", "have", "make", "give", "bring", "receive", "find", "put", "use", "raise")
)  # what it is, or whom
_AGAINST = frozenset(("challenge", "contest", "question", "oppose", "criticize", "criticise", "mock", "condemn"))
_HOLDS = frozenset(("in", "on", "under", "with"))  # prepositions before a thought that the verb's subject has
_FELT = frozenset(("be", "seem", "feel", "remain", "sound", "appear", "become"))
_WITHIN = frozenset(("acl", "advcl", "relcl", "pcomp", "xcomp", "ccomp"))
_GOES_ON = frozenset(("ADP", "CCONJ", "SCONJ"))  # what a clause goes on with behind a quotation in it
_LONGEST_SOURCE = 8  # tokens before a colon that can be a source


def without_verb(line: Line, words: Sequence[Token]) -> Iterator[Draft]:
    """Quotations of one sentence that hang on no verb, in text order; `words` are those that may be cues."""
    yield from (draft for draft in (_colon(line), _poll(line)) if draft is not None)
    for token in words:
        draft: Draft | None = None
        if token.lower_ == "according":
            draft = None if line.quoted(token) else _according(line, token)
        elif token.pos_ == "NOUN" and (cue := cues.noun(token)) is not None:
            draft = None if line.quoted(token) else _noun(line, token, cue)
        elif (cue := cues.adjective(token)) is not None and (token.pos_ == "ADJ" or grammar.is_passive(token)):
            draft = None if line.quoted(token) else _adjective(line, token, cue)
        if draft is not None:
            yield draft


def _colon(line: Line) -> Draft | None:
    """`Harbour authority: Ferry was overloaded` in a headline; elsewhere the words after it are quoted."""
    doc = line.doc
    if ":" not in doc.forms:
        return None
    colon = next((token.i for token in doc[1 : _LONGEST_SOURCE + 1] if token.text == ":"), None)
    if colon is None or colon + 2 >= len(doc) or doc[0].text in "([":
        return None
    label = _label(line, colon)
    if not label and any(token.pos_ in ("VERB", "AUX") for token in doc[:colon]):
        return None
    source, content = line.run(0, colon - 1), line.run(colon + 1, len(doc) - 1)
    named = (
        doc[source[0]].pos_ != "ADP" and ability(doc[source[0] : source[1] + 1].root) == "yes"
        if source is not None
        else False
    )
    if source is None or content is None or not (named or label) or _is_apposed(line, colon):
        return None
    if doc[source[0]].lower_ == "the" and not label and _is_quality(doc[source[0] : source[1] + 1].root):
        return None  # `The Latest: …`
    if line.doc[source[1]].pos_ == "NUM" and not label:
        return None  # `Season 2031: …`
    about = cues.noun(doc[source[0] : source[1] + 1].root)
    if about is not None and about.act not in _TELLING and not label:
        return None  # `Halvern protests: Rights for all`
    if not label and _is_event(doc[source[0] : source[1] + 1].root, doc[source[0]]):
        return None  # `Pier Shooting: Two held`
    if line.block.label != "headline" and not line.quoted(doc[colon + 1]) and not label:
        return None
    spans = [line.span(content)]
    region = next((region for region in line.regions if region.start == spans[0].start), None)
    behind = next((word for word in doc if region is not None and line.offset(word) >= region.end), None)
    if (
        region is not None
        and behind is not None
        and behind.pos_ not in _GOES_ON
        and not label
        and line.block.label != "headline"
    ):
        spans = [region]  # `The title: “Why?”, was chosen late`
    if label:
        spans = [Span(spans[0].start, max(spans[0].end, line.block.end))]
    return Draft(line, cues.COLON, colon, [line.span((colon, colon))], source, spans, "colon")


def _is_apposed(line: Line, colon: int) -> bool:
    """Whether words in marks behind a colon only say what a thing is called (`A book: “No”, came out in May`)."""
    start = line.offset(line.doc[colon + 1])
    region = next((region for region in line.regions if region.start == start), None)
    behind = next(
        (word for word in line.doc if region is not None and line.offset(word) >= region.end and not word.is_punct),
        None,
    )
    return behind is not None and behind.tag_ in FINITE and line.doc[behind.i - 1].text == ","


def _is_quality(head: Token) -> bool:
    """Whether a word says how something is rather than who somebody is (`The Latest`)."""
    return head.tag_ in ("JJ", "JJR", "JJS", "RBS") or (head.lower_.endswith("est") and head.pos_ != "NOUN")


def _label(line: Line, colon: int) -> bool:
    """Whether the words before a colon name the speaker of a whole paragraph, as a transcript does (`KELLER: …`)."""
    doc = line.doc
    words = [token for token in doc[:colon] if token.is_alpha]
    return (
        line.sentence.span.start == line.block.start
        and 0 < len(words) <= 3
        and all(token.is_upper for token in words)
        and not any(
            form in tables.words("event_lexicon") for token in words for form in _forms(token)
        )  # `ANALYSIS: …`, `UPDATE: …`
        and any(len(token) > 3 for token in words)
        and line.block.label == "body"
    )


def _is_event(head: Token, first: Token) -> bool:
    """Whether what stands before a colon is an event and nobody of such a name."""
    return is_happening(head) and not (head.pos_ == "PROPN" and persons.is_given(first.text))


def _forms(word: Token) -> tuple[str, str]:
    """A word in capitals, and what it may be the plural of."""
    return word.lower_, word.lower_.removesuffix("s")


def _poll(line: Line) -> Draft | None:
    """`In a poll by the institute, two in three are content`: what a survey found, without a verb of finding."""
    doc = line.doc
    if doc[0].lower_ != "in" or len(doc) < 6:
        return None
    noun = next((child for child in doc[0].children if child.dep_ == "pobj"), None)
    if noun is None or noun.lower_ not in _POLLS or _is_told(doc[0].head):
        return None
    end = noun.right_edge.i
    content = line.run(end + 1, len(doc) - 1)
    if end + 2 >= len(doc) or doc[end + 1].text != "," or content is None:
        return None
    source = line.run(1, end)
    return Draft(line, cues.POLL, 0, [line.span((0, 0))], source, [line.span(content)], "poll")


def _is_told(verb: Token) -> bool:
    """Whether a sentence's verb reports what is told there (`In a report, the Herald said that …`)."""
    cue = cues.verb(verb)
    named = grammar.child(verb, "ccomp", "oprd") is not None or (cue is not None and cue.act == "name")
    return cue is not None and cue.class_ == "statement" and named


def _according(line: Line, word: Token) -> Draft | None:
    """`The river rose, according to the agency`: what stands around it in its clause."""
    doc = word.doc
    if word.i + 1 >= len(doc) or doc[word.i + 1].lower_ != "to":
        return None
    nouns = (part for part in word.subtree if part.dep_ in ("pobj", "pcomp") and part.i > word.i)
    noun = next(nouns, None)  # `according to | show insiders`: the parser takes the first word for a verb
    if noun is None:
        return None
    source = line.run(word.i + 2, noun.right_edge.i)
    clause = word.head
    while clause.pos_ not in ("VERB", "AUX") and clause.head != clause:
        clause = clause.head
    if (
        source is not None
        and word.i > 0
        and word.nbor(-1).text == ","
        and line.run(source[1] + 1, len(doc) - 1) is None
    ):
        while clause.dep_ in _WITHIN and not _is_added(clause):
            clause = clause.head  # at the sentence's end all of it is told
            while clause.pos_ not in ("VERB", "AUX") and clause.head != clause:
                clause = clause.head
    while clause.dep_ == "conj" and grammar.is_verb(clause.head) and grammar.child(clause, *SUBJECTS) is None:
        clause = clause.head  # `she met him but said little, according to an aide`
    if source is not None and word.i == 0:
        source = _short_of_subject(line, source)
    pieces = []
    if source is not None and clause == word and word.i == 0 and (comma := _comma(noun)) is not None:
        source, behind = (
            line.run(2, comma - 1),
            line.run(comma + 1, len(doc) - 1),
        )  # `According to Falk, | the move reeks`
        pieces = [behind] if behind is not None else []
    elif source is not None and clause != word:
        before = line.run(clause.left_edge.i, word.i - 1)
        after = line.run(source[1] + 1, clause.right_edge.i)
        after = None if after is not None and doc[after[0]].lower_ == "but" else after
        pieces = [run for run in (before, after) if run is not None and run[0] <= run[1]]
    if not pieces:
        return None
    spans = [line.span(run) for run in pieces]
    return Draft(line, cues.ACCORDING, word.i, [line.span((word.i, word.i + 1))], source, spans, "according")


def _short_of_subject(line: Line, source: Run) -> Run:
    """Who opens a sentence, without the subject of the verb right behind that was taken for more of him."""
    doc = line.doc
    if source[1] + 1 >= len(doc) or doc[source[1] + 1].tag_ not in (*FINITE, "MD"):
        return source
    comma = next((word.i for word in reversed(doc[source[0] : source[1]]) if word.text == ","), None)
    return (line.run(source[0], comma - 1) if comma is not None else None) or source


def _is_added(clause: Token) -> bool:
    """Whether a clause stands behind a comma with a relative pronoun, or is what somebody says."""
    at = clause.left_edge
    cue = cues.verb(clause.head)
    if clause.dep_ == "ccomp" and cue is not None and cue.class_ == "statement":
        return True
    return clause.dep_ == "relcl" and at.i > 0 and at.nbor(-1).text in ("-", "–", "—", ",")


def _comma(noun: Token) -> int | None:
    """The first comma after a noun."""
    return next((word.i for word in noun.doc[noun.i :] if word.text == ","), None)


def _noun(line: Line, noun: Token, cue: Cue) -> Draft | None:
    """`His denial that …`, `the minister's promise to …`, `its claims of …`."""
    if _is_sign(noun):
        return None
    for child in (*noun.rights, *_predicate(noun)):
        run = _complement(line, noun, child, cue)
        if run is None or (child.dep_ == "xcomp" and child.head != noun and cue.class_ == "attitude"):
            continue  # `its goal was to curb it`: a thing's
        owner = _owner(line, noun, child)
        that = child.dep_ != "prep" and any(word.dep_ == "mark" for word in child.children)
        if owner is None and (
            not that or cue.act == "show" or (child.head == noun and child.left_edge.i != noun.i + 1)
        ):
            return None
        frame = "noun" if that else "of"
        return Draft(line, cue, noun.i, [line.span((noun.i, noun.i))], owner, [line.span(run)], frame)
    return None


def _is_sign(noun: Token) -> bool:
    """Whether a noun only tells from what something is clear (`it is clear from his posts that`)."""
    above = noun.head.head
    if noun.dep_ not in ("pobj", "conj") or above.pos_ != "ADJ":
        return False
    return any(child.lower_ == "it" and child.dep_ in SUBJECTS for child in above.head.lefts)


def _predicate(noun: Token) -> list[Token]:
    """The clause that says what a noun is (`her claim is | that they paid`, `their plan was | to close it`)."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_.lower() != "be" or noun.i > verb.i:
        return []
    return [child for child in verb.rights if child.dep_ in ("ccomp", "xcomp")]


def _complement(line: Line, noun: Token, child: Token, cue: Cue) -> Run | None:
    """What a noun of saying takes after it: a clause with `that`, an infinitive, or what one of its prepositions has."""
    marks = {word.lower_ for word in child.children if word.dep_ in ("mark", "aux") and word.i <= child.i}
    if child.dep_ in ("acl", "relcl", "ccomp", "xcomp") or (child.dep_ == "advcl" and marks & cue.frames & {"for"}):
        if "that" in marks and _lacks_object(child):
            return None  # `complaints that he rarely gets`
        if marks & {"that", "whether"} or ("to" in marks and child.tag_ == "VB" and "to" in cue.frames):
            first, last = short_of_remark((child.left_edge.i, child.right_edge.i), child)
            after = next((word.i for word in line.doc[first + 1 : last + 1] if goes_on(word)), last + 1)
            return line.run(first, after - 1)
        return None
    if child.dep_ == "prep" and child.lower_ in cue.frames and child.lower_ != "to":
        return line.run(child.i + 1, child.right_edge.i)
    return None


def _lacks_object(verb: Token) -> bool:
    """Whether a verb that always has an object has none, which is then the noun before its clause."""
    taken = ("dobj", "acomp", "ccomp", "xcomp", "prt", "auxpass", "oprd", "attr", "nsubjpass", "advmod")
    return verb.lemma_.lower() in _TAKES and not any(
        child.dep_ in taken and child.i != verb.i - 1 for child in verb.children
    )


def _owner(line: Line, noun: Token, clause: Token) -> Run | None:
    """Whose claim it is: a possessive, `of` or `by` somebody, or the subject of the verb that has it as its object."""
    for child in noun.children:
        if child.dep_ == "poss":
            return line.run(child.left_edge.i, child.right_edge.i)
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "of") and child.i < clause.i and child != clause:
            return line.run(child.i + 1, child.right_edge.i)
    bearer = next(
        (word for word in noun.lefts if word.dep_ == "compound" and word.ent_type_ in ("ORG", "PERSON")), None
    )
    if bearer is not None:
        return line.run(bearer.left_edge.i, bearer.i)
    if noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and grammar.lemma_of(noun.head) not in _RECEIVES:
        kind = cues.noun(noun)
        if grammar.lemma_of(noun.head) == "have" and kind is not None and kind.class_ == "statement":
            return None  # `they have had confirmation that it is closed`
        cue = cues.verb(noun.head)
        against = cue is not None and (cue.polarity == "deny" or cue.word in _AGAINST)
        who = None if against else subject(noun.head)
        thought = who is not None and kind is not None and kind.class_ == "attitude" and clause.dep_ == "prep"
        return who if not thought or ability(_root(line, who)) == "yes" else None  # `his acts raised fears of it`
    above = noun.head.head
    kind = cues.noun(noun) if noun.dep_ == "pobj" and noun.head.lower_ in _HOLDS else None
    law = noun.lower_ == "suspicion" and noun.head.lower_ == "on"  # `held on suspicion of theft`: not his own
    thought = kind is not None and kind.class_ == "attitude" and not law
    if thought and grammar.is_verb(above) and grammar.child(above, "auxpass") is None:
        who = subject(above)  # `sailed in the hope that …`
        return who if who is None or ability(_root(line, who)) == "yes" else None
    return None


def _root(line: Line, run: Run | None) -> Token:
    """The head word of a run."""
    assert run is not None
    return line.doc[run[0] : run[1] + 1].root


def _adjective(line: Line, word: Token, cue: Cue) -> Draft | None:
    """`The engineers were aware that …`, `how sure that … is the mayor?`."""
    clause = next((child for child in word.rights if child.dep_ in ("ccomp", "xcomp", "prep")), None)
    above = word if grammar.is_verb(word) else word.head  # `were convinced that`, taken for a passive
    if clause is None or (above != word and above.lemma_ not in _FELT):
        return None
    who = next((child for child in above.children if child.dep_ in SUBJECTS), None)
    run = line.run(clause.left_edge.i, clause.right_edge.i)
    if who is None or run is None or (clause.dep_ == "prep" and clause.lower_ not in ("of", "about", "on")):
        return None
    source = line.run(who.left_edge.i, who.right_edge.i)
    first = min([above.i, word.i, *(helper.i for helper in grammar.auxiliaries(word))])
    return Draft(line, cue, word.i, [line.span((first, word.i))], source, [line.span(run)], "adj")
