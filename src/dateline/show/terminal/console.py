"""A terminal that prints what reports hold and obeys none of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from dateline.show import inert


class Inert(Console):
    """A console whose text, wherever it comes from, holds no control character but line breaks and tabs."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """The segments of what is shown, their text made inert; those that are the console's own controls stay."""
        for text, style, control in super().render(renderable, options):
            yield Segment(text if control else inert.plain(text), style, control)

    def on_broken_pipe(self) -> None:
        """Nobody reads on: leave, as if all had been read."""
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0)
