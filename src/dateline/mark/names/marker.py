"""Names: every mention of somebody or something with a name, under one canonical name a report.

Runs of capitals are cut into names (`names_runs`, `names_cut`, `names_found`); what no list knows is typed by vote
over the report (`names_kinds`), names are gathered to persons (`names_people`) and bodies (`names_bodies`), given
their roles (`names_roles`), and found again where the report writes them short, or in a headline in Title Case
(`names_search`). `Name.name` is the fullest form in the report, without title; `Name.role` the role or title that
stands with the mention, which is the honorific (`Mr`) where there is nothing better.
"""

from __future__ import annotations

from collections import Counter

from dateline.language.english.naming import fold
from dateline.mark.names import known
from dateline.mark.names import roles as names_roles
from dateline.mark.names.bodies import Bodies, Named
from dateline.mark.names.found import Mention, Sheet, mentions
from dateline.mark.names.kinds import kinds
from dateline.mark.names.pairs import part_pairs, share_surnames
from dateline.mark.names.people import People
from dateline.mark.names.search import search
from dateline.mark.parse import Parse
from dateline.records.marks import Name, NameType

VERSION = "2"


def names(parse: Parse) -> tuple[Name, ...]:
    """The names in a report's sentences, in text order, none overlapping another."""
    sheet = mentions(parse)
    part_pairs(sheet)
    share_surnames(sheet)
    bodies = Bodies(sheet)
    _type(sheet, bodies)
    for mention in sheet.mentions:
        if mention.type == "PERSON":
            mention.role = names_roles.role(mention)
    people = People(sheet.mentions)
    later = list(search(sheet, people))
    if surnames := _surnames(later):  # somebody whom only a headline gives in full
        for mention in sheet.mentions:
            if not mention.sure and fold(mention.text) in surnames:
                mention.type = "PERSON"
        people = People(sheet.mentions)
    for mention in later:
        mention.role = names_roles.role(mention) if mention.type == "PERSON" else None
    named = {id(mention): _named(mention, people, bodies) for mention in sheet.mentions}
    return _told(sheet, named)


def _type(sheet: Sheet, bodies: Bodies) -> None:
    """Give each mention the type of its name in this report; what nothing says to be a name is dropped."""
    found = kinds(sheet.mentions)
    surnames = _surnames(sheet.mentions)
    for mention in list(sheet.mentions):
        if mention.sure:
            continue
        key = fold(mention.text)
        kind = found[key]
        if key in surnames:
            kind = "PERSON"
        elif bodies.is_firm(mention) or (kind is None and mention.type == "ORG" and bodies.find(mention)):
            kind = "ORG"
        if kind is None or _is_family(mention, surnames) or _is_head_alone(mention, bodies):
            sheet.drop(mention)
        else:
            mention.type = kind


def _surnames(mentions: list[Mention]) -> set[str]:
    """The last words, folded, of the full names of persons."""
    return {fold(one.words[-1]) for one in mentions if one.type == "PERSON" and one.words[1:]}


def _is_family(mention: Mention, surnames: set[str]) -> bool:
    """Whether a name is a surname in the plural (`the Fenwicks`), which names nobody."""
    after_the = mention.first > 0 and mention.parsed.doc[mention.first - 1].lower_ == "the"
    return after_the and not mention.words[1:] and mention.text[-1] == "s" and fold(mention.text[:-1]) in surnames


def _is_head_alone(mention: Mention, bodies: Bodies) -> bool:
    """Whether a mention is but a noun with a capital (`the Summit`), and short for no name of the report."""
    word = mention.words[0]
    if mention.words[1:] or not known.is_ordinary(word):
        return False
    if mention.first == 0 and mention.type == "ORG" and bodies.is_rare(mention):
        return True
    if mention.type == "PERSON" and mention.parsed.doc[mention.first].ent_iob_ != "I":
        return False
    doc, before = mention.parsed.doc, mention.first - 1
    if word not in known.heads("end") and not (known.is_plain(word) and (before == 0 or not doc[before + 1].ent_type_)):
        return False
    paper = before >= 0 and doc[before].text == "The" and (before > 0 or word in known.small("paper"))
    return not paper and bodies.find(mention) is None


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
    return tuple(sorted(out, key=lambda one: one.span))
