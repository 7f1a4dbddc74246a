"""Whose verb it is: the words that a verb has as its subject, its own or one that it shares, and the verb's own group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.language.english import grammar
from dateline.language.english.reporting import cues
from dateline.language.english.reporting.above import (
    FINITE,
    far_row,
    open_row,
    row_of,
)
from dateline.language.english.reporting.speakers import ability, is_channel, is_document
from dateline.language.reporting import Cue, Line, Run

if TYPE_CHECKING:
    from dateline.language.tokens import Doc, Token

BREAKS = frozenset((",", "—", "–", "-", "--", "―"))
_OBJECTS = frozenset(("dobj", "dative", "obj"))
# verbs by which words are given out by who they are of
_GIVES_OUT = frozenset((
    "issue", "release", "send", "post", "write", "file", "deliver", "give", "make", "air", "run", "launch", "unleash", "submit",
    "sign", "circulate", "publish", "offer", "tweet",
))  # fmt: skip
_THEM = frozenset(("them", "him", "her"))
_USES = frozenset(("use", "take", "need", "spend"))
_CHARGED = frozenset(("for", "of", "into"))  # behind whom a verb does something to for what he says, or leads to say it
_OWN = frozenset((*grammar.SUBJECT, "expl"))
_GROUP = frozenset(("aux", "auxpass", "neg", "advmod"))
_CONTROLLED = frozenset(("advcl", "xcomp", "pcomp", "conj", "acl", "dep"))


def group(verb: Token, cue: Cue) -> Run:
    """The verb with its auxiliaries, adverbs and particle, as far as they stand together."""
    doc, first, last = verb.doc.words, verb.i, verb.i
    while first > 0 and doc[first - 1].head == verb and doc[first - 1].dep_ in _GROUP:
        first -= 1
    while last + 1 < len(doc) and doc[last + 1].head == verb and doc[last + 1].dep_ in ("prt", "neg"):
        last += 1
    if cue.particle and last + 1 < len(doc) and doc[last + 1].lower_ == cue.particle:
        last += 1
    return first, last


def subject(verb: Token, depth: int = 0) -> Run | None:
    """The run of the words that a verb has as its subject, its own or the one that it shares with the verb above it."""
    own = next(
        (
            child
            for child in verb.children
            if child.dep_ in _OWN or (child.dep_ == "csubj" and _is_lost_name(verb, child))
        ),
        None,
    )
    if own is not None:
        return _past_it(own, verb, depth) or (_own(own, verb, depth) if own.dep_ != "expl" else None)
    asked = next((word for word in verb.lefts if word.dep_ == "ccomp" and word.tag_ in ("VBN", "VBD")), None)
    if asked is not None and broken(asked):
        return subject(asked)  # `Ida Falk, asked about it, said no`
    if (name := _name_before(verb)) is not None:
        return name
    if (heard := _heard(verb)) is not None:
        return heard
    above = _teller(verb) or verb.head
    if verb.tag_ in FINITE and above.i < verb.i and grammar.is_noun(above) and verb.dep_ != "conj":
        return phrase(above, verb)
    if depth > 4 or above == verb or verb.dep_ not in _CONTROLLED:
        return None
    if verb.dep_ in ("acl", "relcl") and above.lower_ == "those" and above.head.lower_ == "among":
        return subject(above.head.head, depth + 1) or phrase(above, verb)  # `she was among those brushing it off`
    if verb.dep_ == "acl" and above.pos_ in ("NOUN", "PROPN", "PRON"):
        planned = grammar.infinitive(verb) is not None
        if planned:
            return _planner(verb, above, depth)
        given = _issuer(verb, above, depth) or _writer(verb, above, depth)
        return given or _beside_thing(verb, above, depth) or phrase(above, verb)
    if _is_told(verb, above):
        return None
    if (teller := row_of(verb) or open_row(verb) or far_row(verb)) is not None:
        return subject(teller, depth + 1)
    return _shared(verb, above, depth)


def _past_it(own: Token, verb: Token, depth: int) -> Run | None:
    """Who does it where the verb above has a mere `it` (`are alike when it comes to | blaming it`, `it was found that Moe had
    written, | saying no`).
    """
    if depth == 0 or own.lower_ != "it":
        return None
    if verb.lemma_ == "come" and verb.dep_ == "advcl" and any(child.lower_ == "when" for child in verb.lefts):
        return subject(verb.head, depth + 1)
    if grammar.child(verb, "auxpass") is None or cues.verb(verb) is None:
        return None
    that = next((word for word in verb.doc[verb.i + 1 :] if word.lower_ == "that" or word.text == ","), verb)
    who = grammar.child(that.head, "nsubj") if that.lower_ == "that" and that.head.i > that.i else None
    return phrase(who, that.head) if who is not None and who.pos_ != "PRON" else None


def _own(noun: Token, verb: Token, depth: int) -> Run:
    """The words of a verb's own subject; of two the nearer (`which they say is void`)."""
    if (named := _past_title(noun, verb) or _past_label(noun, verb)) is not None:
        return named
    second = [word for word in verb.lefts if word.dep_ in grammar.SUBJECT and word.i > noun.i]
    if second and second[-1].left_edge.i == noun.i + 1 and second[-1].pos_ == "PROPN" and noun.pos_ == "NOUN":
        return noun.left_edge.i, second[-1].right_edge.i  # `the magazine The Sea Mail wrote`
    if second and second[-1].i == noun.i + 2 and noun.nbor(1).text == "-":
        return noun.left_edge.i, second[-1].right_edge.i  # `some co - workers said`: one word that was set apart
    if second and (noun.lower_ in ("which", "that") or (depth == 0 and verb.tag_ != "VBG" and _is_aside(second[-1]))):
        noun = second[-1]
    return phrase(noun, verb)


