"""Search: what holds some words, narrowed by what it is, the best first, with what else it could be narrowed by.

SQLite ranks by how rare a word is (`bm25`), and to know that counts all that has it, each time. A word that very many rows have
says little of them, so it does not rank: where all words are such, what has them in its title comes first, then what
was laid on the desk last.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from operator import neg
from urllib.parse import parse_qsl

from dateline.store import excerpt, file
from dateline.store.items import facet
from dateline.store.rows import Found, Page, Piece, Result, Value

COMMON = 1_000  # rows that have a word which does not rank any more
MOST = 1_000  # of the rows that only such words find, those whose days are looked at for the newest
COUNTED = 300  # of what is found, the first: they are shown, and counted by their facets
SHOWN = 10  # values of a facet
KNOWN = 2_000  # counts that are kept
FACETS = ("kind", "story", "outlet", "day", "speaker", "status")
ITEM = (
    "item.kind, item.id, item.story, ifnull(story.title, ''), report, outlet, day, speaker, status, item.fresh, words_at,"
    " item.title"
)
_WORD = re.compile(r'(-?)"([^"]*)"?|(-?)(\S+)')
_ON, _OFF = "\x02", "\x03"  # around found words, as SQLite hands them over


@dataclass(frozen=True, slots=True)
class Search:
    """What is searched for: words, "words in a row", beginnings (word*), -not these; narrowed by facets."""

    words: str = ""
    by: Mapping[str, str] = field(default_factory=dict)  # of FACETS, and `report` and `person`
    newest: bool = False  # the newest first, not the best

    @classmethod
    def of(cls, query: str) -> Search:
        """The search that a page's address asks for, by the part after its question mark."""
        given = dict(parse_qsl(query))
        by = {name: given[name] for name in (*FACETS, "report", "person") if name in given}
        return cls(given.get("q", ""), by, bool(given.get("newest")))

    def phrases(self) -> excerpt.Phrases:
        """The words, and the words in a row, that are wanted."""
        return tuple(
            word
            for not_phrase, phrase, not_word, one in _WORD.findall(self.words)
            if not (not_phrase or not_word) and _quoted(word := phrase or one)
        )

    def match(self, columns: str = "title text") -> str:
        """The same in SQLite's words, the words in some columns; empty where nothing is asked for."""
        wanted = [f"facets : {_quoted(facet(of, value).rstrip('*'))}" for of, value in self.by.items() if value]
        wanted += [_in(columns, phrase) for phrase in self.phrases()]
        if not wanted:
            return ""
        refused = [
            _in("title text", word)
            for not_phrase, phrase, not_word, one in _WORD.findall(self.words)
            if (not_phrase or not_word) and _quoted(word := phrase or one)
        ]
        asked = " AND ".join(wanted)
        return f"({asked}) NOT ({' OR '.join(refused)})" if refused else asked


def _in(columns: str, phrase: str) -> str:
    return f"{{{columns}}} : {_quoted(phrase)}"


def _quoted(words: str) -> str:
    """Words as SQLite takes them, whatever is in them; empty where there is no letter or digit."""
    bare = words.replace('"', " ").replace("\x00", " ")
    if not any(c.isalnum() for c in bare):
        return ""
    return f'"{bare.rstrip("*")}"*' if bare.endswith("*") else f'"{bare}"'


@dataclass(slots=True)
class Known:
    """What searches found out of a desk in one state: how many rows match some words, and what stories are called."""

    state: str = ""
    many: dict[str, int] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)


class Counts:
    """What is known as long as the desk is not told anew. Those who look at one desk may share it."""

    def __init__(self) -> None:
        self._known = Known()

    def of(self, state: str) -> Known:
        """What is known of a desk in a state, to be read and added to."""
        known = self._known
        if known.state != state or len(known.many) > KNOWN or len(known.titles) > KNOWN:
            known = self._known = Known(state)
        return known


