"""The same person across reports: merged where the text licenses it, kept apart where it does not."""

from __future__ import annotations

from dataclasses import replace

from dateline.group.people.genders import of_one_gender
from dateline.group.people.joining import people
from dateline.mark import mark
from dateline.records import Marked, Person, Reason, Story, judgement
from made import report


def marked(*texts: str) -> list[Marked]:
    """One report a text, all of it body."""
    return list(mark([report(text, key=f"r{number}") for number, text in enumerate(texts)], ["name"]))


def found(*texts: str) -> dict[str, Person]:
    return {one.name: one for one in people(marked(*texts))[0]}


def test_two_surnames_in_one_report_and_one_in_the_other_are_one_person() -> None:
    seen = found(
        "The press secretary, Clara Mendel Reyes, spoke on Monday.",
        "Clara Reyes declined to answer. Ms Reyes left early.",
    )
    assert list(seen) == ["Clara Mendel Reyes"]
    assert {"Clara Reyes", "Ms Reyes"} <= set(seen["Clara Mendel Reyes"].aliases)


def test_a_bare_surname_elsewhere_is_the_one_person_of_that_surname() -> None:
    assert list(found("Mayor Bram Oduya resigned.", "Mr Oduya said he was tired.")) == ["Bram Oduya"]


def test_short_forms_of_given_names_are_one() -> None:
    assert len(found("Coach James Ferrow stayed away.", "Jim Ferrow spoke to reporters.")) == 1


def test_an_office_that_one_report_takes_for_a_part_of_the_name_is_none() -> None:
    seen = found("Undersheriff James Ferrow stayed away.", "James Ferrow spoke to reporters. Mr Ferrow left.")
    assert list(seen) == ["James Ferrow"]


def test_father_and_son_stay_two() -> None:
    assert len(found("Henry Ferrow Jr. met the lawyers.", "Henry Ferrow met the press.")) == 2


def test_a_national_office_gives_a_code() -> None:
    seen = found("French Foreign Minister Louise Garnaud arrived in the capital.")
    assert seen["Louise Garnaud"].code == "FRAGOV"


def test_a_club_office_gives_no_code() -> None:
    assert found("Harrow United president Louise Garnaud arrived.")["Louise Garnaud"].code is None


def test_a_judgement_joins_two_names() -> None:
    some = marked("Ada Fenwick sang.", "Ada Lorne sang.")
    joined, who, said = people(some, [judgement("same-person", "Ada Fenwick", "Ada Lorne")])
    assert len(joined) == 1
    assert said == (Reason("judged-one-person", ("Ada Fenwick", "Ada Lorne")),)
    assert who["r0", "Ada Fenwick"] == who["r1", "Ada Lorne"] == joined[0].id


def test_spouses_stay_two_and_an_office_goes_to_its_holder() -> None:
    seen = found(
        "President Kralik left early. His wife, Vera Kralik, stayed behind.",
        "President Dusan Kralik signed the law. Kralik thanked the senators.",
    )
    assert set(seen) == {"Dusan Kralik", "Vera Kralik"}
    assert "President Kralik" in seen["Dusan Kralik"].aliases
    assert "President Kralik" not in seen["Vera Kralik"].aliases


def test_brothers_stay_two_and_a_bare_surname_in_doubt_is_neither() -> None:
    seen = found("Daniel Osei and his brother, Kofi Osei, both ran. Osei won, an official said.")
    assert {"Daniel Osei", "Kofi Osei"} <= set(seen)
    assert seen["Daniel Osei"].aliases == seen["Kofi Osei"].aliases == ()


def test_a_place_that_one_report_takes_for_a_person_is_what_the_others_say() -> None:
    seen = found(
        "Drava welcomed the visitors. Leaders met in Drava on Friday.",
        "They flew to Drava on Monday and left Drava a day later.",
    )
    assert seen["Drava"].kind == "GPE"


def test_a_short_form_is_a_body_only_where_it_was_introduced() -> None:
    seen = found("The International Rescue Fund (IRF) sent boats. The IRF said so, and the Fund will send more.")
    assert set(seen["International Rescue Fund"].aliases) == {"Fund", "IRF"}
    assert "Fund" not in found("Ministers met on Monday. The Fund was not named.")


def test_an_office_is_nobody() -> None:
    seen = found("The Chief of the General Staff spoke. Hopefully President Ada Fenwick heard it.")
    people_only = {name: one.role for name, one in seen.items() if one.kind == "PERSON"}
    assert people_only == {"Ada Fenwick": "President"}


