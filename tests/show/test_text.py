"""The terminal: 80 columns, no escape codes in a pipe, long lists trimmed, reports not interpreted."""

from __future__ import annotations

import io
from dataclasses import replace

from rich.console import Console

from dateline import contract as shapes
from dateline import records
from dateline.show import view
from dateline.show.terminal.account import News, news, stories, text
from dateline.tell.news import news as compare


def printed(account: records.Account, width: int = 80) -> str:
    out = io.StringIO()
    text(account, Console(file=out, width=width))
    return out.getvalue()


def test_it_fits_eighty_columns_and_holds_no_codes(account: records.Account) -> None:
    told = printed(account)
    assert max(map(len, told.splitlines())) <= 80
    assert "\x1b" not in told


def test_cites_are_the_numbers_of_the_reports(account: records.Account) -> None:
    told = " ".join(printed(account).split())
    assert "a footbridge, to open in May. [1, 2] (one origin only)" in told
    assert "[2] Holm Post, 11 Feb 2032" in told


def test_a_plan_tells_its_steps_and_a_denial_is_said(account: records.Account) -> None:
    told = " ".join(printed(account).split())
    assert "The footbridge to Rask: put off, for autumn 2032" in told
    assert "denies his bolts had failed" in told


def test_long_lists_say_what_they_leave_out(account: records.Account) -> None:
    story = account.stories[0]
    many = tuple(replace(story.findings.timeline[1], id=f"t-{at}") for at in range(50))
    told = printed(replace(account, stories=(replace(story, findings=replace(story.findings, timeline=many)),)))
    assert "and 30 more events" in told


def test_reports_words_are_no_markup(account: records.Account) -> None:
    story = replace(account.stories[0], title="[bold]Bridge[/bold] \x1b[31mred")
    assert "[bold]Bridge[/bold]" in printed(replace(account, stories=(story,)))
    assert "\x1b" not in printed(replace(account, stories=(story,)))


def test_no_story_is_said(account: records.Account) -> None:
    assert "No story" in printed(replace(account, stories=()))


def newly(found: News) -> str:
    out = io.StringIO()
    news(found, Console(file=out, width=80))
    return " ".join(out.getvalue().split())


def test_news_tells_what_moved(account: records.Account) -> None:
    told = newly(compare(None, account))
    assert "The footbridge to Rask: put off, for autumn 2032" in told
    assert "How many? Nine people were hurt" in told


def test_no_news_is_said(account: records.Account) -> None:
    assert "Nothing is new." in newly(compare(account, account))


def test_what_was_merged_or_judged_is_said_and_nothing_when_nothing_was(account: records.Account) -> None:
    merged = replace(account.stories[0], changes=(records.Reason("worded", ("s-1 was merged into it.",)),))
    assert "s-1 was merged into it." in printed(replace(account, stories=(merged,)))
    assert '"changes"' not in shapes.text(shapes.dump(account.stories[0]))
    assert shapes.load(records.Told, shapes.dump(merged)) == merged


def test_stories_say_no_direction_that_an_edge_does_not(account: records.Account) -> None:
    edge = records.Edge("a", "b", "excerpt", "unknown", 0.5, (records.Reason("worded", ("Why.",)),), ())
    told = []
    for one in (edge, replace(edge, direction="from-to")):
        out = io.StringIO()
        stories([records.Story("s", "Title", (), (one,))], Console(file=out, width=200))
        told.append(out.getvalue())
    assert "a has a stretch of words in common with b" in told[0]
    assert "a took part of its words from b" in told[1]


def test_of_a_long_timeline_the_weightiest_stand_in_their_order(account: records.Account) -> None:
    told = account.stories[0].findings.timeline
    one, two, three, four = (replace(told[0], id=f"t-{weight}", weight=weight) for weight in (0.2, 0.9, 0.1, 0.5))
    assert view.weightiest([one, two, three, four], 2) == ([two, four], [one, three])
    assert view.weightiest([one, two, three], 2) == ([one, two, three], [])
    doubtful = replace(three, id="t-3b", weight=0.9, news=0.3)
    assert view.weightiest([one, two, doubtful, four], 3) == ([one, two, four], [doubtful])
    assert view.weightiest([doubtful, doubtful, one], 4)[1] == []
