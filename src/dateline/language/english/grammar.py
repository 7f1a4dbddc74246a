"""English grammar over the parse: who does what to whom, what belongs to a verb.

The labels are those of spaCy's English models (ClearNLP's dependencies, the Penn Treebank's tags). Roles follow the parse
(subject, object, `by`, `with`, dative); an infinitive or participle without a subject takes that of what governs it, or
its object where the governor hands it on (`asked her to come`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import TYPE_CHECKING

from dateline.language import tables
from dateline.language.english.status_words import classes
from dateline.language.grammar import Argument, Subject
from dateline.records.marks import Role

if TYPE_CHECKING:
    from dateline.language.tokens import Token

SUBJECT = ("nsubj", "nsubjpass")
PLACES = frozenset({"in", "at", "to", "into", "from", "near", "outside", "on", "across", "toward", "towards"})
PERSONAL = frozenset({"he", "she", "him", "his", "her", "himself", "herself"})
FOR_NOTHING = frozenset({"it", "there", "that", "which", "this", "what"})  # no participant of its own
_SPARED = ("advcl", "relcl", "parataxis", "conj", "cc", "punct")  # what a telling of the event can do without
_BEFORE = ("mark", "ccomp")  # ... and what of it stands before the verb
_OPENS, _CLOSES = "\"'“‘(", "\"'”’)%"
_IN_A_ROW = frozenset((
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last", "only", "next",
    "latest",
))  # fmt: skip
_FINDS = frozenset((
    "find", "report", "see", "leave", "say", "show", "discover", "detect", "record", "give", "cite", "offer", "add", "know",
    "spare", "waste", "lose", "produce", "yield", "bring", "reveal", "name", "mention", "indicate", "provide",
))  # fmt: skip
# Whoever is sent, named, asked or made to do something does it (VerbNet 3.4, classes 11.1, 29.1, 13.5.3, 37.1, 58.1, 59).
_SENDS = frozenset((
    "send", "dispatch", "deploy", "bring", "take", "name", "appoint", "nominate", "elect", "choose", "pick", "select", "hire",
    "sign", "recruit", "commission", "ask", "tell", "order", "urge", "invite", "require", "request", "instruct", "direct",
    "command", "force", "compel", "press", "push", "convince", "persuade", "coax", "encourage", "induce", "lead", "cause",
    "get", "need", "want", "like", "expect", "allow", "permit", "enable", "let", "help", "train", "teach", "give", "leave",
))  # fmt: skip
_LAID_TO = frozenset({"with", "of", "for", "from", "into"})
_WITHIN = frozenset({"in", "at", "during"})
_BETWEEN = ("compound", "nmod", "amod", "nummod")
_NEGATING = (*SUBJECT, "attr", "expl")
_BEHIND_A_COMMA = 2  # tokens from a word to the one behind the comma after it
_ONLY = (["only"], ["just"], ["merely"], ["simply"])
_SHARED = 5  # verbs between one and the verb whose subject it shares


def child(token: Token, *labels: str) -> Token | None:
    """The first word under `token` with one of these labels."""
    for word in token.children:
        if word.dep_ in labels:
            return word
    return None


def is_verb(token: Token) -> bool:
    """Whether a word is a verb, an auxiliary included."""
    return token.pos_ in ("VERB", "AUX")


def is_noun(token: Token) -> bool:
    """Whether a word is a noun or part of a name."""
    return token.pos_ in ("NOUN", "PROPN")


def is_new(noun: Token) -> bool:
    """Whether a noun is told as new: `an attack`, `attacks`, not `the attack` or `its attack`."""
    return not any(word.dep_ in ("det", "poss") and word.lower_ not in ("a", "an", "any") for word in noun.children)


def auxiliaries(verb: Token) -> tuple[Token, ...]:
    """The helping verbs of a verb."""
    return tuple(word for word in verb.children if word.dep_ in ("aux", "auxpass"))


def is_perfect(verb: Token) -> bool:
    """Whether a verb has a perfect tense: `have closed`, `to have spoken`."""
    return any(word.lemma_ == "have" for word in auxiliaries(verb))


def is_passive(verb: Token) -> bool:
    """Whether a verb has the auxiliary of the passive."""
    return child(verb, "auxpass") is not None


def infinitive(verb: Token) -> Token | None:
    """The `to` of an infinitive."""
    return next((word for word in verb.children if word.dep_ == "aux" and word.lower_ == "to"), None)


def is_counted(verb: Token) -> bool:
    """Whether an infinitive tells what somebody did as one of a row: `the second climber to die`, `the first to arrive`."""
    if verb.dep_ not in ("acl", "relcl") or infinitive(verb) is None:
        return False
    return any(_counts(word) for word in (verb.head, *verb.head.lefts))


def is_line_to_come(verb: Token) -> bool:
    """Whether an infinitive tells what a headline is about: `Marsh to visit Halvern`."""
    if verb.dep_ not in ("acl", "relcl") or verb.head.head.i != verb.head.i or verb.doc[-1].is_punct:
        return False
    return infinitive(verb) is not None


def _counts(word: Token) -> bool:
    return word.lower_ in _IN_A_ROW or word.tag_ == "JJS" or (word.pos_ == "ADJ" and word.lower_[:1].isdigit())


def lemma_of(token: Token) -> str:
    """The lemma in lower case, where the parser's is the word's: it takes `hoping` for `hop`."""
    lemma: str = token.lemma_.lower()
    return "hope" if lemma == "hop" and token.pos_ == "VERB" and not token.lower_.startswith("hopp") else lemma


_CALENDAR = frozenset({"month", "monthy", "monthab", "weekday", "weekdayab", "weekend", "season", "unit"})


def verb(token: Token) -> str:
    """The lemma, with the particle where the verb has one (`put off`), or with `to` before a time (`moved to 7 June`)."""
    lemma = lemma_of(token)
    for word in token.rights:
        # the parser takes some particles for prepositions: those that make a verb of the lists are particles
        listed = word.dep_ in ("prep", "advmod") and f"{lemma} {word.lower_}" in _phrasal()
        if word.dep_ == "prt" or (listed and (word.lower_ != "to" or _leads_to_time(word))):
            return f"{lemma} {word.lower_}"
    return lemma


def _leads_to_time(preposition: Token) -> bool:
    objects = (word for word in preposition.children if word.dep_ == "pobj")
    return any(word.ent_type_ in ("DATE", "TIME") or lemma_of(word) in _calendar() for word in objects)


@cache
def _calendar() -> frozenset[str]:
    """Words of the calendar, also where the parser takes `20 May` for no date."""
    return frozenset(row["form"] for row in tables.table("time_words") if row["class"] in _CALENDAR)


@cache
def _phrasal() -> frozenset[str]:
    """Verbs of the lists that have a particle."""
    return frozenset(word for word in tables.words("plan_words") | classes("verb").keys() if " " in word)


def negation(token: Token) -> Token | None:
    """The word that negates a predicate or a noun: `not`, `never`, a subject or object with `no`."""
    adverbs, determiners = classes("adv"), classes("det")
    negating = _negating(token) if is_verb(token) else ()
    for word in token.children:
        label = word.dep_
        if label == "neg" or (label == "advmod" and adverbs.get(word.lower_) == "deny"):
            return None if _only(word) or _of_adjective(word, token) else word
        if label == "det" and word.lower_ in determiners and not _only(word):
            return word
        if label in negating:
            if word.lower_ in determiners:
                return word
            for inner in word.lefts:
                if inner.dep_ == "det" and inner.lower_ in determiners and not _only(inner):
                    return inner
    return None


def _negating(verb: Token) -> tuple[str, ...]:
    """What negates a verb by its `no`; the object of a verb of finding or telling does not: `found no survivors`."""
    return _NEGATING if verb.lemma_.lower() in _FINDS else (*_NEGATING, "dobj")


def _only(word: Token) -> bool:
    """`not only`, `not just` negate nothing, nor does `no fewer than six`."""
    rest = [after.lower_ for after in word.doc[word.i + 1 : word.i + 3]]
    return rest[:1] in _ONLY or (rest[1:] == ["than"] and rest[0] in ("fewer", "less", "more"))


def _of_adjective(word: Token, token: Token) -> bool:
    """`a not guilty plea` is a plea."""
    return not is_verb(token) and word.i + 1 < token.i and word.nbor().dep_ == "amod"


# ------------------------------------------------------------------------------------------------ who does what to whom


def subject(verb: Token) -> Subject | None:
    """The word that is the subject of a verb, through control, conjunction and participles."""
    return _subject(verb, _SHARED)


def _subject(verb: Token, steps: int) -> Subject | None:
    own = child(verb, *SUBJECT)
    if own is not None and _inserted(verb):  # `a rule that critics say hurt farmers`: who says it, and what hurt them
        own = [word for word in verb.children if word.dep_ in SUBJECT][-1]
    before = verb.nbor(-1) if verb.i else verb
    if own is None and (_inserted(before) or _inserted(verb.head)):
        return Subject((before if _inserted(before) else verb.head).head, False)
    if own is not None:
        relative = own.tag_ == "WDT" or own.lower_ == "that"
        real = verb.head if relative and verb.dep_ == "relcl" else own
        return Subject(real, own.dep_ == "nsubjpass")
    head = verb.head
    if head.i == verb.i or steps < 0:
        return None
    if verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBG"):
        return Subject(head, verb.tag_ == "VBN")
    if is_counted(verb) or is_line_to_come(verb):
        return Subject(head, False)
    if verb.dep_ in ("xcomp", "advcl", "ccomp") and is_verb(head):
        given = _handed_on(verb, head)
        return Subject(given, False) if given is not None else _subject(head, steps - 1)
    if verb.dep_ in ("conj", "pcomp", "acl", "prep"):
        charged = _charged(verb, head) if verb.dep_ == "pcomp" else None
        return Subject(charged, False) if charged is not None else _subject(head, steps - 1)
    return None


def _charged(verb: Token, preposition: Token) -> Token | None:
    """The object that does what stands behind a preposition: `charged them with hacking`, `kept her from leaving`."""
    if preposition.lower_ not in _LAID_TO or verb.tag_ != "VBG":
        return None
    return next((word for word in preposition.head.children if word.dep_ == "dobj" and word.i < preposition.i), None)


def _inserted(verb: Token) -> bool:
    """Whether a clause that says who says so stands inside a relative clause, to which the relative belongs."""
    if verb.dep_ != "relcl":
        return False
    own = [word for word in verb.children if word.dep_ in SUBJECT and word.i < verb.i]
    return len(own) > 1 and own[0].tag_ in ("WDT", "WP", "IN") and own[-1].tag_ not in ("WDT", "WP", "IN")


def _handed_on(verb: Token, head: Token) -> Token | None:
    """The object of the governor that does what an infinitive says: `asked her to come`; what is done for a purpose is the
    subject's (`beat her to win the title`), but of who is sent to do it.
    """
    if verb.tag_ != "VB":
        return None
    given = next((word for word in head.children if word.dep_ in ("dobj", "dative") and word.i < verb.i), None)
    if given is None or verb.dep_ != "advcl" or head.lemma_.lower() in _SENDS:
        return given
    return given if given.lemma_.lower() in classes("noun") else None  # `renewed her invitation to come`


def comma_pair(verb: Token, subject: Token) -> Token | None:
    """Who does it too where a headline joins two names by a comma (`Lenn, Sool meet`): one name alone would take `meets`."""
    if (
        verb.tag_ not in ("VB", "VBP")
        or subject.tag_ != "NNP"
        or any(word.dep_ in ("conj", "cc") for word in subject.children)
    ):
        return None
    first = subject.doc[0]
    if subject.left_edge.i == _BEHIND_A_COMMA and first.nbor(1).text == "," and first.head.i == verb.i:
        return first if first.text[:1].isupper() and first.ent_type_ != "DATE" else None
    beside = (word for word in appositions(subject) if word.tag_ == "NNP" and word.i == subject.i + _BEHIND_A_COMMA)
    return next((word for word in beside if word.nbor(1).i == verb.i), None)


def conjuncts(token: Token) -> Iterator[Token]:
    """A word and those that are joined to it by `and`, `or` or a comma, each that follows it."""
    yield token
    for word in token.children:
        if word.dep_ == "conj":
            yield from conjuncts(word)


def arguments(head: Token, carrier: Token | None = None) -> Iterator[Argument]:
    """Who takes part in the event at `head`; `carrier` is the light verb of a noun."""
    of_noun = () if is_verb(head) else _of_noun(head)
    if carrier is None and head.pos_ == "ADJ" and (bearer_of := _described(head)) is not None:
        of_noun = (Argument("patient", bearer_of), *of_noun)
    told_by = carrier or (head if is_verb(head) else None)
    of_verb = () if told_by is None else _of_verb(told_by, head)
    for argument in (*of_verb, *of_noun):
        for token in conjuncts(argument.token):
            counted = token.pos_ == "NUM" and argument.role in ("place", "other")  # `dead at 95`
            if not counted and (token.pos_ != "PRON" or token.lower_ not in FOR_NOTHING):
                yield Argument(argument.role, token)


def _described(adjective: Token) -> Token | None:
    """Of what a line without a verb says it: `Falk dead at 95`, `Driver dead after crash`, `Three dead in fire`."""
    own = child(adjective, "nsubj")
    if own is not None:
        return own
    held = adjective.dep_ in ("amod", "appos", "advmod") and (is_noun(adjective.head) or adjective.head.pos_ == "NUM")
    return adjective.head if held else None


def _of_verb(verb: Token, noun: Token) -> Iterator[Argument]:
    who = subject(verb)
    if who is not None and who.token.i != noun.i:
        role: Role = "patient" if who.passive or _bare_passive(verb) else "agent"
        pair = comma_pair(verb, who.token)
        yield from (Argument(role, token) for token in ((who.token,) if pair is None else (pair, who.token)))
    for word in verb.children:
        if word.dep_ in ("dobj", "dative", "attr") and word.i != noun.i and word.pos_ != "ADP":
            yield Argument("patient", word)
        elif word.dep_ == "agent" or (word.dep_ in ("prep", "dative") and word.pos_ == "ADP"):
            yield from _of_preposition(word)


def _bare_passive(verb: Token) -> bool:
    """A headline's passive, without its `was`: `Belic invited to Halvern by Marsh`."""
    if verb.tag_ not in ("VBN", "VBD"):
        return False
    labels = {word.dep_ for word in verb.children}
    return "agent" in labels and not labels & {"dobj", "auxpass"}


