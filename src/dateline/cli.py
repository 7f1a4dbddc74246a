"""The command line: verbs, one thin function each. stdout carries data only, stderr everything else.

Exit status: 0 done; 1 findings (`verify`); 2 usage; 3 some inputs failed; 4 no input found; 130 interrupted.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from dateline import flow, mark
from dateline.desk import Desk
from dateline.errors import DatelineError, NothingToRead
from dateline.group import group
from dateline.read import read as read_inputs
from dateline.records import Account, Failure, Judgement, JudgementKind
from dateline.show import html, markdown
from dateline.show import json as shapes
from dateline.show import text as terminal

DONE, FINDINGS, USAGE, SOME_FAILED, NO_INPUT, INTERRUPTED = 0, 1, 2, 3, 4, 130
DESK = "dateline.desk"

app = typer.Typer(
    name="dateline",
    help="A pile of news reports in; each running story out as one dated, sourced, checkable account.",
    epilog="Without a verb, `dateline INPUT...` is `dateline tell INPUT...`. Each verb has --help with examples.",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Inputs = Annotated[
    list[str], typer.Argument(metavar="INPUT...", help="Files, folders (read whole), or - (JSON lines).")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress on stderr.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that mark reports.")]
Jsonl = Annotated[bool, typer.Option("--jsonl", help="One JSON line a report (the only form; may be left out).")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="Only what was known on that ISO day.")]
DeskFile = Annotated[Path, typer.Option("--desk", metavar="FILE", envvar="DATELINE_DESK", help="The desk file.")]


# --------------------------------------------------------------------------------------------- the verbs


@app.command(epilog="Examples: `dateline read reports/ --jsonl > read.jsonl` · `cat day.jsonl | dateline read -`")
def read(inputs: Inputs, jsonl: Jsonl = True) -> None:
    """Read reports: their text, what every stretch of it is, and the masthead; one JSON line each, as they come."""
    failed, seen = [], False
    for one in read_inputs(inputs, stdin=sys.stdin.buffer):
        seen = True
        if isinstance(one, Failure):
            failed.append(one)
            _name([one])
        else:
            _out(shapes.text(shapes.read_line(one)))
    if not seen:
        raise NothingToRead(f"no report found in {', '.join(inputs)}")
    _end(failed)


@app.command(epilog="Examples: `dateline marks reports/ --jsonl` · `dateline marks day.jsonl --only time,quote`")
def marks(
    inputs: Inputs,
    jsonl: Jsonl = True,
    only: Annotated[
        str, typer.Option(metavar="KINDS", help="Kinds of marks, by commas: " + ",".join(mark.KINDS))
    ] = ",".join(mark.KINDS),
    jobs: Jobs = 1,
    quiet: Quiet = False,
) -> None:
    """Mark sentences, names, times, quotes and events in each report; one JSON line a report."""
    kinds = [kind.strip() for kind in only.split(",") if kind.strip()]
    if unknown := sorted(set(kinds) - set(mark.KINDS)):
        raise typer.BadParameter(f"no such mark: {', '.join(unknown)} (there are {', '.join(mark.KINDS)})")
    with _progress(quiet) as progress, _engine(jobs) as over:
        found, failed = flow.gather(inputs, sys.stdin.buffer, progress)
        for one in flow.marked(found, kinds, over, progress):
            _out(shapes.text(shapes.marks_line(one)))
    _name(failed)
    _end(failed)


@app.command(epilog="Examples: `dateline stories reports/` · `dateline stories day.jsonl --json > stories.json`")
def stories(
    inputs: Inputs,
    as_json: Annotated[bool, typer.Option("--json", help="The contract's JSON.")] = False,
    quiet: Quiet = False,
) -> None:
    """Group reports into stories; say which took words from which, and how many origins there are."""
    with _progress(quiet) as progress:
        found, failed = flow.gather(inputs, sys.stdin.buffer, progress)
        some = group(tuple(flow.marked(found, (), progress=progress)))
    if as_json:
        _out(shapes.text(shapes.stories(some, failed), indent=1))
    else:
        terminal.stories(some, Console())
    _name(failed)
    _end(failed)


@app.command(
    epilog="Examples: `dateline tell reports/` · `dateline tell a.txt b.html --html story.html` · "
    "`dateline tell day.jsonl --as-of 2031-03-14 --json`"
)
def tell(
    inputs: Annotated[
        list[str] | None, typer.Argument(metavar="[INPUT...]", help="Files, folders, or -. Without: the desk.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The account as the contract's JSON.")] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON line a story.")] = False,
    md: Annotated[bool, typer.Option("--md", help="Markdown with footnotes.")] = False,
    page: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write the page, one self-contained file.")
    ] = None,
    share: Annotated[bool, typer.Option("--share", help="The page with cited words only, not whole texts.")] = False,
    as_of: AsOf = None,
    desk: DeskFile = Path(DESK),
    jobs: Jobs = 1,
    quiet: Quiet = False,
) -> None:
    """Tell each running story as one dated, sourced, checkable account."""
    _day(as_of)
    with _progress(quiet) as progress, _engine(jobs) as over:
        if inputs:
            found, failed = flow.gather(inputs, sys.stdin.buffer, progress)
            made = flow.account(tuple(flow.marked(found, over=over, progress=progress)), failed, (), as_of, progress)
        else:
            with Desk.open(desk) as opened:
                made = opened.tell(as_of, over, progress)
    if page is not None:
        _write(page, html.html(made, share=share))
    if as_json or jsonl or md:
        _print_as(made, "json" if as_json else "jsonl" if jsonl else "md")
    elif page is None:
        terminal.text(made, Console())
    _name(made.failed)
    _end(made.failed)


@app.command(epilog="Example: `dateline tell reports/ --json > a.json && dateline verify a.json reports/`")
def verify(
    account: Annotated[Path, typer.Argument(metavar="ACCOUNT.json", help="What `tell --json` wrote.")],
    inputs: Inputs,
    quiet: Quiet = False,
) -> None:
    """Re-read an account against its inputs: each cite, name, number, date and quotation. Exit 1 on a breach."""
    try:
        made = shapes.load(Account, json.loads(account.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise typer.BadParameter(f"{account} cannot be read as an account: {error}") from error
    with _progress(quiet) as progress:
        found, failed = flow.gather(inputs, sys.stdin.buffer, progress)
        breaches = flow.verified(made, found)
    _name(failed)
    for one in breaches:
        _out(f"{one.where}: {one.why}")
    if breaches:
        _say(f"{len(breaches)} breaches: this account says what its inputs do not hold")
        raise typer.Exit(FINDINGS)
    _say(f"holds: {sum(1 for _ in flow.cited(made))} cites read back from {len(made.inputs)} reports")
    _end(failed)


# ---------------------------------------------------------------------------------------------- the desk


@app.command(epilog="Example: `dateline init harbour.desk`")
def init(desk: Annotated[Path, typer.Argument(metavar="[FILE]", help="The desk file to make.")] = Path(DESK)) -> None:
    """Make a desk: one file that keeps reports, judgements and editions."""
    with Desk.create(desk):
        _say(f"{desk} is ready: `dateline add INPUT... --desk {desk}`")


@app.command(epilog="Example: `dateline add today/ --desk harbour.desk`")
def add(inputs: Inputs, desk: DeskFile = Path(DESK)) -> None:
    """Keep reports on a desk; what it has already is skipped. Prints the id of each once it is safe on the disk."""
    failed, seen = [], False
    with Desk.open(desk) as opened:
        for one in opened.add(*inputs, stdin=sys.stdin.buffer):
            seen = True
            if isinstance(one, Failure):
                failed.append(one)
                _name([one])
            elif one.new:
                _out(one.id)
            else:
                _say(f"{one.id}: the desk has it already")
    if not seen:
        raise NothingToRead(f"no report found in {', '.join(inputs)}")
    _end(failed)


@app.command(epilog="Example: `dateline news --desk harbour.desk`")
def news(
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    desk: DeskFile = Path(DESK),
    quiet: Quiet = False,
) -> None:
    """What is new on the desk since its latest edition (the last `tell` or `news`)."""
    with Desk.open(desk) as opened, _progress(quiet) as progress:
        found = opened.news(progress=progress)
    if as_json:
        _out(shapes.text(shapes.dump(found), indent=1))
    else:
        terminal.news(found, Console())


@app.command(
    epilog="Examples: `dateline judge same-story 014 022` · `dateline judge copy-of 031 014` · "
    '`dateline judge same-person "Ada Marsh" "A. Marsh-Lund"` · `dateline judge when 007 2031-03-12`'
)
def judge(
    kind: Annotated[str, typer.Argument(help="same-story, not-same-story, same-person, copy-of, who or when.")],
    a: Annotated[str, typer.Argument(help="A report's id, or a name.")],
    b: Annotated[str, typer.Argument(help="A report's id, a name, or an ISO day (when).")],
    desk: DeskFile = Path(DESK),
) -> None:
    """Remember a decision; every later run replays it."""
    if kind not in JudgementKind.__args__:  # type: ignore[attr-defined]  # a Literal has its values there
        raise typer.BadParameter(f"no such judgement: {kind}")
    if kind == "when":
        _day(b)
    with Desk.open(desk) as opened:
        opened.judge(Judgement(kind, a, b))  # type: ignore[arg-type]  # checked above
    _say(f"remembered: {kind} {a} {b}")


@app.command(epilog="Example: `dateline serve --desk harbour.desk --port 8787`")
def serve(
    desk: DeskFile = Path(DESK),
    port: Annotated[int, typer.Option(help="The port on this machine.", min=1, max=65535)] = 8787,
) -> None:
    """Show a desk's page in the browser, on this machine only."""
    import uvicorn

    from dateline import web  # costs a third of a second, which the other verbs need not pay

    made = web.app(desk)
    _say(f"http://127.0.0.1:{port}/ (Ctrl-C ends it)")
    uvicorn.run(made, host="127.0.0.1", port=port, log_level="warning")


