"""What a word tells of a deed: by its frame, by what governs it (agreed to, refused to, demanded), and by its own helpers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dateline.language.english import grammar
from dateline.language.english.deeds import actors, lexicon, parties, slots
from dateline.language.english.deeds.lexicon import Entry, Frame
from dateline.language.english.deeds.needs import Clause

if TYPE_CHECKING:
    from dateline.language.tokens import Doc, Token

ATTACKS = "190"  # CAMEO's number of attacks by means that are not told
DEPTH = 5  # words that govern one another
_WILL = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})
_MUST = frozenset({"must", "should", "ought"})
_MAY = frozenset({"may", "might", "could", "can"})
_OF_WHAT_MAY_BE = frozenset({"demand", "threaten", "intend", "wish"})
_UNREAL = frozenset({"would", "could", "'d", "’d"})
_TURNED = frozenset({"had", "were", "should"})
_NOT = frozenset({"not", "n't", "n’t", "never", "no"})
_HAVE = frozenset({"have", "need"})
_TELLING = ("VERB", "AUX", "NOUN", "PROPN", "ADJ")
_IF = frozenset({"if", "unless", "whether", "lest"})
_ENDS_TO = frozenset({"cease"})
_OF_OPERATOR = ("for", "to", "on", "of", "from", "in")
_DO = Frame("do", "", (), "do", "", None, ("inner",), "do (CAMEO)")
# Where to look for whom a deed is done to, under a verb and under a noun that no frame has
_LOOSE = ("obj:person", "to", "with", "for", "against", "on", "of:obj", "owner", "obj", "from", "in", "at")
_LOOSE_OF_NOUN = ("with", "to", "for", "against", "on", "of", "in", "owner")


class Reading(NamedTuple):
    """A deed as a word tells it. `heads` are the words that make it, the outermost first; `base` the innermost."""

    plover: str
    cameo: str
    mode: str | None
    heads: tuple[Token, ...]
    base: Token
    target: Token | None
    doer: Token | None
    rows: tuple[str, ...]


class Reader:
    """Reads the words of one sentence; each word once."""

    def __init__(self, doc: Doc) -> None:
        self.known: dict[int, Reading | None] = {}
        self.unreal: set[int] = set()  # what is governed by a word that tells of nothing done
        self._words = doc.words
        self._entries: dict[int, Entry] = {}
        self.said = self._looked_up()
        # whether a helper may make a deed of a verb of no frame: it must, it has to, it will not
        asked = not self.said.isdisjoint(_MUST) or ("to" in self.said and not self.said.isdisjoint(_HAVE))
        self._is_helped = asked or not (self.said.isdisjoint(_WILL) or self.said.isdisjoint(_NOT))

    def _looked_up(self) -> set[str]:
        """Look its words up in the lexicon; the words, as they stand and by each form by which lists know them alone."""
        said: set[str] = set()
        entries = {pos: lexicon.entries(pos) for pos in _TELLING}
        for word in self._words:
            form, lemma, pos = word.lower_, word.lemma_, word.pos_
            said.add(form)
            if lemma != form:
                lemma = lemma.lower()
                said.add(lemma)
            if pos in entries and lemma in entries[pos]:
                self._entries[word.i] = entries[pos][lemma]
            if pos == "PROPN":
                said.add(lexicon.singular(lemma))
        return said

    def telling(self) -> Iterator[Token]:
        """The words that can tell a deed: those of the lexicon, and verbs with a helper that makes one of them."""
        for word in self._words:
            if word.i not in self._entries and not (self._is_helped and grammar.is_verb(word)):
                continue
            named = word.pos_ == "PROPN" and word.ent_type_ in ("GPE", "PERSON", "ORG")
            if not named and word.dep_ not in ("aux", "auxpass"):
                yield word

    def read(self, word: Token, depth: int = 0) -> Reading | None:
        """What a word tells; None where it tells no deed."""
        if word.i in self.known:
            return self.known[word.i]
        self.known[word.i] = None
        if depth <= DEPTH:
            framed = self._framed(word, depth)
            self.known[word.i] = self._helped(word, framed)
            if framed is not None and self.known[word.i] is None:
                self.unreal.update(head.i for head in framed.heads[1:])
        return self.known[word.i]

    # ------------------------------------------------------------------------------------------------ by its frame

    def _framed(self, word: Token, depth: int) -> Reading | None:
        entry = self._entries.get(word.i)
        if entry is None:
            return None
        frames = entry.after.get(actors.before(word), entry.frames) if entry.after else entry.frames
        clause = Clause(word)
        for frame in frames:
            if frame.clue and frame.clue.isdisjoint(self.said):
                continue
            if frame.particle and not slots.has_particle(word, frame.particle):
                continue
            if not clause.fits(frame):
                continue
            if not frame.plover:
                return None
            found = self._operated(word, frame, depth) if frame.operator else self._own(word, frame)
            if found is not None:
                return found
        if any(not particle or slots.has_particle(word, particle) for particle in entry.carries):
            return self._operated(
                word, _DO, depth
            )  # it only carries the deed that its object names (`carried out a raid`)
        return None

    def _own(self, word: Token, frame: Frame) -> Reading:
        content = slots.object_(word) if grammar.is_verb(word) else None
        inner = slots.thing(content) if content is not None else None
        found = slots.target(word, frame.target, inner, self.said, frame.particle)
        who, heads = parties.doer(word), (word,)
        if "subject" in frame.target:  # `said that Korland was behind the raid`
            speaker = parties.speaking(word)
            asks = grammar.subject(speaker) if speaker is not None else None
            who = asks.token if asks is not None else None
            heads = heads if speaker is None else (speaker,)
        if who is None and frame.plover == "MOBILIZE":
            who = content  # `the army was put on alert`
        if frame.cameo == ATTACKS and who is not None and found is not None and actors.is_of_words(who, found):
            return Reading("ACCUSE", "111", None, heads, word, found, who, (frame.row, "attack in words (CAMEO 111)"))
        return Reading(
            frame.plover, frame.cameo, frame.mode, heads, word, found, who, (frame.row,)
        )  # fmt: skip

    def _operated(self, word: Token, frame: Frame, depth: int) -> Reading | None:
        """What an operator makes of the deed that it governs."""
        content, inner = self._content(word, frame, depth)
        if frame.plover in _OF_WHAT_MAY_BE and content is not None and _is_told(content):
            return None
        asked = inner if frame.plover != "demand" or content is None or not grammar.is_verb(content) else None
        made = lexicon.shift(frame.plover, asked.plover if asked else None, asked.cameo if asked else "")
        if made is None:
            if asked is not None and frame.plover == "refuse":
                self.unreal.update(head.i for head in asked.heads)  # `declined to rule out`
            return None
        noun = content if content is not None and grammar.is_noun(content) else None
        found = slots.target(word, frame.target, noun, self.said, frame.particle)
        if "inner" in frame.target or frame.plover == "do":
            found = self._inner_target(word, frame, content, inner) or found
        heads = (word, *(inner.heads if inner else ()))
        who = parties.doer(word)
        if frame.plover == "received":
            givers = (led for carrier in slots.under([word]) for led in slots.prepositional(carrier, "from"))
            found, who = who, next(givers, None)
        if who is None and frame.plover in ("wish", "intend"):
            who = grammar.child(word, "nsubjpass")  # `is expected to visit`
        return Reading(
            made[0], made[1], inner.mode if inner and made[0] == inner.plover else None, heads,
            inner.base if inner else (content if content is not None else word), found, who,
            (frame.row, *(inner.rows if inner else ())),
        )  # fmt: skip

    def _content(self, word: Token, frame: Frame, depth: int) -> tuple[Token | None, Reading | None]:
        """The word that an operator governs, and what it tells."""
        first = None
        leads: list[str] = [
            lead for lead in (("for", "to") if frame.plover == "wish" else _OF_OPERATOR) if lead in self.said
        ]
        if frame is _DO and "in" in leads and not _does_by(word, "in"):
            leads.remove("in")  # `aid that started in the war`, but `take part in a raid`
        for token in _governed(word, leads, clauses=frame is not _DO):
            if (
                frame.plover == "end"
                and grammar.infinitive(token) is not None
                and grammar.lemma_of(word) not in _ENDS_TO
            ):
                continue  # `stopped to pay tribute`
            first = token if first is None else first
            found = self.read(token, depth + 1)
            if found is not None:
                return token, found
        return first, None

    def _inner_target(self, word: Token, frame: Frame, content: Token | None, inner: Reading | None) -> Token | None:
        before = frame.target[: frame.target.index("inner")] if "inner" in frame.target else ()
        if before:
            own = slots.target(word, before, content, self.said, frame.particle)
            theirs = inner is not None and inner.target is not None and actors.bears_actor(inner.target)
            if own is not None and actors.bears_actor(own) and not (theirs and frame.plover == "wish"):
                return own  # but `plans to invite | Marsh | to Sund`
        if inner is not None and inner.target is not None:
            return inner.target
        if content is not None and grammar.is_verb(content):
            return slots.target(content, _LOOSE, slots.object_(content), self.said)
        if content is not None and grammar.is_noun(content):
            own = slots.target(content, _LOOSE_OF_NOUN, content, self.said)
            if own is not None and actors.bears_actor(own):
                return own
            aim = slots.target(word, ("purpose",), content, self.said)
            # ... and `carried out strikes at night | against the rebels`
            return aim or own or slots.target(word, ("against", "on"), None, self.said)
        return None

    # --------------------------------------------------------------------------------------------- by its helpers

    def _helped(self, word: Token, found: Reading | None) -> Reading | None:
        """What `not`, `will`, `must`, `may` and `if` on a verb make of what it tells."""
        if not grammar.is_verb(word):
            return found
        if found is None and not self._is_helped:
            return None
        helpers = set()
        for child in word.lefts:
            label = child.dep_
            if label == "aux":
                helpers.add(child.lower_)
            elif label == "mark" and child.lower_ in _IF:
                return None
        if (
            found is None and helpers.isdisjoint(_WILL) and helpers.isdisjoint(_MUST) and not _has_to(word)
        ) or _is_unreal(word, helpers):
            return None
        if helpers & _MUST or _has_to(word):
            return self._demanded(word, found)
        if found is None:
            return self._declined(word, helpers)
        if grammar.negation(word) is not None:
            return self._shifted("not", word, found) if helpers & _WILL else None
        if helpers & _WILL or grammar.is_line_to_come(word) or _is_to(word):
            return self._shifted("will", word, found)
        if helpers & _MAY and not grammar.is_perfect(word):
            return None
        return found

    def _declined(self, word: Token, helpers: set[str]) -> Reading | None:
        """`Korland said it will not come`: what somebody says he won't do, whatever it is."""
        if not helpers & _WILL or grammar.negation(word) is None:
            return None
        speaker = parties.speaking(word)
        who = parties.doer(word)
        if speaker is None or who is None:
            return None
        says = grammar.subject(speaker)
        if says is None or says.token.i != who.i:
            return None
        found = slots.target(word, _LOOSE, slots.object_(word), self.said)
        return Reading("REJECT", "120", None, (word,), word, found, who, ("will not (CAMEO 12)",))

    def _shifted(self, operator: str, word: Token, found: Reading) -> Reading | None:
        made = lexicon.shift(operator, found.plover, found.cameo)
        if made is None:
            return None
        return found._replace(plover=made[0], cameo=made[1], rows=(f"{operator} (CAMEO)", *found.rows))

    def _demanded(self, word: Token, found: Reading | None) -> Reading | None:
        """`Marsh said that Korland must stop`: what he says asks it of Korland."""
        speaker = parties.speaking(word)
        who = grammar.subject(word)
        if speaker is None or who is None:
            return None
        asks = grammar.subject(speaker)
        if asks is None or asks.token.i == who.token.i:
            return None
        heads = (word, *(found.heads[1:] if found else ()))
        heads = (*heads, speaker) if found is None else heads  # of `must be` the verb of saying tells it
        return Reading("REQUEST", "100", None, heads, word, who.token, asks.token, ("must (CAMEO 10)",))


