"""Titles, authors and dates of saved pages publisher by publisher, and with what a page says of itself withheld.

    python bench/publishers.py --shared ../shared            a table: every way of withholding, English and other
    python bench/publishers.py --shared ../shared --each     and each publisher that is not wholly right

Rules that were made on some publishers' pages say little of others'. Three figures say more than the mean over pages:
each publisher counts once, however many of its pages there are; the weights of a title's voices (`titles.WEIGHTS`) are
chosen anew for each publisher on the pages of all others; and pages are read with their JSON-LD, their meta tags or both
taken away, as another publisher would not have had them. The pages are evaluation data: nothing learnt here is shipped.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Any

_LINKED = re.compile(r"<script[^>]*ld\+json[^>]*>.*?</script>", re.DOTALL | re.IGNORECASE)
_META = re.compile(r"<meta\b[^>]*>", re.IGNORECASE)
_CHARSET = re.compile(r"charset", re.IGNORECASE)
_SAID = re.compile(r"(?:og|article|twitter|dc|dcterms|parsely|sailthru|cxense)[.:-]|author|title|headline|byl", re.I)
WAYS = ("whole", "no JSON-LD", "no meta tags", "neither")
STEPS = (0.5, 1.0, 1.5, 2.0, 3.0)  # weights of a voice that are tried


def scorer(shared: Path) -> ModuleType:
    """The extraction set's own scorer, as a module."""
    spec = importlib.util.spec_from_file_location("score", shared / "eval/extract/score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def withheld(page: str, way: str) -> str:
    """The page as a publisher would have it who gives less metadata."""
    if way in ("no JSON-LD", "neither"):
        page = _LINKED.sub("", page)
    if way in ("no meta tags", "neither"):
        page = _META.sub(lambda tag: "" if _SAID.search(tag[0]) and not _CHARSET.search(tag[0]) else tag[0], page)
    return page


def publisher(page: str) -> str:
    """Whose page it is, by the set's file names: `fundus-uk-TheSun-1`."""
    return page.rsplit("-", 1)[0]


def read(shared: Path, gold: dict[str, Any], way: str, folder: Path) -> list[dict[str, Any]]:
    """What is read of the pages of the gold."""
    into = folder / way.replace(" ", "_")
    into.mkdir()
    for name in gold:
        page = gzip.decompress((shared / "eval/extract/pages" / f"{name}.html.gz").read_bytes()).decode(
            "utf-8", "replace"
        )
        (into / f"{name}.html").write_text(withheld(page, way))
    words = [sys.executable, "-m", "dateline", "read", str(into), "--jsonl"]
    done = subprocess.run(words, capture_output=True, check=False)
    return [json.loads(line) for line in done.stdout.decode().splitlines() if line.strip()]


def figures(score: ModuleType, gold: dict[str, Any], pred: dict[str, Any]) -> dict[str, float]:
    """Title, authors and day of some pages, in per cent."""
    found = score.score_set(gold, pred)
    parts = (("title", "exact"), ("authors", "exact"), ("authors", "f1"), ("date", "day"))
    return {f"{a} {b}": 100 * found[a][b] for a, b in parts if a in found}


def by_publisher(score: ModuleType, gold: dict[str, Any], pred: dict[str, Any]) -> dict[str, dict[str, float]]:
    """The figures of each publisher."""
    pages: dict[str, dict[str, Any]] = defaultdict(dict)
    for name, line in gold.items():
        pages[publisher(name)][name] = line
    return {whose: figures(score, of, pred) for whose, of in sorted(pages.items())}


def mean(found: list[dict[str, float]]) -> dict[str, float]:
    """The mean of each figure over those that have it."""
    keys = dict.fromkeys(key for one in found for key in one)
    return {key: sum(one[key] for one in found if key in one) / sum(key in one for one in found) for key in keys}


def chosen_elsewhere(shared: Path, score: ModuleType, gold: dict[str, Any]) -> str:
    """Titles right with the weights of the code, and with weights chosen for each publisher on the others' pages.

    Weights are chosen by the titles that are right under them over all ways of withholding. Several are equally good
    for most publishers: the figure is their mean, with the worst and the best of them behind it.
    """
    from lxml import html

    from dateline.read.page import about, titles

    heard: dict[tuple[str, str], list[titles.Said]] = {}
    for name, way in product(gold, WAYS):
        raw = gzip.decompress((shared / "eval/extract/pages" / f"{name}.html.gz").read_bytes())
        page = withheld(raw.decode("utf-8", "replace"), way).encode()
        heard[name, way] = about.voices(html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8")))
    steps = (*product(STEPS, repeat=len(titles.WEIGHTS)), tuple(titles.WEIGHTS.values()))
    ways = {tuple(step / max(each) for step in each) for each in steps}

    def right(weights: tuple[float, ...]) -> dict[str, tuple[bool, ...]]:
        of = dict(zip(titles.WEIGHTS, weights, strict=True))
        return {
            name: tuple(score.fold(titles.best(heard[name, way], of)) == score.fold(line["title"]) for way in WAYS)
            for name, line in gold.items()
        }

    tried = {weights: right(weights) for weights in sorted(ways)}
    code = tuple(weight / max(titles.WEIGHTS.values()) for weight in titles.WEIGHTS.values())
    whole = {weights: sum(sum(hits) for hits in pages.values()) for weights, pages in tried.items()}
    publishers = sorted({publisher(name) for name in gold})
    held, among = [0.0, 0.0, 0.0], 0
    for whose in publishers:
        own = [name for name in gold if publisher(name) == whose]
        others = {weights: whole[weights] - sum(sum(pages[name]) for name in own) for weights, pages in tried.items()}
        best = [weights for weights, hits in others.items() if hits == max(others.values())]
        found = [sum(tried[weights][name][0] for name in own) for weights in best]
        held = [a + b for a, b in zip(held, (sum(found) / len(found), min(found), max(found)), strict=True)]
        among += code in best
    of_code = 100 * sum(hits[0] for hits in tried[code].values()) / len(gold)
    elsewhere, worst, most = (100 * figure / len(gold) for figure in held)
    return (
        f"titles by the weights of the code {of_code:.1f}; by weights chosen on the other publishers' pages "
        f"{elsewhere:.1f} ({worst:.1f} to {most:.1f}); those of the code are among the best for {among} of "
        f"{len(publishers)} publishers"
    )


def main() -> int:
    """Measure and print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--shared", type=Path, required=True, help="the folder that holds eval/")
    ask.add_argument("--each", action="store_true", help="each publisher that is not wholly right")
    given = ask.parse_args()
    score = scorer(given.shared)
    at = given.shared / "eval/extract/gold.jsonl"
    gold = {k: g for k, g in score.load_gold(score.read_lines(at)).items() if g["set"] == "fundus"}
    kept = {"all": gold}
    kept["English"] = {name: line for name, line in gold.items() if line["english_region"]}
    kept["other"] = {name: line for name, line in gold.items() if not line["english_region"]}
    with tempfile.TemporaryDirectory() as temp:
        for way in WAYS:
            pred = score.match(gold, read(given.shared, gold, way, Path(temp)))
            each = by_publisher(score, gold, pred)
            for which, pages in kept.items():
                whole = figures(score, pages, pred)
                once = mean([each[whose] for whose in sorted({publisher(name) for name in pages})])
                cells = "  ".join(f"{key} {whole[key]:5.1f} ({once[key]:5.1f})" for key in whole)
                print(f"{way:13} {which:8} {cells}", flush=True)
            if given.each:
                for whose, found in each.items():
                    if min(found.values()) < 100:
                        print(f"    {whose:40}", "  ".join(f"{key} {value:5.1f}" for key, value in found.items()))
    print("in brackets: each publisher once")
    print(chosen_elsewhere(given.shared, score, gold))
    return 0


if __name__ == "__main__":
    sys.exit(main())
