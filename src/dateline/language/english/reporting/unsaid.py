"""What is no statement whatever speaks for it: what ought to be said, what others want said, a heading before a colon."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.language.english import grammar
from dateline.language.english.reporting import cues
from dateline.language.english.reporting.above import FINITE, SUBJECTS
from dateline.language.english.reporting.holding import PLAIN, head_of
from dateline.language.english.reporting.speakers import ability, is_able, is_document, is_happening, is_person
from dateline.language.reporting import QUOTED, Draft
from dateline.records.marks import Name

_SPEAKERS = frozenset(("PERSON", "ORG"))
_OUGHT = frozenset(("should", "must", "ought"))
_MUST = frozenset(("need", "needs", "needed", "have", "has"))  # who `had to admit it` did
_SEEMS = frozenset(("seem", "appear"))
_WISHES = frozenset(("wish", "intend"))
_ENABLES = frozenset(("enable", "help", "let"))
_FREE = frozenset(("cleared", "authorized", "authorised", "allowed", "permitted", "entitled", "obliged", "required"))
_QUESTIONS = frozenset(("matter", "question", "case"))
_TELLS = frozenset(("say", "admit", "claim", "show"))
_TURNS_DOWN = frozenset(("decline", "refuse"))
_SILENCES = frozenset(
    ("comment", "reply", "response", "answer", "question", "request", "interview", "statement", "detail")
)
_SEEMINGLY = frozenset((
    "apparently", "seemingly", "evidently", "effectively", "implicitly", "tacitly", "allegedly", "supposedly", "purportedly",
    "doubt", "doubtless", "undoubtedly",
))  # fmt: skip
_GRANTED = frozenset(("considering", "assuming", "supposing"))  # that join a clause of the report's own
_THREATS = frozenset(("action", "sanction", "tariff", "penalty", "violence", "force", "suit", "fine", "jail", "prison"))
_ASKED = frozenset(("question", "query", "call"))
_SPOKEN = frozenset(("comment", "remark", "word", "tone", "rhetoric", "speech"))
_SIGNALS = frozenset(("signal", "show", "demonstrate", "prove"))
_ON = frozenset(("about", "on", "over"))
_MATTERS = _ON | {"against", "of", "for"}
_CHARGES = frozenset(("accuse", "judge", "thank"))
_BY_CONDUCT = frozenset(("show", "demonstrate", "prove"))  # of `it`: mostly of what happened, not of a paper
_HAS = frozenset(
    ("have", "hold", "share", "harbor", "harbour", "cast", "raise", "feel", "keep", "give", "take", "express")
)
_MEETS = frozenset(
    ("face", "meet", "confront", "survive", "fight", "escape", "encounter", "draw", "attract", "provoke", "prompt")
)
_COMMANDS = frozenset(("order", "direct", "decree", "command", "instruct", "forbid"))
_FOUND_OUT = frozenset(("discover", "find", "find out", "learn", "realize", "realise"))


def is_barred(draft: Draft, names: Sequence[Name]) -> bool:
    """Whether an attribution cannot be a statement; `names` are those of the report."""
    if draft.frame == "colon":
        return not _is_labelled(draft, names)
    return (
        _is_inferred(draft)
        or _is_without_thing(draft)
        or _is_owed(draft)
        or _is_found(draft)
        or _is_supposed(draft)
        or _is_wished(draft)
        or _is_done(draft)
        or _is_bare(draft)
        or _is_said_by_few(draft)
        or _is_bidden(draft)
        or _is_not_felt(draft)
        or _is_met_with(draft)
        or _is_nobodys(draft)
    )


def _is_labelled(draft: Draft, names: Sequence[Name]) -> bool:
    """Whether the words before a colon name somebody whom the report knows, or are a word for one who speaks.

    Else it is a heading (`LIVE STREAM: …`, `Korland: Climber found`), unless words in marks follow right behind it.
    """
    line, source = draft.line, draft.source
    here = source is not None and not draft.marked and line.sentence.span.holds(draft.content[0])
    if source is not None and here and any(word.text == "," for word in line.doc[source[0] : source[1] + 1]):
        return False  # `Karl Moe, Korland and Money: …`
    if source is None or (draft.marked and any(region.start == draft.content[0].start for region in line.regions)):
        return True
    head = line.doc[source[0] : source[1] + 1].root
    at = line.offset(head)
    if _is_kicker(draft, names):
        return False
    end = line.span(source).end
    known = any(
        name.type in _SPEAKERS and name.span.start <= at < name.span.end and _ends_there(draft, name, end)
        for name in names
    )
    return known or is_able(head)


def _ends_there(draft: Draft, name: Name, end: int) -> bool:
    """Whether a label ends on a name, or goes on with his topic (`Ida Falk on the levy: …`; not `Falk Cup Results: …`)."""
    behind = next((word for word in draft.line.doc if draft.line.offset(word) >= name.span.end), None)
    return behind is None or draft.line.offset(behind) >= end or behind.pos_ in ("ADP", "PUNCT", "PART", "CCONJ")


def _is_kicker(draft: Draft, names: Sequence[Name]) -> bool:
    """Whether a label in capitals before a headline in small letters names nobody of the report (`DAY TWO: Mill wins`)."""
    line, source = draft.line, draft.source
    if source is None or draft.frame != "colon" or (line.block.label == "body" and line.index > 0):
        return False
    words = [word for word in line.doc[source[0] : source[1] + 1] if word.is_alpha]
    said = [word for word in draft.words() if word.is_alpha]
    if not all(word.is_upper for word in words) or not said or all(word.is_upper for word in said):
        return False
    span = line.span(source)
    own = {name.name for name in names if name.span.overlaps(span)}
    return not any(name.name in own and not name.span.overlaps(span) for name in names)


def _is_owed(draft: Draft) -> bool:
    """Whether it only tells what somebody ought to say or feel (`they should feel upset`), or what there is to be asked."""
    verb = draft.line.doc[draft.head]
    if verb.dep_ == "pcomp" and verb.head.lower_ == "of" and verb.head.head.lower_ in _QUESTIONS:
        return True  # `a matter of asking whether`
    if (
        draft.cue.pos == "verb"
        and verb.head.lower_ in _FREE
        and grammar.infinitive(verb) is not None
        and not draft.marked
    ):
        return True  # `was not cleared to discuss it`
    if verb.tag_ == "VB" and verb.head.lower_ == "let" and grammar.child(verb.head, *SUBJECTS) is None:
        return True  # `Let the record show that`
    dared = grammar.child(verb.head, "dobj") if verb.dep_ in ("xcomp", "advcl") else None
    if dared is not None and dared.lower_ in ("anyone", "anybody") and grammar.infinitive(verb) is not None:
        return True  # `defied anyone to tell her that`
    above = verb if draft.cue.pos == "verb" else verb.head
    if above.dep_ == "xcomp" and above.head.lower_ in _MUST and grammar.infinitive(above) is not None:
        return True  # `needs to assure them that`
    helpers = {child.lower_ for child in above.children if child.dep_ == "aux"}
    return bool(helpers & _OUGHT) and not any(child.dep_ == "neg" for child in above.children)


def _is_wished(draft: Draft) -> bool:
    """Whether somebody else wants or enables it to be said (`want him to demand that`, `enabled her to explain why`)."""
    verb = draft.line.doc[draft.head]
    if draft.cue.pos != "verb" or verb.dep_ not in ("ccomp", "xcomp") or grammar.infinitive(verb) is None:
        return False
    above, own = verb.head, grammar.child(verb, *SUBJECTS)
    lent = grammar.child(above, "dobj") if above.i < verb.i else None
    if own is None and (lent is None or verb.dep_ == "ccomp"):
        return False
    wish = cues.verb(above)
    if wish is not None:
        return wish.class_ == "attitude" and wish.act in _WISHES and own is not None
    return grammar.is_verb(above) and above.lemma_.lower() in _ENABLES


def _is_supposed(draft: Draft) -> bool:
    """Whether somebody only might say it (`what she would do if they denied the claim`)."""
    verb = draft.line.doc[draft.head]
    if draft.cue.pos == "noun" and grammar.is_verb(verb.head):
        verb = verb.head  # `asked whether she saw any signs that it leaks`
    elif draft.cue.pos != "verb" or draft.marked:
        return False
    if verb.i != draft.head and any(child.lower_ == "whether" for child in verb.lefts):
        return True
    return any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in verb.lefts)


def _is_found(draft: Draft) -> bool:
    """Whether a person by name, or a pronoun, found something out: that was done, and is told by the report."""
    if draft.cue.word not in _FOUND_OUT or draft.source is None or draft.marked:
        return False
    head = draft.line.doc[draft.source[0] : draft.source[1] + 1].root
    return head.pos_ == "PRON" or (head.pos_ == "PROPN" and head.ent_type_ == "PERSON")


def _is_done(draft: Draft) -> bool:
    """Whether a verb tells of a deed: an order for a thing (`ordered an inquiry`), what somebody's conduct shows
    (`has shown that flattery works`, `shook the board, signalling that`), what was talked over (`discussed hiring more`).
    """
    cue = draft.cue
    if cue.pos != "verb":
        return False
    if cue.word in _COMMANDS and draft.frame == "obj" and not any(map(draft.line.quoted, draft.words()[:1])):
        return True  # also `to direct the sequel of “Marit”`
    if _is_act(draft):
        return True
    if draft.marked:
        return not any(map(draft.line.quoted, draft.words()[:2])) and _is_shown_by_conduct(draft)
    if draft.frame == "obj" and (cue.act in _TELLS or cue.word == "offer") and _is_of_words(draft):
        return True
    if cue.word in _TURNS_DOWN and draft.frame == "obj":
        return not any(word.lemma_.lower() in _SILENCES for word in draft.words())  # `declined an offer of pay`
    if cue.word == "hear":
        return True
    if draft.frame == "ing" and "topics" in cue.traits:
        return True
    return _is_shown_by_conduct(draft)


def _is_act(draft: Draft) -> bool:
    """Whether a thing is only put in danger (`threatens old ties`, not `threatened a strike`), answered are questions in
    words of others, or something shows in how somebody spoke (`her remarks show a new zeal`).
    """
    head, cue = head_of(draft), draft.cue
    if head is None or draft.frame not in ("obj", "obj-prep", QUOTED):
        return False
    if cue.word == "threaten":
        told = is_happening(head) or cues.noun(head) is not None or head.lemma_.lower() in _THREATS
        said = told or any(word.lower_ == "with" for word in draft.words())
        return draft.frame == "obj" and not (said or draft.marked)
    if "answers" in cue.traits:
        return head.lemma_.lower() in _ASKED and any(map(draft.line.quoted, draft.words()))
    source = draft.source
    spoken = source is not None and draft.line.doc[source[0] : source[1] + 1].root.lemma_.lower() in _SPOKEN
    return cue.act == "show" and spoken and not draft.marked


def _is_shown_by_conduct(draft: Draft) -> bool:
    """Whether it is what somebody's conduct shows (`has shown that flattery works`)."""
    verb, source, cue = draft.line.doc[draft.head], draft.source, draft.cue
    if cue.word not in _SIGNALS or source is None or draft.frame not in ("that", "around", "obj"):
        return False
    head = draft.line.doc[source[0] : source[1] + 1].root
    if verb.tag_ == "VBG" and verb.dep_ in ("advcl", "pcomp"):
        return not is_document(head)
    return (
        cue.act == "show"
        and not is_document(head)
        and ((head.pos_ == "PRON" and (head.lower_ != "it" or cue.word in _BY_CONDUCT)) or is_person(head))
    )


