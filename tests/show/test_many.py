"""A story of hundreds of reports on its page: what is one of many stands behind a fold, and nothing is left out."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.records import Account
from dateline.show.page import html


def test_of_an_origin_of_many_reports_the_first_are_named_and_the_others_behind_a_fold(account: Account) -> None:
    def page(many: int) -> str:
        told = account.stories[0]
        origin = replace(told.origins[0], reports=tuple(told.reports[number % 2] for number in range(many)))
        whole = html(replace(account, stories=(replace(told, origins=(origin, *told.origins[1:])),)))
        (row,) = re.findall(rf'<li id="[^"]*{origin.id}">.*?</li>', whole, re.DOTALL)
        return row

    few, many = page(30), page(43)
    assert "<details" not in few and few.count("<a ") == 30
    shown, folded = many.split("<details", 1)
    assert shown.count("<a ") == 30 and folded.count("<a ") == 13 and "13 further reports" in folded
