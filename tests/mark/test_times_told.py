"""Times of kinds that are told in many words: what they are worth in sentences of our own, on one day of publication."""

import pytest

from made import marked, report

PUBLISHED = "2031-05-14"  # a Wednesday

TOLD = [
    ("Under the deal, announced Friday, Holm would pay twice as much.", "Friday", "2031-05-09"),
    ("Founded in August, the firm will sell bread.", "August", "2030-08"),
    ("If approved Monday, the plan will cost less.", "Monday", "2031-05-19"),
    ("When opened in June, the bridge will be the longest.", "June", "2031-06"),
    ("Its share was 7 percent before Friday's purchase.", "Friday", "2031-05-09"),
    ("The talks must end before Friday's vote.", "Friday", "2031-05-16"),
    ("The mill shut on 2 May. On the previous Monday it had burned.", "the previous Monday", "2031-04-28"),
    ("The mill shut on 2 May. The following Monday it was sold.", "The following Monday", "2031-05-05"),
    ("The boat sails on Monday and Tuesday nights.", "Monday", "XXXX-WXX-1TNI"),
    ("The boat sails on Monday and Tuesday nights.", "Tuesday nights", "XXXX-WXX-2TNI"),
    ("It runs on Friday evenings.", "Friday evenings", "XXXX-WXX-5TEV"),
    ("The sector is going to start getting hit in the autumn.", "the autumn", "2031-FA"),
    ("He left Monday days after the vote.", "Monday", "2031-05-12"),
    ("It posted a loss for the first quarter of $3 million.", "the first quarter", "2031-Q1"),
    ("He has kept the boat to this day.", "this day", "PRESENT_REF"),
    ("The dam broke on 4 May 2016. Days later the army came.", "Days later", "FUTURE_REF"),
    ("Months earlier she had sold the mill.", "Months earlier", "PAST_REF"),
    ("After ten long months the strike ended.", "ten long months", "P10M"),
    ("It rained for three straight days.", "three straight days", "P3D"),
    ("They won in four consecutive years.", "four consecutive years", "P4Y"),
    ("Two full weeks went by.", "Two full weeks", "P2W"),
    ("A month-and-a-half strike ended.", "A month-and-a-half", "P1.5M"),
    ("The walk took over two and a half years.", "two and a half years", "P2.5Y"),
    ("The council met in June 2030. On the 28th of that month it resigned.", "the 28th of that month", "2030-06-28"),
    (
        "The fair opened on 3 March 2030. It closed on the 9th of the same month.",
        "the 9th of the same month",
        "2030-03-09",
    ),
    ("September saw new protests in Tollen.", "September", "2030-09"),
    ("The standoff lasted throughout the fall and winter.", "the fall", "2030-FA"),
    ("The record was set on Aug. 6 in Tollen.", "Aug. 6", "2030-08-06"),
    ("The index is 70 points below its record high set on Aug. 6.", "Aug. 6", "2030-08-06"),
    ("The trial is set for Aug. 6.", "Aug. 6", "2031-08-06"),
    ("With the election due this September, the party is nervous.", "this September", "2031-09"),
    ("The bill for this March was high.", "this March", "2031-03"),
    ("The work took 2 1/2 years.", "2 1/2 years", "P2.5Y"),
    ("She was last seen a week or so ago.", "a week or so ago", "2031-W19"),
    ("The mill lost money in the last half of 2030.", "the last half of 2030", "2030-H2"),
    ("Sales fell in the last quarter of 2029.", "the last quarter of 2029", "2029-Q4"),
    ("The rule was to end by the year two thousand.", "the year two thousand", "2000"),
    ("Emissions must halve by the year two thousand and forty.", "the year two thousand and forty", "2040"),
    ("By mid afternoon the road was open again.", "mid afternoon", "2031-05-14TAF"),
    ("The loan was extended for an additional year.", "an additional year", "P1Y"),
    ("They asked for an extra week.", "an extra week", "P1W"),
    ("Revenue fell 4 percent in the first nine months of the year.", "the year", "2031"),
    ("It hit its high for the year on Monday.", "the year", "2031"),
    ("Prices may fall in the near term.", "the near term", "FUTURE_REF"),
    ("Taxes will weigh on future years.", "future years", "FUTURE_REF"),
    ("Shares fell on Friday. Dealers placed heavy orders in the morning.", "the morning", "2031-05-09TMO"),
    ("The crews face hard work in the weeks ahead.", "the weeks ahead", "PXW"),
    ("More rain will fall in the days to come.", "the days to come", "PXD"),
    ("The vote is this coming Sunday, June eighth.", "this coming Sunday, June eighth", "2031-06-08"),
    ("The parade is on the eighth of June.", "the eighth of June", "2031-06-08"),
    ("The parade is on June twenty-first.", "June twenty-first", "2031-06-21"),
    ("The abbey stood for hundreds of years.", "hundreds of years", "PXY"),
    ("The strike lasted (26 June - 4 August 2029) and failed.", "26 June", "2029-06-26"),
    ("The index fell from its close on Friday.", "Friday", "2031-05-09"),
    ("Hours later the bridge fell.", "Hours later", "FUTURE_REF"),
    ("He glossed over stern warnings from Moscow on Thursday that strikes could do harm.", "Thursday", "2031-05-08"),
    ("They asked for help in the spring and summer of 2029.", "the spring", "2029-SP"),
    ("The mill will close effective Feb. 1.", "Feb. 1", "2032-02-01"),
    ("It rains more in the months ahead.", "the months ahead", "PXM"),
    ("She left this past Friday.", "this past Friday", "2031-05-09"),
    ("The fair is on this coming Friday.", "this coming Friday", "2031-05-16"),
    ("The fair is on the twenty-third of May.", "the twenty-third of May", "2031-05-23"),
    ("The toy sold best this December.", "this December", "2031-12"),
    ("On the first of next month the rule ends.", "the first of next month", "2031-06-01"),
    ("The ferry sank on Monday. By evening nobody had been found.", "evening", "2031-05-12TEV"),
    ("She has worked there for scores of years.", "scores of years", "PXY"),
    ("He spoke at mid-morning.", "mid-morning", "2031-05-14TMO"),
    ("The bar opened late afternoon on Monday.", "late afternoon on Monday", "2031-05-12TAF"),
]

