"""Markdown: footnotes with the cited words, and nothing of a report is Markdown."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline import records
from dateline.show.forms.markdown import markdown


def test_each_mark_has_one_footnote(account: records.Account) -> None:
    told = markdown(account)
    used = set(re.findall(r"\[\^(\d+)\](?!:)", told))
    given = re.findall(r"^\[\^(\d+)\]:", told, re.MULTILINE)
    assert used == set(given)
    assert len(given) == len(set(given))


def test_it_starts_with_the_title(account: records.Account) -> None:
    assert markdown(account).startswith("# Footbridge to Rask put off\n")


def test_reports_words_are_escaped(account: records.Account) -> None:
    story = replace(account.stories[0], title="<b>bold</b> [link](javascript:x) *star*")
    told = markdown(replace(account, stories=(story,))).splitlines()[0]
    assert told == r"# \<b\>bold\</b\> \[link\](javascript:x) \*star\*"


def test_a_footnote_gives_outlet_day_and_words(account: records.Account) -> None:
    assert "[^3]: Rask Echo, 5 Mar 2032: “The footbridge to Rask will not open" in markdown(account)
