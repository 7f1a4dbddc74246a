"""What a denial answers: statements of others that hold what it denies, or those just before it (`denied the allegations`)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.weigh import words
from dateline.weigh.statements.voices import Voice

LONG = 6  # words of a denial's content that are weighed: what follows in a long one tells the circumstances
NEAR = 4  # how many sentences back a denial of "the allegations" looks for them
MOST = 3  # statements that one denial answers


def answers(voices: Sequence[Voice]) -> dict[str, tuple[str, ...]]:
    """For each denial the ids of the statements that it answers, best first, at most `MOST`."""
    by_word: dict[str, list[Voice]] = defaultdict(list)
    by_report: dict[str, list[Voice]] = defaultdict(list)
    for voice in voices:
        by_report[voice.statement.report].append(voice)
        for word in sorted(voice.bag.words):
            by_word[word].append(voice)
    answered: dict[str, tuple[str, ...]] = {}
    for voice in (voice for voice in voices if voice.statement.polarity == "deny"):
        about = voice.bag.words - _charges(voice)
        others = _holding(voice, about, by_word) if about else _before(voice, by_report[voice.statement.report])
        if others:
            answered[voice.statement.id] = tuple(other.statement.id for other in others[:MOST])
    return answered


def _charges(voice: Voice) -> frozenset[str]:
    """Stems of the words by which denials in its language point back at what others said."""
    claims = voice.language.claims
    return frozenset(words.stem(word) for word in claims.charges()) if claims else frozenset()


def _asserted(voice: Voice, among: Iterable[Voice]) -> Iterator[Voice]:
    """What others assert."""
    mine = voice.statement.speaker
    for other in among:
        said = other.statement
        if said.polarity == "assert" and said.class_ == "statement" and (mine is None or said.speaker != mine):
            yield other


def _before(voice: Voice, here: Iterable[Voice]) -> list[Voice]:
    """What others say in the sentences just before: that is what `denies the allegations` points at."""
    first, claims = voice.statement.content[0].start, voice.language.claims
    near = [
        other
        for other in _asserted(voice, here)
        if 0 <= voice.number - other.number <= NEAR and other.statement.content[0].start < first
    ]
    if claims and claims.is_mere_no(voice.plain):
        return [other for other in near if other.statement.cue and claims.asks(other.statement.cue.text)][-1:]
    charged = [other for other in near if _cue(other) & _charges(voice)]
    return sorted(charged or near[-1:], key=lambda other: (-other.number, other.statement.id))[:2]


def _cue(voice: Voice) -> frozenset[str]:
    cue = voice.statement.cue
    return frozenset(words.stem(word) for word in words.plain(cue.text).split()) if cue else frozenset()


def _holding(voice: Voice, about: frozenset[str], by_word: Mapping[str, Sequence[Voice]]) -> list[Voice]:
    """Statements of others that hold most of the denied content, reported no later than the denial."""
    shared: Counter[str] = Counter()
    others: dict[str, Voice] = {}
    for word in sorted(about):
        for other in _asserted(voice, by_word[word]):
            if not (other.day and voice.day and other.day > voice.day):
                shared[other.statement.id] += 1
                others[other.statement.id] = other
    named = voice.bag.who | {f"@{voice.statement.speaker}"}
    ranked = []
    for key, count in shared.items():
        other, part = others[key], count / min(len(about), LONG)
        names = len(other.bag.who & named)
        away = other.statement.report != voice.statement.report
        if part >= 0.5 and count + names >= 2 and (count >= 2 or not away or len(about) == 1):
            ranked.append((-part - 0.1 * names, away, key))
    return [others[key] for *_, key in sorted(ranked)]
