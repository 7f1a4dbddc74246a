"""Words for sorts of people and bodies by which English reports mean somebody whom they have named before."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.language.english.names import lists

LEADS = frozenset(("president", "premier", "chancellor", "king", "queen", "emperor", "emir", "minister"))
# of whom there is one in a place or a body, so that a report need not say who it is
RENOWNED = frozenset((
    *LEADS, "leader", "governor", "mayor", "sheriff", "coach", "commissioner", "chief", "chairman", "chairwoman", "pope",
    "archbishop", "bishop", "coroner", "ceo", "ambassador", "secretary", "speaker", "dean", "principal", "rector",
    "superintendent", "vicar",
))  # fmt: skip
# what a firm is called when it is named elsewhere, and the bodies whose names say what they are
FIRMS = frozenset((
    "company", "firm", "giant", "maker", "manufacturer", "retailer", "operator", "carrier", "airline", "automaker",
    "carmaker", "drugmaker", "chipmaker", "lender", "insurer", "publisher", "supplier", "developer", "startup",
    "studio", "brewer", "conglomerate", "distributor", "miner", "steelmaker", "shipbuilder", "wholesaler", "brewery", "refiner",
))  # fmt: skip
NAMED_BODIES = frozenset((
    "university", "college", "ministry", "academy", "institute", "commission", "association", "federation", "union",
    "foundation", "bank", "museum", "society", "league", "council", "committee", "board", "agency", "authority",
    "department", "bureau",
))  # fmt: skip
# who has to do with the person that a report is about: `Moe was sentenced. The judge said`
ATTENDING = frozenset((
    "judge", "magistrate", "prosecutor", "lawyer", "solicitor", "barrister", "attorney", "counsel", "juror", "bailiff", "clerk",
    "doctor", "surgeon", "nurse", "paramedic", "coroner", "pathologist", "psychiatrist", "therapist", "chaplain", "priest",
    "witness", "neighbour", "neighbor", "onlooker", "bystander", "passer-by", "relative", "friend", "colleague", "officer",
    "policeman", "policewoman", "detective", "inspector", "constable", "sergeant", "investigator", "guard", "warder", "rescuer",
    "firefighter", "lifeguard", "reporter", "journalist", "interviewer", "interpreter", "translator", "victim", "accuser",
    "plaintiff", "complainant", "referee", "umpire",
    "successor", "predecessor", "deputy", "opponent", "rival", "critic", "biographer", "landlord",
))  # fmt: skip
# what else those are called who have a title
CALLED: Mapping[str, tuple[str, ...]] = {
    "reverend": ("pastor", "minister", "priest", "vicar"), "rev": ("pastor", "minister", "priest", "vicar"),
    "pastor": ("minister", "priest"), "vicar": ("priest",), "district attorney": ("prosecutor",), "justice": ("judge",),
    "dr": ("doctor",), "congressman": ("representative",), "congresswoman": ("representative",),
}  # fmt: skip
# who tells reporters something, and need have no name: `an aide said …, he said`
TELLERS = frozenset((
    "observer", "analyst", "insider", "aide", "adviser", "advisor", "expert", "supporter", "ally", "source", "diplomat",
    "historian", "scholar", "activist", "organiser", "organizer", "publicist", "rep", "worker", "employee", "customer",
    "student", "caller", "tourist", "visitor", "fan", "climber", "driver", "passenger",
))  # fmt: skip
# who are many, though the word is in the singular: `police said …, they said`
CROWDS = frozenset((
    "police", "staff", "crew", "people", "leadership", "management", "jury", "couple", "pair", "duo", "trio", "family", "some",
    "many", "others", "both", "several", "those", "most", "all", "few",
))  # fmt: skip
# bodies that tell what others are told by: `the newspaper said`
MEDIA = frozenset((
    "newspaper", "paper", "agency", "station", "broadcaster", "network", "magazine", "channel", "outlet", "website", "site",
    "tabloid", "daily", "weekly", "broadsheet", "journal", "publication", "blog",
))  # fmt: skip
_PAPERS = frozenset(("statement", "report"))  # of bodies


def is_organ(word: str) -> bool:
    """Whether a word in small letters is a sort of body, or a paper of one."""
    known = "ORG" in (lists.heads("end").get(word.title()), lists.heads("kind").get(word))
    return known or word in FIRMS | NAMED_BODIES | MEDIA | _PAPERS


def is_place_sort(word: str) -> bool:
    """Whether a word in small letters is a sort of place that is governed (`city`)."""
    return lists.heads("kind").get(word) == "GPE"
