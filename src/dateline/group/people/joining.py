"""The same person in several reports: persons and acting bodies across one story, each once.

Names that are alike, or that one report gives in full and another in part, are one where only one person
fits; what could be two stays apart unless a person has judged (`same-person`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from dateline import cite
from dateline.cite import Cite
from dateline.group.people import codes as people_codes
from dateline.language import tables
from dateline.language.english import naming
from dateline.language.english.naming import fold, same, split
from dateline.records.judgements import Judgement
from dateline.records.marks import Marked, Name, NameType
from dateline.records.story import Person

BODIES: tuple[NameType, ...] = ("ORG", "GPE", "NORP", "PRODUCT")  # a ship acts too
COMMON = 4  # the name is the fullest form that stands in one of so many of the reports with a full name
_OF = re.compile(r"\b(ministry|department) of (?:the )?(.+)$")
CLEARLY = 3  # a bare surname goes to one of several only when named so many times as often as the next


@dataclass(slots=True)
class Entry:
    """What one report calls by one canonical name: its mentions in told text, first to last."""

    marked: Marked
    name: str
    type: NameType
    mentions: list[Name] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, str]:
        """The report's id and the name."""
        return self.marked.report.id, self.name

    def words(self, mention: Name) -> str:
        """A mention as written, white space made single."""
        return " ".join(mention.span.of(self.marked.report.text).split())

    def first(self) -> Cite:
        """The first mention in full, or the first of all."""
        report = self.marked.report
        full = next((m for m in self.mentions if fold(self.words(m)) == fold(self.name)), self.mentions[0])
        return cite.cite(report.id, report.text, full.span)


@dataclass(slots=True)
class Cluster:
    """Entries that are one."""

    entries: list[Entry]

    @property
    def weight(self) -> int:
        """How many mentions it has."""
        return sum(len(entry.mentions) for entry in self.entries)

    @property
    def type(self) -> NameType:
        """The type of most mentions; in a tie the one that comes first in the alphabet."""
        votes: Counter[NameType] = Counter()
        for entry in self.entries:
            votes[entry.type] += len(entry.mentions)
        return max(sorted(votes), key=lambda kind: votes[kind])

    def names(self) -> list[str]:
        """Its canonical names, one a report."""
        return [entry.name for entry in self.entries]


def people(
    marked: Sequence[Marked], judgements: Sequence[Judgement] = ()
) -> tuple[tuple[Person, ...], Mapping[tuple[str, str], str], tuple[str, ...]]:
    """The persons and acting bodies of one story's reports, and who each (report id, canonical name) is.

    And a sentence for each decision that makes other persons of them than their names do. Only who is named in headline,
    deck or body is given; of bodies only those that say or do something, where events or quotes are marked. Most
    mentioned first, then by name.
    """
    entries = [entry for one in marked for entry in _entries(one)]
    _settle(entries)
    acting = _acting(marked)
    clusters = _persons([entry for entry in entries if entry.type == "PERSON"], acting)
    clusters += _bodies([entry for entry in entries if entry.type in BODIES], acting)
    decisions = [one for one in judgements if one.kind in ("same-person", "not-same-person")]
    named = [Cluster([*one.entries]) for one in clusters]
    clusters = _judged(clusters, decisions)
    made = [(_person(one), one) for one in clusters]
    made.sort(key=lambda pair: (-pair[1].weight, pair[0].name, pair[0].id))
    who = {entry.key: person.id for person, one in made for entry in one.entries}
    return tuple({person.id: person for person, _ in made}.values()), who, _differences(named, decisions)


def _entries(one: Marked) -> Iterable[Entry]:
    """One entry a canonical name, with its mentions in told text."""
    told = one.report.told()
    found: dict[str, Entry] = {}
    for mention in one.names:
        if any(block.start <= mention.span.start < block.end for block in told):
            found.setdefault(mention.name, Entry(one, mention.name, mention.type)).mentions.append(mention)
    return found.values()


def _settle(entries: list[Entry]) -> None:
    """Give a name of one word, which a report alone can hardly place, the type that the story's reports bear out.

    It is a person's where some report has a person of that surname and no table has it for anything else; else it is
    what most mentions are.
    """
    surnames = {split(one.name)[0][-1] for one in entries if one.type == "PERSON" and len(split(one.name)[0]) > 1}
    votes: dict[str, Counter[NameType]] = {}
    for one in entries:
        votes.setdefault(fold(one.name), Counter())[one.type] += len(one.mentions)
    for one in entries:
        key = fold(one.name)
        if " " in key or key in people_codes.listed():
            continue
        one.type = "PERSON" if key in surnames else max(sorted(votes[key]), key=lambda kind: votes[key][kind])


