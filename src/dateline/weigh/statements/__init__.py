"""Who said what, and one statement as all reports tell it."""

from dateline.weigh.statements.sayings import sayings
from dateline.weigh.statements.voices import statements

__all__ = ["sayings", "statements"]