def _is_inferred(draft: Draft) -> bool:
    """Whether only the report reads it so (`apparently rejecting the offer`, `considering that it rains`), or it cannot be kept
    from view (`cannot hide that`).
    """
    verb, cue = draft.line.doc[draft.head], draft.cue
    if cue.pos == "adj":
        return any(child.tag_ == "MD" for child in verb.head.children)  # `could be skeptical that`
    if cue.act == "intend" and draft.frame == "to" and not any(map(draft.line.quoted, draft.words()[:2])):
        return True  # `aims to end the “old ways”`
    if cue.pos != "verb" or draft.marked:
        return False
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _SEEMS:
        return True  # `seem to have forgotten that`
    if any(child.lower_ in _SEEMINGLY and child.dep_ in ("advmod", "npadvmod") for child in verb.lefts):
        return True
    if cue.act == "seem" and draft.source is not None:
        return True  # `this much seems certain`
    if cue.act == "nonstatement" and draft.negated and draft.frame == "that":
        return True
    return cue.class_ == "attitude" and verb.tag_ == "VBG" and verb.lower_ in _GRANTED and draft.frame == "that"


def _is_without_thing(draft: Draft) -> bool:
    """Whether it is only told what something was called that is not in the content (`what Falk denounced | as a ruse`)."""
    first = draft.first()
    if first is not None and first.lower_ == "than":
        return True  # `would not say what, other | than to say that`
    return draft.frame in ("prep", "that") and first is not None and first.lower_ == "as" and first.dep_ == "prep"


