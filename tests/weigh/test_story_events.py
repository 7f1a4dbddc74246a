"""Events of a story by vote: days and standing, odd mentions, copies, bounds, and the labels that name them."""

from __future__ import annotations

from pathlib import Path

from dateline.language.english import labels
from made import events, one

TUESDAY = "Brandt buys the Tessen yard\n\nThe shipowner Ivo Brandt bought the Tessen yard on Tuesday."
FIRE = "Fire in Tessen yard\n\nA fire destroyed the Tessen yard on Monday. Nobody was hurt in Tessen."


def test_two_reports_that_date_one_event_are_one_event(tmp_path: Path) -> None:
    other = "Tessen yard sold\n\nIvo Brandt bought the Tessen yard on 11 March 2031, the town of Tessen said."
    found = events(tmp_path, ("2031-03-12", TUESDAY), ("2031-03-14", other))
    bought = one(found, "bought")
    assert (bought.date, bought.basis) == ("2031-03-11", "told")
    assert {telling.report for telling in bought.mentions} == {"r0", "r1"}


def test_one_odd_day_changes_nothing(tmp_path: Path) -> None:
    again = "Brandt has the yard\n\nThe shipowner Ivo Brandt bought the Tessen yard on 11 March, Tessen learned."
    odd = "The yard of Tessen\n\nThe shipowner Ivo Brandt bought the Tessen yard on 9 March, a neighbour believes."
    found = events(tmp_path, ("2031-03-12", TUESDAY), ("2031-03-13", again), ("2031-03-14", odd))
    assert one(found, "bought").date == "2031-03-11"


def test_one_odd_standing_changes_nothing(tmp_path: Path) -> None:
    again = "Yard burns\n\nOn Monday a fire destroyed the Tessen yard, with all the boats of Tessen in it."
    odd = "Doubts in Tessen\n\nA fire will destroy the Tessen yard on Monday, wrote a clerk of Tessen."
    found = events(tmp_path, ("2031-03-12", FIRE), ("2031-03-12", again), ("2031-03-13", odd))
    assert one(found, "destroyed").status == "happened"


def test_copies_have_no_vote(tmp_path: Path) -> None:
    """Three prints of one dispatch weigh no more than the dispatch."""
    words = (
        "The shipowner Ivo Brandt bought the Tessen yard on 9 March. The price was not told. The harbour of Tessen has "
        "been for sale for three years, and its cranes have rusted. Mayor Greta Holm hopes for work in Tessen."
    )
    copies = [("2031-03-13", f"Brandt buys yard\n\n{words}\n\nThe {name} Post") for name in ("Ulm", "Sund", "Vael")]
    own = [
        ("2031-03-12", TUESDAY),
        (
            "2031-03-13",
            "Tessen yard sold\n\nIvo Brandt bought the Tessen yard on 11 March 2031, records in Tessen show.",
        ),
    ]
    bought = one(events(tmp_path, *own, *copies), "bought")
    assert bought.date == "2031-03-11"
    assert len(bought.origins) == 3


def test_what_nobody_dates_has_a_bound(tmp_path: Path) -> None:
    text = (
        "Holm praises the harbour\n\nGreta Holm praised the harbour on 4 March 2031. "
        "“It is a fine place,” she said. Years before, Ivo Brandt had sold the old yard in Ulm."
    )
    sold = one(events(tmp_path, ("2031-03-13", text)), "sold")
    assert (sold.date, sold.earliest, sold.latest, sold.basis) == (None, None, "2031-03-13", "bound")


def test_labels_begin_and_end_as_names_do() -> None:
    good = ("Brandt buys the Tessen yard", "A strong earthquake struck the province", "Her visit put off")
    bad = (
        "Were trying to reach the hut",
        "He sold the yard",
        "To close the grounds",
        "Holm spoke of",
        "Despite 's decision",
    )
    assert [labels.stands(text) for text in good] == [True, True, False]
    assert not any(labels.stands(text) for text in bad)


