"""Build the tables of political actors: `office_holders.tsv` (who held which office, and when) and `actor_groups.tsv`.

    python bench/actor_tables.py FOLDER        FOLDER holds the raw facts, as `actors.md` there describes them

The same folder gives the same bytes. Heads of state and government, deputies, and ministers of foreign affairs, defence, the
interior and finance, with spokespeople and heads of the United Nations; members of the Congress of the United States; armed
groups, international and non-governmental organizations by name.
"""

from __future__ import annotations

import calendar
import csv
import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

DATA = Path(__file__).parent.parent / "src" / "dateline" / "language" / "data"
Held = tuple[str, str, str, str, str]  # person, state, sector, start, end

TOP = re.compile(
    r"^(president|prime minister|chancellor|vice president|deputy prime minister|king|queen|emir|premier"
    r"|secretary of (state|defense)|secretary-general|(prime )?minister (of|for) (foreign|external|defen[cs]e|the interior"
    r"|interior|internal|home|finance)|foreign (minister|secretary)|home secretary|chancellor of the exchequer"
    r"|(white house )?press secretary|national security advis[eo]r|director of the central intelligence agency"
    r"|chief of the general staff|secretary of the treasury|attorney general|united nations (high|special))",
    re.IGNORECASE,
)
NOT_TOP = re.compile(
    r"\bof the (senate|chamber|house|supreme|court|parliament|national assembly|constitutional)", re.IGNORECASE
)
SINCE = re.compile(r"\(since (?:(\d{1,2}) )?(?:([A-Z][a-z]+) )?(\d{4})\)")
MONTHS = tuple(calendar.month_name)[1:]
GROUP = re.compile(r"^(\+?)([A-Z0-9][^\[#]*?)_?\s*(?:\[([A-Z]+)\])?\s*(?:#.*)?$")
KINDS = ("REB", "UAF", "SEP", "INS")


def codes() -> dict[str, str]:
    """The states' alpha-3 codes by name, in small letters."""
    found: dict[str, str] = {}
    for line in (DATA / "countries.tsv").read_text().splitlines():
        if not line.startswith("#"):
            name, code, aliases = (*line.split("\t"), "", "")[:3]
            for form in (name, *aliases.split("|")):
                found.setdefault(form.casefold(), code)
    return found


def holders(folder: Path) -> Iterator[Held]:
    """Those whom the files name, in any order."""
    by_name = codes()
    for row in rows(folder / "holders_wikidata_2022.csv"):
        if TOP.match(row["position"]) and not NOT_TOP.search(row["position"]):
            sector = "MIL" if "staff" in row["position"].casefold() else "GOV"
            state = "IGOUNO" if row["country"] == "IGO" else row["country"]
            yield row["person"], state, sector, row["start"], row["end"]
    for row in rows(folder / "heads_wikidata_2022.csv"):
        if (code := by_name.get(row["country"].casefold())) and row["officeholderLabel"]:
            yield row["officeholderLabel"], code, "GOV", row["start_year"], row["end_year"]
    for row in rows(folder / "foreign_ministers_wikidata_2022.csv"):
        if (code := by_name.get(row["countryLabel"].casefold())) and row["name"]:
            yield row["name"], code, "GOV", row["start"], ""
    for row in rows(folder / "us_congress_executive.csv"):
        yield row["name"], "USA", "GOV" if row["office"] in ("prez", "viceprez") else "LEG", row["start"], row["end"]
    for line in (folder / "factbook_2026.jsonl").read_text().splitlines():
        yield from of_factbook(json.loads(line), by_name)


def of_factbook(country: dict[str, str], by_name: dict[str, str]) -> Iterator[Held]:
    """The head of state and of government of a country; surnames stand in capitals."""
    state = by_name.get((country.get("conventional_short_form") or "").casefold())
    for key in ("chief_of_state", "head_of_government"):
        told = country.get(key) or ""
        since = SINCE.search(told)
        words = told[: since.start()].split() if since else []
        start = next((at for at, word in enumerate(words) if at and word.isupper() and len(word) > 2), None)
        if state is None or since is None or start is None:
            continue
        day, month, year = since.groups()
        when = f"{year}-{MONTHS.index(month) + 1:02}" if month in MONTHS else year
        when = f"{when}-{int(day):02}" if day and month in MONTHS else when
        given = next((words[at:start] for at in range(start) if not is_office(words[at])), [])
        name = " ".join([*given, *(word.capitalize() for word in words[start:] if word.isupper())])
        if given and len(given) <= 3:
            yield name, state, "GOV", when, ""


