"""The same body in several reports: by its name, its acronym, or its name without its place."""

from __future__ import annotations

from dateline.group.people.entries import Cluster, Entry


def bodies(entries: list[Entry], acting: frozenset[tuple[str, str]] | None, places: frozenset[str]) -> list[Cluster]:
    """Bodies by name; an acronym joins the body that it stands for in another report."""
    clusters: dict[str, Cluster] = {}
    for entry in entries:
        clusters.setdefault(entry.names.body_key(entry.name), Cluster([])).entries.append(entry)
    stands: dict[str, set[str]] = {}
    for key, cluster in clusters.items():
        for entry in cluster.entries:
            for form in {entry.names.body_key(entry.words(mention)) for mention in entry.mentions}:
                stands.setdefault(form, set()).add(key)
    for key in list(clusters):
        others = stands.get(key, set()) - {key}
        if len(others) == 1 and (other := clusters.get(next(iter(others)))) is not None:
            other.entries += clusters.pop(key).entries
    ending: dict[str, list[str]] = {}  # the names that have other words before these
    for key in clusters:
        for at, letter in enumerate(key):
            if letter == " ":
                ending.setdefault(key[at + 1 :], []).append(key)
    for key in sorted(clusters, key=lambda name: (-len(name), name)):
        longer = [other for other in ending.get(key, ()) if other in clusters]
        if len(longer) == 1 and _leaves_out_place(clusters[key], clusters[longer[0]], places):
            clusters[longer[0]].entries += clusters.pop(key).entries
    kept = clusters.values()
    return [cluster for cluster in kept if acting is None or any(entry.key in acting for entry in cluster.entries)]


def _leaves_out_place(few: Cluster, full: Cluster, places: frozenset[str]) -> bool:
    """Whether a body is called by another's name without the place that it begins with (`Rovers`, `Halvern Rovers`)."""
    if few.type != "ORG" or full.type != "ORG":
        return False
    names, end = few.entries[0].names, few.entries[0].folded
    place = full.entries[0].folded.removesuffix(end).strip()
    known = place in places or names.is_listed(place)
    own = " " in end  # of two words, that are no word for a kind of body, there is one even in a report that has both
    return known and not any(
        names.is_head(entry.name) or (not own and full.stands_beside(entry)) for entry in few.entries
    )
