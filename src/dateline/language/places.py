"""Countries, their peoples, capitals and codes, and cities, as a language names them: the one door to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

Called = Literal["name", "people", "capital"]


@dataclass(frozen=True, slots=True)
class Country:
    """A country, and what it was called by: its own name, its people (or adjective), or its capital.

    `name` is the canonical name, `code` the ISO 3166-1 alpha-3 code as CAMEO uses it.
    """

    name: str
    code: str
    called: Called


class Places(Protocol):
    """What a language calls countries and cities. Names are compared without case, accents, full stops and article."""

    def find(self, name: str) -> Country | None:
        """The country that a name, alias, adjective, people or capital stands for; None when it is none.

        A form of several countries is the one's whose name it is, then whose people, then whose capital; of equals
        the one's that comes first in the table. A capital that is a common word too is found only as it is written.
        """
        ...

    def country(self, name: str) -> str | None:
        """The canonical name of the country that `find` gives; None when there is none."""
        ...

    def code(self, name: str) -> str | None:
        """The alpha-3 code of the country that `find` gives; None when there is none."""
        ...

    def state(self, code: str | None) -> str | None:
        """The canonical name of the state that a CAMEO actor code (`FRAGOV`) begins with; None when it names none."""
        ...

    def forms(self) -> frozenset[str]:
        """Every form of every country, as written: names, aliases, adjectives, peoples, capitals."""
        ...