# ------------------------------------------------------------------------------------------ what they share


def _out(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")


def _name(failed: Iterable[Failure]) -> None:
    for one in failed:
        _say(f"dateline: {_printable(one.where)}: {_printable(one.why)}")


def _printable(words: str) -> str:
    """One line that any terminal can print: a file name may hold a line break or bytes that are no text."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in words)


def _end(failed: Sequence[Failure]) -> None:
    if failed:
        raise typer.Exit(SOME_FAILED)


def _print_as(made: Account, form: str) -> None:
    if form == "json":
        _out(shapes.text(shapes.account(made), indent=1))
    elif form == "jsonl":
        for line in shapes.story_lines(made):
            _out(shapes.text(line))
    else:
        _out(markdown.markdown(made))


def _write(path: Path, content: str) -> None:
    """Write a whole file or none: what was there before stays until the new one is complete."""
    beside = path.with_name(path.name + ".part")
    beside.write_text(content, encoding="utf-8", errors="backslashreplace")
    beside.replace(path)
    _say(f"wrote {path}")


def _day(value: str | None) -> None:
    if value is not None:
        try:
            date.fromisoformat(value)
        except ValueError as error:
            raise typer.BadParameter(f"{value!r} is no ISO day such as 2031-03-14") from error


@contextmanager
def _progress(quiet: bool) -> Iterator[flow.Progress]:
    """A bar a stage on stderr when that is a terminal; else nothing."""
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield flow.silent
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bars:
        tasks: dict[str, object] = {}

        def show(stage: str, done: int, of: int | None) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=of)
            bars.update(tasks[stage], completed=done, total=of)  # type: ignore[arg-type]  # its own task id

        yield show


@contextmanager
def _engine(jobs: int) -> Iterator[flow.Over]:
    """The engine: this process, or several."""
    if jobs == 1:
        yield map
        return
    with get_context("spawn").Pool(jobs) as pool:
        yield pool.imap


def _version(wanted: bool) -> None:
    if wanted:
        _out(f"dateline {flow.VERSION}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version and leave.")
    ] = False,
) -> None:
    """Options before the verb."""


def _with_verb(words: list[str]) -> list[str]:
    """`dateline INPUT...` is `dateline tell INPUT...`."""
    verbs = {command.name or getattr(command.callback, "__name__", "") for command in app.registered_commands}
    own = {"--help", "-h", "--version", "--install-completion", "--show-completion"}
    return words if not words or words[0] in verbs | own else ["tell", *words]


def _fail(message: str, status: int) -> NoReturn:
    _say(f"dateline: {_printable(message)}")
    sys.exit(status)


def main(words: list[str] | None = None) -> None:
    """Run the command line and leave with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(args=_with_verb(sys.argv[1:] if words is None else words), prog_name="dateline")
    except NothingToRead as error:
        _fail(str(error), NO_INPUT)
    except DatelineError as error:
        _fail(str(error), USAGE)
    except KeyboardInterrupt:
        _fail("interrupted; what was printed is complete", INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(DONE)
