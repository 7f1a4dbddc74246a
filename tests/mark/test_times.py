"""Times: what is found in invented sentences, with which value."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.edtf import interval
from dateline.mark.parse import parses
from dateline.mark.times.marker import times
from dateline.records import Label, Time
from made import marked, report

PUBLISHED = "2018-07-19"  # a Thursday


def marks(text: str, published: str | None = PUBLISHED, label: Label = "body") -> tuple[Time, ...]:
    return marked(report((label, text), day=published), "time").times


def values(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(mark.span.of(text), mark.timex) for mark in marks(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "timex"),
    [
        ("The mayor resigned on 3 July 2018.", "3 July 2018", "2018-07-03"),
        ("The mayor resigned on July 3rd, 2018.", "July 3rd, 2018", "2018-07-03"),
        ("The mayor resigned on Sept. 5, 2017.", "Sept. 5, 2017", "2017-09-05"),
        ("The striker signed on Tuesday.", "Tuesday", "2018-07-17"),
        ("The striker signed on Thursday.", "Thursday", "2018-07-19"),
        ("The striker will sign on Tuesday.", "Tuesday", "2018-07-24"),
        ("The hearing is to be held Friday.", "Friday", "2018-07-20"),
        ("The bank closed yesterday.", "yesterday", "2018-07-18"),
        ("The bank closed last week.", "last week", "2018-W28"),
        ("The merger closed last year.", "last year", "2017"),
        ("Output fell in the third quarter of 2016.", "the third quarter of 2016", "2016-Q3"),
        ("They married in the spring of 1994.", "the spring of 1994", "1994-SP"),
        ("They will meet in the autumn.", "the autumn", "2018-FA"),
        ("It rained on New Year’s Eve 2015.", "New Year’s Eve 2015", "2015-12-31"),
        ("The mill burned down in the 1980s.", "the 1980s", "198"),
        ("The abbey dates from the 12th century.", "the 12th century", "11"),
        ("The walk took two and a half years.", "two and a half years", "P2.5Y"),
        ("The two-hour talk ended well.", "two-hour", "PT2H"),
        ("The club plays every week.", "every week", "P1W"),
        ("The flood came two months ago.", "two months ago", "2018-05"),
        ("The train left at 10.30pm on Monday.", "10.30pm on Monday", "2018-07-16T22:30"),
        ("The train left on Monday afternoon.", "Monday afternoon", "2018-07-16TAF"),
        ("The train left 3 March 2018.", "3 March 2018", "2018-03-03"),
        ("The quake struck on 2018-07-04.", "2018-07-04", "2018-07-04"),
        ("Prices have risen in recent years.", "recent years", "PAST_REF"),
        ("Profit fell in the quarter ended May 31.", "the quarter", "2018-Q2"),
        (
            "Profit in the second quarter rose to $3 million from $2 million a year earlier.",
            "a year earlier",
            "2017-Q2",
        ),
        ("Profit rose in the second quarter. The 2017 period had a charge.", "The 2017 period", "2017-Q2"),
        ("The mill lost money in the year-ago second quarter.", "the year-ago second quarter", "2017-Q2"),
        ("Profit rose in the latest quarter.", "the latest quarter", "2018-Q2"),
        ("The mill had a loss in the year ended March 31.", "the year ended", "P1Y"),
        ("The mill had a loss in the year ended October 31.", "October 31", "2017-10-31"),
        ("The mill opened in nineteen ninety-six.", "nineteen ninety-six", "1996"),
        ("The work will end by year-end.", "by year-end", "2018"),
        ("It rained in April and June 2011.", "April", "2011-04"),
        ("It rained from November to February 2012.", "November", "2011-11"),
        ("The rule has held since September.", "September", "2017-09"),
        ("The island will one day vanish.", "one day", "FUTURE_REF"),
        ("The talks were put off to a later date.", "a later date", "FUTURE_REF"),
    ],
)
def test_value(text: str, words: str, timex: str) -> None:
    assert (words, timex) in values(text)


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("It opened in early 1987.", "START"),
        ("It opened in mid-1987.", "MID"),
        ("It closed at the end of 1987.", "END"),
        ("It opened about 1987.", "APPROX"),
    ],
)
def test_mod(text: str, mod: str) -> None:
    assert [(mark.timex, mark.mod) for mark in marks(text)] == [("1987", mod)]


@pytest.mark.parametrize(
    "text", ["He may march on.", "The fall of the wall was sudden.", "It cost $2016.", "In a second vote they lost."]
)
def test_no_time(text: str) -> None:
    assert marks(text) == ()


def test_edtf_and_bounds() -> None:
    (week,) = marks("The bank closed last week.")
    assert week.value == "2018-07-09/2018-07-15"
    (since,) = marks("It has been closed since 2016.")
    assert (since.value, since.earliest, since.latest) == ("2016/..", "2016-01-01", None)
    (by,) = marks("It must be paid by 1 October 2018.")
    assert (by.value, by.earliest, by.latest) == ("../2018-10-01", None, "2018-10-01")


def test_both_days_of_a_range() -> None:
    assert values("It ran on 16-22 July 2018.") == [("16", "2018-07-16"), ("22 July 2018", "2018-07-22")]
    assert values("It ran on July 16-22.") == [("July 16", "2018-07-16"), ("22", "2018-07-22")]


def test_words_that_point_back() -> None:
    text = "The dam broke on 4 May 2016. Two days later the army came. The village was empty that month."
    assert [timex for _, timex in values(text)] == ["2016-05-04", "2016-05-06", "2016-05"]


def test_without_a_date_of_publication_nothing_is_anchored() -> None:
    monday, year = marks("She left on Monday, not in 2016.", published=None)
    assert (monday.timex, monday.value) == ("XXXX-WXX-1", None)
    assert year.value == "2016"


def test_a_narrative_holds_its_own_time() -> None:
    text = (
        "The duke took the fort in 1811. In March 1812 the river froze. In May the duke fell ill. In 1813 he lost "
        "the fort, and in 1814 his heir. By 1815 the war was over. The house was sold in 1820 and burned in 1822."
    )
    found = {mark.span.of(text): mark for mark in marks(text)}
    assert (found["May"].timex, found["May"].anchor) == ("1812-05", "text")


def test_a_date_line_is_read_without_a_parse() -> None:
    (one,) = marks("Thursday 19 July 2018 23:11 BST", published=None, label="date")
    assert (one.type, one.timex) == ("TIME", "2018-07-19T23:11")


WORDS = [
    "the",
    "of",
    "in",
    "on",
    "by",
    "since",
    "until",
    "early",
    "late",
    "mid",
    "last",
    "next",
    "this",
    "that",
    "May",
    "March",
    "July",
    "Friday",
    "16",
    "3",
    "2018",
    "1999",
    "332",
    "BC",
    "Sept.",
    "summer",
    "fall",
    "years",
    "week",
    "quarter",
    "third",
    "second",
    "ago",
    "later",
    "two",
    "a",
    "half",
    "-",
    ",",
    "(",
    "'",
    "night",
    "10",
    "pm",
    "noon",
    "now",
    "1980s",
    "Christmas",
]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12), st.sampled_from([PUBLISHED, None]))
def test_marks_read_back_and_values_parse(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    for mark in marks(text, published):
        assert mark.span.of(text).strip() == mark.span.of(text) != ""
        if mark.value is not None and mark.type in ("DATE", "TIME"):
            interval(mark.value)
        if mark.earliest and mark.latest and not mark.earliest.startswith("-"):
            assert mark.earliest <= mark.latest


def test_a_narrative_goes_on_from_one_year_to_the_next() -> None:
    told = (
        "The war began in 1701. In 1703 the duke fled. In 1704 he came back. In 1705 the town fell. The king died in 1706. "
        "Peace was tried in 1707. In November 1708 the fleet sailed. In January it reached the port, as a book of 1950 says. "
        "In March it left."
    )
    assert [value for _, value in values(told, "2009-12-19")][-4:] == ["1708-11", "1709-01", "1950", "1709-03"]


def test_a_word_before_a_participle_is_no_time_of_its_own() -> None:
    assert values("The previously announced sale of the mill went ahead.") == []


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("The minister discussed the elections in November.", "2018-11"),
        ("The coalition faces a referendum in November.", "2018-11"),
        ("Voters go to the polls in November.", "2018-11"),
        ("He criticised the election planned in November.", "2018-11"),
        ("The party lost seats in the November elections.", "2017-11"),
        ("The party won the vote in November.", "2017-11"),
        ("He was elected in November.", "2017-11"),
    ],
)
def test_the_year_of_a_bare_month_is_that_of_the_plan_or_the_deed(text: str, timex: str) -> None:
    assert [value for _, value in values(text, "2018-05-10")] == [timex]


def test_a_numeric_date_has_the_order_of_the_others_in_its_report() -> None:
    assert [value for _, value in values("It was shut on 25/12/2017 and on 07/08/2018.")] == [
        "2017-12-25",
        "2018-08-07",
    ]
    assert [value for _, value in values("It was shut on 12/25/2017 and on 07/08/2018.")] == [
        "2017-12-25",
        "2018-07-08",
    ]


def test_a_time_with_a_zone_has_its_offset() -> None:
    (one,) = marks("The call is at 10:30 a.m. EDT on July 25.")
    assert (one.timex, one.value) == ("2018-07-25T10:30", "2018-07-25T10:30-04:00")


def test_ranges_of_years_and_broken_counts() -> None:
    assert [value for _, value in values("The war of 1939–45 was long.")] == ["1939", "1945"]
    assert [words for words, _ in values("He left a year and a half ago.")] == ["a year and a half ago"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"We will decide tomorrow," she said on Monday.', ["2018-07-17", "2018-07-16"]),
        ("He told reporters on Tuesday: “I met her yesterday.”", ["2018-07-17", "2018-07-16"]),
        ('"We will decide tomorrow," she said.', ["2018-07-20"]),
        ('She resigned on Monday, and "it ends today," she said.', ["2018-07-16", "2018-07-19"]),
    ],
)
def test_inside_a_quotation_the_day_is_the_speakers(text: str, found: list[str]) -> None:
    assert [value for _, value in values(text)] == found


def test_where_the_language_has_no_grammar_of_times_there_are_none() -> None:
    text = "She left on 3 July 2018."
    (english,) = parses([report(text, day=PUBLISHED, language="eng")])
    other = replace(english, report=report(text, day=PUBLISHED, language="tlh"))
    assert [mark.timex for mark in times(english)] == ["2018-07-03"]
    assert times(other) == ()


def test_a_day_before_christ_on_which_something_was_said_is_no_day_of_the_calendar() -> None:
    assert values('"We go tomorrow," he said on 3 July 44 BC.')[-1][1].startswith("BC0044")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They say that it took two billion years.", [("two billion years", "P2000000000Y")]),
        ("The firm makes $2 billion a year.", [("a year", "P1Y")]),
        ("They walked for two hundred and fifty days.", [("two hundred and fifty days", "P250D")]),
        ("It fell in the tenth quarter.", []),
    ],
)
def test_numbers_in_words(text: str, found: list[tuple[str, str]]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "words", "timex"),
    [
        ("He fell on Saturday. The next morning he was found.", "The next morning", "2018-07-15TMO"),
        ("He fell on Saturday. A guide heard him call. Later that day he died.", "Later that day", "2018-07-14"),
        ("The ferry sank on 4 March. Later in the day divers went down.", "Later in the day", "2018-03-04"),
        ("The mill burned on 2 May. The following day it was shut.", "The following day", "2018-05-03"),
        ("The mill burned on 2 May. The day before, it had been sold.", "The day before", "2018-05-01"),
        ("The mill burned on 2 May. That night the wall fell.", "That night", "2018-05-02TNI"),
        ("The mill burned on 2 May. Two days earlier it had been sold.", "Two days earlier", "2018-04-30"),
        ("The mill burned on 2 May. Overnight the wall fell.", "Overnight", "2018-05-02TNI"),
        ("The mill burned on 2 May. It will be sold on Friday.", "Friday", "2018-07-20"),
        ("The mill burned on 2 May. Yesterday it was sold.", "Yesterday", "2018-07-18"),
        ("The mill burned on Saturday, police said on Monday. The next day it was sold.", "The next day", "2018-07-15"),
        ("The next day it was sold.", "The next day", "2018-07-20"),
    ],
)
def test_what_counts_from_the_tale_and_what_from_the_day_of_the_report(text: str, words: str, timex: str) -> None:
    assert (words, timex) in values(text)


def test_a_life_told_by_its_years_has_the_reports_own_days_too() -> None:
    life = (
        "Conrad Vell, who built the mill at Norre in 1972, died Saturday. Vell was born in 1936 and came to Norre in 1947. "
        "In 1958 he went to sea. In 1964 he lost a leg. In 1968 he opened a forge. In 1973 the mill burned down. "
        "He will be buried next week."
    )
    assert {("Saturday", "2018-07-14"), ("next week", "2018-W30"), ("1968", "1968")} <= set(values(life))
    anchors = {mark.span.of(life): mark.anchor for mark in marks(life)}
    assert (anchors["Saturday"], anchors["1968"]) == ("published", "text")


def test_what_a_headline_tells_is_no_part_of_the_tale() -> None:
    made = report(("headline", "Mill sold on 2 May"), "The next day it burned.", day=PUBLISHED)
    assert [mark.timex for mark in marked(made, "time").times][-1] == "2018-07-20"


@pytest.mark.parametrize(
    "text",
    [
        "The climber broke a leg in the fall.",
        "He was injured in the fall, doctors said.",
        "The rider lost her helmet in the fall.",
        "A 60-foot fall ended his career. Nobody else was there in the fall.",
        "She fell from a roof. She had been warned before the fall.",
        "He died after the fall.",
    ],
)
def test_the_fall_of_a_body_is_no_autumn(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("Classes will begin in the fall.", "2018-FA"),
        ("The mill was built in the fall of 2009.", "2009-FA"),
        ("Sales are up this fall.", "2018-FA"),
        ("The head of the summit asked Vell to visit in the fall.", "2018-FA"),
        ("The firm moved its plant last fall.", "2017-FA"),
        ("She broke a leg in early fall 2016.", "2016-FA"),
    ],
)
def test_the_fall_of_a_year_is_autumn(text: str, timex: str) -> None:
    assert [value for _, value in values(text)] == [timex]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("June Castell met the mayor.", []),
        ("Detective May Hollis spoke for the police.", []),
        ("Sunday Okoro, a nurse, brought the tea.", []),
        ("The singer Summer Vane left in April.", ["2018-04"]),
        ("April Dunne was found on Friday.", ["2018-07-13"]),
        ("Theresa May spoke. Critics said that May would resign in May.", ["2019-05"]),
        ("Tuesday Mr. Bush met August Wilson in April.", ["2018-07-17", "2018-04"]),
    ],
)
def test_months_days_and_seasons_that_are_names(text: str, found: list[str]) -> None:
    assert [value for _, value in values(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The town sold 1990 of its flats.", []),
        ("Some 2000 people lived there.", []),
        ("About 1800 workers struck.", []),
        ("The army sent 2000 soldiers.", []),
        ("More than 1950 homes were lost in 2016.", ["2016"]),
        ("The 2016 elections were fair.", ["2016"]),
        ("Analysts predicted 2019 earnings of $4.", ["2019"]),
    ],
)
def test_numbers_that_are_no_years(text: str, found: list[str]) -> None:
    assert [value for _, value in values(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A man in his early 30s was hurt.", []),
        ("She is in her mid-60s.", []),
        ("The two, in their 20s, were hurt.", []),
        ("He is in his late 40s.", []),
        ("My aunt, in her 80s, sings.", []),
        ("He grew up in the 1960s.", ["196"]),
        ("She died in the early 70s.", ["197"]),
    ],
)
def test_an_age_is_no_decade(text: str, found: list[str]) -> None:
    assert [value for _, value in values(text)] == found


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("He was the second climber to die on the peak at the weekend.", "2018-W28-WE"),
        ("Two people, the first to reach the top at the weekend, are home.", "2018-W28-WE"),
        ("Police are investigating a crash on Saturday.", "2018-07-14"),
        ("Officers are looking into Friday's fire.", "2018-07-13"),
        ("The mayor could not be reached Wednesday.", "2018-07-18"),
        ("She would not comment on Monday.", "2018-07-16"),
        ("The court could rule on Friday.", "2018-07-20"),
        ("The hall was to have opened this Friday.", "2018-07-20"),
        ("The court had been due to rule this Friday, but the judge is ill.", "2018-07-20"),
        ("The match had been due to take place on Sunday.", "2018-07-22"),
        ("The trial on Tuesday will hear him.", "2018-07-24"),
    ],
)
def test_a_day_by_what_is_told_of_it(text: str, timex: str) -> None:
    assert [value for _, value in values(text)] == [timex]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The fair will run from 4 to 6 October.", "2018-10-04/2018-10-06"),
        ("Talks were held on October 14-16, 2030.", "2030-10-14/2030-10-16"),
        ("The plan is for 2029-30.", "2029/2030"),
        ("He ruled from 1990 to 1995.", "1990/1995"),
        ("It is open between May and August.", "2018-05/2018-08"),
        ("The fair runs from Monday to Friday.", "2018-07-16/2018-07-20"),
        ("It ran from 30 June to 2 July 2018.", "2018-06-30/2018-07-02"),
    ],
)
def test_both_ends_of_a_range_have_the_whole_of_it(text: str, value: str) -> None:
    assert [mark.value for mark in marks(text)] == [value, value]


def test_what_is_moved_to_a_day_is_no_range() -> None:
    assert [mark.value for mark in marks("The talks were moved from Monday to Friday.")] == ["2018-07-16", "2018-07-20"]
    assert [mark.value for mark in marks("It rained on 3 and 4 March.")] == ["2018-03-03", "2018-03-04"]
    put_off = marks("The final was postponed on Friday until July 27.")
    assert [mark.value for mark in put_off] == ["2018-07-13", "../2018-07-27"]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It was shut in the first half of the 1950s.", "the first half of the 1950s", "1950/1954"),
        ("It closed in the second half of May.", "the second half of May", "2018-05-16/2018-05-31"),
        ("It opens in the first week of June 2031.", "the first week of June 2031", "2031-06-01/2031-06-07"),
        ("It opens on the last weekend of May 2019.", "the last weekend of May 2019", "2019-05-25/2019-05-26"),
        ("He resigned on the first Monday in May.", "the first Monday in May", "2018-05-07"),
        ("It closed on the last Friday of June 2016.", "the last Friday of June 2016", "2016-06-24"),
        ("In March 2012 the plant opened. That April it closed.", "That April", "2012-04"),
        ("It was held from 4pm to 6pm on Monday.", "6pm on Monday", "2018-07-16T18:00"),
        ("Sales rose in Q1 2031.", "Q1 2031", "2031-01/2031-03"),
        ("The meeting was this Tuesday, June 12.", "this Tuesday, June 12", "2018-06-12"),
        ("On Wednesday, July 4, he came.", "Wednesday, July 4", "2018-07-04"),
        ("The coast was struck by the Boxing Day storm of 2009.", "the Boxing Day", "2009-12-26"),
        ("A flood on Christmas Eve in 2014 took the pier.", "Christmas Eve in 2014", "2014-12-24"),
        ("The May floods of 1997 took the pier.", "May", "1997-05"),
        ("The 2009 Boxing Day storm took the pier.", "Boxing Day", "2009-12-26"),
        ("The meeting on Thursday, December 1 was long.", "Thursday, December 1", "2016-12-01"),
    ],
)
def test_parts_of_months_and_days_with_what_stands_beside_them(text: str, words: str, value: str) -> None:
    assert (words, value) in [(mark.span.of(text), mark.value) for mark in marks(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The port shut in March and", ["March"]),
        ("The port shut in March -", ["March"]),
        ("Profit fell in the quarter ended", ["the quarter"]),
        ("The strike lasted from last week to", ["last week"]),
    ],
)
def test_a_text_may_break_off_where_another_time_would_stand(text: str, found: list[str]) -> None:
    assert [words for words, _ in values(text)] == found
