"""What is known of languages: the floor under the rooms. `of(tag)` gives a `Language`, `tables` is the one door to word lists.

Each language is a folder here with a `LANGUAGE` in its face; to add one is to add a folder. Its parts are modules that answer
the questions of a protocol, one file a topic beside this one. A part that a language does not have is None, and what hangs on it is not
done for its reports: they are read, kept and compared, and nothing is made up about them.
"""  # noqa: E501

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from dateline.language import folded
from dateline.language.coreference import Coreference
from dateline.language.quotation import Quotation
from dateline.language.reporting import Reporting

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline

    from dateline.language.claims import Claims
    from dateline.language.compression import Compression
    from dateline.language.context import Context
    from dateline.language.deeds import Deeds
    from dateline.language.events import EventWords
    from dateline.language.exchanged import Exchanged
    from dateline.language.factuality import Factuality
    from dateline.language.grammar import Grammar
    from dateline.language.headlines import Headlines
    from dateline.language.labels import Labels
    from dateline.language.measures import Measures
    from dateline.language.names import Names
    from dateline.language.numbers import Numbers
    from dateline.language.phrases import Phrases
    from dateline.language.places import Places
    from dateline.language.plan_titles import PlanTitles
    from dateline.language.planning import Planning
    from dateline.language.predicates import Predicates
    from dateline.language.provenance import Provenance
    from dateline.language.rewriting import Rewriting
    from dateline.language.scope import Scope
    from dateline.language.sentences import Sentences
    from dateline.language.times import Times
    from dateline.language.topics import Topics
    from dateline.language.traits import Traits
    from dateline.language.words import Words

DEFAULT = "en"  # of a text that is too short to tell


@dataclass(frozen=True, slots=True, eq=False)  # there is one of each
class Language:
    """One language: its primary BCP 47 subtag, and what is known of it.

    `pipeline` gives the parser (spaCy), loaded once a process; None where there is none. `also` are other codes by which
    pages name it (ISO 639-2: `eng`). The other parts answer the questions of the protocols that they are typed with.
    Words there are in every language: where nothing is known of them, each is its own stem (`folded`).
    """

    tag: str
    also: tuple[str, ...] = ()
    pipeline: Callable[[], Pipeline] | None = None
    claims: Claims | None = None
    compression: Compression | None = None
    context: Context | None = None
    deeds: Deeds | None = None
    exchanged: Exchanged | None = None
    phrases: Phrases | None = None
    plan_titles: PlanTitles | None = None
    planning: Planning | None = None
    predicates: Predicates | None = None
    quotation: Quotation | None = None
    reporting: Reporting | None = None
    coreference: Coreference | None = None
    names: Names | None = None
    labels: Labels | None = None
    measures: Measures | None = None
    places: Places | None = None
    grammar: Grammar | None = None
    events: EventWords | None = None
    factuality: Factuality | None = None
    numbers: Numbers | None = None
    sentences: Sentences | None = None
    headlines: Headlines | None = None
    times: Times | None = None
    words: Words = folded
    provenance: Provenance | None = None
    topics: Topics | None = None
    traits: Traits | None = None

    @property
    def marked(self) -> bool:
        """Whether reports in it can be marked: a parse of another language would find what is not there."""
        return self.pipeline is not None

    def swaps_roles(self, one: str, other: str) -> bool:
        """Whether two sentences give the same deed to the same two names in exchanged parts; no, where it cannot tell."""
        return self.exchanged is not None and self.exchanged.swaps_roles(one, other)

    rewriting: Rewriting | None = None
    scope: Scope | None = None


def of(tag: str | None) -> Language:
    """The language of a BCP 47 tag (`en`, `en-GB`, `pt_BR`); of None the default one. One that is not known knows nothing.

    >>> of("en-GB").tag, of("eng").tag, of("tlh").pipeline
    ('en', 'en', None)
    """
    return _known()[tag or DEFAULT]


class _Languages(dict[str, Language]):
    """Those that are known, by their own tags and by those with which they were asked for."""

    def __missing__(self, tag: str) -> Language:
        primary = tag.replace("_", "-").split("-")[0].lower()
        known = self.get(primary)
        if known is None:
            return Language(primary)
        self[tag] = known
        return known


@cache
def _known() -> Mapping[str, Language]:
    folders = [module.name for module in pkgutil.iter_modules(__path__) if module.ispkg]
    faces = [import_module(f"{__name__}.{name}") for name in folders]
    languages: list[Language] = [face.LANGUAGE for face in faces if hasattr(face, "LANGUAGE")]
    return _Languages({code: language for language in languages for code in (language.tag, *language.also)})
