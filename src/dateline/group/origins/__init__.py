"""Same words, and who from whom? Copies, rewrites, their direction, and the origins that they leave."""

from dateline.group.origins.copies import Copies
from dateline.group.origins.parting import directed, origins, spun

__all__ = ["Copies", "directed", "origins", "spun"]
