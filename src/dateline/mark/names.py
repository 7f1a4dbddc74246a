"""Names: every mention of somebody or something with a name, under one canonical name a report.

The parser's names are the start (`names_found`); they are repaired, gathered to persons (`names_people`) and
bodies (`names_bodies`), typed by vote over the report, given their roles (`names_roles`), and what the parser
missed of a name that the report gives elsewhere is found by a search over the tokens (`names_search`).
`Name.name` is the fullest form in the report, without title; `Name.role` the role or title that stands with the
mention, which is the honorific (`Mr`) where there is nothing better.
"""

from __future__ import annotations

from collections import Counter

from dateline.mark import names_lexicon as known
from dateline.mark import names_roles
from dateline.mark.names_bodies import Bodies, Named
from dateline.mark.names_found import Mention, Sheet, mentions
from dateline.mark.names_people import People
from dateline.mark.names_search import search
from dateline.mark.parse import Parse
from dateline.records import Name, NameType

VERSION = "1"


def names(parse: Parse) -> tuple[Name, ...]:
    """The names in a report's sentences, in text order, none overlapping another."""
    sheet = mentions(parse)
    for mention in sheet.mentions:
        if mention.type == "PERSON" and not mention.guessed:
            mention.role = names_roles.role(mention)
    people = People(one for one in sheet.mentions if not one.guessed)
    bodies = Bodies(sheet)
    named: dict[int, Named] = {}
    for mention in list(sheet.mentions):
        found = _named(mention, people, bodies)
        if found is None:
            sheet.drop(mention)
        else:
            named[id(mention)] = found
    for mention in search(sheet, people):
        mention.role = names_roles.role(mention) if mention.type == "PERSON" else None
        mention.guessed = False
        named[id(mention)] = _named(mention, people, bodies) or (mention.text, None)
    return _told(sheet, named)


def _named(mention: Mention, people: People, bodies: Bodies) -> Named | None:
    """The canonical name of a mention; None for a guess in a headline that nothing else bears out."""
    body = None if mention.title else bodies.find(mention)
    if mention.type in ("PERSON", "ORG", "GPE", "LOC", "NORP", "PRODUCT", "FAC") and (body is None or body[1] is None):
        who = people.find(mention) if mention.type == "PERSON" or len(mention.words) == 1 else None
        if who is not None:
            return " ".join(who.name), "PERSON"
    if body is not None:
        return body
    if mention.guessed and not bodies.has(mention) and not _is_sure(mention):
        return None
    return bodies.plain(mention), "PERSON" if mention.title else None


def _is_sure(mention: Mention) -> bool:
    """Whether a guess in a headline looks like a person all the same: a given name, no role among the words."""
    small = [word.lower() for word in mention.words]
    return (
        mention.type == "PERSON"
        and len(small) in (2, 3)
        and small[0] in known.short_forms()
        and not any(word in known.roles() for word in small)
    )


def _told(sheet: Sheet, named: dict[int, Named]) -> tuple[Name, ...]:
    """The names with one type each: the table's, or that of most mentions."""
    votes: dict[str, Counter[NameType]] = {}
    sure: dict[str, NameType] = {}
    for mention in sheet.mentions:
        name, kind = named[id(mention)]
        votes.setdefault(name, Counter())[mention.type] += 1
        if kind:
            sure.setdefault(name, kind)
    kinds = {name: sure.get(name) or vote.most_common(1)[0][0] for name, vote in votes.items()}
    out = []
    for mention in sheet.mentions:
        name = named[id(mention)][0]
        role = (mention.role or mention.title) if kinds[name] == "PERSON" else None
        out.append(Name(mention.span, kinds[name], name, role))
    return tuple(sorted(out, key=lambda one: one.span))