def _governed(word: Token, leads: Sequence[str], clauses: bool) -> list[Token]:
    """The words that an operator may govern, the nearest tie first: its clause, its object, what its prepositions lead to."""
    found: list[Token] = []
    clause = slots.complement(word) if clauses else None
    if clause is not None:
        found += [clause]
        found += [child for child in clause.children if child.dep_ == "acomp"]
    thing = slots.object_(word) if grammar.is_verb(word) else None
    if thing is not None:
        found += [slots.thing(one) for one in (thing, *(other for other in thing.rights if other.dep_ == "conj"))]
        inner = slots.complement(slots.thing(thing))
        found += [inner] if inner is not None else []
    for preposition in leads:
        found += [slots.thing(token) for token in slots.prepositional(word, preposition)]
    return found


def _is_told(content: Token) -> bool:
    """`insists that it enforces them`, `warned that it had failed`: a clause that tells what is so, in a tense of its own."""
    if content.dep_ != "ccomp" or not grammar.is_verb(content) or content.tag_ == "VB":
        return False
    helpers = {aux.lower_ for aux in grammar.auxiliaries(content)}
    return not helpers & (_MUST | _WILL | _MAY) and "to" not in helpers


def _does_by(word: Token, lead: str) -> bool:
    """Whether a verb that only carries a deed does so by a preposition (`engage in`)."""
    return any(particle.endswith(lead) for particle in lexicon.carriers().get(grammar.lemma_of(word), ()))


def _is_unreal(verb: Token, helpers: set[str]) -> bool:
    """`would have attacked`, `had Korland attacked, …`: what was not done."""
    if helpers & _UNREAL and "have" in helpers:
        return True
    who = grammar.child(verb, *grammar.SUBJECT) if verb.dep_ == "advcl" else None
    if who is None:
        return False
    turned = (child for child in verb.lefts if child.dep_ in ("aux", "auxpass") and child.lower_ in _TURNED)
    return any(word.i < who.i for word in turned)


def _has_to(verb: Token) -> bool:
    """`has to stop`, `needs to stop`."""
    return verb.dep_ == "xcomp" and verb.head.lemma_ in ("have", "need") and grammar.infinitive(verb) is not None


def _is_to(verb: Token) -> bool:
    """`is to visit`, `is going to visit`."""
    if verb.dep_ != "xcomp" or grammar.infinitive(verb) is None:
        return False
    return verb.head.lemma_ == "be" or (verb.head.lower_ == "going" and bool(grammar.auxiliaries(verb.head)))
