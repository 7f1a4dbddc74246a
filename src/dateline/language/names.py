"""Names: how a language writes them, what it says of those who bear them, and how they stand in a parse.

`Names` is one part with three sides: `Forms` and `Roles` ask of words alone, so that names of several reports can be compared
without a parse; `Reading` asks of a parse, token by token. A name is given to `Reading` by its tokens, `first` to `last`,
both included; `words` are its words as written, tokens joined where no space stands between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from dateline.records.marks import NameType

if TYPE_CHECKING:
    from dateline.language.tokens import Doc

HYPHENS = frozenset(("-", "–", "‑"))


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands as a name in one sentence: its tokens, words, and type as far as the sentence alone tells.

    `sure`: a list, a head noun or a title says the type, not the parser alone. `title` is what stands before it, as
    written, and `gender` what that title gives: `m`, `f` or empty.
    """

    first: int
    last: int
    type: NameType
    words: tuple[str, ...]
    sure: bool = False
    title: str | None = None
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Acronym:
    """A name with its short form in brackets behind it."""

    full: Draft
    short: Draft


@dataclass(frozen=True, slots=True)
class Office:
    """An office or arm of a state: the state's alpha-3 code where one alone is named, its CAMEO sector, whether given up."""

    state: str | None
    sector: str
    former: bool


class Forms(Protocol):
    """What is asked of a name by its words."""

    def fold(self, text: str) -> str:
        """A name as names are compared: lower case, without accents, full stops and article."""
        ...

    def split(self, name: str) -> tuple[tuple[str, ...], str]:
        """The folded words of a name without its suffix, and that suffix (`jr`) or an empty string."""
        ...

    def same(self, a: str, b: str) -> bool:
        """Whether two full names of persons may be forms of one; never for a name of one word."""
        ...

    def same_given(self, a: str, b: str) -> bool:
        """Whether two given names, folded, may be one: equal, an initial, or a short form."""
        ...

    def slips(self, word: str) -> frozenset[str]:
        """What a folded word shares with itself and each that is a slip of it; some other words share it too."""
        ...

    def is_slip(self, word: str, other: str) -> bool:
        """Whether two words of names, folded, differ as by a slip of spelling: by one letter, or two that changed places."""
        ...

    def is_given(self, word: str) -> bool:
        """Whether a word, in any case, is a given name."""
        ...

    def gender(self, name: str) -> str:
        """`f` or `m` where the given name of a full name says it; else empty: not known."""
        ...

    def surname(self, name: str) -> str | None:
        """The surname of a full name, as written; None where it has none that can be looked for by itself."""
        ...

    def is_particle(self, word: str) -> bool:
        """Whether a word, as written, is a small word inside names (`van`)."""
        ...

    def is_ordinary(self, word: str) -> bool:
        """Whether a word, in any case, is in the dictionary, so that a capital alone makes no name of it."""
        ...

    def is_head(self, name: str) -> bool:
        """Whether a name ends in a noun that says what bears it (`the Ministry`, `Harrow Council`)."""
        ...

    def listed(self, form: str) -> tuple[str, NameType] | None:
        """The canonical name and type of a country, people, place or body, by a form as written; None for others."""
        ...

    def is_listed(self, name: str) -> bool:
        """Whether a name, however written, is a country's, place's or body's (not a people's)."""
        ...

    def is_firm(self, name: str) -> bool:
        """Whether a name ends in a firm's legal form (`Inc.`)."""
        ...

    def short_forms(self, words: tuple[str, ...]) -> frozenset[str]:
        """What a body may be called, folded, where its full name has been given."""
        ...

    def body_key(self, name: str) -> str:
        """A body's name as it is compared across reports: without legal form, in one order of words."""
        ...