def _is_lost_name(verb: Token, word: Token) -> bool:
    """Whether what was taken for a gerund is a name (`Browning called it late`)."""
    return word.text.istitle() and word.i < verb.i and not [*word.children]


def _is_aside(noun: Token) -> bool:
    """Whether a second subject opens a clause between commas, which alone is its own (`The pier, as Falk told us, …`)."""
    at = noun.left_edge.i - 1
    at -= at > 0 and noun.doc[at].lower_ == "as"
    return at > 0 and noun.doc[at].text in BREAKS and noun.doc[at].text != "-"


def _past_title(noun: Token, verb: Token) -> Run | None:
    """Who stands right before a verb behind a title in marks that the parser took for the subject (`In “Tides,” Moe wrote`)."""
    words, first = verb.doc.words, verb.i
    while first > 0 and words[first - 1].pos_ == "PROPN":
        first -= 1
    if first == verb.i or noun.i >= first or words[first - 1].text != ",":
        return None
    return (first, verb.i - 1) if sum(word.is_quote for word in words[noun.i : first]) == 1 else None


def _past_label(noun: Token, verb: Token) -> Run | None:
    """Who stands behind the label of a paragraph that the parser took for the subject (`A GOOD DAY: The Herald reports`)."""
    if ":" not in noun.doc.forms:
        return None
    colon = next((word.i for word in noun.doc[noun.i : verb.i] if word.text == ":"), None)
    if colon is None or noun.doc[noun.i : verb.i].text.count(":") > 1:
        return None
    chunks = [chunk for chunk in noun.doc.noun_chunks if colon < chunk.start and chunk.end <= verb.i]
    return (chunks[0].start, chunks[0].end - 1) if chunks else None


def _name_before(verb: Token) -> Run | None:
    """The name before a main verb without a subject, given to the clause before (`when they had met Ida Falk said`)."""
    if verb.tag_ not in FINITE or verb.i == 0 or verb.dep_ not in ("ROOT", "conj", "ccomp"):
        return None
    name = _past_brackets(verb)
    if verb.dep_ == "conj" and name.tag_ == "NNS" and name.dep_ == "conj" and name.left_edge.nbor(-1).dep_ == "cc":
        apart = verb.tag_ == "VBP" and verb.head.tag_ == "VBZ" and ability(name) == "yes"
        return (name.left_edge.i, name.i) if apart else None  # `has water and | officials say`: not what has it
    if name.pos_ != "PROPN":
        return None
    if verb.dep_ == "conj":  # `charged him with theft and | Falk fired him`
        return (name.i, name.i) if name.dep_ == "conj" and name.left_edge.nbor(-1).dep_ == "cc" else None
    if name.dep_ not in ("dobj", "pobj") or (verb.dep_ == "ccomp" and name.i + 1 == verb.i):
        return None
    if name.ent_type_ != "PERSON":  # `at the Karst Herald | Falk said that`: the end of a longer name
        told = any(child.dep_ == "ccomp" and child.i > verb.i for child in verb.children)
        return (name.i, name.i) if told and name.ent_type_ and name.ent_iob_ == "I" else None
    return name.left_edge.i, name.i