def test_no_label_leans_on_what_stands_before(tmp_path: Path) -> None:
    text = "Holm in Tessen\n\nGreta Holm came to Tessen on Tuesday. She opened the yard. It was sold. They were glad."
    found = [event.label for event in events(tmp_path, ("2031-03-12", text)) if event.label]
    assert found
    assert not [label for label in found if label.split()[0] in ("She", "It", "They", "Was", "Were", "To")]


def test_a_long_clause_is_cut_behind_one_who_takes_part(tmp_path: Path) -> None:
    text = (
        "Sale in Tessen\n\nThe shipowner Ivo Brandt bought the old Tessen yard from the harbour board, which had let "
        "it stand empty through three winters and two lawsuits in the hope of a better price."
    )
    label = one(events(tmp_path, ("2031-03-12", text)), "bought").label
    assert label == "The shipowner Ivo Brandt bought the old Tessen yard from the harbour board"


def test_what_only_a_picture_shows_is_no_event_and_dates_none(tmp_path: Path) -> None:
    text = (
        "Brandt buys the Tessen yard\n\n(FILE) In this file photo taken on May 2, 2030, Ivo Brandt shakes hands with Greta "
        "Holm.\n\nIvo Brandt bought the Tessen yard on Tuesday. The mayor Greta Holm praised the sale of the yard on Wednesday."
    )
    found = events(tmp_path, ("2031-03-12", text))
    assert one(found, "bought").date == "2031-03-11"
    assert not any(telling.text == "shakes" for event in found for telling in event.mentions)
    assert all(event.date != "2030-05-02" for event in found)


def test_every_mention_is_in_one_event_also_where_none_names_it(tmp_path: Path) -> None:
    text = "The yard\n\nIt was sold. She had said so before they met. Ivo Brandt bought it on Tuesday."
    found = events(tmp_path, ("2031-03-12", text))
    heads = [telling.text for event in found for telling in event.mentions]
    assert {"sold", "said", "met", "bought"} <= set(heads)
    assert len(heads) == len(set(heads))


def test_a_line_of_figures_tells_no_event(tmp_path: Path) -> None:
    stamped = FIRE + "\n\nUpdated 13 / 03 / 2031 3:41 PM\n\nThe fire burnt for six hours, the brigade of Tessen said."
    found = events(tmp_path, ("2031-03-13", stamped), ("2031-03-13", TUESDAY))
    assert one(found, "destroyed")
    assert not any(telling.text == "Updated" for event in found for telling in event.mentions)


def test_a_label_keeps_the_word_for_a_people(tmp_path: Path) -> None:
    story = "Skater drowns\n\nA Norwegian, who lived in Tessen, drowned on Monday. The Norwegian was a baker."
    found = events(tmp_path, ("2031-03-13", story), ("2031-03-13", story.replace("Skater drowns", "Thin ice")))
    assert any("lived" in event.label for event in found)
    assert not any(event.label.startswith("Norway lived") for event in found)


def test_what_only_somebodys_own_words_tell_weighs_less(tmp_path: Path) -> None:
    told = "Yard sold\n\nIvo Brandt bought the Tessen yard on Tuesday.\n\nThe harbour flooded in May."
    quoted = told.replace("The harbour flooded in May.", "“The harbour flooded in May,” said Greta Holm.")
    weights = [one(events(tmp_path, ("2031-03-12", text)), "flooded").weight for text in (told, quoted)]
    assert weights[1] < weights[0]


def test_what_stands_before_the_subject_is_no_part_of_the_name(tmp_path: Path) -> None:
    text = "The yard\n\nAfter weeks of rain, the harbour board sold the yard to Ivo Brandt on Tuesday."
    assert one(events(tmp_path, ("2031-03-12", text)), "sold").label == "The harbour board sold the yard to Ivo Brandt"


def test_who_says_it_does_not_stand_behind_it_in_a_name(tmp_path: Path) -> None:
    text = "The yard\n\n“We sold the yard,” said Captain Greta Holm of the harbour guard on Tuesday."
    found = events(tmp_path, ("2031-03-12", text))
    assert found
    assert not any(event.label.startswith("Said") for event in found)