UNTOLD = [
    ("The first half of the crew left on Monday.", "The first half"),
    ("In the first quarter of the match Holm led.", "the first quarter"),
    ("The mob went on to kill 1400 villagers.", "1400"),
    ("The player of the year is from Tollen.", "the year"),
    ("He walks in the morning.", "the morning"),
    ("The strike went into a tenth straight day.", "day"),
    ("Police found 1200 bottles.", "1200"),
]


def values(text: str) -> list[tuple[str, str]]:
    return [(mark.span.of(text), mark.timex) for mark in marked(report(("body", text), day=PUBLISHED), "time").times]


@pytest.mark.parametrize(("text", "words", "timex"), TOLD)
def test_told(text: str, words: str, timex: str) -> None:
    assert (words, timex) in values(text)


@pytest.mark.parametrize(("text", "words"), UNTOLD)
def test_not_a_time(text: str, words: str) -> None:
    assert words not in [found for found, _ in values(text)]


def test_a_tale_with_last_lines_and_last_words_holds_its_own_time() -> None:
    text = (
        "The duke took the fort in 1811. In March 1812 the river froze, the last boat sank, and the last bread went. "
        "In 1813 he lost his last horse, and in 1814 the last of his men. In 1815 the last gun was lost. In 1816 "
        "the last flag fell. On 4 October the duke fell ill."
    )
    assert ("4 October", "1816-10-04") in values(text)


def test_a_chronicle_that_opens_with_a_year_alone_is_of_that_year() -> None:
    text = (
        "1911\n\nThe duke took the fort on 4 October and held it. In November the river froze.\n\n"
        "The fort had been built in 1804, burned in 1820, built anew in 1822, sold in 1830, and lost in 1850 and 1860."
    )
    made = report(("date", "1911"), ("body", text.removeprefix("1911\n\n")), day=PUBLISHED)
    found = {mark.span.of(made.text): mark.timex for mark in marked(made, "time").times}
    assert found["4 October"] == "1911-10-04"


def test_an_hour_of_today_in_a_tale_of_long_ago_has_no_day() -> None:
    tale = "The mill was built in 1871. It burned in 1874. The town rebuilt it in 1880. In 1891 it was sold. In 1902 it shut. "
    text = f"{tale}In 1911 Brandt came. In 1920 he left. It opens today at 9:30 a.m."
    told = [time for time in marked(report(text, day="2031-05-14"), "time").times if "9:30" in time.span.of(text)]
    assert [time.value for time in told] == [None]
