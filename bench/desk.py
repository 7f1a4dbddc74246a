"""How long looks at a large desk take: pages, the API and search, fifty at once; and how much memory that needs.

    python bench/desk.py [--reports N] [--looks N] [--at-once N] [--rounds N] [--add N] [--keep FILE]

The desk is made of the account and the marks of `examples/strait`, laid on the desk as often as wanted, under other names,
ids, years and words: telling ten thousand reports is not what is measured here. They are grouped as they lie, so that what
comes later is told as on any desk. `serve` runs in a process of its own, the clients in this one. Prints milliseconds (half
of the looks, 95 of 100, the slowest) a kind of look, each at another thing; the same where one look follows another; the
server's CPU time a look; and its memory. With `--add`, how long it takes until reports that are added are told, and what
looks take meanwhile.
"""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import http.client
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import quantiles
from typing import Any
from urllib.parse import quote

import dateline
from dateline import contract, flow
from dateline.cite import content_id
from dateline.desk import Desk, _by, _markers
from dateline.group.learnt import Learnt
from dateline.records import Account, Marked, Told
from dateline.records.account import Input
from dateline.store import Store
from dateline.store.memory import Memory, digests
from dateline.store.rows import Filter, Page

ROOT = Path(__file__).parent.parent
NAMES = [
    "Lindqvist",
    "Belic",
    "Korland",
    "Estmark",
    "Drava",
    "Halvern",
    "Marit",
    "Orlik",
    "Almqvist",
    "Falk",
    "Vael",
    "Sund",
    "Herald",
    "Courier",
]
SYLLABLES = [
    "ba",
    "be",
    "bo",
    "da",
    "de",
    "do",
    "fa",
    "fe",
    "ga",
    "go",
    "ha",
    "he",
    "ka",
    "ke",
    "la",
    "le",
    "ma",
    "me",
    "na",
    "ne",
    "pa",
    "pe",
    "ra",
    "re",
    "sa",
    "se",
    "ta",
    "te",
    "va",
    "ve",
]
_ID = re.compile(r"\b([a-z])-([0-9a-f]{10})\b")
_SHA = re.compile(r"\b[0-9a-f]{64}\b")
_WORD = re.compile(r"\\u[0-9a-f]{4}|\\.|[A-Za-z]{4,}")  # in JSON: what is escaped, or a word that may be changed
COMMON = 0.05  # of the words are the same in all samples


class Sample:
    """The sample's account and marks as JSON, and what may be changed in them: no key, kind or status."""

    def __init__(self) -> None:
        found = dateline.marks(ROOT / "examples" / "strait")
        told = dateline.tell(ROOT / "examples" / "strait")
        values = [contract.account(told), contract.dump(found)]
        self.account, self.marks = map(contract.text, values)
        self.reports = [report.id for report in told.reports]
        kept = set(re.findall("[a-z]+", " ".join(_fixed(values))))
        used = {word.lower() for report in told.reports for word in re.findall(r"[A-Za-z]{4,}", report.text)}
        draw = random.Random(5)
        self.words = [word for word in sorted(used - kept) if draw.random() > COMMON]

    def varied(self, number: int) -> tuple[Account, list[Marked]]:
        """Both under names, ids, a year and words of their own. Words keep their length, so that what is cited stands."""
        draw = random.Random(number)
        others = {word: "".join(draw.choice(SYLLABLES) for _ in word)[: len(word)] for word in self.words}
        others |= {name.lower(): "".join(draw.choice(SYLLABLES) for _ in name)[: len(name)] for name in NAMES}

        def exchange(found: re.Match[str]) -> str:
            word = found[0]
            made = others.get(word.lower(), word)
            return made.upper() if word.isupper() else made.capitalize() if word[0].isupper() else made

        def anew(text: str) -> str:
            made = text.replace("2031", str(2021 + number % 11)).replace(".example", f"{number}.example")
            for report in self.reports:
                made = made.replace(f'"{report}"', f'"{number:05}-{report}"')
            made = _ID.sub(lambda match: content_id(match[1], str(number), match[2]), made)
            made = _SHA.sub(lambda match: hashlib.sha256(f"{number} {match[0]}".encode()).hexdigest(), made)
            return _WORD.sub(exchange, made)

        account = contract.load(Account, json.loads(anew(self.account)))
        marked = [contract.load(Marked, one) for one in json.loads(anew(self.marks))]
        by_id = {report.id: report for report in account.reports}
        return account, [dataclasses.replace(one, report=by_id[one.report.id]) for one in marked]


# Keys under which a word of a closed list stands.
CLOSED = re.compile(
    "kind|status|polarity|type|class|mod|label|basis|role|rank|tense|verdict|mark|direction|how|plover|cameo|mode|context|"
    "language|anchor|drift|bound|of|gender"
)


def _fixed(value: object, key: str = "") -> Iterator[str]:
    """What is no text of anybody's: keys, and words of closed lists."""
    if isinstance(value, dict):
        yield from value
        for name, inner in value.items():
            yield from _fixed(inner, name)
    elif isinstance(value, list):
        for one in value:
            yield from _fixed(one, key)
    elif isinstance(value, str) and CLOSED.fullmatch(key) and value.islower() and " " not in value:
        yield value


