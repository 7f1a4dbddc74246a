"""What an editor looks for: the biggest story leads, a sentence is quoted once, a report without an outlet has its title."""

from __future__ import annotations

from dataclasses import replace

from dateline import records as r
from dateline.cite import Cite
from dateline.show import courses, view, words
from dateline.show.page import front, notes
from dateline.show.page.whole import html


def _small(account: r.Account, key: str, report: str) -> r.Told:
    told = account.stories[0]
    own = tuple(replace(one, reports=(report,)) for one in told.origins[:1])
    bare = replace(told, brief=(), edges=(), machine_rewritten=(), findings=r.Findings())
    return replace(bare, id=key, title=f"Told in {report}", reports=(report,), origins=own)


def test_the_biggest_story_leads_and_what_one_report_tells_is_brief(account: r.Account) -> None:
    small = _small(account, "s-fair", "04-radio")
    both = replace(account, stories=(small, *account.stories))
    some = view.shown(both)
    assert [one.told.id for one in some] == ["s-bridge", "s-fair"]
    made = front.front(some)
    assert [one.id for one in made.several] == ["s-bridge"]
    assert [one.id for one in made.single] == ["s-fair"]
    lead = made.several[0]
    assert lead.facts[0] == "5 reports, 1 of them on 8 Mar 2032"
    assert "1 disputed" in lead.facts
    assert "1 open" in lead.facts
    assert lead.stands == account.stories[0].brief[-1].text
    assert lead.next == "Next: Harbour fair, June 2032"
    page = html(both)
    assert page.index('href="#s-bridge"') < page.index("Told by one report") < page.index('href="#s-fair"')


def test_a_sentence_is_quoted_once_beside_a_brief(account: r.Account) -> None:
    told = account.stories[0]
    echo = told.brief[1].cites[0]
    other = replace(told.brief[1], text="The council said when it will open.", cites=(echo,))
    brief = (*told.brief, other, replace(other, text="So said the council."))
    (shown,) = view.shown(replace(account, stories=(replace(told, brief=brief),)))
    noted = notes.of_brief(shown)
    first = noted[told.brief[0]]
    assert [note.how for note in first] == ["in these very words"]
    assert {cite.report for cite in first[0].cites} == {"01-wire", "02-post"}
    assert notes.beside(told.brief[0], first) == (first, ())
    quoted = [note.quote.words for some in noted.values() for note in some if note.quote]
    assert len(quoted) == len(set(quoted))
    assert [note.how for note in noted[other]] == ["quoted above"]


def test_the_words_of_both_sides_stand_beside_a_disputed_line(account: r.Account) -> None:
    (shown,) = view.shown(account)
    line = account.stories[0].brief[2]
    kept, named = notes.beside(line, notes.of_brief(shown)[line])
    assert [note.quote.words for note in kept if note.quote]
    assert len(kept) + len(named) == 2


def test_words_that_are_all_of_their_sentence_are_not_marked(account: r.Account) -> None:
    (shown,) = view.shown(account)
    offer, part = account.stories[0].brief[0].cites[0], account.stories[0].brief[1].cites[1]
    assert shown.context(offer).before == "HOLM (TNA) — "
    assert not shown.context(part).whole
    assert shown.context(account.stories[0].brief[1].cites[0]).whole


def test_what_several_reports_have_in_the_same_words_is_one_piece_of_evidence(account: r.Account) -> None:
    (shown,) = view.shown(account)
    told, rest = notes.evidence(shown, account.stories[0].findings.timeline[2].cites)
    assert [[source.report.id for source in one.sources] for one in told] == [["01-wire", "02-post"]]
    assert rest == ()


