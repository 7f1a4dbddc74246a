"""What a search ranks by, what it counts, and how what it found is marked in a text."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest

from dateline.desk import Desk
from dateline.store import excerpt, items, search
from dateline.store.rows import Page, Piece
from dateline.store.search import Search
from made import files


@pytest.fixture
def told(tmp_path: Path) -> Path:
    path = tmp_path / "rask.desk"
    texts = {
        f"r{number}": f"{title}\n\nMarch {number}, 2031\n\n{body}\n"
        for number, (title, body) in enumerate(
            (
                ("Café in Sund shut", "The café of Élan Moe in Sund was shut on Monday, the guild said."),
                ("Bread prize for Rask", "A bakery in Rask won the prize for rye bread on Monday. The guild gave it."),
                ("Guild elects Tom Ellin", "The guild elected Tom Ellin its head on Tuesday, and the guild cheered."),
                (
                    "Harbour dredged",
                    "The harbour of Rask was dredged on Wednesday. The bakery was flooded, a guild said.",
                ),
            ),
            3,
        )
    }
    with Desk.create(path) as opened:
        list(opened.add(files(tmp_path / "a", **texts)))
        opened.tell()
    return path


def found(desk: Path, words: str, **by: str) -> list[str]:
    with Desk.open(desk) as opened:
        result = opened.shelf.search(Search(words, {"kind": "report", **by}), Page())
        assert result.total == result.counted == len(result.found)
        return [one.id for one in result.found]


def test_rare_words_rank_and_those_that_all_have_do_not(told: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(told, "guild")[0] == "r5"  # in its title, and twice
    assert found(told, "bakery guild") == found(told, "guild bakery")
    assert set(found(told, "guild")) == {"r3", "r4", "r5", "r6"}
    monkeypatch.setattr(search, "COMMON", 0)  # as if all had them
    last = found(told, "guild")
    assert last[0] == "r5" and set(last) == {"r3", "r4", "r5", "r6"}  # the title first, then the last that came
    with Desk.open(told) as opened:
        rows = opened.shelf.search(Search("guild", {"kind": "report"}, newest=True), Page()).found
    assert [one.id for one in rows] == ["r6", "r5", "r4", "r3"]


def test_how_many_have_common_words_is_said_where_not_all_are_looked_at(
    told: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "COMMON", 0)
    monkeypatch.setattr(search, "COUNTED", 2)
    with Desk.open(told) as opened:
        result = opened.shelf.search(Search("guild", {"kind": "report"}), Page())
        assert (result.total, result.counted, len(result.found)) == (4, 2, 2)
        assert sum(value.count for value in result.facets["kind"]) == 2
        opened.remove("r6")
        opened.tell()
        assert (
            opened.shelf.search(Search("guild", {"kind": "report"}), Page()).total == 3
        )  # what is known is counted anew


def test_counts_are_shared_and_forgotten_when_the_desk_is_told_anew(told: Path, tmp_path: Path) -> None:
    counts = search.Counts()
    asked = Search("guild", {"kind": "report"})
    with Desk.open(told) as first, Desk.open(told) as second:
        for opened in (first, second):
            opened.shelf.share(counts)
        assert first.shelf.search(asked, Page()).total == 4
        known = copy.deepcopy(counts.of(first.shelf._searching._state()))
        assert known.many.keys() == {'1001 {title text} : "guild"'}
        titled = {value.value: value.label for value in first.shelf.search(asked, Page()).facets["story"]}
        assert known.titles == titled and all(name != title for name, title in titled.items())
        second.shelf.search(asked, Page())
        assert counts.of(second.shelf._searching._state()) == known
        list(
            second.add(files(tmp_path / "b", r9="Guild moves\n\nMarch 9, 2031\n\nThe guild moved to Sund on Sunday.\n"))
        )
        second.retell()
        assert first.shelf.search(asked, Page()).total == 5
        assert counts.of(first.shelf._searching._state()) != known


def test_the_index_is_gathered_when_it_lies_in_many_pieces(
    told: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = found(told, "guild")
    monkeypatch.setattr(items, "PIECES", 1)
    with Desk.open(told) as opened:
        for day in ("9", "10", "11"):
            list(
                opened.add(
                    files(tmp_path / day, **{f"s{day}": f"Fair\n\nMarch {day}, 2031\n\nA fair was held in Sund.\n"})
                )
            )
            opened.retell()
        pieces = opened.shelf._db.execute("SELECT count(DISTINCT segid) FROM item_words_idx").fetchone()[0]
    assert pieces == 1
    assert found(told, "guild") == before and set(found(told, "fair")) == {"s9", "s10", "s11"}


def test_what_the_index_finds_without_its_marks_is_marked(told: Path) -> None:
    with Desk.open(told) as opened:
        for words in ("cafe", "CAFÉ", "elan moe", '"moe in sund"', "caf*"):
            one, *_ = opened.shelf.search(Search(words, {"kind": "report"}), Page()).found
            assert one.id == "r3", words
            assert any(piece.found for piece in (*one.title, *one.words)), words


def test_letters_that_are_not_known_here_are_marked_as_the_index_has_them(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "a.desk") as opened:
        text = (
            "Ein Haus\n\nMarch 3, 2031\n\nThe house of Re\u0301sume\u0301 in Sund burned on Monday, a neighbour said.\n"
        )
        list(opened.add(files(tmp_path / "a", a=text)))
        opened.tell()
        one, *_ = opened.shelf.search(Search("resume", {"kind": "report"}), Page()).found
        assert any(piece.found for piece in one.words)


@pytest.mark.parametrize(
    ("phrases", "marked"),
    [
        (("bridge",), ["bridge", "Bridge"]),
        (("the bridge",), ["the bridge"]),
        (("bri*",), ["bridge", "Bridge", "brick"]),
        (("ridge",), []),
        (("bridge", "brick"), ["bridge", "Bridge", "brick"]),
        (("brick", "bridge"), ["bridge", "Bridge", "brick"]),
        (("the bri*", "bridge"), ["the bridge", "Bridge"]),
        (("...",), []),
        (("was-shut",), ["was shut"]),
    ],
)
def test_words_are_whole(phrases: tuple[str, ...], marked: list[str]) -> None:
    text = "On Monday the bridge was shut. Bridge_keepers, of brick."
    assert [piece.text for piece in excerpt.whole(text, excerpt.hits(text, phrases)) if piece.found] == marked


def test_an_excerpt_is_where_most_of_the_words_are() -> None:
    text = f"A ferry. {'Rain fell. ' * 60}The ferry Svala ran aground. {'Wind blew. ' * 60}"
    pieces = excerpt.excerpt(text, excerpt.hits(text, ("ferry", "aground")))
    shown = "".join(piece.text for piece in pieces)
    assert shown.lstrip("…").startswith("The ferry Svala ran aground") or "Rain fell. The ferry Svala" in shown
    assert [piece.text for piece in pieces if piece.found] == ["ferry", "aground"]
    assert len(shown) <= excerpt.LONGEST + 2 and shown.endswith("…")
    beginning = excerpt.excerpt(text, ())
    assert beginning[0].text.startswith("A ferry.") and beginning[-1] == Piece("…", False)
    assert excerpt.excerpt("Short.", ()) == (Piece("Short.", False),)
    assert excerpt.excerpt("", ()) == ()


@pytest.mark.parametrize(
    "text", ["İstanbul ferry", "ﬁrst ferry", "x" * 600, "ferry" * 200, "é" * 300 + " ferry " + "é" * 300]
)
def test_odd_texts(text: str) -> None:
    assert len(excerpt.folded(text)) == len(text)
    some = excerpt.hits(text, ("ferry",))
    assert "".join(piece.text for piece in excerpt.whole(text, some)) == text
    assert "".join(piece.text for piece in excerpt.excerpt(text, some)).strip("…") in text
