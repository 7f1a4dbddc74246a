"""Whether an attribution is a statement: somebody able to speak tells something that can be so or not.

A clause or words in quotation marks are told. A verb with a mere thing or person as its object may just as well do something to
it (`castigated the allies`, `wrote a book`, `showed no fear`): there the object has to hold a proposition, an act or event
that it names (`denied the payment`, `announced a merger`), by the shares of its senses in WordNet. What speaks for a
statement and what against it is added up; no sign decides alone. Where the content is no clause the sum is a sign among
others, whose weights are learnt (`learnt`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.cite import Span
from dateline.language.english import grammar, quotation
from dateline.language.english.reporting import cues
from dateline.language.english.reporting.above import FINITE, SUBJECTS
from dateline.language.english.reporting.holding import SOMEBODY, UNREAL, is_infinitive, of_object
from dateline.language.english.reporting.learnt import odds, signs_of
from dateline.language.english.reporting.polarity import is_ahead
from dateline.language.english.reporting.speakers import ability, ability_to_say, antecedent, is_document
from dateline.language.english.reporting.unsaid import is_barred, is_for_others
from dateline.language.reporting import QUOTED, TURN, Draft
from dateline.records.marks import Name, Polarity

_RELATIVES = frozenset(("WDT", "WP"))
ENOUGH = 1.0  # the evidence from which an attribution is a statement
SURE = 0.25  # the log-odds from which it is one by what is learnt: of four that are told so more than three are
# How much a frame tells by itself that there is a proposition: a clause all, a thing nothing.
_FRAMES: Mapping[str, float] = {
    TURN: 3.5, "direct": 2.0, "that": 2.0, "around": 2.0, "according": 2.0, "colon": 2.0, "poll": 2.0, "noun": 2.0,
    "quote": 2.0, "follows": 2.0, "adj": 1.5, "raise": 1.5, "obj-to": 1.5, "to": 1.5,
    "obj-prep": 1.0, "small": 1.0, "of": 1.0, "prep": 1.0,
    "ing": 1.0, "by": 0.5, "obj": 0.0,
}  # fmt: skip
# What sort of act the word is: to deny, promise or announce is to say something even of a thing; to judge is not.
_ACTS: Mapping[str, float] = {
    "deny": 0.5, "promise": 0.5, "admit": 0.5, "order": 0.5, "ask": 0.5, "propose": 0.5, "warn": 0.5, "nonstatement": 0.5,
    "say": 0.25, "claim": 0.5, "judge": -1.0, "show": -1.0, "wish": -0.5, "intend": 0.0, "know": -1.0,
}  # fmt: skip
_SAID = frozenset(
    ("comment", "elaborate", "speak", "be", "go", "give", "name", "identify", "provide", "take", "answer")
)
_DEEDS = frozenset(
    ("promise", "order", "propose")
)  # acts that one who refuses to leaves undone (`refused to allow it`)
_GIVEN = frozenset(("promise", "ask", "propose"))
_FLAT = 2.0  # a flat denial is one whatever it takes: `denied it`, `denies knowledge of it`
_THINGS = frozenset(("obj", "small", "obj-prep", "prep", "of", "by", "ing"))  # frames in which the content is no clause
# Frames in which the content is a bare thing: what is added up is one sign among those learnt. The others have a clause,
# words in marks, a charge or what is to be done, and by hand nearly all are told apart.
BARE = frozenset(("obj", "prep", "of", "by", "ing"))
_DOCUMENT = 0.5  # a document shows something: that is its way to say it
_OTHER = -2.0  # a particle makes another verb (`knocked off the champions`)
_FINDS = frozenset(("judge", "know", "intend", "show", "think"))
_OPEN = frozenset(("whether", "if", "how", "what", "who", "why", "when", "where"))
_NO_SOURCE = -3.5
_MARKED, _TERM = 2.0, 0.5  # words in quotation marks that are somebody's words; a term in them
_ANYBODY = frozenset(("you", "one"))
_WRITER = frozenset(("i", "we", "me", "us", "my", "our"))
_WRITES = frozenset(("write", "sign", "sing"))  # words of saying that also take what something is called
_TWO, _BEHIND = 2, 5  # words that a title has at least; tokens within which it stands behind a verb
_TITLE = 4  # letters of a word that has a capital in what something is called
_PICTURES = frozenset((
    "video", "film", "footage", "photo", "photograph", "picture", "image", "recording", "tape", "clip", "camera", "frame",
))  # fmt: skip
_TAKES = frozenset(
    ("see", "resolve", "opt", "think")
)  # with a mere thing no thought of it: `saw the town`, `resolved the strike`
_KNOWS = frozenset(("know", "realize", "realise", "grasp", "comprehend"))
_QUALITIES = frozenset(("JJ", "JJR", "JJS"))
_ONCE = frozenset(("when", "whenever", "once", "if"))
_ABLE: Mapping[str, float] = {"yes": 0.25, "perhaps": -0.5, "no": -2.0}
_PLACED = -0.25  # ... with what they are asked to or charged with, though a mere name (`invited her to Sund`)


def tells(draft: Draft, polarity: Polarity, names: Sequence[Name] = ()) -> bool:
    """Whether an attribution is a statement of somebody rather than a deed, a feeling without words or nobody's.

    What is yet to be done to a thing, or was not, is no word that was kept back (`will rebuke him for it`); nor is what
    somebody refused to do (`refused to leave`). `names` are those of the report.
    """
    unreal = (
        polarity == "nonstatement"
        and draft.cue.polarity == "assert"
        and (draft.frame in (*_THINGS, "obj-to", QUOTED) or _asks(draft) or (draft.frame == "to" and not draft.negated))
    )
    # what may or will be thought, or done to a thing, was not kept back: nothing was said of it
    yet = polarity == "nonstatement" and draft.cue.polarity != "nonstatement" and not draft.negated
    if yet and (
        (draft.cue.class_ == "attitude" and draft.cue.polarity == "assert")
        or (unreal and draft.frame in (*_THINGS, "obj-to"))
        or is_ahead(draft.line.doc[draft.head])
    ):
        return False
    if (
        draft.frame in BARE
        and draft.cue.polarity == "deny"
        and polarity == "assert"
        and not (draft.negated or draft.marked)
    ):
        return False  # `rejected a bid`, `brushed off calls to quit`: no charge or claim is denied
    shown = polarity == "nonstatement" and draft.cue.act == "show" and draft.cue.polarity == "assert"
    asked = draft.cue.class_ == "attitude" and _asks(draft)  # `Why did they not know that it was old?`
    if shown or asked or (unreal and is_for_others(draft)) or is_barred(draft, names):
        return False
    total = evidence(draft) + (unreal or _is_undone(draft) or _is_usual(draft) or _is_meant(draft)) * UNREAL
    if draft.frame not in BARE or _of_marks(draft) >= _MARKED:
        return total >= ENOUGH
    return odds(signs_of(draft, polarity, total, enough=total >= ENOUGH)) > SURE


def _asks(draft: Draft) -> bool:
    """Whether a sentence only asks if somebody will say it (`Will the mayor ask them to go?`)."""
    doc, verb = draft.line.doc, draft.line.doc[draft.head]
    own = grammar.child(verb, *SUBJECTS)
    asks = any(word.text == "?" for word in doc[-2:])
    return asks and own is not None and any(child.dep_ == "aux" and child.i < own.left_edge.i for child in verb.lefts)


def _is_meant(draft: Draft) -> bool:
    """Whether somebody only means to do something himself, and no words of his are told (`wants to go`, `her plan to go`)."""
    if draft.cue.class_ != "attitude":
        return False
    verb = draft.line.doc[draft.head]
    if _of_marks(draft) >= _MARKED:
        return False
    if verb.dep_ == "advcl" and any(child.lower_ in _ONCE for child in verb.lefts):
        return True  # `when she thinks it is safe, she goes`
    if verb.tag_ == "VB" and not grammar.auxiliaries(verb):
        return True  # `please consider it`
    if (
        (draft.cue.word in _TAKES and draft.frame in _THINGS and not _is_likened(draft))
        or (draft.cue.act == "know" and draft.frame in _THINGS)
        or (draft.frame == "adj" and _is_phrase(draft, "of"))
    ):
        return True  # `knows a thing about it`, `was relieved of her duties`
    if verb.dep_ in ("ccomp", "csubj") and verb.left_edge.tag_ in ("WP", "WDT", "WRB", "WP$"):
        return True  # `it is a mystery why she thought so`
    asked = verb.head if verb.dep_ in ("ccomp", "relcl") else verb
    if grammar.is_noun(asked) and asked.left_edge.tag_ in ("WP", "WDT", "WP$") and asked.left_edge.head == asked:
        return True  # `a mystery what grounds she thought they had`
    first = draft.first()
    return draft.frame == "to" or (first is not None and first.tag_ == "TO" and first.dep_ == "aux")


def _is_undone(draft: Draft) -> bool:
    """Whether what somebody refused or declined is to do something, not to say it."""
    if draft.cue.act != "nonstatement" or draft.frame not in ("to", "of") or draft.marked:
        return False
    verb = next((word for word in draft.words() if is_infinitive(word)), None)
    cue = cues.verb(verb) if verb is not None else None
    if verb is None:
        return False
    told = cue is not None and cue.class_ == "statement" and cue.act not in _DEEDS and "does" not in cue.traits
    along = any(child.lower_ == "along" for child in verb.rights)  # `refused to go along with it`, not `to go into it`
    taken = verb.lemma_.lower() == "take" and not any(child.lemma_ in ("question", "call") for child in verb.rights)
    return not told and (along or taken or verb.lemma_.lower() not in _SAID)


def _is_usual(draft: Draft) -> bool:
    """Whether a thing is offered or asked for as a rule (`The mill offers tours`): the body tells news in the past."""
    verb = draft.line.doc[draft.head]
    if (
        draft.frame != "obj"
        or not (draft.cue.act in _GIVEN or draft.cue.word == "offer")
        or draft.line.block.label != "body"
        or draft.marked
    ):
        return False
    return verb.tag_ in ("VBZ", "VBP") and not grammar.auxiliaries(verb)


def evidence(draft: Draft) -> float:
    """What speaks for a statement, added up."""
    frame = "obj-prep" if draft.frame == "obj" and _is_likened(draft) else draft.frame
    total = _FRAMES.get(frame, 1.0) + _of_source(draft) + _of_marks(draft) + _of_mood(draft)
    if "flat" in draft.cue.traits:
        total += _FLAT
    elif draft.frame == "colon":
        total += _of_label(draft)
    elif _is_name_given(draft) or _is_title(draft):
        total += _NO_SOURCE
    elif _is_pointer(draft) or _is_reply(draft) or _is_asked_for(draft) or _is_agreed(draft) or _is_cut_short(draft):
        total += UNREAL
    elif draft.frame in _THINGS or (draft.frame == "adj" and _is_phrase(draft)):
        total += (
            _of_act(draft) + _of_thought(draft) + max(of_object(draft), _PLACED if frame == "obj-prep" else SOMEBODY)
        )
    return total


def _of_label(draft: Draft) -> float:
    """What speaks against a colon's words: nobody's name or office before it, no word but names and numbers after it."""
    doc, source = draft.line.doc, draft.source
    words = [word for word in draft.words() if word.is_alpha]
    total = UNREAL if words and all(word.pos_ in ("PROPN", "NUM") for word in words) else 0.0
    long = [word for word in words if len(word.text) >= _TITLE]
    if draft.marked and all(word.is_title for word in long) and not any(map(grammar.is_verb, words)):
        total += 2 * UNREAL  # `Moe: “The Holes in the Story”`: what something is called
    if source is not None and doc[source[0]].lower_ == "the" and doc[source[0] : source[1] + 1].root.tag_ in _QUALITIES:
        total += UNREAL  # `The Latest: …`
    return total


def _is_name_given(draft: Draft) -> bool:
    """Whether all that is told is a word or two in marks before a noun (`signed “character” players`)."""
    if draft.frame not in (QUOTED, "direct") or len(draft.content) != 1:
        return False
    words = [word for word in draft.words() if not word.is_punct]
    behind = words[-1].i + 2 if words else len(draft.line.doc)
    return 0 < len(words) < quotation.LEAST and behind < len(draft.line.doc) and draft.line.doc[behind].pos_ == "NOUN"


def _is_title(draft: Draft) -> bool:
    """Whether all that is told is a title in marks (`to direct “The Sea Games.”`), in a text that is no headline."""
    if draft.frame not in (QUOTED, "direct") or len(draft.content) != 1 or draft.line.block.label == "headline":
        return False
    words = [word for word in draft.words() if not word.is_punct]
    verb = draft.line.doc[draft.head]
    if (
        len(words) < _TWO
        or draft.cue.pos != "verb"
        or (draft.cue.act in ("say", "show") and draft.cue.word not in _WRITES)
        or not 0 < words[0].i - verb.i <= _BEHIND
    ):
        return False
    long = all(word.text[0].isupper() for word in words if len(word.text) >= _TITLE)
    apart = any(word.text in (",", ":") for word in verb.doc[verb.i : words[0].i])
    return long and not apart and not any(map(grammar.is_verb, words))


def _is_pointer(draft: Draft) -> bool:
    """Whether a participle only says what words told just before are about (`“It will,” she said, referring to the levy`)."""
    verb = draft.line.doc[draft.head]
    if draft.frame == "prep" and draft.cue.act == "say" and verb.dep_ == "relcl" and not draft.marked:
        return True  # `some of what she has said about it`
    if draft.frame != "prep" or draft.cue.act != "say" or verb.tag_ != "VBG" or verb.dep_ != "advcl":
        return False
    if verb.head.i > verb.i:
        return True  # `Starting with Falk, mayors have flattered him`
    above = cues.verb(verb.head)
    return above is not None and above.class_ == "statement"


def _is_reply(draft: Draft) -> bool:
    """Whether what a verb of answering leads to is what was answered, not the answer (`responded to the call`)."""
    return "answers" in draft.cue.traits and draft.cue.pos == "verb" and draft.frame == "prep"


def _is_asked_for(draft: Draft) -> bool:
    """Whether an infinitive tells what somebody was asked to say (`asked to recall what he saw, he …`)."""
    verb = draft.line.doc[draft.head]
    above = cues.verb(verb.head) if verb.dep_ == "xcomp" and grammar.infinitive(verb) is not None else None
    return above is not None and above.act in ("ask", "order") and grammar.is_verb(verb.head)


def _is_agreed(draft: Draft) -> bool:
    """Whether what somebody agreed to or sought is a thing: that was done, not told (`agreed to terms`, `is seeking help`)."""
    if draft.marked or draft.cue.pos != "verb":
        return False
    verb = draft.line.doc[draft.head]
    if draft.frame in _THINGS and verb.dep_ == "pcomp" and verb.head.lower_ == "by":
        return True  # `broke the law by disclosing the file`
    return (draft.cue.act == "promise" and draft.frame == "prep") or (
        "acts" in draft.cue.traits and draft.frame in (*_THINGS, "raise")
    )


def _is_cut_short(draft: Draft) -> bool:
    """Whether a clause lacks its subject, which stands before the cue as a mere `what` (`what they said | was a ruse`)."""
    if draft.frame not in ("that", "around") or len(draft.content) != 1 or draft.marked:
        return False
    first = draft.first()
    if first is None or first.tag_ not in (*FINITE, "MD") or draft.line.offset(first) < draft.place:
        return False
    own = grammar.child(first, *SUBJECTS)
    return first.dep_ not in ("intj", "nsubj") and (own is None or draft.line.offset(own) < draft.place)


def _is_phrase(draft: Draft, by: str = "") -> bool:
    """Whether an adjective has a phrase and no clause (`unsure of himself`), with one preposition where that is given."""
    first = draft.first()
    return first is not None and first.dep_ == "prep" and first.lower_ in (by or first.lower_,)


def _is_likened(draft: Draft) -> bool:
    """Whether the object holds what it is called (`described the study by the agency as weak`)."""
    if "obj-as" not in draft.cue.frames:
        return False
    return any(word.lower_ == "as" and word.dep_ == "prep" for word in draft.words())


def _of_mood(draft: Draft) -> float:
    """What was not said but seen, or is yet to be found out (`saw people leaving`, `waited to see whether it rains`)."""
    verb = draft.line.doc[draft.head]
    if draft.cue.pos != "verb" or draft.frame not in ("that", "around"):
        return 0.0
    if draft.cue.act == "show" and _is_pictured(draft):
        return 2 * UNREAL
    if draft.marked:
        return 0.0
    if draft.cue.word in _KNOWS:
        return UNREAL  # what somebody knows is told by the report
    found = verb.tag_ == "VB" and draft.cue.act in _FINDS
    if verb.tag_ == "VB" and draft.cue.act == "know" and grammar.infinitive(verb) is not None:
        return UNREAL  # `when they come to realize that`
    words = draft.words() if found or draft.cue.class_ == "attitude" else []
    if found and words and words[0].lower_ in _OPEN:
        return UNREAL
    if draft.cue.class_ == "attitude" and not any(word.tag_ in (*FINITE, "MD") for word in words):
        return UNREAL
    return 0.0


def _is_pictured(draft: Draft) -> bool:
    """Whether a picture shows somebody doing a thing (`the video shows people leaving`): that is seen, not said."""
    if draft.source is None:
        return False
    head = draft.line.doc[draft.source[0] : draft.source[1] + 1].root
    words = draft.words()
    seen = draft.line.doc[words[0].i : words[-1].i + 1].root if words else head
    told = {seen.tag_, *(word.tag_ for word in seen.lefts if word.dep_ in ("aux", "auxpass"))}
    return antecedent(head).lemma_.lower() in _PICTURES and told.isdisjoint((*FINITE, "MD"))


def _of_act(draft: Draft) -> float:
    """What the sort of act tells; a person who shows something says nothing, a poll that shows it does."""
    source, verb = draft.source, draft.line.doc[draft.head]
    if draft.cue.pos == "verb" and not draft.cue.particle and grammar.child(verb, "prt") is not None:
        return _OTHER
    if draft.cue.act == "show" and source is not None and is_document(draft.line.doc[source[0] : source[1] + 1].root):
        return _DOCUMENT
    return _ACTS.get(draft.cue.act, 0.0)


def _of_source(draft: Draft) -> float:
    if draft.source is None:
        return _NO_SOURCE
    doc = draft.line.doc
    head = doc[draft.source[0] : draft.source[1] + 1].root
    if head.lower_ in _ANYBODY or (head.lower_ == "who" and head.i == 0):
        return _NO_SOURCE  # `you know, it ends`, `who knows how it ends`
    if head.lower_ in _WRITER and not draft.line.quoted(head):
        return _NO_SOURCE  # who writes the report tells what he thinks of it
    able = (ability_to_say if draft.frame == "that" else ability)(antecedent(head))
    return _NO_SOURCE if able == "no" and draft.cue.act != "show" else _ABLE[able]


def _of_marks(draft: Draft) -> float:
    """What the words in quotation marks tell: the report took them over as somebody's own."""
    text = draft.line.doc.text
    start = draft.line.sentence.span.start
    best = 0.0
    for region in draft.line.regions:
        if any(region.overlaps(span) for span in draft.content) and not _is_of_another(draft, region):
            inside = quotation.words(text, max(0, region.start - start), max(0, region.end - start))
            best = max(best, _MARKED if inside >= quotation.LEAST or draft.frame == "direct" else _TERM)
    return best


def _is_of_another(draft: Draft, region: Span) -> bool:
    """Whether words in marks are what somebody else says in the content (`rebuke him for what she called “a lie”`)."""
    if draft.frame not in _THINGS:
        return False
    line = draft.line
    word = next(
        (word for word in line.doc if not word.is_punct and region.start <= line.offset(word) < region.end), None
    )
    while word is not None and word.head != word and word.i != draft.head:
        if word.dep_ == "relcl" and any(
            child.dep_ in SUBJECTS and child.tag_ not in _RELATIVES for child in word.lefts
        ):
            return True
        word = word.head
    return False


def _of_thought(draft: Draft) -> float:
    """What speaks against a thought of a mere thing: a document has none (`the letter resolves any doubt`), nor is it in words
    (`the post was liked by`).
    """
    if draft.cue.class_ != "attitude" or draft.source is None or draft.marked:
        return 0.0
    head = draft.line.doc[draft.source[0] : draft.source[1] + 1].root
    return UNREAL if is_document(head) else _PLACED if draft.frame == "by" else 0.0
