"""What a reporting verb has as its content where that is no clause: a phrase, an infinitive, a gerund, a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.language.english import grammar
from dateline.language.english.reporting import cues
from dateline.language.english.reporting.above import SUBJECTS
from dateline.language.english.reporting.edges import WHEN
from dateline.language.english.reporting.speakers import is_channel, is_happening
from dateline.language.english.reporting.subject import phrase
from dateline.language.reporting import Cue, Run

if TYPE_CHECKING:
    from dateline.language.tokens import Token

_JUDGES = frozenset(("accuse", "deny", "judge", "thank"))
_TOLD = frozenset(("say", "claim", "show", "complain", "warn", "propose"))
_CHARGES = frozenset(("accuse", "thank"))
_PLACES = frozenset(("ahead", "behind", "up", "down", "neck"))  # where a poll shows somebody
_RULED_ON = frozenset(
    ("appeal", "application", "bail", "injunction", "lawsuit", "motion", "petition", "suit", "extradition", "parole")
)
_AT = frozenset(("at", "on", "after", "through", "across"))
_ABOUT = frozenset(("about", "at", "over"))
_STRETCH = frozenset((
    "as", "for", "in", "of", "with", "by", "from", "to", "about", "against", "between", "among", "toward", "towards",
    "behind", "over", "under", "into",
))  # fmt: skip


def of_passive(verb: Token, cue: Cue) -> tuple[list[Run], str]:
    """`He is expected to leave`, `the plan was criticised for its cost`, `a law opposed by half of the house`."""
    own = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    down = next((child for child in verb.children if child.dep_ in ("xcomp", "oprd") and child.i > verb.i), None)
    if own is not None and down is not None and cue.frames & {"that", "obj-to", "small", "raise"}:
        return [(own.left_edge.i, own.right_edge.i), (down.left_edge.i, down.right_edge.i)], "raise"
    if own is None and verb.dep_ == "acl" and any(child.dep_ == "agent" for child in verb.children):
        own = verb.head  # `the man | described by the Herald | as a hero`
    if own is None and down is not None and cue.act == "ask":
        return [(down.left_edge.i, down.right_edge.i)], "obj-to"  # `asked to leave, she …`
    for child in verb.rights:
        if child.dep_ == "prep" and child.lower_ == "about" and "obj-about" in cue.frames:
            return [(child.left_edge.i, child.right_edge.i)], "prep"
        if own is not None and child.dep_ == "prep" and f"obj-{child.lower_}" in cue.frames:
            frame = "by" if verb.dep_ == "acl" else "obj-prep"
            bare = child.right_edge == child and child.i + 1 < len(child.doc)  # `seen as | kind`, the parser lost
            return [phrase(own, verb), (child.left_edge.i, child.right_edge.i + bare)], frame
    if not _is_told_by(verb, cue):
        return [], ""
    return ([phrase(own, verb)], "by") if own is not None else ([], "")


def _is_told_by(verb: Token, cue: Cue) -> bool:
    """Whether a passive names who judged or told its subject (`was criticised by`, `was first reported by the Herald`)."""
    if "obj" not in cue.frames or not any(child.dep_ == "agent" for child in verb.children):
        return False
    return cue.act in _JUDGES or (cue.act in _TOLD and cue.class_ == "statement" and "does" not in cue.traits)


def _end(thing: Token) -> int:
    """The last token of an object, with the noun of a possessive that the parser lost (`condemned Falk's | closing of it`)."""
    last = thing.right_edge
    if last.tag_ != "POS" or last.head != thing or last.i + 1 >= len(thing.doc):
        return last.i
    after = last.nbor(1)
    return after.right_edge.i if not after.is_punct else last.i


def of_object(verb: Token, cue: Cue) -> tuple[list[Run], str]:
    rights = list(verb.rights)
    if "raise" in cue.frames:
        return _raised(verb, rights), "raise"
    things = [child for child in rights if child.dep_ == "dobj"]
    given = len(things) > 1 and "small" not in cue.frames and things[0].right_edge.i + 1 == things[1].left_edge.i
    if cue.polarity == "deny" and things and (given or grammar.child(verb, "dative") is not None):
        return [], ""  # `denied her the post`
    if cue.polarity == "deny" and things and things[0].lemma_.lower() in _RULED_ON:
        return [], ""  # a court that rejects an appeal does it
    thing = things[given] if things else None  # `offered skippers | a chart`
    down = next((child for child in rights if child.dep_ == "xcomp" or _is_lost_infinitive(verb, child)), None)
    if down is not None:
        thing = None if thing is not None and (_is_when(thing) or thing.i > down.i) else thing
        inf = any(child.dep_ == "aux" and child.lower_ == "to" for child in down.children)
        if thing is not None and inf and "obj-to" in cue.frames:
            return [(thing.left_edge.i, max(thing.right_edge.i, down.right_edge.i))], "obj-to"
        if thing is None and inf and "to" in cue.frames:
            return [(down.left_edge.i, down.right_edge.i)], "to"
        gerund = down.tag_ == "VBG" or any(child.dep_ == "aux" and child.tag_ == "VBG" for child in down.children)
        if thing is None and not inf and gerund and "ing" in cue.frames:
            return [(down.left_edge.i, _short(down))], "ing"
    return _of_phrases(verb, cue, rights, thing)


def _is_lost_infinitive(verb: Token, child: Token) -> bool:
    """Whether an infinitive follows a verb that was taken for a noun (`Wendt Vows | To Stay`)."""
    return (
        verb.pos_ in ("NOUN", "PROPN")
        and child.dep_ == "advcl"
        and child.left_edge.i == verb.i + 1
        and grammar.infinitive(child) is not None
    )


def _is_when(noun: Token) -> bool:
    """Whether what the parser took for an object tells when or how often (`promised several times | to go`)."""
    return noun.ent_type_ in ("DATE", "TIME") or (noun.lemma_ == "time" and noun.tag_ == "NNS")


def _raised(verb: Token, rights: list[Token]) -> list[Run]:
    """`The talks seem to have failed`: what seems is subject and predicate together, and nobody says it."""
    own = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    down = next((child for child in rights if child.dep_ in ("xcomp", "oprd", "acomp")), None)
    if own is None or down is None or cues.verb(down) is not None:
        return []
    return [(own.left_edge.i, own.right_edge.i), (down.left_edge.i, down.right_edge.i)]


def _short(verb: Token) -> int:
    """The last token of a phrase before a clause of time that the parser gave it (`denied lying | as the trial began`)."""
    for child in verb.rights:
        if child.dep_ == "advcl" and child.left_edge.lower_ in WHEN and grammar.child(child, *SUBJECTS) is not None:
            return child.left_edge.i - 1
    return verb.right_edge.i


def _is_clause_apart(word: Token) -> bool:
    """Whether a word opens what somebody does besides (`blamed her, | while others called for a vote`)."""
    if word.dep_ == "advcl":
        return grammar.child(word, *SUBJECTS) is not None or (
            _is_speech(word) and grammar.child(word, "dobj", "ccomp") is not None
        )
    return word.dep_ == "conj" and grammar.is_verb(word)


def _charge(word: Token, cue: Cue) -> bool:
    """Whether the preposition that an accusation takes stands inside a phrase (`accused rivals in the club of lying`)."""
    return any(part.dep_ == "prep" and f"obj-{part.lower_}" in cue.frames for part in word.subtree)


def _is_since(prep: Token) -> bool:
    """Whether `as` only tells by when (`cast their votes as of noon`)."""
    return prep.lower_ == "as" and prep.i + 1 < len(prep.doc) and prep.nbor(1).lower_ == "of"


def _is_apart(prep: Token) -> bool:
    """Whether a phrase tells through what it was said (`in a statement`)."""
    noun = grammar.child(prep, "pobj")
    return noun is not None and is_channel(noun)


def _of_feeling(thing: Token, after: list[Token]) -> int:
    """The end of a bare object with what it is about (`voiced alarm | at the plan`)."""
    behind = next((child for child in after if child.left_edge.i == thing.i + 1), None)
    alone = thing.left_edge == thing.right_edge and thing.tag_ == "NN"
    return behind.right_edge.i if alone and behind is not None and behind.lower_ in _ABOUT else thing.i


def _stretched(last: int, after: list[Token], *, wide: bool = False) -> int:
    """The end of a phrase with what follows it and was taken for the verb's own (`for him | to resign`)."""
    place = last
    for child in after:
        to = child.dep_ == "xcomp" or (child.dep_ == "advcl" and child.left_edge.lower_ == "to")
        if child.left_edge.i != place + 1:
            continue
        place = child.right_edge.i
        if child.dep_ == "advmod" and wide and child.lower_ not in _PLACES:
            break
        if child.lower_ == "by" and grammar.child(child, "pcomp") is not None:
            break  # `rebuked him | by walking out`
        shown = child.dep_ == "advmod" or (child.dep_ == "prep" and child.lower_ in _AT and not _is_apart(child))
        if to or (wide and shown) or (child.lower_ in _STRETCH and not _is_apart(child)):
            last = place
    return last