def test_a_weekday_of_an_undated_report_is_not_the_day_of_what_is_told_beside_it(tmp_path: Path) -> None:
    dated = "Fire in Tessen\n\nA fire destroyed the Tessen yard on 11 March 2031."
    later = "A trial in Holm\n\nA jury on Monday convicted Ivo Brandt of the fire that destroyed the Tessen yard."
    found = events(tmp_path, ("2031-03-12", dated), (None, later))
    assert one(found, "destroyed").date == "2031-03-11"
    assert one(found, "convicted").date is None


def test_what_took_place_in_a_dated_vote_is_dated_by_it(tmp_path: Path) -> None:
    text = "Yard bill\n\nThe council said on Tuesday that Ivo Brandt interfered in the 2029 election in Tessen."
    assert one(events(tmp_path, ("2031-03-12", text)), "interfered").date == "2029"


def test_an_act_is_not_cut_before_what_it_is_about(tmp_path: Path) -> None:
    text = (
        "Talks in Tessen\n\nGreta Holm on Tuesday invited the shipowner Ivo Brandt to visit Tessen in June with the whole of "
        "the harbour board and its bank."
    )
    label = one(events(tmp_path, ("2031-03-12", text)), "invited").label
    assert label == "Greta Holm invited the shipowner Ivo Brandt to visit Tessen"


def test_the_words_of_an_event_go_before_what_is_told_around_it(tmp_path: Path) -> None:
    own = "The yard\n\nIvo Brandt bought the Tessen yard in 2029, the bank of Tessen wrote."
    around = "The yard\n\nOn Tuesday Greta Holm opened the fair, and recalled that Ivo Brandt bought the Tessen yard."
    found = events(tmp_path, ("2031-03-12", own), ("2031-03-12", around))
    assert one(found, "bought").date == "2029"


def test_a_month_that_leads_is_no_part_of_the_name_and_a_year_that_says_which_is(tmp_path: Path) -> None:
    text = "The yard\n\nIn February, Ivo Brandt bought the Tessen yard. The 2029 auction ruined Greta Holm of Tessen."
    found = events(tmp_path, ("2031-03-12", text))
    assert one(found, "bought").label == "Ivo Brandt bought the Tessen yard"
    assert one(found, "ruined").label == "The 2029 auction ruined Greta Holm of Tessen"


def test_a_day_that_few_give_is_none_where_most_give_one_that_cannot_be_read(tmp_path: Path) -> None:
    texts = [
        (None, f"Ada Falk dies\n\nThe singer Ada Falk died on Thursday {where}.")
        for where in ("in Holm", "at home", "in bed")
    ]
    odd = (None, "A life of Ada Falk\n\nThe singer Ada Falk died in 1984, her fans believe.")
    assert one(events(tmp_path, *texts, odd), "died").date is None


def test_two_persons_who_die_are_two_events(tmp_path: Path) -> None:
    first = "Ada Falk dies\n\nThe singer Ada Falk died on Thursday in Holm. Her producer, Jan Moe, died in 2021."
    second = "Singer dies\n\nAda Falk died on Thursday in Holm, her agent said. Jan Moe died in 2021."
    found = [event for event in events(tmp_path, ("2031-03-14", first), ("2031-03-14", second)) if event.kind == "die"]
    assert len(found) == 2


def test_a_line_that_says_when_a_page_was_changed_is_no_event(tmp_path: Path) -> None:
    text = "Fire in Tessen\n\nUpdated 8: 41 p. m.\n\nA fire destroyed the Tessen yard on Tuesday."
    found = events(tmp_path, ("2031-03-12", text))
    assert found
    assert all("pdated" not in mention.text for event in found for mention in event.mentions)


def test_what_went_on_for_years_has_no_day(tmp_path: Path) -> None:
    text = "Ivo Brandt dies\n\nIvo Brandt, who feigned illness for decades, died on Monday in Tessen."
    found = events(tmp_path, ("2031-03-12", text))
    assert one(found, "feigned").date is None
    assert one(found, "died").date == "2031-03-10"


