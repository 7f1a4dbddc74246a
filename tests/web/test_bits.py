"""What templates are made with: values escaped once, words marked, addresses, names that are read from the right."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError

from dateline.show import words
from dateline.store.rows import Item, Piece
from dateline.web import bits, story
from dateline.web.beside import Beside, Run, Whole


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


def test_what_little_is_shared_is_known() -> None:
    def of(*runs: Run) -> Beside:
        return Beside((), ((Whole("body", runs),),))

    assert of(Run("a few words", True), Run("and many more of its own", False)).shares_little()
    assert not of(Run("nearly all of its words", True), Run("but one", False)).shares_little()


def test_a_name_that_is_read_from_the_right_ends_before_the_day() -> None:
    assert words.straight("Harbour Post") == "Harbour Post"
    assert words.straight("Élan") == "Élan"
    assert words.straight("صحيفة") == "صحيفة\N{LEFT-TO-RIGHT MARK}"
