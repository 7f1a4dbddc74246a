"""The verbs of a desk, which keeps reports and judgements: `init add remove versions news search judge judgements serve`."""

from __future__ import annotations

import getpass
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli import streams
from dateline.cli.app import DESK, DeskFile, Inputs, Jobs, Quiet, app
from dateline.engines.processes import AUTO
from dateline.errors import DatelineError, InputError, NothingToRead, Unreadable

SHORTEST = 8  # characters of a password
# `records.judgements.KINDS`, said here so that help loads nothing.
KINDS = (
    "same-story, not-same-story, copy-of, not-copy-of, same-person, not-same-person, "
    "no-statement, no-plan, no-conflict, called, when"
)


@app.command(epilog="Example: `dateline init harbour.desk`")
def init(desk: Annotated[Path, typer.Argument(metavar="[FILE]", help="The desk file to make.")] = Path(DESK)) -> None:
    """Make a desk: one file that keeps reports, judgements and editions."""
    from dateline.desk import Desk

    with Desk.create(desk):
        streams.say(f"{desk} is ready: `dateline add INPUT... --desk {desk}`")


@app.command(epilog="Example: `dateline add today/ --desk harbour.desk`")
def add(inputs: Inputs, desk: DeskFile = Path(DESK)) -> None:
    """Keep reports on a desk; what it has already is skipped. Prints the id of each once it is safe on the disk."""
    from dateline.desk import Desk
    from dateline.records.report import Failure

    failed, seen = [], False
    streams.left(inputs)
    with Desk.open(desk) as opened:
        for added in opened.add(*inputs, stdin=streams.stdin()):
            seen = True
            if isinstance(added, Failure):
                failed.append(added)
                streams.name([added])
            elif added.new:
                streams.out(streams.printable(added.id))
                if added.of:
                    streams.say(
                        f"{added.id}: a version of {added.of} (`dateline versions {added.of}` shows what was changed)"
                    )
            else:
                streams.say(f"{added.id}: the desk has it already")
    if not seen:
        raise NothingToRead(f"no report found in {', '.join(inputs)}")
    streams.end(failed)


@app.command(epilog="Examples: `dateline versions` · `dateline versions 014 --desk harbour.desk`")
def versions(
    report: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="A report; without: list what was changed.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, each change with its cites.")] = False,
    desk: DeskFile = Path(DESK),
) -> None:
    """Reports that were fetched again and had changed; with an id, what was changed from version to version."""
    from dateline.desk import Desk

    with Desk.open(desk) as opened:
        names = [report] if report else [known.id for known in opened.reports()]
        found = [opened.versions(name) for name in names]
    if report is None:
        for several in (known for known in found if len(known) > 1):
            ids = ", ".join(version.id for version in several)
            streams.out(streams.printable(f"{several[0].id}: {len(several)} versions ({ids})"))
        return
    from dateline import contract as shapes
    from dateline.read.versions import changes

    steps = [(old, new, changes(old, new)) for old, new in pairwise(found[0])]
    if as_json:
        told = [{"from": old.id, "to": new.id, "changes": shapes.dump(changed)} for old, new, changed in steps]
        streams.out(shapes.text({"report": found[0][0].id, "changes": told}, indent=1))
        return
    for old, new, changed in steps:
        dates = (old.published.value or "no date", new.published.value or "no date")
        streams.out(streams.printable(f"{old.id} ({dates[0]}) -> {new.id} ({dates[1]})"))
        for change in changed:
            for mark, words in (("-", change.was), ("+", change.now)):
                if words:
                    streams.out(streams.printable(f"{mark} {' '.join(words.text.split())}"))


@app.command(epilog="Example: `dateline news --desk harbour.desk`")
def news(
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    desk: DeskFile = Path(DESK),
    jobs: Jobs = AUTO,
    quiet: Quiet = False,
) -> None:
    """What is new on the desk since the last edition that was seen (by `tell`, `news`, or marked so in the app)."""
    from dateline import contract as shapes
    from dateline.desk import Desk

    with Desk.open(desk) as opened, streams.engine(jobs, quiet) as engine:
        found = opened.news(engine)
    if as_json:
        streams.out(shapes.text(shapes.dump(found), indent=1))
    else:
        from dateline.show.terminal import account as terminal
        from dateline.show.terminal.console import Inert

        terminal.news(found, Inert())