def _likened(verb: Token, thing: Token | None) -> Run | None:
    """A thing and what it is called, where the parser gave the `as` to something else or it stands before the thing."""
    start = thing.right_edge if thing is not None else verb
    if start.i + 2 >= len(verb.doc) or start.nbor(1).lower_ != "as" or start.nbor(1).dep_ != "prep":
        return None
    prep = start.nbor(1)
    bare = verb.tag_ == "VBN" and not grammar.auxiliaries(verb)
    if (
        (prep.head == verb if thing is not None else bare)
        or prep.right_edge == prep
        or any(map(_is_speech, prep.children))
    ):
        return None
    return (prep if thing is None else thing.left_edge).i, prep.right_edge.i


def _is_speech(word: Token) -> bool:
    return grammar.is_verb(word) and cues.verb(word) is not None


def _leads_to(child: Token, clause: Token, cue: Cue) -> bool:
    """Whether a phrase of the verb's stands before a clause (`called on them | to go`)."""
    return child.dep_ == "prep" and child.lower_ in cue.frames and child.i < clause.left_edge.i


def _called(cue: Cue, rights: list[Token], thing: Token | None) -> Run | None:
    """What somebody calls a thing, with the thing (`called | the plan a ruse`)."""
    clause = next((child for child in rights if child.dep_ in ("ccomp", "oprd")), None)
    if clause is None or not cue.frames & {"small", "obj-to"}:
        return None
    if thing is None and any(_leads_to(child, clause, cue) for child in rights):
        return None  # `called on them to go unless it is safe`
    first = thing.left_edge.i if thing is not None and thing.i < clause.i else clause.left_edge.i
    added = (child.left_edge for child in clause.rights if child.dep_ == "relcl" and child.left_edge.i > clause.i)
    named = (word.i - 1 for word in added if word.nbor(-1).is_quote)
    return first, next(named, clause.right_edge.i)  # `what critics call a “gag rule” | that bans it`


