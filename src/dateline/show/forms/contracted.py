"""The contract's own JSON of an account, or of one part of each of its stories."""

from __future__ import annotations

from typing import Any

from dateline import contract
from dateline.records.account import Account

Json = Any  # what json.dumps takes


def account(made: Account) -> Json:
    """The whole account."""
    return contract.account(made)


def timeline(made: Account) -> Json:
    """The timeline of each story."""
    return _of_stories(made, "timeline")


def plans(made: Account) -> Json:
    """The plans of each story."""
    return _of_stories(made, "plans")


def _of_stories(made: Account, part: str) -> Json:
    return {
        "as_of": made.as_of,
        "stories": [
            {"id": s.id, "title": s.title, part: contract.dump(getattr(s.findings, part))} for s in made.stories
        ],
        "failed": contract.dump(made.failed),
    }