class Roles(Protocol):
    """What is asked of a role or title (`press secretary`, `Mr`), as reports word it."""

    def is_title(self, role: str) -> bool:
        """Whether it is, as written, a title that stands before a name."""
        ...

    def is_kin(self, role: str) -> bool:
        """Whether it only says whose relative somebody is."""
        ...

    def is_telling(self, role: str) -> bool:
        """Whether it says more than an honorific or a bare word for a relative."""
        ...

    def office_words(self, role: str | None) -> frozenset[str]:
        """The words, folded, of the office in it; none for an address (`Mr`)."""
        ...

    def role_gender(self, role: str | None) -> str:
        """The gender that it gives: `f`, `m`, or empty."""
        ...

    def office(self, role: str) -> Office | None:
        """The office of a state that it names; None for any other role."""
        ...

    def organ(self, name: str) -> Office | None:
        """The arm of a state that a body's name says it is; None for any other body."""
        ...

    def body_code(self, name: str) -> str | None:
        """The CAMEO code of a known body, empty when that names a sector of no one state; None for a body not known."""
        ...


class Reading(Protocol):
    """What is asked of a parsed sentence."""

    def is_capitalised(self, doc: Doc, headline: bool) -> bool:
        """Whether a sentence is in Title Case or capitals, so that a capital says nothing.

        `headline`: it is a headline, deck or caption, which may be so with small words in it.
        """
        ...

    def drafts(self, doc: Doc) -> Iterator[Draft]:
        """Every name of a sentence whose capitals mean something; of two that share tokens the first counts."""
        ...

    def draft(self, doc: Doc, first: int, last: int, kind: NameType) -> Draft | None:
        """The tokens as a name, cut clean at both ends; None where none is left."""
        ...

    def is_noun(self, doc: Doc, first: int) -> bool:
        """Whether a word with a capital stands as a noun does, with an article (`the King`)."""
        ...

    def guess(self, doc: Doc, first: int) -> Draft | None:
        """A name that starts here in a sentence where capitals say nothing; None when nothing else speaks for one."""
        ...

    def may_name(self, doc: Doc, first: int, capitalised: bool, small: bool) -> bool:
        """Whether a word that is a name elsewhere in the report may be that name here, standing alone. `small`: the report
        writes it without a capital too.
        """
        ...

    def clings(self, doc: Doc, token: int, before: bool) -> bool:
        """Whether a token beside a name may be a part of it. `before`: it stands before the name, where a title may stand."""
        ...

    def evidence(self, doc: Doc, draft: Draft) -> Iterable[tuple[NameType, float]]:
        """What speaks for a type of the name here, with its weight; less than nothing where it speaks against it."""
        ...

    def role(self, doc: Doc, first: int, last: int) -> str | None:
        """The role that the words around a person's name give, in the report's words; None when there is none."""
        ...

    def acronyms(self, doc: Doc) -> Iterator[Acronym]:
        """Names that have their short form in brackets behind them."""
        ...

    def may_be_short(self, doc: Doc, first: int, form: str) -> bool:
        """Whether a form of one body's name is short for it here (`the Ministry`, not `Ministry`)."""
        ...

    def with_article(self, doc: Doc, first: int, words: tuple[str, ...]) -> str:
        """The name with its article where that is a part of it (`The Herald`)."""
        ...

    def plural_of(self, doc: Doc, first: int, words: tuple[str, ...]) -> str | None:
        """The name of whose plural this may be one (`the Fenwicks`); None for any other."""
        ...

    def is_noun_alone(self, doc: Doc, first: int, word: str, kind: NameType) -> bool:
        """Whether a word of the dictionary is but a noun with a capital here (`the Summit`), unless it is short for a name."""
        ...

    def is_said_by(self, doc: Doc, first: int) -> bool:
        """Whether a word is who says something, so that it can be the first of a name (`Karst Foods`, `Karst said`)."""
        ...

    def paired(self, doc: Doc, last: int) -> int | None:
        """The token where a name may start that `and` pairs with the one before (`Bill and Ada Fenwick`); None without."""
        ...


class Names(Forms, Roles, Reading, Protocol):
    """All of it."""
