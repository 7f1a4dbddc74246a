"""The elements of HTML by name: which of them break a line, which are a block of text, and what label one gives."""

from __future__ import annotations

from dateline.records.report import Label

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# A block of text of a page: what stands in one is a passage of its own.
BLOCKS = frozenset(
    ("p", "div", "li", "ul", "ol", "blockquote", "figcaption", "figure", "dd", "dt", "pre", "td", "th", "tr", "table",
     "section", "article", "aside", "header", "footer", "main", "nav", "form", "button", "body", "address", "summary",
     "details", "center", "label", *HEADINGS)
)  # fmt: skip
# What breaks a line in markup of any kind; `hl1` and `hl2` are headlines of NITF.
BREAKS = frozenset(
    ("p", "div", "br", "li", "ul", "ol", "blockquote", "tr", "td", "th", "table", "section", "article", "header", "footer",
     "figure", "figcaption", "hr", "pre", "dt", "dd", "hl1", "hl2", *HEADINGS)
)  # fmt: skip
# What is kept of a piece of HTML that a feed or a document holds.
KEPT = {
    "p",
    "br",
    "div",
    "li",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "blockquote",
    "em",
    "strong",
    "b",
    "i",
    "a",
    "table",
    "tr",
    "td",
}
# What may hold a byline.
BYLINES = (
    "a", "span", "div", "p", "li", "ul", "h2", "h3", "h4", "h5", "address", "cite", "strong", "em", "b", "dt", "dd", "dl",
    "section", "td",
)  # fmt: skip
# What may hold a date.
DATES = ("time", "span", "div", "p", "abbr", "li", "small", "em", "strong", "b", "td", "h2", "h3", "h4", "h5", "h6")
# What holds no part of the report, and what holds its pictures.
ASIDES = ("aside", "nav", "footer")
PICTURES = ("figure", "figcaption")
LABELS: dict[str, Label] = {
    "figcaption": "caption", "figure": "caption", "nav": "boilerplate", "footer": "boilerplate", "button": "boilerplate",
    "form": "notice", "aside": "related", "h1": "headline", "label": "boilerplate",
}  # fmt: skip
EVENTS = ("start", "end", "comment", "pi")  # of a walk through a tree