def test_a_role_is_told_before_whose_relative_somebody_is() -> None:
    seen = found("Her husband, Colin Marsh, waited.", "Surgeon Colin Marsh waited.")
    assert seen["Colin Marsh"].role == "Surgeon"


def test_a_ministry_of_something_is_that_ministry() -> None:
    seen = found("The Korland Ministry of Defence denied it.", "The Korland Defence Ministry said nothing.")
    assert len([one for one in seen.values() if one.kind == "ORG"]) == 1


def test_an_office_in_one_report_is_not_a_womans_who_never_has_it() -> None:
    seen = found("Vera Kralik opened the fair.", "President Kralik signed the law on Monday.")
    assert seen["Vera Kralik"].aliases == ()


def test_a_fellow_at_an_institute_has_a_post_and_senators_are_no_role() -> None:
    seen = found(
        "Mark Galt, Senior Fellow at the Institute of Tides, spoke to Republican senators Ann Lowe and Tom Ruiz."
    )
    assert seen["Mark Galt"].role == "Senior Fellow at the Institute of Tides"
    assert seen["Ann Lowe"].role is None


def test_a_judgement_parts_two_names_and_takes_an_earlier_one_back() -> None:
    some = marked("Ada Fenwick sang.", "Ada Lorne sang.")
    one, back = (judgement(kind, "Ada Fenwick", "Ada Lorne") for kind in ("same-person", "not-same-person"))
    parted, who, said = people(some, [one, back])
    assert len(parted) == 2
    assert said == ()  # as the names do
    assert who["r0", "Ada Fenwick"] != who["r1", "Ada Lorne"]
    assert len(people(some, [one, back, one])[0]) == 1


def test_a_judgement_that_parts_what_the_names_join_is_told() -> None:
    some = marked("Ada Fenwick sang.", "A. Fenwick sang.")
    assert len(people(some)[0]) == 1
    parted, _, said = people(some, [judgement("not-same-person", "Ada Fenwick", "A. Fenwick")])
    assert len(parted) == 2
    assert said == (Reason("judged-two-people", ("Ada Fenwick", "A. Fenwick")),)


def test_in_a_language_whose_names_are_not_known_nobody_is_joined() -> None:
    (english,) = marked("Mayor Ada Fenwick sang.")
    other = replace(english, report=replace(english.report, id="r1", language="tlh"))
    joined, who, _ = people([english, other])
    assert [person.name for person in joined] == ["Ada Fenwick"]
    assert set(who) == {("r0", "Ada Fenwick")}


def test_a_surname_that_one_report_spells_otherwise_is_one_person() -> None:
    seen = found("Climber Dan Orrell fell on Friday.", "Dan Orell, a climber, fell from a ridge. Orell was 36.")
    assert len(seen) == 1


def test_two_surnames_of_one_report_that_differ_by_a_letter_are_two_persons() -> None:
    assert len(found("Dan Orrell met Dan Orell.", "Dan Orrell sang.")) == 2


def test_given_names_of_a_man_and_a_woman_are_no_spellings_of_one() -> None:
    assert len(found("Maria Orrell sang.", "Mario Orrell sang.")) == 2


def test_a_body_of_two_words_is_one_with_its_place_before_it_even_in_one_report() -> None:
    seen = found("Red Kites offer Oona Weir $20 million. The Denver Red Kites play on Sunday.")
    assert not {"Red Kites", "Denver Red Kites"} <= set(seen)


def test_a_club_is_called_by_its_name_without_its_town() -> None:
    seen = found("In Halvern the crowd cheered. Halvern Rovers FC lost.", "The Osk Wanderers won, and the Rovers lost.")
    assert not {"Rovers", "Halvern Rovers"} <= set(seen)


def test_a_pronoun_of_another_gender_than_whom_it_was_read_as_means_nobody_with_that_name() -> None:
    first = "Dorin Valk, a mother of two, said on Monday that she had seen the van. She told police that she ran."
    other = "Dorin Valk was hit by the van on Monday. He was charged with murder."
    told = tuple(mark([report(first, key="a"), report(other, key="b")]))
    persons, who, _ = people(told)
    story = Story("s", "t", told, people=persons, who=who)
    read = [part.name for event in told[1].events for part in event.participants if part.span.of(other) == "He"]
    assert read == ["Dorin Valk"]
    made = of_one_gender(story)
    left = [part.name for event in made.reports[1].events for part in event.participants if part.span.of(other) == "He"]
    assert left == [None]
    assert made.reports[0] == told[0]