@app.command(
    epilog='Examples: `dateline search herring` · `dateline search "\\"joint inquiry\\" report* -sport"` · '
    '`dateline search visit --by kind=statement --by outlet="Drava Herald" --by day=2031-04`'
)
def search(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORD...]", help='Words, "words in a row", beginnings (word*), -not these.'),
    ] = None,
    by: Annotated[
        list[str] | None,
        typer.Option("--by", metavar="FACET=VALUE", help="Narrow: kind, story, report, outlet, day, speaker, status."),
    ] = None,
    most: Annotated[int, typer.Option("--most", metavar="N", help="Show so many.", min=1)] = 20,
    newest: Annotated[bool, typer.Option("--newest", help="The newest first, not the best.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, with the facets of all that was found.")] = False,
    desk: DeskFile = Path(DESK),
) -> None:
    """Search what was told on a desk: reports, statements, events, plans, conflicts, questions, people."""
    from dateline import contract as shapes
    from dateline.desk import Desk
    from dateline.store.rows import Page
    from dateline.store.search import Search

    with Desk.open(desk) as opened:
        if not opened.is_told():
            streams.say("what came since the desk was last told is not searched: `dateline tell` tells it")
        found = opened.shelf.search(Search(" ".join(words or ()), _facets(by or ()), newest), Page(limit=most))
    if as_json:
        streams.out(shapes.text(shapes.dump(found), indent=1))
        return
    for one in found.found:
        head = "  ".join(filter(None, (one.kind, one.day, one.outlet, one.id)))
        streams.out(streams.printable(head))
        for pieces in (one.title, one.words):
            if line := " ".join("".join(f"[{p.text}]" if p.found else p.text for p in pieces).split()):
                streams.out(streams.printable(f"    {line}"))
    streams.say(f"{found.total} found" + (f", {len(found.found)} shown" if len(found.found) < found.total else ""))


def _facets(given: Iterable[str]) -> dict[str, str]:
    """What `--by` says. Raises typer.BadParameter."""
    known = ("kind", "story", "report", "outlet", "day", "speaker", "status")
    pairs = [one.partition("=") for one in given]
    if wrong := [name for name, _, value in pairs if name not in known or not value]:
        raise typer.BadParameter(f"--by takes {', '.join(known)}, as in kind=statement: {', '.join(wrong)!r} is none")
    return {name: value for name, _, value in pairs}


@app.command(epilog="Example: `dateline remove 014 --desk harbour.desk`")
def remove(
    reports: Annotated[list[str], typer.Argument(metavar="ID...", help="Ids of reports, as `add` printed them.")],
    desk: DeskFile = Path(DESK),
) -> None:
    """Take reports off a desk for good, each with its versions. Prints the id of each that went; editions told before stay."""
    from dateline.desk import Desk

    with Desk.open(desk) as opened:
        for name in reports:
            for gone in opened.remove(name):
                streams.out(streams.printable(gone))


