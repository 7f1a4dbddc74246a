"""CAMEO codes of actors: a state, its government, and those whose role names a state and an office in it."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.language import Language

GOVERNMENT, FORMER = "GOV", "ELI"  # CAMEO: who governs, and who once held an office


def of_body(name: str, language: Language) -> str | None:
    """The code of a state (`FRA`), a capital taken for its government (`FRAGOV`) or a body; None when unknown."""
    names, places = language.names, language.places
    if names is None or places is None:
        return None
    country = places.find(name)
    if country is not None and country.called == "name":
        return country.code
    code = names.body_code(name)
    if code is not None:
        return code or None
    if country is not None and country.called == "capital":
        return country.code + GOVERNMENT
    organ = names.organ(name)
    return organ.state + organ.sector if organ and organ.state else None


def of_people(name: str, language: Language) -> str | None:
    """The code of the state whose people an adjective names."""
    country = language.places.find(name) if language.places else None
    return country.code if country and country.called != "capital" else None


def of_roles(roles: Iterable[str], language: Language) -> str | None:
    """The code of somebody with these roles, most telling first: one role names a state, one an office in it."""
    if language.names is None:
        return None
    offices = [office for role in roles if (office := language.names.office(role))]
    state = next((office.state for office in offices if office.state), None)
    if state is None:
        return None
    return state + (FORMER if offices[0].former else offices[0].sector)
