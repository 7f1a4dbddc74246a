"""Same words, and who from whom? Copies, rewrites, their direction, and the origins that they leave."""

from dateline.group.origins.copies import Copies
from dateline.group.origins.parting import directed, machine_rewritten, origins

__all__ = ["Copies", "directed", "machine_rewritten", "origins"]