def _past_brackets(verb: Token) -> Token:
    """The word before a verb, behind what stands there in brackets (`Ida Falk (Karst) | said`)."""
    before = verb.nbor(-1)
    if before.text == ")":
        opens = next((word for word in reversed(verb.doc[: before.i]) if word.text == "("), None)
        return opens.nbor(-1) if opens is not None and opens.i > 0 else before
    return before


def _heard(verb: Token) -> Run | None:
    """Who is heard or seen to speak right before a participle (`footage of Falk | asking why`)."""
    if verb.tag_ != "VBG" or verb.i < 2 or verb.dep_ not in ("xcomp", "advcl", "acl", "pcomp"):
        return None
    name = verb.nbor(-1)
    while name.dep_ == "compound" and name.head.i < verb.i:
        name = name.head
    if (
        name.dep_ != "pobj"
        or name.head.lower_ not in ("of", "with")
        or name.ent_type_ != "PERSON"
        or name.i + 1 != verb.i
    ):
        return None
    return name.left_edge.i, name.i


def _shared(verb: Token, above: Token, depth: int) -> Run | None:
    """The subject that a verb has from what governs it, through a preposition or an adjective."""
    if above.dep_ == "prep" or above.pos_ == "ADP":
        quoted = grammar.child(above.head, "dobj")
        if (
            quoted is not None
            and quoted.i < above.i
            and (above.lower_ == "as" or (above.lower_ in _CHARGED and _is_somebody(quoted)))
        ):
            return phrase(quoted, verb)  # `quoted him as saying`, `criticised the board for saying`
        above = above.head
        if above.pos_ == "NOUN" and verb.dep_ == "pcomp":
            return _planner(verb, above, depth)
    if above.pos_ == "ADJ" and above.head != above:
        above = above.head
    if not grammar.is_verb(above):
        return None
    given = next((word for word in above.children if word.dep_ in _OBJECTS and word.i < verb.i), None)
    uses = above.lemma_.lower() in _USES  # `used the speech to refute it`
    down = verb.dep_ == "xcomp" or (verb.dep_ == "advcl" and _is_to_others(verb, above))
    if down and given is not None and above.dep_ != "xcomp" and _is_somebody(given) and not uses:
        return phrase(given, verb)
    return subject(above, depth + 1)


def _is_somebody(noun: Token) -> bool:
    """Whether a word is one for somebody who can speak, not for what is said (`reaffirmed their commitments`)."""
    return ability(noun) == "yes" and (noun.pos_ != "NOUN" or cues.noun(noun) is None)


def _is_to_others(verb: Token, above: Token) -> bool:
    """Whether an infinitive is what others are to do, though taken for the purpose (`advised Moe in May | to go`)."""
    cue = cues.verb(above)
    return cue is not None and "obj-to" in cue.frames and grammar.infinitive(verb) is not None


def _planner(verb: Token, noun: Token, depth: int) -> Run | None:
    """`Their plan to bar it`, `he made an effort to explain it`: who has the noun, not the noun."""
    owner = next((word for word in noun.children if word.dep_ == "poss"), None)
    if owner is not None:
        return owner.left_edge.i, owner.right_edge.i
    above = noun.head
    if above.dep_ == "prep":
        above = above.head
    if noun.dep_ in ("dobj", "pobj", "attr") and above.pos_ in ("VERB", "AUX") and above != verb:
        return subject(above, depth + 1)
    return phrase(noun, verb)


def _issuer(verb: Token, paper: Token, depth: int) -> Run | None:
    """Who gave out the words that a participle goes on from (`the club issued a letter | denying it`)."""
    cue = cues.verb(verb)
    if verb.tag_ != "VBG" or cue is None or cue.act == "show" or not (is_channel(paper) or is_document(paper)):
        return None
    owner = next((word for word in paper.children if word.dep_ == "poss"), None)
    if owner is not None:
        return owner.left_edge.i, owner.right_edge.i
    while paper.dep_ == "pobj" and paper.head.lower_ == "of" and grammar.is_noun(paper.head.head):
        paper = paper.head.head  # `a series of letters`
    giver = paper.head
    if paper.dep_ == "pobj" and giver.lower_ in ("in", "at", "with"):
        giver = giver.head
        above = cues.verb(giver)
        given = above is not None and above.class_ == "statement"
    else:
        given = paper.dep_ == "dobj" and giver.lemma_.lower() in _GIVES_OUT
    if not given or not grammar.is_verb(giver) or grammar.child(giver, "auxpass", "nsubjpass") is not None:
        return None
    return subject(giver, depth + 1)


