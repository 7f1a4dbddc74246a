"""The formats that are read, a file each; `registry` tells them by their content."""

from dateline.read.formats.lists import joined
from dateline.read.formats.registry import NOT_READ, read, suffixes
from dateline.read.formats.table import is_list

__all__ = ["NOT_READ", "is_list", "joined", "read", "suffixes"]