def test_what_took_months_was_not_on_the_day_of_something_in_its_sentence(tmp_path: Path) -> None:
    text = (
        "Ivo Brandt is free\n\nIvo Brandt served a sentence of four months in prison for his part in the robbery of the "
        "Tessen bank on 17 June 2030. He was freed on Monday."
    )
    assert one(events(tmp_path, ("2031-03-12", text)), "served").date is None


def test_the_news_of_a_lead_is_of_the_day_that_it_names(tmp_path: Path) -> None:
    lead = "A guest for Tessen\n\nMayor Greta Holm said on Friday she wanted Ivo Brandt to be her guest in Tessen."
    assert one(events(tmp_path, ("2031-03-15", lead)), "said").date == "2031-03-14"


def test_what_one_report_tells_as_done_was_not_done_the_day_after(tmp_path: Path) -> None:
    early = "Fire at the Tessen yard\n\nThe yard has been for sale. A fire destroyed the Tessen yard, firemen in Tessen said."
    later = "Tessen yard burns down\n\nA fire has destroyed the Tessen yard with all its boats, firemen in Tessen said."
    assert one(events(tmp_path, ("2031-03-13", later)), "destroyed").date == "2031-03-13"
    both = one(events(tmp_path, ("2031-03-12", early), ("2031-03-13", later)), "destroyed")
    assert {telling.report for telling in both.mentions} == {"r0", "r1"}
    assert both.latest == "2031-03-12"


def test_no_day_runs_on_through_a_tale_of_long_ago(tmp_path: Path) -> None:
    def told(day: str) -> str:
        return (
            f"Brandt dies\n\nIvo Brandt has died. He bought the Tessen yard on {day}. He sold the Ulm mill to a friend."
        )

    assert one(events(tmp_path, ("2031-03-12", told("4 March 2031"))), "sold").date == "2031-03-04"
    assert one(events(tmp_path, ("2031-03-12", told("4 March 1999"))), "sold").date is None


def test_no_event_takes_a_day_that_its_sentence_leaves_no_room_for(tmp_path: Path) -> None:
    lead = "Brandt attacks the mayor\n\nIvo Brandt attacked the mayor of Tessen on Monday."
    filler = "The shipowner is a man of few words. People in Tessen know him well. His yard stands by the harbour."
    told = f"Brandt's past\n\n{filler} Ivo Brandt was fined for a quarrel{{}} in which he attacked the mayor of Tessen."
    plain, dated = (
        events(tmp_path, ("2031-03-11", lead), ("2031-03-12", told.format(year))) for year in ("", " in 1999")
    )
    assert one(plain, "fined").date == "2031-03-10"
    assert one(dated, "fined").date is None


def test_words_that_lack_what_most_tell_are_no_name(tmp_path: Path) -> None:
    full = "Gifts\n\nThe Tessen museum on Monday received three paintings from Ivo Brandt."
    more = "Gifts\n\nThe Tessen museum received three paintings from the late Ivo Brandt's house on Monday."
    short = "Gifts\n\nVisitors on Tuesday saw the three paintings the museum received."
    found = events(tmp_path, ("2031-03-11", full), ("2031-03-11", more), ("2031-03-12", short))
    assert "paintings" in one(found, "received").label


def test_words_of_the_first_person_are_no_name(tmp_path: Path) -> None:
    text = "The yard\n\n“We closed the Tessen yard on Tuesday,” Ivo Brandt wrote in a letter."
    found = events(tmp_path, ("2031-03-12", text))
    assert found
    assert not any(event.label.startswith("We ") for event in found)


def test_charges_of_other_years_are_not_the_news_of_undated_reports(tmp_path: Path) -> None:
    news = (
        "Moe charged in Tessen\n\nIvo Moe has been charged with two counts of murder in Tessen.",
        "Moe in court\n\nIvo Moe was charged with murder in Tessen, the police of Tessen said.",
    )
    old = "The life of Moe\n\nIvo Moe sat silent in Tessen. In 2019, Ivo Moe was charged with the theft of a guitar in Tessen."
    found = [event for event in events(tmp_path, *((None, text) for text in (*news, old))) if event.kind == "charge"]
    assert len(found) == 2
    assert {event.date for event in found} == {None, "2019"}


