"""Markup in the words of reports, of every field and kind: it is shown as words and does nothing."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest

from dateline import cli
from made import rows

SCRIPT = "<script>alert(1)</script>"
WHERE = {
    "title": {"title": f"Mill of Rask burns {SCRIPT}"},
    "closing title": {"title": "Mill of Rask burns</title></head><body onload=alert(2)>"},
    "name": {"authors": ["<svg onload=alert(3)>Ann Pell"]},
    "outlet": {"outlet": 'Rask <b>Post</b>" onmouseover="alert(4)'},
    "address": {"url": "javascript:alert(5)"},
    "address in capitals": {"url": " JaVaScript:alert(5)"},
    "data": {"url": "data:text/html,<script>alert(6)</script>"},
    "quoted": {"url": "https://post.example/\"onclick='alert(7)'"},
    "id": {"id": 'a"><img src=x onerror=alert(8)>'},
    "end of script": {"text": f"The mill of Rask burned on Monday, the fire service said. </script>{SCRIPT}<!--"},
    "said": {
        "text": f'The mill of Rask burned on Monday.\n\n"We saw the <img src=x onerror=alert(9)> smoke {SCRIPT}," '
        "Mayor Ada Brandt said on Tuesday."
    },
    "plan": {"text": f"The council of Rask will meet on 12 June 2031 {SCRIPT} to vote on the mill, Mayor Ada Brandt said."},
    "entities": {"title": "Mill burns &lt;script&gt;alert(10)&lt;/script&gt; &#60;svg onload=alert(11)&#62;"},
    "template": {"title": "Mill {{ 7 * 7 }} {% raw %} ${alert(12)}", "outlet": "{{ config }}"},
}  # fmt: skip
TEXT = "The mill of Rask burned on Monday, the fire service said. Nobody was hurt, said Mayor Ada Brandt."
ROW = {
    "id": "a",
    "published": "2031-06-03",
    "title": "Mill of Rask burns",
    "text": TEXT,
    "url": "https://post.example/mill",
}


def told(folder: Path, row: dict[str, str], *options: str) -> list[lxml.html.HtmlElement]:
    """The elements of the page that tells of a report."""
    folder.mkdir()
    pile = rows(folder, row, language="en")
    page = folder / "page.html"
    with pytest.raises(SystemExit) as left:
        cli.main(["tell", str(pile), "--html", str(page), *options])
    assert not left.value.code
    tree = lxml.html.fromstring(page.read_text(encoding="utf-8"))
    return [element for element in tree.iter() if isinstance(element.tag, str)]


@pytest.mark.parametrize("options", [(), ("--share",)])
@pytest.mark.parametrize("where", WHERE)
def test_the_page_runs_nothing_of_a_report(tmp_path: Path, where: str, options: tuple[str, ...]) -> None:
    plain = told(tmp_path / "plain", ROW, *options)
    found = told(tmp_path / "marked", {**ROW, **WHERE[where]}, *options)
    for tag in ("script", "img", "body", "iframe"):
        assert [one.tag for one in found].count(tag) == [one.tag for one in plain].count(tag), tag
    scripts = [one.text or "" for one in found if one.tag == "script" and one.get("type") != "application/json"]
    assert not [script for script in scripts if "alert(" in script]
    handled = {name for one in found for name in one.attrib if name.startswith("on")}
    assert handled <= {name for one in plain for name in one.attrib if name.startswith("on")}
    links = [str(one.get(name) or "").strip().lower() for one in found for name in ("href", "src", "action")]
    assert not [link for link in links if link.startswith(("javascript:", "data:text"))]


def test_what_a_template_would_reckon_stays_words(tmp_path: Path) -> None:
    title, *_ = (one.text or "" for one in told(tmp_path / "a", {**ROW, **WHERE["template"]}) if one.tag == "title")
    assert "49" not in title
