"""The command line's own help as a page: `python docs/cli_reference.py > docs/reference/cli.md`."""

from __future__ import annotations

import click
import typer

from dateline.cli import app


def reference() -> str:
    """The whole reference as Markdown."""
    root = typer.main.get_command(app)
    assert isinstance(root, click.Group) or hasattr(root, "commands")
    out = ["# The command line", "", root.help or "", "", root.epilog or "", ""]
    for name, command in sorted(root.commands.items()):  # type: ignore[union-attr]  # asserted above
        out += [f"## dateline {name}", "", (command.help or "").strip(), ""]
        for one in command.params:
            if one.name == "help":
                continue
            called = ", ".join(one.opts) if one.param_type_name == "option" else str(one.metavar or one.name)
            out.append(f"- `{called}` {getattr(one, 'help', '') or ''}".rstrip())
        out += ["", (command.epilog or "").strip(), ""]
    return "\n".join(out).rstrip() + "\n"


if __name__ == "__main__":
    print(reference(), end="")