def _beside_thing(verb: Token, thing: Token, depth: int) -> Run | None:
    """Who thinks or says something while he does it to a thing that does not (`entered the race | hoping that`)."""
    doer = thing.head
    if verb.tag_ != "VBG" or thing.dep_ != "dobj" or grammar.child(verb, "ccomp") is None:
        return None
    if not grammar.is_verb(doer) or is_channel(thing) or is_document(thing):
        return None
    return subject(doer, depth + 1) if thing.pos_ == "NOUN" and ability(thing) != "yes" else None


def _is_told(verb: Token, above: Token) -> bool:
    """Whether a participle in a row with a passive has its subject as who is told (`was called by a clerk and told that`)."""
    cue = cues.verb(verb)
    passive = verb.dep_ == "conj" and verb.tag_ in ("VBN", "VBD") and grammar.child(above, "auxpass") is not None
    return passive and cue is not None and "hear" in cue.frames and grammar.child(verb, "dobj", "dative") is None


def _writer(verb: Token, hearer: Token, depth: int) -> Run | None:
    """Who does what a participle tells, where it is done to those it stands behind (`wrote to the mayors | urging them`)."""
    cue, told = cues.verb(verb), verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ in _THEM
    if verb.tag_ != "VBG" or cue is None or "obj-to" not in cue.frames or not told or hearer.dep_ != "pobj":
        return None
    giver = hearer.head.head
    while grammar.is_noun(giver) and giver.dep_ in ("dobj", "pobj") and giver.head != giver:
        giver = giver.head if giver.dep_ == "dobj" else giver.head.head
    return subject(giver, depth + 1) if grammar.is_verb(giver) else None


def _teller(verb: Token) -> Token | None:
    """The verb that `…, adding that` goes on from: the reporting verb around it rather than one that it reports."""
    if verb.tag_ != "VBG" or verb.i == 0 or verb.dep_ not in ("advcl", "acl", "pcomp"):
        return None
    if not broken(verb.head if verb.dep_ == "pcomp" else verb):
        return None  # `said they put him off | after learning that`: what they learnt
    clause = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if verb.i > 1 and verb.nbor(-2) == clause and _is_cue_clause(clause):
        return clause  # `…, he recalled, adding that`
    for above in clause.ancestors:
        if clause.dep_ == "ccomp" and above.pos_ == "VERB" and cues.verb(above) is not None:
            return above
        clause = above
    return None


def _is_cue_clause(verb: Token) -> bool:
    """Whether a verb of saying ends a clause of its own between commas (`…, Falk recalled, …`)."""
    own, cue = grammar.child(verb, "nsubj"), cues.verb(verb)
    if own is None or cue is None or cue.class_ != "statement":
        return False
    return verb.tag_ in FINITE and own.i > 1 and broken(own.left_edge)


def broken(word: Token) -> bool:
    """Whether a comma or dash stands before a word, quotation marks apart."""
    at, words = word.i - 1, word.doc.words
    while at > 0 and words[at].is_quote:
        at -= 1
    return words[at].text in BREAKS


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
    if ";" in noun.doc.forms:  # `“…,” says Moe; the very opposite`: what is said goes on there
        last = next((word.i - 1 for word in noun.doc[noun.i + 1 : last + 1] if word.text == ";"), last)
    return first, _past_stop(noun.doc, max(last, noun.i))


def _past_stop(doc: Doc, last: int) -> int:
    """The end of a name that the parser cut at the stop of an abbreviation in it (`police Lt. | Ida Falk`)."""
    words = doc.words
    if (
        last + 2 >= len(words)
        or words[last + 1].text != "."
        or words[last].pos_ != "PROPN"
        or words[last + 2].pos_ != "PROPN"
    ):
        return last
    last += 2
    while last + 1 < len(doc) and doc[last + 1].pos_ == "PROPN":
        last += 1
    return last


def by(verb: Token) -> Run | None:
    for child in verb.children:
        if child.dep_ == "agent":
            for noun in child.children:
                if noun.dep_ == "pobj" and not (is_channel(noun) and noun.left_edge == noun):
                    return noun.left_edge.i, noun.right_edge.i  # `informed by email`: through it
    return None


def teller(line: Line, verb: Token) -> Run | None:
    """Who says the words in marks before a verb whose own subject stands inside them (`“…,” she said, blaming others`)."""
    for token in reversed(line.doc[: verb.i]):
        cue = cues.verb(token)
        if cue is not None and cue.takes_marks and grammar.is_verb(token) and not line.quoted(token):
            return subject(token)
    return None
