"""Same person? Persons and acting bodies across one story, each once, with their codes."""

from dateline.group.people.joining import people

__all__ = ["people"]
