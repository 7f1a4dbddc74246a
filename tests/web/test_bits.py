"""What templates are made with: values escaped once, words marked, addresses, names that are read from the right."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError
from starlette.requests import Request

from dateline.show import words
from dateline.store.rows import Found, Item, Piece
from dateline.web import bits, story
from dateline.web.beside import Beside, Run, Whole
from dateline.web.shown import Asked


def item(kind: str, **other: str | None) -> Item:
    fields = {"id": "e-1 <2>", "story": "s-1", "report": "r 1", "words_at": "3-9", **other}
    return Item(
        kind, fields["id"] or "", fields["story"] or "", "", fields["report"], None, None, None, None, False,
        fields["words_at"],
    )  # fmt: skip


def test_a_value_is_escaped_once_whatever_it_is() -> None:
    made = story.templates.from_string(
        "{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{{ a }}|{{ b }}|{{ m(a) }}|{{ a|length }}|{{ a ~ b }}"
    )
    assert made.render(a="<&", b=3) == "&lt;&amp;|3|<i>&lt;&amp;</i>|2|&lt;&amp;3"
    assert story.templates.from_string("{{ a }}").render(a="x onload=y") == "x onload&#61;y"
    assert story.templates.from_string("{{ none }} {{ 1 + 1 }} {{ '<' }}").render() == "None 2 &lt;"
    with pytest.raises(UndefinedError):
        story.templates.from_string("{{ nobody }}").render()


def test_where_the_words_stand() -> None:
    assert bits.address(item("report")) == "/reports/e-1%20%3C2%3E"
    assert bits.address(item("person")) == "/people/e-1%20%3C2%3E"
    assert bits.address(item("event")).startswith("/reports/r%201#r-") and bits.address(item("event")).endswith(".3-9")
    assert bits.address(item("plan", words_at=None)) == "/stories/s-1#e-1%20%3C2%3E"
    assert bits.address(item("plan", words_at=None, story="")) == "/reports/r%201"


def test_what_is_marked_is_escaped() -> None:
    assert bits.pieces((Piece("a<b ", False), Piece("<i>", True))) == "a&lt;b <mark>&lt;i&gt;</mark>"
    some = (Run("same", True), Run(" <own>", False), Run(" . ", True))
    assert bits.runs(some) == "same<mark> &lt;own&gt;</mark> . "
    assert bits.runs(some, shared=True) == "<mark>same</mark> &lt;own&gt; . "


def test_what_was_found_and_what_narrows_it_are_escaped() -> None:
    about = ("plan", "p-1", "s-1", "A <b> & C", "r 1", "Sund & Co", "<31>", None, "deny", False, "3-9")
    made = bits.found([Found(*about, title=(Piece("<t>", False),), words=(Piece("w=", True),))])
    assert "<b>" not in made and "<t>" not in made and "<31>" not in made and ">denies</span>" in made
    assert '<a href="/reports/r%201#' in made and '<a href="/stories/s-1">A &lt;b&gt; &amp; C</a>' in made
    assert ">Sund &amp; Co</a>" in made and "<p><mark>w=</mark></p>" in made
    bare = bits.found([Found("person", "p-2", "", "", *(None,) * 5, False, None, title=(), words=())])
    assert "Not named" in bare and "/stories/" not in bare and "/reports/" not in bare
    assert bits.facet([("/search?q=a&day=<", "<x>", 3)]).endswith('&lt;x&gt;</a> <span class="carried">3</span></li>')
    asked = Asked(
        Request({"type": "http", "path": "/search", "query_string": b"q=a&day=2031-05", "headers": []}), "q", "day"
    )
    assert asked.addresses("day", ["2031-06", "2031&7"]) == ["/search?q=a&day=2031-06", "/search?q=a&day=2031%267"]
    assert asked.addresses("kind", ["a b"]) == [asked.address(kind="a b")] == ["/search?q=a&day=2031-05&kind=a+b"]


def test_statements_of_one_in_the_same_words_are_found_once() -> None:
    def said(name: str, report: str, outlet: str, words: str = "We wait", title: str = "Ida Brandt") -> Found:
        about = ("statement", name, "s-1", "Sund", report, outlet, None, title, "assert", False, None)
        return Found(*about, title=(Piece(title, False),), words=(Piece(words, True),))

    made = bits.found([said("q-1", "a", "Post"), said("q-2", "b", "Herald"), said("q-3", "c", "Echo", "We go")])
    assert made.count("<li>") == 2 and ">Post</a> · <a" in made and made.count(">Herald<") == made.count(">Echo<") == 1
    assert bits.found([said("q-1", "a", "Post"), said("q-2", "b", "Herald", title="Tom Lund")]).count("<li>") == 2


def test_a_facet_has_its_values_in_words() -> None:
    found = [
        bits.value(*one) for one in (("day", "2031-05"), ("status", "assert"), ("status", "en"), ("status", "open"))
    ]
    assert found == ["May 2031", "says so", "language: en", "open"]
    assert bits.value("outlet", "x" * 99).endswith("…") and bits.value("kind", "plan") == "plan"


def test_reports_to_choose_one_of_are_called_by_day_outlet_and_title() -> None:
    some = [("a<", "Post", "2031-03-04", "Lock & key"), ("b", "“Lock”", None, "Lock"), ("c", "Echo", None, "x")]
    assert bits.choices(some, ("c",)) == (
        '<option value="a&lt;">4 Mar 2031, Post: Lock &amp; key</option><option value="b">no date, “Lock”</option>'
    )


def test_what_little_is_shared_is_known() -> None:
    def of(*runs: Run) -> Beside:
        return Beside((), ((Whole("body", runs),),))

    assert of(Run("a few words", True), Run("and many more of its own", False)).shares_little()
    assert of(Run("a few words", True)).shares(0) and not of(Run("its own", False), Run(" ", True)).shares(0)
    assert not of(Run("nearly all of its words", True), Run("but one", False)).shares_little()


def test_a_name_that_is_read_from_the_right_ends_before_the_day() -> None:
    assert words.straight("Harbour Post") == "Harbour Post"
    assert words.straight("Élan") == "Élan"
    assert words.straight("صحيفة") == "صحيفة\N{LEFT-TO-RIGHT MARK}"
