"""What stands around reports, in many languages at once: a masthead is read before anybody knows the language of its report.

A module a topic: `agencies`, `bylines`, `captions`, `credits`, `dates`, `exports`, `forms` (what a passage is by its form),
`forwards` (of mail), `marks` (what a page's elements are called), `notices`. Reading asks them, and who comes after it asks for labels.
"""  # noqa: E501

from dateline.language.furniture import (
    agencies,
    bylines,
    captions,
    credits,
    dates,
    exports,
    forms,
    forwards,
    marks,
    notices,
)

__all__ = ["agencies", "bylines", "captions", "credits", "dates", "exports", "forms", "forwards", "marks", "notices"]