def test_a_report_without_an_outlet_is_called_by_its_title(account: r.Account) -> None:
    by_id = {report.id: report for report in account.reports}
    assert words.source(by_id["05-mix"]) == "“Burgomaster Vell proffers pedestrian…”, undated"
    assert words.outlet(by_id["05-mix"]) == "05-mix"  # for programs, which need no sentence in a column of outlets
    untitled = replace(by_id["05-mix"], title=" ")
    told = next(block.span.of(untitled.text) for block in untitled.blocks if block.label in ("headline", "body"))
    assert words.heading(untitled) == words.clip(told, words.BEGINNING) != untitled.id
    assert words.heading(replace(untitled, text="", blocks=())) == "05-mix"
    assert words.heading(by_id["05-mix"]) == words.one_line(by_id["05-mix"].title or "")
    assert words.called(replace(by_id["05-mix"], title=None)) == "05-mix"
    assert "05-mix, no date" not in html(account)
    assert (
        len(words.called(replace(by_id["05-mix"], outlet="Gazette of the Northern and Western Provinces " * 3))) <= 60
    )
    turned = replace(by_id["05-mix"], title="גשר נסגר")
    assert words.source(turned) == "“גשר נסגר”\N{LEFT-TO-RIGHT MARK}, undated"


def test_what_is_not_there_has_no_section_and_is_said_in_one_line(account: r.Account) -> None:
    page = html(replace(account, stories=(_small(account, "s-fair", "04-radio"),)))
    assert "Dateline found no event, no plan, nobody quoted" in page
    assert "s-fair-plans" not in page


def test_the_same_words_of_one_speaker_are_read_once(account: r.Account) -> None:
    told = account.stories[0]
    twice = replace(told.findings.statements[1], id="q-again")
    found = replace(told.findings, statements=(*told.findings.statements, twice))
    (shown,) = view.shown(replace(account, stories=(replace(told, findings=found),)))
    said = [one for voice in shown.voices for one in voice.said if one.words == "his bolts had failed"]
    assert [len(one.carried) for one in said] == [2]
    assert 'id="q-again"' in html(replace(account, stories=(replace(told, findings=found),)))


def test_how_somebody_spoke_is_said_in_words() -> None:
    assert words.through("statement") == "in a statement"
    assert words.through("interview") == "in an interview"
    assert words.through("Harbour Radio") == "through Harbour Radio"


def _fell(account: r.Account, *values: tuple[str, str]) -> r.Account:
    """The account with an event of which reports count the hurt: pairs of report and number."""
    told = account.stories[0]
    cites = {report: _hurt(account, report) for report, _ in values}
    slot = r.Slot("number", "people", tuple(r.SlotValue(value, None, (cites[key],), ("o1",)) for key, value in values))
    first = cites[values[0][0]]
    event = r.Event(
        "e-fell", "The old bridge fell", "fall", "happened", (), "2032-02-02", "2032-02-02", "2032-02-02", "told", 1.0, False,
        ("o1",), (r.Telling(first.report, first.start, first.end, first.text, first),), (slot,),
    )  # fmt: skip
    found = replace(told.findings, events=(event,), claims=())
    return replace(account, stories=(replace(told, findings=found),))


def _hurt(account: r.Account, report: str) -> Cite:
    text = next(one.text for one in account.reports if one.id == report)
    return Cite(report, 0, 12, text[:12])


def test_a_number_of_people_that_rises_with_the_days_is_one_line(account: r.Account) -> None:
    rising = _fell(account, ("03-echo", "eleven people"), ("01-wire", "nine people"))
    (course,) = courses.courses(view.shown(rising)[0])
    assert [(stage.day, stage.value) for stage in course.stages] == [
        ("2032-02-10", "nine people"),
        ("2032-03-05", "eleven people"),
    ]
    assert "nine people</a>" in html(rising)


def test_what_falls_or_is_contradicted_is_no_course(account: r.Account) -> None:
    falling = _fell(account, ("01-wire", "eleven people"), ("03-echo", "nine people"))
    assert courses.courses(view.shown(falling)[0]) == ()
    rising = _fell(account, ("01-wire", "nine people"), ("03-echo", "eleven people"))
    told = rising.stories[0]
    sides = tuple(r.Side("", value.cites, ("o1",)) for value in told.findings.events[0].slots[0].values)
    claim = r.Claim("c-1", "How many?", "conflict", "number", (sides[0], *sides[1:]))
    found = replace(told.findings, claims=(claim,))
    assert courses.courses(view.shown(replace(rising, stories=(replace(told, findings=found),)))[0]) == ()
