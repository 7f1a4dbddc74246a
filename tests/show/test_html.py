"""The page: one file, every link leads somewhere, nothing of a report is markup."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import replace
from html.parser import HTMLParser

from dateline import records
from dateline.show import view
from dateline.show.page.whole import html

VOID = {"meta", "br", "link", "img", "hr", "input", "col"}
BLOCKS = {"p", "details", "div", "ul", "ol", "table", "section", "figure", "pre"}


class Page(HTMLParser):
    """Ids, links, headings and text of a page; fails where elements are not validly nested."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[int] = []
        self.scripts = 0
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        assert not (tag in BLOCKS and "p" in self.open), f"a browser ends the paragraph before <{tag}>"
        if tag not in VOID:
            self.open.append(tag)
        self.scripts += tag == "script"
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if "href" in found else []
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_each_link_leads_to_an_anchor_that_stands_once(account: records.Account) -> None:
    page = Page(html(account))
    assert len(page.ids) == len(set(page.ids))
    inside = {link[1:] for link in page.links if link.startswith("#")}
    assert inside <= set(page.ids)


def test_every_item_has_its_anchor(account: records.Account) -> None:
    ids = set(Page(html(account)).ids)
    found = account.stories[0].findings
    for items in (found.timeline, found.plans, found.statements, found.claims, found.questions):
        assert items
        assert {item.id for item in items} <= ids


def test_nothing_of_a_report_is_markup(account: records.Account) -> None:
    page = html(account)
    assert Page(page).scripts == 1
    assert "&lt;script&gt;alert(&#39;bolts&#39;)&lt;/script&gt;" in page


def test_hostile_words_are_escaped_wherever_they_stand(account: records.Account) -> None:
    bad = '"><script>alert(1)</script><svg onload=x>'
    told = account.stories[0]
    told = replace(
        told,
        title=bad,
        findings=replace(
            told.findings,
            timeline=tuple(replace(entry, text=bad) for entry in told.findings.timeline),
            plans=tuple(replace(plan, title=bad) for plan in told.findings.plans),
        ),
        origins=tuple(replace(one, label=bad, why=(records.Reason("worded", (bad,)),)) for one in told.origins),
    )
    reports = tuple(replace(one, outlet=bad, title=bad, path=bad) for one in account.reports)
    page = html(replace(account, stories=(told,), reports=reports))
    assert Page(page).scripts == 1
    assert "<svg onload" not in page


def test_only_web_addresses_are_links(account: records.Account) -> None:
    links = [link for link in Page(html(account)).links if not link.startswith("#")]
    assert links == ["https://post.example/a?b=1&c=2"]


def test_headings_go_down_one_by_one(account: records.Account) -> None:
    two = replace(account, stories=(account.stories[0], replace(account.stories[0], id="s-other", reports=())))
    for made in (account, two):
        levels = Page(html(made)).headings
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_several_stories_are_listed_first(account: records.Account) -> None:
    other = replace(account.stories[0], id="s-other", title="Another story", reports=("04-radio",), brief=())
    page = html(replace(account, stories=(account.stories[0], other)))
    assert page.index('href="#s-other"') < page.index('id="s-bridge"')


def test_shared_pages_hold_cited_words_only(account: records.Account) -> None:
    page = html(account, share=True)
    assert "Read more: bridges" not in page
    assert "steel" not in page
    assert "the old one fell on 2 February" in page
    inside = {link[1:] for link in Page(page).links if link.startswith("#")}
    assert inside <= set(Page(page).ids)


def test_no_story_is_said(account: records.Account) -> None:
    assert "No story" in html(replace(account, stories=(), reports=(), inputs=()))


def test_the_same_account_gives_the_same_page(account: records.Account) -> None:
    assert html(account) == html(account)


def test_of_many_ties_each_reports_strongest_is_drawn(account: records.Account) -> None:
    """Twenty reports that all share words: every report keeps a tie, and how many are left out is said."""
    told, first = account.stories[0], account.reports[0]
    reports = tuple(replace(first, id=f"r{at:02}") for at in range(20))
    pairs = list(itertools.combinations([report.id for report in reports], 2))
    edges = tuple(
        records.Edge(two, one, "copy", "from-to", 1 - at / 1000, (records.Reason("worded", ("Why.",)),))
        for at, (one, two) in enumerate(pairs)
    )
    origins = (replace(told.origins[0], reports=tuple(report.id for report in reports)),)
    bare = replace(told, brief=(), machine_rewritten=(), findings=records.Findings())
    many = replace(bare, reports=tuple(report.id for report in reports), origins=origins, edges=edges)
    page = html(replace(account, reports=reports, stories=(many,)))
    drawn = page.count('class="tie copy"')
    assert drawn == 19
    assert f"leaves out {len(pairs) - drawn} weaker ties" in page


def test_a_day_within_the_month_aimed_at_gives_up_no_aim(accounts: Mapping[str, records.Account]) -> None:
    page = html(accounts["strait"])
    assert "not June 2031" in page  # the visit that was put off
    assert "not May 2031" not in page  # the anniversary that was held on a day in May


def test_what_is_known_to_lie_before_a_day_is_read_beside_that_day(account: records.Account) -> None:
    told = account.stories[0]
    first = told.findings.timeline[0]
    dated = [
        (None, "2032-02-15"),
        ("2032-02-10", "2032-02-10"),
        ("2032-02-15", "2032-02-15"),
        ("2032-03-01", "2032-03-01"),
        (None, None),
    ]
    entries = tuple(
        replace(first, id=f"t-{number}", date=earliest, earliest=earliest, latest=latest)
        for number, (earliest, latest) in enumerate(dated)
    )
    changed = replace(told, findings=replace(told.findings, timeline=entries))
    (shown,) = view.shown(replace(account, stories=(changed,)))
    assert [entry.id for entry in shown.timeline] == ["t-1", "t-2", "t-0", "t-3", "t-4"]


def test_wide_tables_of_the_foot_scroll(accounts: Mapping[str, records.Account]) -> None:
    tables = re.findall(r'(<div class="scroll"[^>]*>)?<table class="(inputs|measured)">', html(accounts["strait"]))
    assert {name for _, name in tables} == {"inputs", "measured"} and all(around for around, _ in tables)


def test_only_on_a_desk_does_a_page_lead_to_the_desks_own_pages(account: records.Account) -> None:
    assert 'href="/' not in html(account) and 'href="/' not in html(account, share=True)
    page, shared = html(account, desk=True), html(account, share=True, desk=True)
    (told,) = account.stories
    leads = [f'href="/stories/{told.id}/judge#{plan.id}"' for plan in told.findings.plans]
    assert leads and all(lead in page for lead in leads) and "judge" not in shared
    assert 'href="/people/' in page and 'href="/people/' in shared and page.count('class="own"') > len(leads)


def test_a_report_of_another_story_is_named_without_a_link_that_leads_nowhere(account: records.Account) -> None:
    told = account.stories[0]
    edge = told.edges[0]
    assert f'<a href="#r-{edge.to}">' in html(account)
    without = replace(told, reports=tuple(name for name in told.reports if name != edge.to), edges=(edge,))
    page = html(replace(account, stories=(without,)))
    assert f'href="#r-{edge.to}"' not in page[page.index("What ties them") :]
    assert f'<a href="/reports/{edge.to}">' in html(replace(account, stories=(without,)), desk=True)
