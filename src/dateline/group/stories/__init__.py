"""Same story? Likeness of reports, their joining, the ids that go on, and the links between stories."""

from dateline.group.stories.joining import Stories, title, when
from dateline.group.stories.kept import kept
from dateline.group.stories.links import linked

__all__ = ["Stories", "kept", "linked", "title", "when"]