def is_office(word: str) -> bool:
    """Whether a word before a name is of his office."""
    offices = (
        "President Prime Minister King Queen Emir Sultan Chancellor Grand Duke Prince Governor-General Interim Acting"
    )
    return word in (
        *offices.split(),
        "Transitional",
        "Co-Prince",
        "State",
        "of",
        "the",
        "Governor",
        "Federal",
        "Premier",
    )


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def groups(folder: Path) -> Iterator[tuple[str, str]]:
    """Armed groups and international bodies with their codes; each further name of one has its code."""
    for file in ("Phoenix.MilNonState.actors.txt", "Phoenix.International.actors.txt"):
        code = ""
        for line in (folder / "phoenix" / file).read_text(encoding="utf-8", errors="replace").splitlines():
            match = GROUP.match(line.strip())
            if match is None:
                continue
            more, name, given = match.groups()
            code = given or (code if more else "")
            words = name.strip("_ ").replace("_", " ").split()
            if wanted(code) and 1 <= len(words) <= 6 and not (len(words) == 1 and len(words[0]) < 4):
                yield " ".join(words), code


def wanted(code: str) -> bool:
    """Whether a code is an armed group's or an international body's."""
    return code.endswith(KINDS) or code.startswith(("IGO", "NGM")) or (code.startswith("NGO") and len(code) <= 9)


def merged(every: Iterable[Held]) -> list[Held]:
    """Each term once: those of one person in one arm of a state that touch are one; of several states the first counts."""
    state_of: dict[str, str] = {}
    terms: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    for person, state, sector, start, end in every:
        if state == "AND" or state_of.setdefault(person, state) != state:
            continue
        terms.setdefault((person, state, sector), []).append((start, end))
    out = []
    for (person, state, sector), some in terms.items():
        joined: list[tuple[str, str]] = []
        for start, end in sorted(some):
            if joined and (not joined[-1][1] or start[:4] <= joined[-1][1][:4] or start[:4] == joined[-1][0][:4]):
                last = joined[-1]
                joined[-1] = (last[0], max(last[1], end) if last[1] and end else "")
            else:
                joined.append((start, end))
        out += [(person, state, sector, start, end) for start, end in joined]
    return sorted(out)


def write(name: str, head: str, lines: list[str]) -> None:
    """Write a table."""
    path = DATA / f"{name}.tsv"
    path.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path}: {len(lines)} rows, {path.stat().st_size:,} bytes")


def main() -> None:
    """Build both tables."""
    folder = Path(sys.argv[1])
    held = merged(one for one in holders(folder) if one[0] and not re.fullmatch(r"Q\d+|[Cc]o-.*", one[0]))
    write(
        "office_holders",
        "# Who held an office of a state: CAMEO's code of the state, its arm, the first and last day as far as known.\n"
        "# An empty end: in office when the source was made, which says nothing of today.\n"
        "# source: Wikidata (queries of 2022, every-politician-scrapers), The World Factbook (factbook.json, January 2026),\n"
        "# source:   congress-legislators (June 2026); built by bench/actor_tables.py\n"
        "# licence: CC0-1.0 (Wikidata, factbook.json and congress-legislators alike)\n"
        "person\tstate\tsector\tstart\tend\n",
        ["\t".join(one) for one in held],
    )
    first: dict[str, str] = {}
    for name, code in groups(folder):
        first.setdefault(name, code)
    write(
        "actor_groups",
        "# Armed groups and international bodies by name (folded to capitals), with CAMEO's code.\n"
        "# source: Phoenix actor dictionaries of petrarch2 (to 2014), MilNonState and International;\n"
        "# source:   built by bench/actor_tables.py\n"
        "# licence: MIT, Copyright (c) 2014 Open Event Data; names of armed groups there are from START's TOPS\n"
        "name\tcode\n",
        [f"{name}\t{code}" for name, code in sorted(first.items())],
    )


if __name__ == "__main__":
    main()
