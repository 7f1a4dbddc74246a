"""English names: titles, honorifics, heads of bodies, given names, and the grammar over the parse that reads them."""

from dateline.language.english.names.bodies import (
    acronyms,
    body_key,
    is_firm,
    is_noun_alone,
    is_said_by,
    may_be_short,
    paired,
    plural_of,
    short_forms,
    with_article,
)
from dateline.language.english.names.clues import evidence
from dateline.language.english.names.drafting import clings, draft, drafts, guess, is_capitalised, may_name
from dateline.language.english.names.gazetteer import is_listed, listed
from dateline.language.english.names.lists import is_head, is_ordinary
from dateline.language.english.names.offices import (
    body_code,
    is_kin,
    is_telling,
    is_title,
    office,
    office_words,
    organ,
    role_gender,
)
from dateline.language.english.names.persons import (
    fold,
    gender,
    is_given,
    is_particle,
    is_slip,
    same,
    same_given,
    slips,
    split,
    surname,
)
from dateline.language.english.names.roles import role

__all__ = [
    "acronyms",
    "body_code",
    "body_key",
    "clings",
    "draft",
    "drafts",
    "evidence",
    "fold",
    "gender",
    "guess",
    "is_capitalised",
    "is_firm",
    "is_given",
    "is_head",
    "is_kin",
    "is_listed",
    "is_noun_alone",
    "is_ordinary",
    "is_particle",
    "is_said_by",
    "is_slip",
    "is_telling",
    "is_title",
    "listed",
    "may_be_short",
    "may_name",
    "office",
    "office_words",
    "organ",
    "paired",
    "plural_of",
    "role",
    "role_gender",
    "same",
    "same_given",
    "short_forms",
    "slips",
    "split",
    "surname",
    "with_article",
]
