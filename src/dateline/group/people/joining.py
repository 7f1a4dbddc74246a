"""The same person in several reports: persons and acting bodies across one story, each once.

Names that are alike, or that one report gives in full and another in part, are one where only one person
fits; what could be two stays apart unless a person has judged (`same-person`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dateline import cite, language
from dateline.group.people import codes
from dateline.group.people.bodies import bodies
from dateline.group.people.entries import Cluster, Entry
from dateline.records.judgements import Judgement, OnPeople
from dateline.records.marks import Marked, NameType
from dateline.records.reasons import Reason, Reasons
from dateline.records.story import Person

BODIES: tuple[NameType, ...] = ("ORG", "GPE", "NORP", "PRODUCT")  # a ship acts too
COMMON = 4  # the name is the fullest form that stands in one of so many of the reports with a full name
CLEARLY = 3  # a bare surname goes to one of several only when named so many times as often as the next


def people(
    marked: Sequence[Marked], judgements: Sequence[Judgement] = ()
) -> tuple[tuple[Person, ...], Mapping[tuple[str, str], str], Reasons]:
    """The persons and acting bodies of one story's reports, and who each (report id, canonical name) is.

    And a reason for each decision that makes other persons of them than their names do. Only who is named in headline,
    deck or body is given; of bodies only those that say or do something, where events or quotes are marked. Most
    mentioned first, then by name.
    """
    entries = [entry for report in marked for entry in _entries(report)]
    _settle(entries)
    acting = _acting(marked)
    clusters = _persons([entry for entry in entries if entry.type == "PERSON"], acting)
    places = frozenset(entry.folded for entry in entries if entry.type in ("GPE", "NORP", "LOC"))
    clusters += bodies([entry for entry in entries if entry.type in BODIES], acting, places)
    decisions = [judgement for judgement in judgements if isinstance(judgement, OnPeople)]
    named = [Cluster([*cluster.entries]) for cluster in clusters]
    clusters = _judged(clusters, decisions)
    made = [(_person(cluster), cluster) for cluster in clusters]
    made.sort(key=lambda pair: (-pair[1].weight, pair[0].name, pair[0].id))
    who = {entry.key: person.id for person, cluster in made for entry in cluster.entries}
    return tuple({person.id: person for person, _ in made}.values()), who, _differences(named, decisions)


def _entries(marked: Marked) -> Iterable[Entry]:
    """One entry a canonical name, with its mentions in told text; none in a language whose names are not known."""
    names = language.of(marked.report.language).names
    if names is None:
        return ()
    told = marked.report.told()
    starts = [block.start for block in told]
    entries: dict[str, Entry] = {}
    for mention in marked.names:
        block = bisect_right(starts, mention.span.start) - 1
        if block >= 0 and mention.span.start < told[block].end:
            entry = entries.setdefault(mention.name, Entry(marked, names, mention.name, mention.type))
            entry.mentions.append(mention)
    return entries.values()


def _settle(entries: list[Entry]) -> None:
    """Give a name of one word, which a report alone can hardly place, the type that the story's reports bear out.

    It is a person's where some report has a person of that surname and no table has it for anything else; else it is
    what most mentions are.
    """
    surnames = {entry.parts[-1] for entry in entries if entry.type == "PERSON" and len(entry.parts) > 1}
    votes: dict[str, Counter[NameType]] = {}
    for entry in entries:
        votes.setdefault(entry.folded, Counter())[entry.type] += len(entry.mentions)
    for entry in entries:
        key = entry.folded
        if " " in key or entry.names.is_listed(key):
            continue
        entry.type = "PERSON" if key in surnames else max(sorted(votes[key]), key=lambda kind: votes[key][kind])


def _persons(entries: list[Entry], acting: frozenset[tuple[str, str]] | None) -> list[Cluster]:
    """Full names that agree with all forms of a person are that person; then shorter names find theirs.

    A name of one word that no report gives in full is kept only where it has a title, or acts, or comes again.
    """
    clusters: list[Cluster] = []
    by_surname: dict[str, list[Cluster]] = {}
    for entry in sorted((entry for entry in entries if len(entry.parts) > 1), key=_order):
        near = [cluster for word in entry.parts for cluster in by_surname.get(word, ())]
        home = next((cluster for cluster in near if cluster.fits(entry)), None)
        if home is None:
            home = Cluster([])
            clusters.append(home)
        home.entries.append(entry)
        for word in entry.parts[1:]:
            if home not in by_surname.setdefault(word, []):
                by_surname[word].append(home)
    clusters = _spelled(clusters)
    surnamed, named = _by_name(clusters)
    bare: dict[str, Cluster] = {}
    weights = {id(cluster): cluster.weight for cluster in clusters}
    for entry in sorted((entry for entry in entries if len(entry.parts) == 1), key=_order):
        near = surnamed.get(entry.parts[0]) or named.get(entry.parts[0], [])
        able = [cluster for cluster in near if not _is_spouse(entry, cluster)]
        best = _clear(able, weights) if len(able) > 1 else None  # who is far the best known bears it, beside others too
        best = best or _clear([cluster for cluster in able if not cluster.stands_beside(entry)], weights)
        if best is None:
            best = bare.setdefault(entry.folded, Cluster([]))
        best.entries.append(entry)
    return clusters + [cluster for cluster in bare.values() if _is_somebody(cluster, acting)]


def _spelled(clusters: list[Cluster]) -> list[Cluster]:
    """The persons, those made one whom reports only spell differently; who stand in full in one report are two."""
    kept: list[Cluster] = []
    near: dict[str, list[int]] = {}  # which of them have a first surname that shares so much with a slip of it
    for cluster in sorted(clusters, key=lambda one: -one.weight):
        first = cluster.entries[0]
        shared = first.names.slips(first.parts[-1])
        may_be = sorted({number for part in shared for number in near.get(part, ())})
        home = next((kept[number] for number in may_be if _is_misspelled(cluster, kept[number])), None)
        if home is None:
            for part in shared:
                near.setdefault(part, []).append(len(kept))
            kept.append(cluster)
        else:
            home.entries += cluster.entries
    stay = set(map(id, kept))
    return [cluster for cluster in clusters if id(cluster) in stay]


def _is_misspelled(cluster: Cluster, other: Cluster) -> bool:
    """Whether each name of one is a name of the other but for one letter of the surname, or of a given name of either kind."""
    if any(other.stands_beside(entry) for entry in cluster.entries):
        return False
    return all(_differ_by_a_slip(mine, theirs) for mine in cluster.entries for theirs in other.entries)


def _differ_by_a_slip(mine: Entry, theirs: Entry) -> bool:
    (first, *_, last), (first_too, *_, last_too) = mine.parts, theirs.parts
    if last == last_too:
        return mine.names.is_slip(first, first_too) and mine.names.gender(mine.name) == theirs.names.gender(theirs.name)
    return mine.names.is_slip(last, last_too) and mine.names.same_given(first, first_too)


def _is_somebody(cluster: Cluster, acting: frozenset[tuple[str, str]] | None) -> bool:
    if acting is None or cluster.weight > 1:
        return True
    return any(entry.key in acting or any(m.role for m in entry.mentions) for entry in cluster.entries)


def _order(entry: Entry) -> tuple[int, int, str, str]:
    return -len(entry.parts), -len(entry.mentions), entry.name, entry.key[0]


def _by_name(clusters: list[Cluster]) -> tuple[dict[str, list[Cluster]], dict[str, list[Cluster]]]:
    """Those who have each word for a surname, and those who have it among their names."""
    surnamed: dict[str, list[Cluster]] = {}
    named: dict[str, list[Cluster]] = {}
    for cluster in clusters:
        for word in {entry.parts[-1] for entry in cluster.entries}:
            surnamed.setdefault(word, []).append(cluster)
        for word in {word for entry in cluster.entries for word in entry.parts}:
            named.setdefault(word, []).append(cluster)
    return surnamed, named


def _is_spouse(entry: Entry, cluster: Cluster) -> bool:
    """Whether a bare surname has an office that this woman of the surname has nowhere (`President Kralik`)."""
    if not any(other.names.gender(other.name) == "f" for other in cluster.entries):
        return False
    offices, hers = _offices([entry]), _offices(cluster.entries, in_full=True)
    return bool(offices) and not offices & hers


def _offices(entries: Iterable[Entry], in_full: bool = False) -> frozenset[str]:
    """The words, folded, of the offices that mentions have; with `in_full` of those that give a full name.

    A surname with an office may be hers by mistake of a report that names nobody else of that surname in full.
    """
    return frozenset(
        word
        for entry in entries
        for mention in entry.mentions
        if not in_full or " " in entry.words(mention)
        for word in entry.names.office_words(mention.role)
    )


def _clear(fit: list[Cluster], weights: Mapping[int, int]) -> Cluster | None:
    """The only one, or the one that is named far more often than the next."""
    ranked = sorted(fit, key=lambda cluster: -weights[id(cluster)])
    if not ranked:
        return None
    if len(ranked) == 1 or weights[id(ranked[0])] >= CLEARLY * weights[id(ranked[1])]:
        return ranked[0]
    return None


def _acting(marked: Sequence[Marked]) -> frozenset[tuple[str, str]] | None:
    """The (report, name) of all who say or do something or have it done to them; None when nothing was marked."""
    if not any(marks.events or marks.quotes for marks in marked):
        return None
    acting: set[tuple[str, str]] = set()
    for marks in marked:
        names = {name for event in marks.events for name in event.names("agent", "patient", "other")}
        names |= {quote.speaker for quote in marks.quotes if quote.speaker}
        acting |= {(marks.report.id, name) for name in names}
    return frozenset(acting)


def _judged(clusters: list[Cluster], judgements: Sequence[OnPeople]) -> list[Cluster]:
    """Join what a person has judged to be one, by any name or form of it; part what was judged to be two."""
    for judgement in judgements:
        a, b = (_called(clusters, name) for name in (judgement.a, judgement.b))
        if judgement.kind == "not-same-person":
            if a is not None and a is b:
                other = [entry for entry in a.entries if entry.folded == entry.names.fold(judgement.b)]
                rest = [entry for entry in a.entries if entry not in other]
                if other and rest:
                    a.entries = rest
                    clusters.append(Cluster(other))
        elif a is not None and b is not None and a is not b:
            a.entries += b.entries
            clusters = [cluster for cluster in clusters if cluster is not b]
    return clusters


def _differences(named: Sequence[Cluster], decisions: Sequence[OnPeople]) -> Reasons:
    """Where the last decision on two names says other than the names do (`named`)."""
    if not named:
        return ()
    fold = named[0].entries[0].names.fold
    last = {frozenset((fold(judgement.a), fold(judgement.b))): judgement for judgement in decisions}
    out = []
    for judgement in last.values():
        a, b = (_called(named, name) for name in (judgement.a, judgement.b))
        apart = judgement.kind == "not-same-person"
        if a is not None and b is not None and (a is b) == apart:
            out.append(Reason("judged-two-people" if apart else "judged-one-person", (judgement.a, judgement.b)))
    return tuple(out)


def _called(clusters: Sequence[Cluster], name: str) -> Cluster | None:
    exact = [cluster for cluster in clusters if cluster.is_called(name)]
    fit = exact or [cluster for cluster in clusters if cluster.has_form(name)]
    return max(fit, key=lambda cluster: cluster.weight, default=None)


def _person(cluster: Cluster) -> Person:
    name, kind, spoken = _name(cluster), cluster.type, cluster.language
    roles = _roles(cluster) if kind == "PERSON" else []
    if kind == "PERSON":
        code = codes.of_roles(roles, spoken)
    else:
        code = codes.of_people(name, spoken) if kind == "NORP" else codes.of_body(name, spoken)
    return Person(
        id=cite.content_id("p", name),
        name=name,
        kind=kind,
        role=roles[0] if roles else None,
        code=code,
        aliases=cluster.aliases(name),
        cites=cite.cites(entry.first() for entry in cluster.entries),
    )


def _name(cluster: Cluster) -> str:
    """The fullest form that is common: in one of `COMMON` reports that name the person in full, or more."""
    forms: dict[str, list[Entry]] = {}
    for entry in cluster.entries:
        forms.setdefault(entry.name, []).append(entry)
    longest = max(len(form.split()) for form in forms)
    whole = {form: entries for form, entries in forms.items() if _is_whole(form, cluster.type) or longest == 1}
    reports = sum(len(entries) for entries in whole.values())
    common = {form: entries for form, entries in whole.items() if COMMON * len(entries) >= reports} or whole
    common = {form: entries for form, entries in common.items() if not _is_led(form, common)}
    return max(
        sorted(common),
        key=lambda form: (_fullness(form), len(common[form]), sum(len(e.mentions) for e in common[form])),
    )


def _is_whole(form: str, kind: NameType) -> bool:
    """Whether a form is a name in full: of more than a surname, no acronym."""
    return " " in form or (kind != "PERSON" and not form.isupper())


def _is_led(form: str, common: Mapping[str, Sequence[Entry]]) -> bool:
    """Whether a form is another that is as common, with words before it (`Harbourmaster Ida Falk`)."""
    given = common[form][0].names.is_given
    tails = (other for other in common if form.endswith(f" {other}") and given(other.split()[0]))
    return not given(form.split()[0]) and any(len(common[other]) >= len(common[form]) for other in tails)


def _fullness(form: str) -> int:
    return sum(len(word.rstrip(".")) > 1 for word in form.split())


def _roles(cluster: Cluster) -> list[str]:
    """Role phrases, the most telling first: said in most reports, itself or in part; a relative's comes last."""
    seen: dict[str, Counter[str]] = {}
    kin: set[str] = set()
    for entry in cluster.entries:
        for role in entry.roles():
            key = entry.names.fold(role)
            seen.setdefault(key, Counter())[role] += 1
            if entry.names.is_kin(role):
                kin.add(key)
    parts = {role: frozenset(role.split()) for role in seen}
    totals = {role: seen[role].total() for role in seen}
    score = {role: sum(totals[other] for other in seen if parts[other] <= parts[role]) for role in seen}
    ranked = sorted(seen, key=lambda role: (role in kin, len(role.split()) > 10, -score[role], len(role), role))
    return [max(sorted(seen[role]), key=lambda form: seen[role][form]) for role in ranked]