def _of_preposition(preposition: Token) -> Iterator[Argument]:
    for word in preposition.children:
        if word.dep_ == "pobj":
            yield Argument("agent" if preposition.dep_ == "agent" else _role(preposition), word)
        elif word.dep_ == "prep":
            yield from _of_preposition(word)


def _role(preposition: Token) -> Role:
    return "place" if preposition.lower_ in PLACES else "other"


def _of_noun(noun: Token) -> Iterator[Argument]:
    for word in noun.children:
        if word.dep_ == "poss":
            yield Argument("agent", word)
        elif word.dep_ in ("compound", "amod", "nmod") and (word.pos_ == "PROPN" or word.is_title):
            yield Argument("other", word)
        elif word.dep_ == "prep":
            role: Role = "agent" if word.lower_ == "by" else _role(word)
            yield from (Argument(role, inner) for inner in word.children if inner.dep_ == "pobj")


def appositions(token: Token) -> Iterator[Token]:
    """The words that name once more what a word names."""
    return (word for word in token.children if word.dep_ == "appos")


# --------------------------------------------------------------------------------------------- what belongs to a verb


def clause(verb: Token) -> tuple[Token, Token]:
    """The words that tell the event whole: from the subject to the last argument."""
    first = last = verb
    for word in verb.children:
        label = word.dep_
        if label in _SPARED or (label in _BEFORE and word.i < verb.i):
            continue
        left, right = word.left_edge, word.right_edge
        first, last = (left if left.i < first.i else first), (right if right.i > last.i else last)
        if label in SUBJECT and (pair := comma_pair(verb, word)) is not None and pair.i < first.i:
            first = pair
    while last.is_punct and last.i > first.i and last.text not in _CLOSES:
        last = last.nbor(-1)
    while first.i < verb.i and ((first.is_punct and first.text not in _OPENS) or first.is_space):
        first = first.nbor(1)
    return first, last


