"""What every verb says and shows: data on stdout, all else on stderr; progress, the engine, exit statuses.

Exit status: 0 done; 1 findings (`verify`); 2 usage; 3 some inputs failed; 4 no input found; 130 interrupted.
"""

from __future__ import annotations

import io
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import typer

from dateline.engines import Engine, silent
from dateline.engines import Progress as Watch
from dateline.engines.processes import Processes

if TYPE_CHECKING:
    from dateline.engines.ray import Ray
    from dateline.records.account import Account, Options
    from dateline.records.report import Failure, Report

# Rooms and libraries are loaded in the functions that need them: `--help` waits for none of them, `read` for its own.

PROCESSES = "processes"  # the engine where none is named
KINDS = 8  # kinds of files that are left out, each by its name
DONE, FINDINGS, USAGE, SOME_FAILED, NO_INPUT, INTERRUPTED = 0, 1, 2, 3, 4, 130


def out(line: str) -> None:
    """One line of data on stdout, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def pour(pieces: Iterable[str]) -> None:
    """A line of data on stdout, piece by piece as it is made."""
    for piece in pieces:
        sys.stdout.write(piece)
    out("")


def stdin() -> BinaryIO:
    """Standard input; an empty one where it is closed."""
    return sys.stdin.buffer if sys.stdin is not None else io.BytesIO()


def say(line: str) -> None:
    """One line for people on stderr."""
    sys.stderr.write(printable(line) + "\n")


def name(failed: Iterable[Failure]) -> None:
    """Name on stderr what could not be read, and why."""
    for one in failed:
        say(f"dateline: {printable(one.where)}: {printable(one.why)}")


def tongues(reports: Iterable[Report]) -> None:
    """Say on stderr how many reports are in a language that is not marked."""
    from dateline import language

    other = Counter(report.language or "" for report in reports if not language.of(report.language).marked)
    if other:
        counts = ", ".join(f"{tag} {count}" for tag, count in sorted(other.items()))
        say(f"{other.total()} reports are not in English ({counts}): their words are kept and compared, not marked")


def left(inputs: Sequence[str]) -> None:
    """Say on stderr how many files of folders were left out because nothing reads their kind."""
    from dateline.read import left as left_out

    if found := left_out(inputs):
        kinds = ", ".join(f"{suffix or 'without an ending'} {count}" for suffix, count in sorted(found.items())[:KINDS])
        more = f" and {len(found) - KINDS} kinds more" if len(found) > KINDS else ""
        files = "1 file" if found.total() == 1 else f"{found.total()} files"
        say(f"dateline: left out {files} of kinds that are not read ({kinds}{more}): name a file to read it as text")


def gather(inputs: Sequence[str], run: Engine) -> tuple[tuple[Report, ...], tuple[Failure, ...]]:
    """What the inputs and standard input hold, as `flow.gather` gives it; what is left out of folders is said."""
    from dateline import flow

    left(inputs)
    return flow.gather(inputs, stdin(), run)


def printable(words: str) -> str:
    """One line that any terminal can print: a file name may hold a line break or bytes that are no text."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in words)


def end(failed: Sequence[Failure]) -> None:
    """Leave with status 3 when some inputs failed."""
    if failed:
        raise typer.Exit(SOME_FAILED)


def writable(path: Path | None) -> None:
    """Raise typer.BadParameter (a usage error) where no file can be written at a path, before long work is done for it."""
    if path is not None and (path.is_dir() or not path.parent.is_dir() or not os.access(path.parent, os.W_OK)):
        raise typer.BadParameter(f"{path} cannot be written: is its folder there, and may you write to it?")


def write(path: Path, content: str | bytes) -> None:
    """Write a whole file or none: what was there before stays until the new one is complete. Raises OSError."""
    beside = path.with_name(path.name + ".part")
    try:
        beside.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace"))
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    say(f"wrote {path}")


@contextmanager
def progress(quiet: bool) -> Iterator[Watch]:
    """A bar a stage on stderr when that is a terminal, with the time it took and the time that is left; else nothing."""
    if quiet or not sys.stderr.isatty():
        yield silent
        return
    from rich import progress as bar
    from rich.console import Console

    columns = (bar.TextColumn("{task.description}"), bar.BarColumn(), bar.MofNCompleteColumn(), bar.TimeElapsedColumn())
    left = bar.TimeRemainingColumn()
    console = Console(stderr=True)
    # rich would send what is printed on stdout to the console of the bars, which is stderr
    with bar.Progress(
        *columns, left, console=console, transient=True, redirect_stdout=False, redirect_stderr=False
    ) as bars:
        tasks: dict[str, bar.TaskID] = {}

        def show(stage: str, done: int, of: int | None) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=of)
            bars.update(tasks[stage], completed=done, total=of)

        yield show


@contextmanager
def engine(jobs: int, quiet: bool, kind: str = PROCESSES) -> Iterator[Engine]:
    """The engine: this process, several, or Ray's (`ray`, `ray:ADDRESS`); watched where somebody can see it."""
    with progress(quiet) as watch, _workers(jobs, kind) as workers:
        yield Engine(workers.over, watch)


def _workers(jobs: int, kind: str) -> Processes | Ray:
    name, _, address = kind.partition(":")
    if name != "ray":
        return Processes(1 if name == "here" else jobs)
    from dateline.engines.ray import Ray

    return Ray(address or None, jobs)


def account(inputs: Sequence[str], options: Options, jobs: int, quiet: bool, kind: str = PROCESSES) -> Account:
    """The account of what the inputs hold."""
    from dateline import flow

    with engine(jobs, quiet, kind) as run:
        found, failed = gather(inputs, run)
        return flow.account(tuple(flow.marked(found, engine=run)), failed, (), options, engine=run)