def _is_bare(draft: Draft) -> bool:
    """Whether it is only told what somebody was asked about (`pressed her on the letters`), or whom one blamed (`blamed those
    around her`), and not what for.
    """
    if draft.cue.pos != "verb" or draft.marked:
        return False
    words = draft.words()
    if draft.frame == "prep" and draft.cue.act in ("ask", "order"):
        first = words[0] if words else None
        clause = any(
            word.tag_ in (*FINITE, "MD") and word.dep_ != "relcl" for word in words if word.head.dep_ != "relcl"
        )
        return first is not None and first.lower_ in _ON and not clause
    head = head_of(draft)
    hearer = (
        head is not None and head.pos_ == "PRON" and "hear" in draft.cue.frames and draft.frame in ("obj", "obj-prep")
    )
    told = any(grammar.is_verb(word) or (word.dep_ == "prep" and word.lower_ in _MATTERS) for word in words)
    if hearer and not told:
        return True  # `of which she warned | us to no avail`
    if draft.frame != "obj" or draft.cue.act not in _CHARGES or head is None or draft.cue.polarity != "assert":
        return False
    return head.pos_ == "PRON" or head.tag_ == "DT" or (is_able(head) and cues.noun(head) is None)


def _is_said_by_few(draft: Draft) -> bool:
    """Whether it is told that hardly anybody says so (`few called for it`; not `a few`)."""
    if draft.source is None:
        return False
    words = draft.line.doc[draft.source[0] : draft.source[1] + 1]
    return words[0].lower_ in ("few", "hardly", "scarcely") and words.root in (words[0], words[0].head)


