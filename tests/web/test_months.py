"""The calendar: a month's plans by their days, those of no single day apart, what is due next, months that are none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.desk import Desk
from dateline.store.rows import Filter, Page
from dateline.web import app, months

STRAIT = Path(__file__).parent.parent.parent / "examples" / "strait"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("months") / "strait.desk"
    with Desk.create(path) as opened:
        list(opened.add(STRAIT))
        opened.retell()
    return path


@pytest.fixture
def client(desk: Path) -> TestClient:
    return TestClient(app(desk), base_url="http://localhost")


def squares(page: str) -> dict[str, str]:
    """The squares of a month that have plans, by their days."""
    cells = re.findall(r"<td(?! class=.none)[^>]*>(.*?)</td>", page, re.DOTALL)
    return {
        found[1]: cell for cell in cells if (found := re.search(r'class="whole">([^<]+)<', cell)) and "<li>" in cell
    }


def test_a_month_has_its_plans_at_their_days(client: TestClient) -> None:
    june = client.get("/calendar?month=2031-06").text
    assert list(squares(june)) == ["12 June 2031"] and "appeal" in squares(june)["12 June 2031"]
    assert "1 plan of this month" in june
    october = client.get("/calendar?month=2031-10").text
    assert not squares(october) and "At some day of it" in october and "1 of them for no single day" in october
    assert 'rel="prev" accesskey="b" href="/calendar?month=2031-06"' in october
    assert 'rel="next" accesskey="n" href="/calendar?month=2031-11"' in october


def test_what_is_due_next_stands_beside_any_month_and_opens_first(client: TestClient, desk: Path) -> None:
    rows = client.get("/api/v1/plans").json()["items"]
    standing = sorted(row["day"] for row in rows if row["status"] not in months.DONE and row["day"] >= "2031-05-01")
    with Desk.open(desk) as opened:
        assert [row.day for row in months.due(opened, "2031-05-01")] == standing[: months.NEXT]
        assert not months.due(opened, "2032-01-01")
        assert months.due(opened, "2031-05-01", "2031-06-30")[-1].day == "2031-06-12"
        assert months._month(opened, "2031-06-01") == "2031-06"
        sure = {row["day"][:7] for row in rows if row["record"]["for"] == row["day"]}
        assert max(row["day"] for row in rows)[:7] == "2031-11" not in sure  # a month alone: its squares would be empty
        assert months._month(opened, "2040-01-01") == max(sure) == "2031-06"
    assert "<h2>Due next</h2>" in client.get("/calendar?month=2030-01").text


@pytest.mark.parametrize("month", ["2031-13", "0000-01", "soon", "2031-5", "2031-05-01", "99999-01"])
def test_what_is_no_month_is_said(client: TestClient, month: str) -> None:
    refused = client.get("/calendar", params={"month": month})
    assert refused.status_code == 422 and "is no month" in refused.text


@pytest.mark.parametrize("month", ["0001-01", "9999-12", "2032-02", "2031-02"])
def test_months_at_the_ends_of_time(client: TestClient, month: str) -> None:
    page = client.get("/calendar", params={"month": month})
    assert page.status_code == 200
    many = len(re.findall(r"<td class=.none.>", page.text))
    assert many == {"0001-01": 31, "9999-12": 31, "2032-02": 29, "2031-02": 28}[month]


def test_whole_weeks_are_rows() -> None:
    days = months._days("2031-05")
    rows = months.weeks(days, "2031-05", ())
    assert [len(week) for week in rows] == [7] * len(rows)
    assert next(square.day for square in rows[0] if square.inside) == "2031-05-01"


def test_a_plan_that_aims_at_no_day_is_not_due(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "cup.desk") as opened:
        list(opened.add(STRAIT.parent / "cup"))
        opened.retell()
        due = months.due(opened, "2032-01-01")
        _, every = opened.shelf.items(Filter("plan", since="2032-01-01"), Page())
    standing = [row for row in every if row.status not in months.DONE]
    assert due and len(due) < len(standing) and all(row.record["for"] for row in due)


def test_from_a_day_on_plans_come_soonest_first(client: TestClient) -> None:
    def heads(query: str) -> list[str]:
        return re.findall(r"<section><h2>([^<]+)</h2>", client.get(f"/plans{query}").text)

    assert heads("") == ["November 2031", "October 2031", "June 2031", "May 2031", "April 2031"]
    assert heads("?since=2031-06-01") == ["June 2031", "October 2031", "November 2031"]
    assert heads("?fresh=1") == heads("")  # nothing was seen yet
    assert "No plan is like that" in client.get("/plans?status=rejected").text