class Searching:
    """The search of an open desk."""

    def __init__(self, db: file.Connection) -> None:
        self._db = db
        self._known = Known()
        self.counts = Counts()

    def __call__(self, asked: Search, page: Page) -> Result:
        """What holds the words, the best first; with the facets of what was found. Nothing where nothing is asked for."""
        if not (match := asked.match()):
            return Result(0, 0, (), dict.fromkeys(FACETS, ()))
        self._known = self.counts.of(self._state())
        rare = [one for one in asked.phrases() if self._many(_in("title text", one), COMMON + 1) <= COMMON]
        if rare:
            ranked = self._weighed(match, " AND ".join(_in("title text", one) for one in rare))
            total = len(ranked)
        else:
            ranked, total = self._last(match, asked)
        ranked = self._newest(ranked) if asked.newest else ranked[:COUNTED]
        numbers = ranked[page.offset : page.offset + page.limit]
        found = tuple(self._found(numbers, asked.phrases(), match))
        return Result(total, len(ranked), found, self._facets(ranked))

    def _state(self) -> str:
        """What the shelf is made of, as one word."""
        row = self._db.execute("SELECT n || ' ' || state FROM edition ORDER BY n DESC LIMIT 1").fetchone()
        return str(row[0]) if row else ""

    def _many(self, match: str, most: int) -> int:
        """How many rows match; `most` where they are more.

        From the last row on: before the first one the index may hold all that was taken off the shelf, to be stepped over.
        """
        known, key = self._known.many, f"{most} {match}"
        if key not in known:
            some = "SELECT rowid FROM item_words WHERE item_words MATCH ? ORDER BY rowid DESC LIMIT ?"
            known[key] = self._db.execute(f"SELECT count(*) FROM ({some})", (match, most)).fetchone()[0]
        return known[key]

    def _weighed(self, match: str, rare: str) -> list[int]:
        """The rows that match, the best first: some of their words, which rank them, are rare."""
        hits = self._hits(match, -1) if match != rare else [0, 2**62]
        if len(hits) < 2:
            return hits
        # A row of its own each would be a turn of the interpreter's lock each.
        weighed = self._db.execute(
            "SELECT json_group_array(hit), json_group_array(weight) FROM (SELECT rowid AS hit,"
            " bm25(item_words, 4.0, 1.0, 0.0) AS weight FROM item_words WHERE item_words MATCH ? AND rowid BETWEEN ? AND ?"
            " LIMIT -1)",
            (rare, min(hits), max(hits)),
        ).fetchone()
        weights = dict(zip(*map(json.loads, weighed), strict=True))
        return sorted(hits if match != rare else weights, key=lambda hit: (weights[hit], hit))

    def _last(self, match: str, asked: Search) -> tuple[list[int], int]:
        """Of the rows that match those with the words in their title, then the last that were laid on the desk; and how many
        match.
        """
        most = MOST if asked.newest else COUNTED
        last = self._hits(match, most)
        total = len(last) if len(last) < most else self._many(match, -1)
        if asked.newest or not asked.phrases():
            return last, total
        titled = self._hits(asked.match("title"), most)
        have = set(titled)
        return [*titled, *(hit for hit in last if hit not in have)], total

    def _hits(self, match: str, most: int) -> list[int]:
        """The rows that match, the last that were laid on the desk first."""
        some = "SELECT rowid AS hit FROM item_words WHERE item_words MATCH ? ORDER BY rowid DESC LIMIT ?"
        row = self._db.execute(f"SELECT json_group_array(hit) FROM ({some})", (match, most)).fetchone()
        return list(json.loads(row[0]))

    def _newest(self, hits: Sequence[int]) -> list[int]:
        """Rows by their days, the last first; of one day as they came."""
        query = (
            "SELECT json_group_array(value) FROM (SELECT value FROM json_each(?) JOIN item INDEXED BY item_found ON n = value"
            " ORDER BY ifnull(day, '') DESC, key LIMIT ?)"
        )
        return list(json.loads(self._db.execute(query, (json.dumps(hits), COUNTED)).fetchone()[0]))

    def _facets(self, hits: Sequence[int]) -> Mapping[str, tuple[Value, ...]]:
        columns = ("kind", "story", "outlet", "substr(day, 1, 7)", "speaker", "status")
        row = self._db.execute(
            f"SELECT {', '.join(f'json_group_array({column})' for column in columns)}"
            " FROM json_each(?) JOIN item INDEXED BY item_found ON n = value",
            (f"[{','.join(map(str, hits))}]",),
        ).fetchone()
        facets = {}
        for name, values in zip(FACETS, map(json.loads, row), strict=True):
            many: dict[str, int] = Counter(filter(None, values))  # but for rows that have none
            top = nsmallest(SHOWN, zip(map(neg, many.values()), many, strict=True))
            labels = self._titles([value for _, value in top]) if name == "story" else {}
            facets[name] = tuple(Value(value, labels.get(value, value), -less) for less, value in top)
        return facets

    def _titles(self, stories: Sequence[str]) -> Mapping[str, str]:
        """What some stories are called."""
        known = self._known.titles
        if missing := [name for name in stories if name not in known]:
            asked = "SELECT id, title FROM story WHERE id IN (SELECT value FROM json_each(?))"
            known.update(self._db.execute(asked, (json.dumps(missing),)).fetchall())
        return known

    def _found(self, numbers: Sequence[int], phrases: excerpt.Phrases, match: str) -> Iterator[Found]:
        """The rows of these numbers, with the words marked."""
        rows = self._db.execute(
            f"SELECT {ITEM}, text, n FROM json_each(?) JOIN item ON n = value LEFT JOIN story ON story.id = item.story"
            " ORDER BY key",
            (json.dumps(numbers),),
        ).fetchall()
        for row in rows:
            *about, fresh, at, title, text, number = row
            in_title, in_text = excerpt.hits(title, phrases), excerpt.hits(text, phrases)
            if phrases and not in_title and not in_text:  # the index knows letters that are not known here
                marked = self._marked(number, match)
            else:
                marked = excerpt.whole(title, in_title), excerpt.excerpt(text, in_text)
            yield Found(*about, bool(fresh), at, *marked)  # type: ignore[call-arg]

    def _marked(self, number: int, match: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
        """Title and words of a row as the index marks them."""
        row = self._db.execute(
            f"SELECT highlight(item_words, 0, '{_ON}', '{_OFF}'), snippet(item_words, 1, '{_ON}', '{_OFF}', '…', 40)"
            " FROM item_words WHERE item_words MATCH ? AND rowid = ?",
            (match, number),
        ).fetchone()
        return _pieces(row[0]), _pieces(row[1])


def _pieces(marked: str) -> tuple[Piece, ...]:
    """Words with the signs around those that were found, in pieces."""
    parts = enumerate(re.split(f"[{_ON}{_OFF}]", marked))
    return tuple(Piece(part, number % 2 == 1) for number, part in parts if part)