def _is_not_felt(draft: Draft) -> bool:
    """Whether a feeling for a thing, or what was weighed, is told that somebody has not (`do not trust her promises`)."""
    if draft.cue.pos == "adj":
        head = draft.line.doc[draft.source[0] : draft.source[1] + 1].root if draft.source is not None else None
        return (head is not None and head.lower_ == "it") or (
            draft.cue.act == "know" and draft.cue.word.startswith("un")
        )
    kept = draft.cue.class_ == "attitude" or draft.cue.polarity == "deny"  # `not denying the story`
    clause = draft.frame in ("that", "around", QUOTED, "direct") or (
        draft.frame == "ing" and draft.cue.polarity == "deny"
    )
    return draft.negated and kept and not clause


def _is_met_with(draft: Draft) -> bool:
    """Whether words are told of that somebody meets with, and nobody who says them (`faces charges that he lied`)."""
    noun = draft.line.doc[draft.head]
    if draft.cue.pos != "noun" or any(child.dep_ == "poss" for child in noun.lefts):
        return False
    while noun.dep_ == "conj" and grammar.is_noun(noun.head):
        noun = noun.head  # `faces a charge of theft as well as claims that`
    if noun.dep_ != "dobj" or not grammar.is_verb(noun.head):
        return False
    meets = noun.head.lemma_.lower() in _MEETS
    thought = draft.cue.class_ == "attitude" and cues.verb(noun.head) is None
    return meets or (thought and noun.head.lemma_.lower() not in _HAS)  # `fostered the idea that`


