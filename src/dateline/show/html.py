"""The page by the name under which checks of other projects import it; `dateline.show.page` is where it is made."""

from dateline.show.page import html

__all__ = ["html"]
