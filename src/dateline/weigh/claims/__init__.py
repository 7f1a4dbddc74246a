"""What reports agree on, what one alone says, and where they conflict."""

from dateline.weigh.claims.agreement import claims

__all__ = ["claims"]
