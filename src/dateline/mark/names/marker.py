"""Names: every mention of somebody or something with a name, under one canonical name a report.

What its language takes for a name in a sentence is a mention (`found`); what no list knows is typed by vote over the report
(`kinds`), names are gathered to persons (`people`) and bodies (`bodies`), given their roles, and found again where the
report writes them short, or in a headline in Title Case (`search`). `Name.name` is the fullest form in the report, without
title; `Name.role` the role or title that stands with the mention, which is the honorific (`Mr`) where there is nothing
better.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.language.names import Names
from dateline.mark.names.bodies import Bodies, Named
from dateline.mark.names.found import Mention, Sheet, mentions
from dateline.mark.names.kinds import kinds
from dateline.mark.names.pairs import join_nicknames, part_pairs, share_surnames, take_once
from dateline.mark.names.people import People
from dateline.mark.names.search import search
from dateline.mark.parse import Parse
from dateline.records.marks import Name, NameType

VERSION = "15"


def names(parse: Parse) -> tuple[Name, ...]:
    """The names in a report's sentences, in text order, none overlapping another.

    None in a language whose names are not known.
    """
    naming = parse.language.names
    if naming is None:
        return ()
    sheet = mentions(parse, naming)
    take_once(sheet)
    part_pairs(sheet)
    share_surnames(sheet)
    join_nicknames(sheet)
    bodies = Bodies(sheet)
    _type(sheet, bodies)
    _give_roles(sheet.mentions, naming)
    people = People(sheet.mentions, naming)
    later = list(search(sheet, people))
    if surnames := _surnames(later, naming):  # somebody whom only a headline gives in full
        for mention in sheet.mentions:
            if not mention.sure and naming.fold(mention.text) in surnames:
                mention.typed("PERSON")
        people = People(sheet.mentions, naming)
    _give_roles(later, naming)
    named = {id(mention): _named(mention, people, bodies) for mention in sheet.mentions}
    return _told(sheet, named)


def _give_roles(mentions: Sequence[Mention], naming: Names) -> None:
    for mention in mentions:
        if mention.type == "PERSON":
            mention.role = naming.role(mention.parsed.doc, mention.first, mention.last)


def _type(sheet: Sheet, bodies: Bodies) -> None:
    """Give each mention the type of its name in this report; what nothing says to be a name is dropped."""
    naming = sheet.names
    decided = kinds(sheet.mentions, naming)
    surnames = _surnames(sheet.mentions, naming)
    small = {token.text for parsed in sheet.parse.sentences for token in parsed.doc if token.is_lower}
    for mention in list(sheet.mentions):
        if mention.sure:
            continue
        if mention.first == 0 and mention.text.lower() in small and naming.fold(mention.text) not in surnames:
            sheet.drop(mention)  # the capital is the sentence's
            continue
        key = naming.fold(mention.text)
        kind = decided[key]
        if key in surnames:
            kind = "PERSON"
        elif (
            bodies.is_firm(mention)
            or bodies.speaker(mention)
            or (kind is None and mention.type == "ORG" and bodies.find(mention))
        ):
            kind = "ORG"
        if kind is None or _is_family(mention, surnames, naming) or _is_noun_alone(mention, bodies, naming):
            sheet.drop(mention)
        else:
            mention.typed(kind)


def _surnames(mentions: Sequence[Mention], naming: Names) -> set[str]:
    """The last words, folded, of the full names of persons."""
    return {naming.fold(mention.words[-1]) for mention in mentions if mention.type == "PERSON" and mention.words[1:]}


def _is_family(mention: Mention, surnames: set[str], naming: Names) -> bool:
    """Whether a name is a surname in the plural (`the Fenwicks`), which names nobody."""
    surname = naming.plural_of(mention.parsed.doc, mention.first, mention.words)
    return surname is not None and naming.fold(surname) in surnames


def _is_noun_alone(mention: Mention, bodies: Bodies, naming: Names) -> bool:
    """Whether a mention is but a noun with a capital (`the Summit`), and short for no name of the report."""
    word = mention.words[0]
    if mention.words[1:] or not naming.is_ordinary(word) or bodies.speaker(mention) is not None:
        return False
    if mention.first == 0 and mention.type == "ORG" and bodies.is_rare(mention):
        return True
    alone = naming.is_noun_alone(mention.parsed.doc, mention.first, word, mention.type)
    return alone and bodies.find(mention) is None


def _named(mention: Mention, people: People, bodies: Bodies) -> Named:
    """The canonical name of a mention, and its type where that is beyond a vote."""
    body = None if mention.title else bodies.find(mention)
    if body is not None and body[1] is not None:
        return body
    if mention.type == "PERSON" or (len(mention.words) == 1 and not mention.sure):
        who = people.find(mention)
        if who is not None:
            return who.name, "PERSON"
    return body or (bodies.plain(mention), "PERSON" if mention.title else None)


def _told(sheet: Sheet, named: dict[int, Named]) -> tuple[Name, ...]:
    """The names with one type each: the table's, or that of most mentions."""
    votes: dict[str, Counter[NameType]] = {}
    sure: dict[str, NameType] = {}
    for mention in sheet.mentions:
        name, kind = named[id(mention)]
        votes.setdefault(name, Counter())[mention.type] += 1
        if kind:
            sure.setdefault(name, kind)
    types = {name: sure.get(name) or vote.most_common(1)[0][0] for name, vote in votes.items()}
    out = []
    for mention in sheet.mentions:
        name = named[id(mention)][0]
        role = (mention.role or mention.title) if types[name] == "PERSON" else None
        out.append(Name(mention.span, types[name], name, role))
    return tuple(sorted(out, key=lambda name: name.span))
