"""An account as one page: a single file that asks no host for anything and is whole without scripts."""

from dateline.show.page.whole import html

__all__ = ["html"]