def _of_phrases(verb: Token, cue: Cue, rights: list[Token], thing: Token | None) -> tuple[list[Run], str]:
    if (small := _called(cue, rights, thing)) is not None:
        return [small], "small"
    preps = [child for child in rights if child.dep_ == "prep"]
    if any(_is_speech(word) for prep in preps if prep.lower_ == "as" for word in prep.children):
        return [], ""  # `quoted him as saying`: what he says is not told here
    if "adj" in cue.frames and any(child.pos_ == "ADJ" for child in rights):
        return [], ""  # `pleaded guilty to theft`: that is done
    if thing is None and "obj-as" in cue.frames and (named := _named_so(verb, preps)):
        return named, "obj-prep"
    if "obj-as" in cue.frames and (likened := _likened(verb, thing)) is not None:
        return [likened], "obj-prep" if thing is not None else "prep"
    if thing is not None:
        taken = [
            prep for prep in preps if f"obj-{prep.lower_}" in cue.frames and prep.i > thing.i and not _is_since(prep)
        ]
        if taken and taken[0].lower_ == "about":
            return [(taken[0].i, taken[0].right_edge.i)], "prep"
        if taken:  # the last one: `thanked her on Friday | for her help`
            return [(thing.left_edge.i, max(thing.right_edge.i, taken[-1].right_edge.i))], "obj-prep"
        behind = [word for word in rights if word.i >= thing.i and not _is_clause_apart(word)]
        charged = [word for word in behind if _charge(word, cue)] if cue.act in _CHARGES else []
        if charged:
            return [(thing.left_edge.i, charged[-1].right_edge.i)], "obj-prep"
        if "obj-as" in cue.frames and any(child.dep_ == "mark" and child.lower_ == "as" for child in verb.lefts):
            return [], ""  # `the first catch, as Falk called it`: what stands before is called so
        if "obj" in cue.frames and ("hear" not in cue.frames or (cue.act == "order" and is_happening(thing))):
            after = (
                preps
                if cue.act != "show"
                else [child for child in rights if child.dep_ in ("prep", "advmod", "acomp", "oprd")]
            )
            end = _stretched(_end(thing), after, wide=cue.act == "show" or cue.word == "report")
            end = max(end, _of_feeling(thing, preps))
            return [(thing.left_edge.i, end), *_past_time(rights, end)], "obj"
    return _of_prepositions(cue, rights, preps)


def _past_time(rights: list[Token], end: int) -> list[Run]:
    """What an object goes on with behind the day on which it was told (`announced changes Thursday | to the act`)."""
    day = next((child for child in rights if child.left_edge.i == end + 1 and child.dep_ == "npadvmod"), None)
    if day is None or day.ent_type_ not in ("DATE", "TIME"):
        return []
    behind = next(
        (child for child in rights if child.left_edge.i == day.right_edge.i + 1 and child.dep_ == "prep"), None
    )
    more = behind is not None and behind.lower_ in ("to", "of") and not _is_apart(behind)
    return [(behind.i, behind.right_edge.i)] if behind is not None and more else []


def _of_prepositions(cue: Cue, rights: list[Token], preps: list[Token]) -> tuple[list[Run], str]:
    """What a verb without an object has behind a preposition."""
    for prep in preps:
        if prep.lower_ in cue.frames and prep.right_edge.i > prep.i:
            first = prep.i + 1 if prep.lower_ == "to" else prep.i
            last = _stretched(prep.right_edge.i, rights)
            clause = next((child for child in rights if child.dep_ == "ccomp" and child.left_edge.i == last + 1), None)
            return [(first, last if clause is None else clause.right_edge.i)], "prep"  # `scoffed at the idea | he left`
    return [], ""


def _named_so(verb: Token, preps: list[Token]) -> list[Run]:
    """What a relative clause says something is, with the noun before it (`a sale | that Falk denounced | as a ruse`)."""
    noun = verb.head
    if verb.dep_ != "relcl" or noun.i > verb.i or not grammar.is_noun(noun):
        return []
    named = (
        prep
        for prep in preps
        if prep.lower_ == "as" and not _is_since(prep) and grammar.child(prep, "pobj") is not None
    )
    return next(([phrase(noun, verb), (prep.i, prep.right_edge.i)] for prep in named), [])