def bearer(word: Token, heads: Collection[int]) -> Token | None:
    """The first of the words at `heads` that a word stands under; of `the last visit was in June` the visit.

    None where it only says which thing is meant (`the 2006 memoir`), or stands in an apposition (`Moe, the 1950s star, died`).
    """
    above = word
    while True:
        if above.i in heads:
            return above
        if above.dep_ == "appos" and above.i != word.i:
            return None
        if above.head.i not in heads and _says_which(above, above.head):
            return None
        said = _said_to_be(above, heads)
        if said is not None or above.head.i == above.i:
            return said
        above = above.head


def occasion(word: Token, heads: Collection[int]) -> Token | None:
    """By `in`, `at` or `during`."""
    leads = (prep for prep in word.children if prep.dep_ == "prep" and prep.lower_ in _WITHIN)
    return next((noun for prep in leads for noun in prep.children if noun.dep_ == "pobj" and noun.i in heads), None)


def _says_which(word: Token, noun: Token) -> bool:
    """Whether a word stands between a noun and its article or owner; without these the parse may err (`In 2029 ministers`)."""
    if word.dep_ not in _BETWEEN or noun.pos_ != "NOUN":
        return False
    return any(other.dep_ in ("det", "poss") and other.i < word.i < noun.i for other in noun.children)


def _said_to_be(verb: Token, heads: Collection[int]) -> Token | None:
    """Of `be`, its subject among `heads`."""
    if verb.lemma_ != "be":
        return None
    return next((word for word in verb.children if word.dep_ == "nsubj" and word.i in heads), None)