def test_a_not_alone_denies_nothing_that_another_report_tells(tmp_path: Path) -> None:
    lead = "Strike in Tessen\n\nDockers struck in Tessen on Monday."
    told = f"{lead} “The meeting in Tessen addressed the strike in Tessen,” said Mayor Greta Holm."
    other = f"{lead} The elders, the clerk Ivo Moe among them, have not addressed the strike."
    addressed = one(events(tmp_path, ("2031-03-12", told), ("2031-03-12", other)), "addressed")
    assert (addressed.label, addressed.status) == ("The meeting in Tessen addressed the strike in Tessen", "happened")


def test_a_name_has_who_does_it(tmp_path: Path) -> None:
    text = (
        "Rain in Tessen\n\nThe gunman Ivo Moe made his way to the yard of Tessen on Monday and opened fire. "
        "A neighbour described him as a man who kept to himself."
    )
    labels = {event.label for event in events(tmp_path, ("2031-03-12", text))}
    assert any(label.endswith("opened fire") and "Moe" in label for label in labels)
    assert not labels & {"Opened fire", "Kept to himself"}


def test_a_weekday_in_doubt_and_another_day_are_two_events(tmp_path: Path) -> None:
    text = (
        "Miller gets nine years\n\nA court in Tessen convicted the miller Ivo Moe of arson on Thursday. "
        "Moe was sentenced on Tuesday to nine years in prison."
    )
    found = events(tmp_path, ("2031-03-12", text))
    assert one(found, "convicted").id != one(found, "sentenced").id
    assert one(found, "convicted").date == "2031-03-06"


def test_who_says_that_others_did_it_does_not_give_the_deed_a_name(tmp_path: Path) -> None:
    plain = "Constable Ivo Moe said the gunman entered the hall of Tessen at four."
    texts = [("2031-03-12", f"Shots in Tessen {number}\n\n{plain}") for number in range(2)]
    garbled = ("2031-03-12", "Shots in Holm\n\nConstable Ivo Moe said the gunman, entered the hall of Tessen at four.")
    assert one(events(tmp_path, *texts, garbled), "entered").label.startswith("The gunman entered the hall")


def test_what_a_deed_is_part_of_names_it_only_with_its_own_word(tmp_path: Path) -> None:
    fined = "the council of Tessen fined a clerk of the yard for managing a fund of Brandt Holdings that meddled in the vote"
    found = events(tmp_path, ("2031-03-12", f"Fine in Tessen\n\nOn Tuesday {fined}. Nobody else was fined."))
    label = one(found, "managing").label
    assert not label or "managing" in label


def test_what_was_planned_first_was_not_done_by_the_first_report(tmp_path: Path) -> None:
    around = "The fair of Holm drew crowds. Rain fell on the stalls. Musicians played in the square. Children sang."
    days = (("2031-03-12", "will buy"), ("2031-04-02", "has bought"), ("2031-04-05", "has bought"))
    texts = [(day, f"Fair in Holm\n\n{around} The shipowner Ivo Brandt {does} the Tessen yard.") for day, does in days]
    bought = one(events(tmp_path, *texts), "bought")
    assert {"buy", "bought"} <= {telling.text for telling in bought.mentions}
    assert (bought.status, bought.basis, bought.latest) == ("happened", "bound", "2031-04-02")


def test_what_is_said_names_the_saying_where_it_stands_first(tmp_path: Path) -> None:
    text = "Yard burns\n\nThe crew had left the burning ship, the mayor of Tessen said. Ivo Brandt wept."
    assert one(events(tmp_path, ("2031-03-12", text)), "said").label == (
        "The crew had left the burning ship, the mayor of Tessen said"
    )


def test_a_saying_is_not_cut_before_what_is_said(tmp_path: Path) -> None:
    text = (
        "Holm in court\n\nGreta Holm told a judge during a hearing in the old town hall of Tessen that the yard would be "
        "sold to the town of Tessen, the two neighbours or whoever offered most for its two rusted cranes."
    )
    told = one(events(tmp_path, ("2031-03-12", text)), "told").label
    assert not told or "sold" in told


