"""Keys: each that a page has is told of, none twice on a page, and all of them do without scripts what they do with them."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dateline.desk import Desk
from dateline.web import app
from dateline.web.safe import Door
from made import files

FIRST = """Ferry to Sund stopped

March 4, 2031

The ferry to Sund was stopped on Monday, harbour master Ida Brandt said. "The hull leaks," Brandt said.
The ferry will sail again on Friday, the guild said. Two passengers were hurt, the guild said.
"""
SECOND = """Ferry to Sund sails again

March 8, 2031

The ferry to Sund sailed again on Friday, harbour master Ida Brandt said. "The hull is sound," Brandt said.
Three passengers had been hurt when it was stopped on Monday, the guild said.
"""
DECIDING = set("mtyzihgqrvku")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    with Desk.create(tmp_path / "ferry.desk") as opened:
        list(opened.add(files(tmp_path / "a", first=FIRST, second=SECOND)))
        opened.retell()
    return tmp_path / "ferry.desk"


def known(client: TestClient) -> set[str]:
    """The keys of one letter that the page of keys tells of."""
    return set(re.findall(r"<kbd>([a-z])</kbd>", client.get("/keys").text))


def test_every_key_is_told_of_and_stands_once_on_a_page(desk: Path) -> None:
    client = TestClient(app(desk), base_url="http://localhost")
    (story,) = client.get("/api/v1/stories").json()["items"]
    (person, *_) = client.get("/api/v1/people").json()["items"]
    name = f"/stories/{story['id']}"
    addresses = ("/", name, f"{name}/events", f"{name}/judge", "/reports/first", "/compare?a=first&b=second",
                 f"/people/{person['id']}", "/search?q=ferry", "/calendar", "/judgements?done=1", "/keys")  # fmt: skip
    told, seen = known(client), set[str]()
    for address in addresses:
        page = client.get(address).text
        once = Counter(re.findall(r' accesskey="(.)"', page))
        assert not [key for key, many in once.items() if many > 1], address
        again = set(re.findall(r' data-key="(.)"', page))
        assert again <= once.keys(), address
        assert '<script src="/static/desk-' in page, address
        seen |= once.keys()
    assert seen <= told
    assert told - seen <= set("nbrvzh")  # what this desk has none of: further pages, plans to be denied and the like


def test_a_desk_that_is_shared_has_no_keys_to_decide(desk: Path) -> None:
    client = TestClient(app(desk, Door(only_looks=True)), base_url="http://localhost")
    assert not known(client) & (DECIDING | set("jxf"))
    assert {"s", "d", "e", "l"} <= known(client)


def test_the_script_may_run_and_may_be_kept(desk: Path) -> None:
    client = TestClient(app(desk), base_url="http://localhost")
    page = client.get("/")
    found = re.search(r'<script src="(/static/desk-[0-9a-f]{12}\.js)" defer>', page.text)
    assert found and "script-src 'self';" in page.headers["content-security-policy"]
    script = client.get(found[1])
    assert (
        script.headers["content-type"].startswith("text/javascript") and "immutable" in script.headers["cache-control"]
    )
    assert "accesskey" in script.text
