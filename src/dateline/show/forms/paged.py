"""The page of an account."""

from dateline.show.page.whole import html as account

__all__ = ["account"]