def _is_nobodys(draft: Draft) -> bool:
    """Whether whoever it may be says so (`the next time someone asks`), a bare thing (`rest assured that`), a word of what is
    quoted (`caps with “Sund First” cheered`), or a verb that takes but words in marks has others (`it began, the inn is old`).
    """
    line, source, verb = draft.line, draft.source, draft.line.doc[draft.head]
    clause = draft.frame in ("that", "around") and draft.cue.pos == "verb" and not draft.marked
    if clause and "that" not in draft.cue.frames and not draft.cue.frames & {"to", "obj-to", "small"}:
        first = draft.first()
        return first is not None and first.lower_ != "that"
    if source is None:
        return False
    words = line.doc[source[0] : source[1] + 1]
    if clause and _is_glued(draft):
        return True
    if all(line.span(source).overlaps(span) for span in draft.content):
        return True
    if len(words) > 1:
        return False
    anybody = words[0].lower_ in ("someone", "somebody", "anyone", "anybody") and verb.tag_ in ("VBZ", "VBP")
    bare = words[0].tag_ == "NN" and words[0].is_lower and line.block.label == "body" and ability(words[0]) != "yes"
    return anybody or (bare and draft.frame == "that")


def _is_glued(draft: Draft) -> bool:
    """Whether a headline's last verb stands right before the first sentence of its report (`…, Driver Held | A man died`)."""
    verb, first = draft.line.doc[draft.head], draft.first()
    if first is None or first.i != verb.i + 1 or verb.i < 2 or not verb.is_title or first.i + 2 >= len(verb.doc):
        return False
    behind = first.doc[first.i + 1 : first.i + 3]
    return first.is_title and first.pos_ in ("DET", "PRON") and all(word.is_lower for word in behind)


def _is_bidden(draft: Draft) -> bool:
    """Whether the reader is told what to say or think (`so don't think you are safe`)."""
    verb = draft.line.doc[draft.head]
    if draft.cue.pos != "verb" or verb.tag_ != "VB" or grammar.child(verb, *SUBJECTS) is not None or draft.marked:
        return False
    helpers = grammar.auxiliaries(verb)
    bare = verb.dep_ in ("ROOT", "conj") and verb.head.tag_ in FINITE
    return bare and bool(helpers) and all(word.lower_ == "do" for word in helpers)


def _is_of_words(draft: Draft) -> bool:
    """Whether the object only names words and tells nothing of what they were (`later confirmed the report to the Herald`)."""
    head = head_of(draft)
    noun = cues.noun(head) if head is not None else None
    if head is None or noun is None or noun.polarity != "assert":
        return False
    return all(child.dep_ in PLAIN or child.lower_ == "to" for child in head.children if draft.holds(child))


def is_for_others(draft: Draft) -> bool:
    """Whether an infinitive that hangs on a noun tells what is to be done (`the chance to press her on it`)."""
    verb = draft.line.doc[draft.head]
    return verb.tag_ == "VB" and verb.dep_ in ("acl", "relcl") and grammar.infinitive(verb) is not None