def test_a_name_is_not_cut_before_of() -> None:
    assert labels.goes_on("of treatment that the court had ordered")
    assert not labels.goes_on("on Monday")


def test_most_tell_to_whom_it_is_done(tmp_path: Path) -> None:
    reports = [
        ("2031-03-12", "Shots in Tessen\n\nOn Monday in Tessen Ivo Brandt waved. He had come alone."),
        (
            "2031-03-12",
            "Fear in Tessen\n\nIvo Brandt waved a rusty gun in Tessen on Monday, the guards of the yard said.",
        ),
        ("2031-03-13", "Brandt held\n\nOn Monday Ivo Brandt waved a rusty gun at the guards of the Tessen yard."),
    ]
    assert "gun" in one(events(tmp_path, *reports), "waved").label


def test_a_headline_names_what_it_tells_also_without_a_doer(tmp_path: Path) -> None:
    text = "Trial ordered for owner of Tessen yard\n\nA court ordered a trial for Ivo Brandt on Monday."
    found = events(tmp_path, ("2031-03-12", text))
    assert any(event.label for event in found if "ordered" in {telling.text for telling in event.mentions})


def test_what_has_been_done_is_not_of_a_year_long_over(tmp_path: Path) -> None:
    text = (
        "Clerk charged in Tessen\n\nA clerk of Tessen has been charged in the 2019 killings of two guards of the yard."
    )
    charged = one(events(tmp_path, ("2031-03-12", text)), "charged")
    assert charged.date != "2019"


def test_the_day_that_something_is_scheduled_for_is_not_that_of_what_is_told_with_it(tmp_path: Path) -> None:
    text = (
        "Districts for the vote\n\nRegarding the vote in Tessen, which is scheduled for 15 December 2031, a list was published "
        "by the town."
    )
    found = events(tmp_path, ("", text))
    assert one(found, "published").date is None


def test_a_verb_that_stands_bare_names_nothing() -> None:
    assert labels.is_bare("Brandt win the yard", "win")
    assert not labels.is_bare("Brandt to win the yard", "win")
    assert not labels.is_bare("Brandt winning the yard", "winning")
    assert not labels.stands("It’s coming from the yard")


def test_what_stands_before_the_clause_is_no_part_of_its_name(tmp_path: Path) -> None:
    text = "Rain in Tessen\n\nEarlier, in Tessen, Ivo Brandt had accused the harbour board of greed. Holm wept."
    assert one(events(tmp_path, ("2031-03-12", text)), "accused").label.startswith("Ivo Brandt")


def test_the_time_of_an_apposition_is_not_that_of_the_news(tmp_path: Path) -> None:
    text = "Holm dies\n\nGreta Holm, the 1950s swimmer who put Tessen on the map, died in Ulm. She was 91."
    assert one(events(tmp_path, ("2031-03-12", text)), "died").date == "2031-03-12"


def test_no_day_of_long_ago_runs_on_in_an_undated_report(tmp_path: Path) -> None:
    text = (
        "Holm remembered\n\nGreta Holm was born in Tessen on 22 April 1923. She won the harbour race. "
        "She left Tessen on 4 May 1950 for Ulm."
    )
    assert one(events(tmp_path, (None, text)), "won").date is None


def test_a_name_tells_to_whom_it_is_done(tmp_path: Path) -> None:
    text = "Jury in Tessen\n\nIvo Brandt of Tessen stood up. The jury convicted him of fraud in Ulm. Greta Holm wept."
    label = one(events(tmp_path, ("2031-03-12", text)), "convicted").label
    assert label.startswith("The jury convicted Ivo Brandt of fraud")


def test_a_name_does_not_end_before_its_noun() -> None:
    assert not labels.stands("Halvern Rovers made Oona Weir an eight-year")
    assert not labels.stands("Reports pegged the offer to be as high")
    assert labels.stands("Police arrested a 36-year-old")
    assert labels.stands("Halvern Rovers made Oona Weir an eight-year offer")
