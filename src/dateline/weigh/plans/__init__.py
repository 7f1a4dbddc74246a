"""Plans as threads: who offered what, for when, and what became of it."""

from dateline.weigh.plans.threads import plans

__all__ = ["plans"]