def _persons(entries: list[Entry], acting: frozenset[tuple[str, str]] | None) -> list[Cluster]:
    """Full names that agree with all forms of a person are that person; then shorter names find theirs.

    A name of one word that no report gives in full is kept only where it has a title, or acts, or comes again.
    """
    clusters: list[Cluster] = []
    by_surname: dict[str, list[Cluster]] = {}
    full = [entry for entry in entries if len(split(entry.name)[0]) > 1]
    for entry in sorted(full, key=_order):
        words = split(entry.name)[0]
        near = [one for word in words for one in by_surname.get(word, ())]
        home = next((one for one in near if all(same(name, entry.name) for name in one.names())), None)
        if home is None:
            home = Cluster([])
            clusters.append(home)
        home.entries.append(entry)
        for word in words[1:]:
            if home not in by_surname.setdefault(word, []):
                by_surname[word].append(home)
    bare: dict[str, Cluster] = {}
    weights = {id(one): one.weight for one in clusters}
    for entry in sorted((entry for entry in entries if len(split(entry.name)[0]) == 1), key=_order):
        near = _bearers(split(entry.name)[0][0], clusters)
        fit = [one for one in near if not (_is_beside(entry, one) or _is_spouse(entry, one))]
        best = _clear(fit, weights)
        if best is None:
            best = bare.setdefault(fold(entry.name), Cluster([]))
        best.entries.append(entry)
    return clusters + [one for one in bare.values() if _is_somebody(one, acting)]


def _is_somebody(one: Cluster, acting: frozenset[tuple[str, str]] | None) -> bool:
    if acting is None or one.weight > 1:
        return True
    return any(entry.key in acting or any(m.role for m in entry.mentions) for entry in one.entries)


def _order(entry: Entry) -> tuple[int, int, str, str]:
    return -len(split(entry.name)[0]), -len(entry.mentions), entry.name, entry.key[0]


def _bearers(word: str, clusters: list[Cluster]) -> list[Cluster]:
    """Those whose surname it is; where there is none, those who have it among their names."""
    bearers = [
        one for one in clusters if any(split(name)[0][-1] == word for name in one.names() if len(split(name)[0]) > 1)
    ]
    return bearers or [one for one in clusters if any(word in split(name)[0] for name in one.names())]


def _is_beside(entry: Entry, one: Cluster) -> bool:
    """Whether the report that gives the bare name has this person too, and did not take one for the other."""
    return any(other.marked is entry.marked for other in one.entries)


def _is_spouse(entry: Entry, one: Cluster) -> bool:
    """Whether a bare surname has an office that this woman of the surname has nowhere (`President Kralik`)."""
    if not any(naming.gender(name) for name in one.names()):
        return False
    offices = {
        word for m in entry.mentions if m.role and fold(m.role) not in _honorifics() for word in fold(m.role).split()
    }
    hers = {word for other in one.entries for m in other.mentions if m.role for word in fold(m.role).split()}
    return bool(offices) and not offices & hers


def _clear(fit: list[Cluster], weights: Mapping[int, int]) -> Cluster | None:
    """The only one, or the one that is named far more often than the next."""
    ranked = sorted(fit, key=lambda one: -weights[id(one)])
    if not ranked:
        return None
    if len(ranked) == 1 or weights[id(ranked[0])] >= CLEARLY * weights[id(ranked[1])]:
        return ranked[0]
    return None


def _acting(marked: Sequence[Marked]) -> frozenset[tuple[str, str]] | None:
    """The (report, name) of all who say or do something or have it done to them; None when nothing was marked."""
    if not any(one.events or one.quotes for one in marked):
        return None
    found = set()
    for one in marked:
        for event in one.events:
            found |= {(one.report.id, name) for name in event.names("agent", "patient", "other")}
        found |= {(one.report.id, quote.speaker) for quote in one.quotes if quote.speaker}
    return frozenset(found)


def _bodies(entries: list[Entry], acting: frozenset[tuple[str, str]] | None) -> list[Cluster]:
    """Bodies by name; an acronym joins the body that it stands for in another report."""
    clusters: dict[str, Cluster] = {}
    for entry in entries:
        clusters.setdefault(_body_key(entry.name), Cluster([])).entries.append(entry)
    stands: dict[str, set[str]] = {}
    for key, one in clusters.items():
        for entry in one.entries:
            for form in {_body_key(entry.words(mention)) for mention in entry.mentions}:
                stands.setdefault(form, set()).add(key)
    for key in list(clusters):
        others = stands.get(key, set()) - {key}
        if len(others) == 1 and (other := clusters.get(next(iter(others)))) is not None:
            other.entries += clusters.pop(key).entries
    kept = clusters.values()
    return [one for one in kept if acting is None or any(entry.key in acting for entry in one.entries)]


def _body_key(name: str) -> str:
    """A body's name as it is compared: no legal form, and `Ministry of Defence` as `Defence Ministry`."""
    words = _OF.sub(r"\2 \1", fold(name).replace(",", "").replace("-", " ")).split()
    while len(words) > 1 and words[-1] in _company():
        words.pop()
    return " ".join(words)


