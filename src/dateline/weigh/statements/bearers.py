"""Whom of a story's people the words for a source mean, where the source's own report does not tell.

A report that calls somebody `King` or `the governor` counts on its readers to have heard of him: other reports name him in
full, or say what he is. Somebody is meant only where one alone fits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from dateline import language
from dateline.language import Language
from dateline.language.coreference import Office
from dateline.language.names import Names
from dateline.records.marks import Quote
from dateline.records.report import Report
from dateline.records.story import Person, Story

SURE = 2  # how well an office fits: a role in some report says so


class Bearers:
    """The people of a story by their names and by the offices that any of its reports gives them."""

    def __init__(self, story: Story) -> None:
        self._who = story.who
        self._people = story.people
        self._offices: dict[str, list[Office]] = defaultdict(list)
        self._named: dict[str, list[Person]] = defaultdict(list)  # by a folded name or form of it
        self._full: dict[tuple[str, ...], list[Person]] = defaultdict(list)  # by the words of a full name
        self._surnames: dict[str, list[Person]] = defaultdict(list)
        self._titled: dict[tuple[str, str], set[str]] = defaultdict(
            set
        )  # the reports that name one in full with a title
        for marked in story.reports:
            spoken = language.of(marked.report.language)
            for name in marked.names:
                who = self._who.get((marked.report.id, name.name))
                office = spoken.coreference.office(name.role) if name.role and spoken.coreference else None
                if who is not None and office is not None and office not in self._offices[who]:
                    self._offices[who].append(office)
                if who is not None and name.role and spoken.names and " " in name.span.of(marked.report.text):
                    for word in spoken.names.office_words(name.role):
                        self._titled[who, word].add(marked.report.id)
        known = language.of(story.reports[0].report.language).names if story.reports else None
        if known is not None:
            for person in story.people:
                self._note(person, known)

    def _note(self, person: Person, names: Names) -> None:
        for form in dict.fromkeys(names.fold(form) for form in (person.name, *person.aliases)):
            self._named[form].append(person)
        if person.kind == "PERSON":
            full = dict.fromkeys(names.split(form)[0] for form in (person.name, *person.aliases))
            for words in (words for words in full if len(words) > 1 and not names.is_title(words[0].title())):
                self._full[words].append(person)
            if len(names.split(person.name)[0]) > 1:
                self._surnames[names.split(person.name)[0][-1]].append(person)

    def speaker(self, report: Report, quote: Quote) -> str | None:
        """The id of who speaks in a quotation; None where nobody, or more than one, can be meant."""
        spoken = language.of(report.language)
        if quote.speaker is not None:
            known = self._who.get((report.id, quote.speaker))
            if known is not None:
                return self._by_title(report, quote, known, spoken)
            found = [] if spoken.names is None else self._named[spoken.names.fold(quote.speaker)]
            return _only(one for one in found if one.kind != "PERSON" or " " in quote.speaker)
        if not quote.source:
            return None
        spans = (quote.bearer,) if quote.bearer is not None else quote.source
        words = " ".join(" ".join(span.of(report.text).split()) for span in spans)
        return self._of_name(words, report.id, spoken) or self._of_office(words, spoken)

    def _by_title(self, report: Report, quote: Quote, known: str, spoken: Language) -> str:
        """Who is meant by a surname with the title of an office (`President Orlan`): the namesake whom most reports give it.

        A report that names only his wife in full leads to her; the others of the story know whose the office is.
        """
        names = spoken.names
        own = " ".join(" ".join(span.of(report.text).split()) for span in quote.source).split()
        if names is None or len(own) < 2 or not names.is_title(own[-2]):
            return known
        office = names.office_words(" ".join(filter(names.is_title, own[:-1])))
        votes = {
            person.id: sum(len(self._titled[person.id, word]) for word in office)
            for person in self._surnames.get(names.fold(own[-1]), ())
        }
        most = max(votes.values(), default=0)
        best = [person for person, count in votes.items() if count == most]
        return best[0] if len(best) == 1 and most > votes.get(known, 0) and known in votes else known

    def _of_name(self, words: str, report: str, spoken: Language) -> str | None:
        """Whom a full name that the words end in means, or a surname that is all of them but a title before it.

        One whom the report itself names is not meant by a surname that is no title too: it would have told so.
        """
        names, coreference = spoken.names, spoken.coreference
        own = coreference.titled(words).split() if coreference is not None else []
        if names is None or not own:
            return None
        folded = [names.split(word)[0] for word in own]
        apart = spoken.words.function_words()
        found: list[Person] = []
        for start in range(len(own) - 1):
            said = tuple(part for parts in folded[start:] for part in parts)
            before = next((word.casefold() for word in reversed(own[:start]) if word[-1].isalpha()), "")
            if said in self._full and before not in apart and not before.endswith(("'s", "’s")):
                found = self._full[said]
        every = tuple(part for parts in folded for part in parts)
        if found:
            others = [full for full in self._full if _holds(every, full) and not set(found) & set(self._full[full])]
            return None if others else _only(found)
        *titles, last = own
        if not all(map(names.is_title, titles)) or not last[0].isupper() or names.is_listed(last):
            return None
        bearers = self._surnames.get(names.fold(last), ())
        here = any(cite.report == report for person in bearers for cite in person.cites)
        return None if here and not names.is_title(last) else _only(bearers)

    def _of_office(self, words: str, spoken: Language) -> str | None:
        """Who holds the one office that the words name, by what any report says of the story's people."""
        coreference = spoken.coreference
        office = coreference.renowned(words) if coreference is not None else None
        if coreference is None or office is None:
            return None
        holders = [key for key, held in self._offices.items() if coreference.fit(held, office) >= SURE]
        return holders[0] if len(holders) == 1 else None


def _holds(words: tuple[str, ...], some: tuple[str, ...]) -> bool:
    return any(words[at : at + len(some)] == some for at in range(len(words) - len(some) + 1))


def _only(people: Iterable[Person]) -> str | None:
    found = {person.id for person in people}
    return found.pop() if len(found) == 1 else None
