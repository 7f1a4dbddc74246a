"""Names: every mention of somebody or something with a name, under one canonical name a report."""

from dateline.mark.names.marker import VERSION, names

__all__ = ["VERSION", "names"]
