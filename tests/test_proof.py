"""An account holds when it is made again and is the same; each change of it is named by its path."""

from __future__ import annotations

import copy
import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline import cli, contract, flow, proof
from dateline.desk import Desk
from dateline.proof import beside
from dateline.records import judgement

GOLDEN = Path(__file__).parent / "golden"
REPORTS = {
    "ferry.txt": "Harbour board stops the night ferry\n\nBy Ada Marsh\n3 March 2031\n\nHALVERN - The harbour board said on "
    'Monday that the night ferry will stop on 1 April 2031. "We cannot pay for it," said Tom Ellin, the chairman. Ellin denied '
    "that the ferry is unsafe.\n",
    "crossing.txt": "Night ferry to end, board says\n\nBy Lena Holt\n4 March 2031\n\nHALVERN - The night ferry will stop on "
    "1 April 2031, the harbour board said. Some 40 people work on it. Mayor Ida Brook said the town was not asked.\n",
}


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pile")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def account(pile: Path) -> Any:
    return json.loads(contract.text(contract.account(dateline.tell(pile))))


def where(value: Any, pile: Path, *, only_words: bool = False) -> list[str]:
    found, failed = flow.gather([pile])
    return [one.where for one in proof.verified(value, found, failed, only_words=only_words).breaches]


def test_the_untouched_account_is_made_again(account: Any, pile: Path) -> None:
    found, failed = flow.gather([pile])
    assert proof.verified(account, found, failed) == proof.Verified((), again=True)


def test_a_change_is_named_by_its_path(account: Any, pile: Path) -> None:
    forged = copy.deepcopy(account)
    story = forged["stories"][0]
    denial = next(said for said in story["statements"] if said["polarity"] == "deny")
    denial["polarity"] = "assert"
    assert where(forged, pile) == [f"stories[{story['id']}].statements[{denial['id']}].polarity"]


@pytest.mark.parametrize("key", ["comment", "brief"])
def test_keys_are_the_ones_of_an_account(key: str, account: Any, pile: Path) -> None:
    forged = copy.deepcopy(account)
    forged["stories"][0][key] = "It is all invented."
    assert where(forged, pile) == [f"stories[0].{key}"]


def test_an_account_of_one_report_too_few_leaves_one_out(account: Any, pile: Path) -> None:
    assert "inputs[ferry]" in where(
        json.loads(contract.text(contract.account(dateline.tell(pile / "crossing.txt")))), pile
    )


def test_as_of_a_day_and_with_judgements(pile: Path) -> None:
    early = contract.account(dateline.tell(pile, as_of="2031-03-03"))
    judged = contract.account(dateline.tell(pile, judgements=[judgement("not-same-story", "ferry", "crossing")]))
    assert where(early, pile) == where(judged, pile) == []
    forged = {key: value for key, value in judged.items() if key != "judgements"}
    assert where(forged, pile)


def test_a_desk_that_took_reports_in_another_order(pile: Path, tmp_path: Path) -> None:
    with Desk.create(tmp_path / "a.desk") as desk:
        for name in ("ferry.txt", "crossing.txt"):
            assert list(desk.add(pile / name))
            told = contract.account(desk.tell())
    assert where(told, pile) == []


