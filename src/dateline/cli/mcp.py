"""The verb `mcp`: what was told, for programs that speak the Model Context Protocol."""

from __future__ import annotations

from pathlib import Path

from dateline.cli.app import DESK, DeskFile, app
from dateline.errors import DeskError


@app.command(
    epilog="Example: `dateline mcp --desk harbour.desk` (as the command of a server, over standard input and output)"
)
def mcp(desk: DeskFile = Path(DESK)) -> None:
    """Serve a desk over the Model Context Protocol: eight tools that read what was told (extra `dateline[mcp]`)."""
    try:
        from dateline.mcp import server
    except ModuleNotFoundError as error:
        raise DeskError("the protocol's library is not installed: `pip install 'dateline[mcp]'`") from error
    server(desk).run()