def _judged(clusters: list[Cluster], judgements: Sequence[Judgement]) -> list[Cluster]:
    """Join what a person has judged to be one, by any name or form of it; part what was judged to be two."""
    for judgement in judgements:
        a, b = (_called(clusters, name) for name in (judgement.a, judgement.b))
        if judgement.kind == "not-same-person":
            if a is not None and a is b:
                other = [one for one in a.entries if fold(one.name) == fold(judgement.b)]
                rest = [one for one in a.entries if one not in other]
                if other and rest:
                    a.entries = rest
                    clusters.append(Cluster(other))
        elif a is not None and b is not None and a is not b:
            a.entries += b.entries
            clusters = [one for one in clusters if one is not b]
    return clusters


def _differences(named: Sequence[Cluster], decisions: Sequence[Judgement]) -> tuple[str, ...]:
    """Where the last decision on two names says other than the names do (`named`): a sentence each."""
    last = {frozenset((fold(one.a), fold(one.b))): one for one in decisions}
    out = []
    for one in last.values():
        a, b = (_called(named, name) for name in (one.a, one.b))
        apart = one.kind == "not-same-person"
        if a is not None and b is not None and (a is b) == apart:
            said, else_ = ("two people", "one") if apart else ("one person", "two")
            out.append(f"A person judged that {one.a} and {one.b} are {said}; by their names they would be {else_}.")
    return tuple(out)


def _called(clusters: Sequence[Cluster], name: str) -> Cluster | None:
    wanted = fold(name)
    exact = [one for one in clusters if wanted in map(fold, one.names())]
    found = exact or [one for one in clusters if wanted in map(fold, _aliases(one, ""))]
    return max(found, key=lambda one: one.weight, default=None)


def _person(one: Cluster) -> Person:
    name = _name(one)
    kind = one.type
    roles = _roles(one) if kind == "PERSON" else []
    code = people_codes.of_roles(roles) if kind == "PERSON" else None
    if kind == "NORP":
        code = people_codes.of_people(name)
    elif kind != "PERSON":
        code = people_codes.of_body(name)
    return Person(
        id=cite.content_id("p", name),
        name=name,
        kind=kind,
        role=roles[0] if roles else None,
        code=code,
        aliases=_aliases(one, name),
        cites=cite.cites(entry.first() for entry in one.entries),
    )


def _name(one: Cluster) -> str:
    """The fullest form that is common: in one of `COMMON` reports that name the person in full, or more."""
    forms: dict[str, list[Entry]] = {}
    for entry in one.entries:
        forms.setdefault(entry.name, []).append(entry)
    longest = max(len(form.split()) for form in forms)
    whole = {form: some for form, some in forms.items() if len(form.split()) > 1 or longest == 1}
    reports = sum(len(some) for some in whole.values())
    common = {form: some for form, some in whole.items() if COMMON * len(some) >= reports} or whole
    return max(
        sorted(common),
        key=lambda form: (_fullness(form), len(common[form]), sum(len(e.mentions) for e in common[form])),
    )


def _fullness(form: str) -> int:
    return sum(len(word.rstrip(".")) > 1 for word in form.split())


def _roles(one: Cluster) -> list[str]:
    """Role phrases, the most telling first: said in most reports, itself or in part; a relative's comes last."""
    seen: dict[str, Counter[str]] = {}
    for entry in one.entries:
        for mention in entry.mentions:
            if mention.role and fold(mention.role) not in _honorifics() | _relatives():
                seen.setdefault(fold(mention.role), Counter())[mention.role] += 1
    parts = {role: frozenset(role.split()) for role in seen}
    totals = {role: seen[role].total() for role in seen}
    score = {role: sum(totals[other] for other in seen if parts[other] <= parts[role]) for role in seen}
    ranked = sorted(seen, key=lambda role: (_is_family(role), len(role.split()) > 10, -score[role], len(role), role))
    return [max(sorted(seen[role]), key=lambda form: seen[role][form]) for role in ranked]


@cache
def _relatives() -> frozenset[str]:
    return frozenset(row["word"] for row in tables.table("name_words") if row["kind"] == "relative")


def _is_family(role: str) -> bool:
    """Whether a role only says whose relative somebody is, which is told where nothing better is known."""
    return role.split()[-1] in _relatives()


@cache
def _honorifics() -> frozenset[str]:
    return frozenset(fold(row["title"]) for row in tables.table("titles") if row["kind"] == "honorific")


@cache
def _company() -> frozenset[str]:
    return frozenset(row["word"] for row in tables.table("name_words") if row["kind"] == "company")


def _titles() -> frozenset[str]:
    return tables.words("titles")


def _aliases(one: Cluster, name: str) -> tuple[str, ...]:
    """The other forms, with a title where one stands before a shorter form; most used first."""
    forms: Counter[str] = Counter()
    for entry in one.entries:
        for mention in entry.mentions:
            words = entry.words(mention)
            forms[words] += 1
            title = mention.role or ""
            before = entry.marked.report.text[: mention.span.start].rstrip()
            if title in _titles() and before.endswith(title) and len(words.split()) == 1:
                forms[f"{title} {words}"] += 1
    return tuple(sorted((form for form in forms if form != name), key=lambda form: (-forms[form], form)))