@pytest.mark.parametrize(
    "content", [b"", b"[" * 100_000, b'{"a": NaN}', b'{"stories": [], "stories": []}', b"[1]", b"\xff"]
)
def test_what_is_no_account_is_a_wrong_argument(content: bytes, pile: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(content)
    with pytest.raises(SystemExit) as left:
        cli.main(["verify", str(path), str(pile)])
    assert left.value.code == 2


def test_of_another_version_the_words_are_checked(account: Any, pile: Path) -> None:
    assert where({**account, "dateline": "0.0.1"}, pile) == []
    assert dataclasses.is_dataclass(dateline.Breach)


def test_judgements_that_an_account_names_are_said(
    pile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    judged = contract.account(dateline.tell(pile, judgements=[judgement("not-same-story", "ferry", "crossing")]))
    path = tmp_path / "a.json"
    path.write_text(contract.text(judged), encoding="utf-8")
    with pytest.raises(SystemExit) as left:
        cli.main(["verify", str(path), str(pile)])
    assert (left.value.code, "1 judgements that it names" in capsys.readouterr().err) == (0, True)


FORGED = {
    "polarity": lambda story: _denial(story).update(polarity="assert"),
    "speaker": lambda story: _denial(story).update(speaker=_other(story, _denial(story)["speaker"])),
    "said_on": lambda story: _denial(story).update(said_on="2031-01-01"),
    "status": lambda story: story["timeline"][0].update(status="denied"),
    "date": lambda story: story["timeline"][0].update(date="1999-01-01", earliest="1999-01-01", latest="1999-01-01"),
    "role": lambda story: story["people"][0].update(role="convicted murderer"),
    "origins": lambda story: story["brief"][0].update(origins=["o1", "o2", "o9"]),
    "title": lambda story: story.update(title="the board is a fraud"),
    "no title": lambda story: story.update(title=""),
    "an id": lambda story: story["events"][0].update(id="e-1 (a fraud)"),
    "id of a story": lambda story: story.update(id=""),
    "not": lambda story: story["brief"][0].update(text=story["brief"][0]["text"].replace(" ", " not ", 1)),
    "dangling": lambda story: _denial(story).update(same_as=["q-0000000000"]),
    "hidden": lambda story: story["brief"][0].update(text="\u202e" + story["brief"][0]["text"]),
    "left out": lambda story: story["statements"].remove(_denial(story)),
    "mention left out": lambda story: next(one for one in story["events"] if len(one["mentions"]) > 1)[
        "mentions"
    ].pop(),
    "event left out": lambda story: _without_event(story),
    "weight": lambda story: story["events"][-1].update(weight=1.0),
    "more than all": lambda story: story["timeline"][0].update(weight=1.5),
    "order": lambda story: story["timeline"].reverse(),
    "day": lambda story: story["timeline"][0].update(date="2031-02-31"),
    "cited twice": lambda story: story["brief"][0]["cites"].append(story["brief"][0]["cites"][0]),
    "of no event": lambda story: story["timeline"][0].update(event=None),
    "weight of an entry": lambda story: story["timeline"][0].update(weight=0.999),
    "nobody in an entry": lambda story: next(one for one in story["timeline"] if one["people"]).update(people=[]),
    "cite of an entry": lambda story: story["timeline"][0].update(cites=story["timeline"][-1]["cites"]),
    "sayings left out": lambda story: story.update(sayings=[]),
    "cites of a person": lambda story: story["people"][0].update(cites=story["people"][1]["cites"]),
    "label of an event": lambda story: _unshown(story).update(label="the board is a fraud"),
}


def _unshown(story: Any) -> Any:
    """An event that no entry of the timeline shows."""
    shown = {entry["event"] for entry in story["timeline"]}
    return next(event for event in story["events"] if event["id"] not in shown)


def _without_event(story: Any) -> None:
    """Leave out an event that two reports tell, wherever it stands."""
    event = next(one for one in story["events"] if len(one["origins"]) > 1)
    story["events"].remove(event)
    for part in ("timeline", "deeds"):
        story[part] = [one for one in story[part] if one["event"] != event["id"]]


def _denial(story: Any) -> Any:
    return next(said for said in story["statements"] if said["polarity"] == "deny")


def _other(story: Any, than: str) -> str:
    return next(str(person["id"]) for person in story["people"] if person["id"] != than)


@pytest.mark.parametrize("kind", FORGED)
def test_what_is_forged_is_caught_by_the_words_alone(kind: str, account: Any, pile: Path) -> None:
    forged = copy.deepcopy(account)
    FORGED[kind](forged["stories"][0])
    assert where(forged, pile, only_words=True)


def test_the_untouched_account_holds_by_its_words(account: Any, pile: Path) -> None:
    assert where(account, pile, only_words=True) == []


COUNTED = "We have counted every crossing since the winter, and we cannot pay for what nobody uses any longer"
APART = {
    "ferry.txt": "Harbour board stops the night ferry\n\nBy Ada Marsh\n3 March 2031\n\nHALVERN - The harbour board said on "
    f'Monday that the night ferry will stop on 1 April 2031. "{COUNTED}," Tom Ellin, the chairman, told a meeting in Halvern. '
    "Some 40 people work on the ferry.\n",
    "frost.txt": "Orchard growers ask for frost aid\n\nBy Lena Holt\n19 June 2031\n\nTESSEN - Apple growers in Tessen asked "
    "the ministry on Thursday for aid after the late frost. Three of four blossoms froze in May, growers said, and "
    "the harvest will be the smallest since 2009. Minister Ida Brook promised an answer in July. In spring Tom Ellin of "
    f'Halvern had said of another cut: "{COUNTED}."\n',
}


def test_words_may_be_taken_from_a_report_of_another_story(tmp_path: Path) -> None:
    for name, text in APART.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    value = json.loads(contract.text(contract.account(dateline.tell(tmp_path))))
    edges = [edge for story in value["stories"] for edge in story["edges"]]
    assert len(value["stories"]) == 2
    assert [{edge["from"], edge["to"]} for edge in edges] == [{"ferry", "frost"}]
    assert where(value, tmp_path, only_words=True) == []
    edges[0].update({"from": "ferry", "to": "nowhere"})
    assert where(value, tmp_path, only_words=True)


def test_a_checker_of_entailment_may_be_asked(pile: Path) -> None:
    told = dateline.tell(pile)
    asked: list[str] = []
    assert dateline.verify(told, pile, only_words=True, checker=lambda line, _: asked.append(line)) == ()
    assert told.stories[0].brief[0].text in asked
    found = dateline.verify(told, pile, only_words=True, checker=lambda line, _: "does not follow")
    assert {one.why for one in found} == {"does not follow"}


@pytest.mark.parametrize("field", ["status", "date", "for", "why"])
def test_a_step_is_like_one_that_is_found_anew_in_all_it_says(field: str) -> None:
    """Two steps may be told by one sentence; a step that says in part what the one does, in part what the other, is neither."""
    fresh = json.loads((GOLDEN / "strait.json").read_text(encoding="utf-8"))
    assert not list(beside.breaches(fresh, fresh))
    caught = 0
    for number, plan in enumerate(fresh["stories"][0]["plans"]):
        for at, step in enumerate(plan["history"]):
            others = {one[field] for one in plan["history"]} - {step[field]}
            for other in sorted(others, key=str):
                forged = copy.deepcopy(fresh)
                forged["stories"][0]["plans"][number]["history"][at][field] = other
                assert list(beside.breaches(forged, fresh)), (plan["title"], step["text"], other)
                caught += 1
    assert caught