@app.command(
    epilog="Examples: `dateline judge same-story 014 022` · `dateline judge copy-of 031 014` · "
    '`dateline judge same-person "Ada Marsh" "A. Marsh-Lund"` · `dateline judge when 007 2031-03-12` · '
    '`dateline judge called s-c012197c98 014 "The loss of the Marit"` · '
    "`dateline judge --withdraw 3`"
)
def judge(
    kind: Annotated[str | None, typer.Argument(help=f"{KINDS}.")] = None,
    a: Annotated[str | None, typer.Argument(help="A report's id, a name, or a finding's id (no-plan).")] = None,
    b: Annotated[str | None, typer.Argument(help="A report's id, a name, or an ISO day (when).")] = None,
    words: Annotated[str | None, typer.Argument(help="What an event, a plan or a story is called.")] = None,
    withdraw: Annotated[
        int | None, typer.Option(metavar="N", help="Forget a decision: the Nth line that `dateline judgements` prints.")
    ] = None,
    desk: DeskFile = Path(DESK),
) -> None:
    """Remember a decision; every later run replays it. With --withdraw, forget one."""
    from dateline import contract as shapes
    from dateline.desk import Desk
    from dateline.records.judgements import judgement

    if withdraw is not None:
        if kind is not None:
            raise typer.BadParameter("give a decision, or --withdraw N, not both")
        with Desk.open(desk) as opened:
            gone = shapes.dump(opened.withdraw(withdraw))
        streams.say(f"withdrawn: {gone['kind']} {gone['a']} {gone['b']}")
        return
    if kind is None or a is None or b is None:
        raise typer.BadParameter("a decision has a kind and two parts (`dateline judge --help` shows them)")
    try:
        decision = judgement(kind, a, b, _user(), datetime.now(UTC).isoformat(timespec="seconds"), words)
    except InputError as error:
        raise typer.BadParameter(str(error)) from error
    with Desk.open(desk) as opened:
        opened.judge(decision)
    streams.say(f"remembered: {' '.join(filter(None, (kind, a, b, words)))}")


def _user() -> str | None:
    """Who is at the keyboard; None where the system does not know."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return None


@app.command(
    epilog="Examples: `dateline judgements > ours.jsonl` · `dateline judgements ours.jsonl --desk theirs.desk`"
)
def judgements(
    replay: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="Decisions to remember, as this verb prints them.")
    ] = None,
    desk: DeskFile = Path(DESK),
) -> None:
    """Print a desk's decisions, oldest first, a JSON line each; with a file, take in what another desk printed."""
    from dateline import contract as shapes
    from dateline.desk import Desk
    from dateline.records.report import Failure

    with Desk.open(desk) as opened:
        if replay is None:
            for decision in opened.judgements():
                streams.out(shapes.text(shapes.dump(decision)))
            return
        failed = []
        for number, line in enumerate(_lines(replay), 1):
            try:
                opened.judge(shapes.judgement(json.loads(line)))
            except (json.JSONDecodeError, DatelineError) as error:
                failed.append(Failure(f"{replay}:{number}", str(error)))
    streams.name(failed)
    streams.end(failed)


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(str(path), f"cannot be read as UTF-8 text: {error}") from error


@app.command(
    epilog="Examples: `dateline serve --desk harbour.desk --port 8787` · "
    "`dateline serve --share --host 0.0.0.0 --password-file door.txt`"
)
def serve(
    desk: DeskFile = Path(DESK),
    port: Annotated[int, typer.Option(help="The port on this machine.", min=1, max=65535)] = 8787,
    share: Annotated[bool, typer.Option("--share", help="To be looked at: no changes, and cited words alone.")] = False,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="Where others may ask; needs --share and a password.")
    ] = "127.0.0.1",
    password_file: Annotated[
        Path | None, typer.Option("--password-file", metavar="FILE", help="Its first line is the password to be given.")
    ] = None,
) -> None:
    """Show a desk in the browser, on this machine only; with --share and a password also to others."""
    from dateline.web.safe import HOSTS, Door
    from dateline.web.serving import serve as served

    elsewhere = host not in HOSTS
    if elsewhere and not (share and password_file):
        raise typer.BadParameter("others are let in by --share and --password-file alone: give both, or no --host")
    door = Door(elsewhere, share, _password(password_file))
    served(desk, door, host, port, lambda: streams.say(f"http://{host}:{port}/ (Ctrl-C ends it)"))


def _password(path: Path | None) -> str | None:
    """The password in a file. Raises Unreadable, or typer.BadParameter where there is too little of one."""
    if path is None:
        return None
    words = next(iter(_lines(path)), "").strip()
    if len(words) < SHORTEST:
        raise typer.BadParameter(f"the first line of {path} is no password of at least {SHORTEST} characters")
    return words