def lay(path: Path, reports: int) -> None:
    """A desk of so many reports, all marked, grouped and told: what is told is the sample's account, of the words of each."""
    sample = Sample()
    told: dict[str, Told] = {}
    Desk.create(path).__exit__()
    store = Store(path)
    markers = _markers()
    for number in range(max(1, reports // 10)):
        account, marked = sample.varied(number)
        told.update((report, one) for one in account.stories for report in one.reports)
        for one in marked:
            store.add(one.report)
            store.keep_marks(one, markers)
    with Desk.open(path) as opened:
        every = opened.marked()
        pile, records = opened._known()
        of, learning, memory = digests(pile, records), store.learning(), Memory(store.editions, _by(), ())
        found = flow.outlined(pile, learnt=Learnt(learning, of))
        learning.settle()
        stories = flow.wholes(found, {member.report.id: member for member in every})
        for outline, story in zip(found, stories, strict=True):
            memory.known(outline, of)
            memory(story)
        made = tuple(
            dataclasses.replace(
                told[story.reports[0].report.id], id=story.id, title=story.title, origins=story.origins,
                edges=story.edges, people=story.people, links=story.links, changes=story.changes,
                reports=tuple(member.report.id for member in story.reports), machine_rewritten=story.machine_rewritten,
            )  # of two samples that became one story what the first tells
            for story in stories
        )  # fmt: skip
        state = opened.state()
    whole = Account(
        dateline=dateline.__version__, as_of=max(member.report.published.day or "" for member in every),
        inputs=tuple(Input(member.report.id, member.report.sha256) for member in every), failed=(),
        reports=tuple(member.report for member in every), stories=made,
    )  # fmt: skip
    some = frozenset(one.findings.statements[0].id for one in made[:20])
    came = list(memory.made(made).values())
    store.editions.keep(whole, state, came, store.editions.in_pieces(whole, of, came), some, seen=True)
    store.close()


def served(path: Path, port: int) -> subprocess.Popen[bytes]:
    """A server of the desk, once it answers."""
    command = [sys.executable, "-m", "dateline", "serve", "--desk", str(path), "--port", str(port)]
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    for _ in range(300):
        try:
            look(port, "/api/v1/status")
            return running
        except OSError:
            time.sleep(0.1)
    running.kill()
    raise SystemExit("the server did not answer in 30 seconds")


def wait(port: int) -> None:
    """Until the pages of the stories are drawn, which is done once, when they are told."""
    start = time.perf_counter()
    time.sleep(3)  # it looks for what is to be drawn once a second
    while telling := asked(port, "status")["telling"]:
        if telling["stage"] == "failed":
            raise SystemExit(telling["why"])
        time.sleep(1)
    print(f"pages drawn after {time.perf_counter() - start:.0f} s")


def look(port: int, address: str) -> tuple[float, int, bytes]:
    """One look on a connection of its own: seconds, status, body."""
    start = time.perf_counter()
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    asked.request("GET", address)
    answer = asked.getresponse()
    body = answer.read()
    asked.close()
    return time.perf_counter() - start, answer.status, body


def memory(process: int) -> float:
    """MiB that a process holds."""
    status = Path(f"/proc/{process}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return int(found[1]) / 1024 if found else 0.0


def spent(process: int) -> float:
    """CPU milliseconds that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def asked(port: int, address: str) -> Any:
    """What the API answers."""
    return json.loads(look(port, f"/api/v1/{address}")[2])


def addresses(port: int, kind: str, draw: random.Random) -> str:
    """Where a look of that kind goes: to another story, person or search each time."""
    if kind == "desk":
        return f"/?page={draw.randint(1, 25)}&order={draw.choice(['new', 'latest', 'largest', 'disputed'])}"
    if kind in ("search", "api search"):
        return f"{'/search' if kind == 'search' else '/api/v1/search'}?{query(port, draw)}"
    total = asked(port, f"{kind}?limit=1")["total"]
    listed = asked(port, f"{kind}?limit=1&offset={draw.randrange(total)}")["items"]
    return f"/{kind}/{quote(draw.choice(listed)['id'])}"


def query(port: int, draw: random.Random) -> str:
    """Half of the searches are for two words of something that is there, half for what every story has, most in one month."""
    if draw.random() < 0.5:
        title = ""
        while len(title.split()) < 3:
            listed = asked(port, f"events?limit=1&offset={draw.randrange(asked(port, 'events?limit=1')['total'])}")[
                "items"
            ]
            title = listed[0]["title"]
        return f"q={quote(' '.join(draw.sample(title.split(), 2)))}"
    month = f"&day={draw.randint(2021, 2031)}-{draw.randint(3, 6):02}" if draw.random() < 0.75 else ""
    return f"q={draw.choice(EVERYWHERE)}{month}"


EVERYWHERE = ["said", "visit", "crew", "election", "report", "the", "planned", "campaign"]
KINDS = ("desk", "stories", "reports", "people", "search", "api search")


def looked(kind: str, took: Sequence[tuple[float, int, bytes]], cpu: float, alone: Sequence[float]) -> None:
    """A line on what some looks took. `cpu` is the server's in milliseconds; `alone` what some took one after another."""
    bad = sorted({status for _, status, _ in took if status != 200})
    cuts = quantiles([seconds * 1000 for seconds, _, _ in took], n=20)
    slowest = max(seconds for seconds, _, _ in took) * 1000
    one = quantiles([seconds * 1000 for seconds in alone], n=20) if len(alone) > 1 else []
    print(
        f"{kind:<11} half {cuts[9]:6.0f} ms, 95 of 100 {cuts[18]:6.0f} ms, slowest {slowest:6.0f} ms"
        f"{f'; one by one 95 of 100 {one[18]:5.0f} ms' if one else ''}; CPU {cpu / (len(took) + len(alone)):4.1f} ms each"
        f"{f'; NOT 200: {bad}' if bad else ''}",
        flush=True,
    )


def adding(path: Path, port: int, many: int, pool: ThreadPoolExecutor, server: int) -> None:
    """Add reports, each a shortened copy of one of another story, a day later, and look at other things until they are told."""
    draw = random.Random(17)
    with Desk.open(path) as opened, tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as pile:
        total, _ = opened.shelf.stories(Filter(), Page(limit=1))
        for place in draw.sample(range(total), many):
            (row,) = opened.shelf.stories(Filter(), Page(place, 1), "latest")[1]
            report = opened.editions.report(row.id and opened.shelf.reports_of(row.id, 1)[0][0])
            assert report is not None
            lines = [line for line in report.text.splitlines() if line.strip()]
            body = "\n\n".join((*lines[:1], *(line for line in lines[1:] if draw.random() > 0.3)))
            made = {"id": f"late-{place}", "text": body, "outlet": "Late Gazette", "published": report.published.day}
            pile.write(f"{json.dumps(made)}\n")
        pile.flush()
        todo = [addresses(port, kind, draw) for kind in KINDS for _ in range(100)]
        start, used = time.perf_counter(), spent(server)
        command = [sys.executable, "-m", "dateline", "add", pile.name, "--desk", str(path)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        print(f"added {many} reports in {time.perf_counter() - start:.1f} s")
    took: list[tuple[float, int, bytes]] = []
    stages: dict[str, float] = {}
    begun = False
    while True:
        draw.shuffle(todo)
        took += pool.map(lambda address: look(port, address), todo[:100])
        now = asked(port, "status")
        begun = begun or bool(now["telling"])
        if now["telling"]:
            stages.setdefault(now["telling"]["stage"], time.perf_counter() - start)
        elif now["told"] and begun:
            break
    print(f"told and drawn after {time.perf_counter() - start:.0f} s; stages from {stages}")
    looked("meanwhile", took, spent(server) - used, ())


def main() -> None:
    """Make a desk, serve it, look at it."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--reports", type=int, default=1000)
    options.add_argument("--looks", type=int, default=300, help="of each kind")
    options.add_argument("--at-once", type=int, default=50)
    options.add_argument("--rounds", type=int, default=1, help="of all looks, to see whether memory stays")
    options.add_argument(
        "--add", type=int, default=0, metavar="N", help="then add so many reports while it is looked at"
    )
    options.add_argument("--kinds", help="of looks, with commas between them; else all")
    options.add_argument("--port", type=int, default=8799)
    options.add_argument("--keep", type=Path, help="keep the desk here, or use the one that is there")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.keep or Path(folder) / "large.desk"
        start = time.perf_counter()
        if not path.exists():
            lay(path, given.reports)
            print(f"laid {given.reports} reports in {time.perf_counter() - start:.0f} s")
        print(f"the file has {path.stat().st_size / 2**20:.0f} MiB")
        running = served(path, given.port)
        try:
            wait(given.port)
            draw = random.Random(11)
            print(f"memory {memory(running.pid):.0f} MiB")
            with ThreadPoolExecutor(given.at_once) as pool:
                for _ in range(given.rounds):
                    for kind in given.kinds.split(",") if given.kinds else KINDS:
                        todo = [addresses(given.port, kind, draw) for _ in range(given.looks)]
                        used = spent(running.pid)
                        alone = [look(given.port, address)[0] for address in todo[: given.looks // 5]]
                        found = list(pool.map(lambda address: look(given.port, address), todo[given.looks // 5 :]))
                        looked(kind, found, spent(running.pid) - used, alone)
                        if again := len(todo) - len(set(todo)):
                            print(f"{'':<11} {100 * again / len(todo):.0f} of 100 of these were asked before")
                    print(f"memory {memory(running.pid):.0f} MiB")
                if given.add:
                    adding(path, given.port, given.add, pool, running.pid)
                    print(f"memory {memory(running.pid):.0f} MiB")
        finally:
            running.terminate()
            running.wait()


if __name__ == "__main__":
    main()
