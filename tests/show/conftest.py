"""An account made by hand: two plans, a conflict, a denial, a report that a machine rewrote, a report that holds markup."""

# ruff: noqa: E501  # one record a line: the account reads as a table

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline import records as r
from dateline.cite import Cite, Cites
from made import report


def worded(text: str) -> r.Reasons:
    return (r.Reason("worded", (text,)),)


TEXTS = {
    "01-wire": (
        "Mayor offers Rask a footbridge\n\n"
        "HOLM (TNA) — Mayor Petra Vell on Tuesday offered the town of Rask a footbridge, to open in May. "
        "Nine people were hurt when the old one fell on 2 February, police said.\n\n"
        "“We want it open by summer,” Vell told reporters.\n\n"
        "Read more: bridges of the north"
    ),
    "02-post": (
        "Vell offers bridge\n\n"
        "Mayor Petra Vell on Tuesday offered the town of Rask a footbridge, to open in May. "
        "It is not known who will pay for it.\n\nTNA contributed to this report."
    ),
    "03-echo": (
        "Bridge put off until autumn 2032\n\n"
        "The footbridge to Rask will not open before autumn 2032, the council said on Friday. "
        "Eleven people were hurt when the old bridge fell. "
        "The builder, Jon Askel, denied that his bolts had failed.\n\n"
        "<script>alert('bolts')</script> & <b>steel</b> \"quoted\""
    ),
    "04-radio": "Council agrees to hold the harbour fair in June 2032, the clerk said. “Our bolts held,” said Mr Askel.",
    "05-mix": "Burgomaster Vell proffers pedestrian overpass\n\nhurt when the elder bridge collapsed. [88120417]",
}
DAYS = {
    "01-wire": "2032-02-10",
    "02-post": "2032-02-11",
    "03-echo": "2032-03-05",
    "04-radio": "2032-03-08",
    "05-mix": None,
}
OUTLETS = {"01-wire": "Tern News", "02-post": "Holm Post", "03-echo": "Rask Echo", "04-radio": None, "05-mix": None}


def cite(report: str, words: str) -> Cite:
    start = TEXTS[report].index(words)
    return Cite(report, start, start + len(words), words)


def _report(key: str) -> r.Report:
    head, _, rest = TEXTS[key].rpartition("\n\n") if key == "04-radio" else TEXTS[key].partition("\n\n")
    blocks: list[tuple[r.Label, str]] = [("headline", head), ("body", rest)] if head else [("body", rest)]
    if key == "01-wire":
        told, _, more = rest.rpartition("\n\n")
        blocks[1:] = [("body", told), ("related", more)]
    url = {"02-post": "https://post.example/a?b=1&c=2", "04-radio": "javascript:alert(1)"}.get(key)
    made = report(*blocks, key=key, day=DAYS[key], outlet=OUTLETS[key])
    return replace(made, path=f"{key}.txt", url=url, title=head or None, sha256=key * 4)


OFFER = "Mayor Petra Vell on Tuesday offered the town of Rask a footbridge, to open in May."
PUT_OFF = "The footbridge to Rask will not open before autumn 2032, the council said on Friday."


def _said(id_: str, report: str, speaker: str | None, content: str, **more: object) -> r.Statement:
    base = {"type": "indirect", "class_": "statement", "polarity": "assert", "through": None, "said_on": DAYS[report]}
    return r.Statement(id_, report, speaker, None, None, (cite(report, content),), **{**base, **more})  # type: ignore[arg-type]  # spelt out in the calls


def _plans() -> tuple[r.Plan, ...]:
    offer: Cites = (cite("01-wire", OFFER), cite("02-post", OFFER))
    bridge = (
        r.Step("2032-02-10", "offered", "2032-05", OFFER, offer),
        r.Step("2032-02-20", "agreed", "2032-05", OFFER, offer),
        r.Step("2032-03-05", "postponed", "2032-23", PUT_OFF, (cite("03-echo", PUT_OFF),)),
    )
    fair = cite("04-radio", "Council agrees to hold the harbour fair in June 2032")
    return (
        r.Plan("k-bridge", "the footbridge to Rask", "postponed", "2032-23", bridge),
        r.Plan(
            "k-fair",
            "harbour fair",
            "agreed",
            "2032-06",
            (r.Step("2032-03-08", "agreed", "2032-06", fair.text, (fair,)),),
        ),
    )


def _claims() -> tuple[r.Claim, ...]:
    nine = cite("01-wire", "Nine people were hurt")
    eleven = cite("03-echo", "Eleven people were hurt")
    sides = (r.Side("Nine", (nine,), ("o1",)), r.Side("Eleven", (eleven,), ("o2",)))
    return (
        r.Claim("c-hurt", "Nine people were hurt when the old one fell", "conflict", "number", sides),
        r.Claim(
            "c-fair",
            "A harbour fair in June 2032",
            "single",
            "fact",
            (r.Side("fair", (cite("04-radio", "harbour fair in June 2032"),), ("o3",)),),
        ),
    )


def _told() -> r.Told:
    fell = cite("01-wire", "Nine people were hurt when the old one fell on 2 February, police said.")
    bolts = "his bolts had failed"
    offer: Cites = (cite("01-wire", OFFER), cite("02-post", OFFER))
    sign = r.Sign("scraper-id", cite("05-mix", "[88120417]"), "digits in brackets that no sentence needs")
    return r.Told(
        id="s-bridge",
        title="Footbridge to Rask put off",
        reports=tuple(TEXTS),
        origins=(
            r.Origin("o1", "Tern News, 10 Feb 2032", ("01-wire", "02-post"), worded("Holm Post carries the dispatch."), ()),
            r.Origin("o2", "Rask Echo", ("03-echo",), worded("Its own words."), ()),
            r.Origin("o3", "04-radio", ("04-radio", "05-mix"), worded("Its own words."), ()),
        ),
        edges=(r.Edge("02-post", "01-wire", "copy", "from-to", 0.8, worded("83 of its 104 words in a row stand there"), (offer[1],)),),
        people=(
            r.Person("p-vell", "Petra Vell", "PERSON", "mayor of Holm", None, ("Vell",), (cite("01-wire", "Petra Vell"),)),
            r.Person("p-askel", "Jon Askel", "PERSON", "builder", None, ("Mr Askel",), (cite("03-echo", "Jon Askel"),)),
        ),
        findings=r.Findings(
            timeline=(
                r.Entry("t-old", "1987~", "1987-01-01", "1987-12-31", "hurt when the elder bridge collapsed", "alleged", (), None, (cite("05-mix", "the elder bridge"),), ("o3",), True),
                r.Entry("t-fell", "2032-02-02", "2032-02-02", "2032-02-02", "The old bridge fell", "happened", (), None, (fell,), ("o1",), weight=0.9),
                r.Entry("t-offer", "2032-02-10", "2032-02-10", "2032-02-10", OFFER, "happened", ("p-vell",), "k-bridge", offer, ("o1",), weight=0.7),
                r.Entry("t-open", "2032-23", "2032-09-01", "2032-11-30", PUT_OFF, "postponed", (), "k-bridge", (cite("03-echo", PUT_OFF),), ("o2",)),
            ),
            plans=_plans(),
            statements=(
                _said("q-summer", "01-wire", "p-vell", "“We want it open by summer,”", type="direct", through="reporters"),
                _said("q-bolts", "03-echo", "p-askel", bolts, polarity="deny"),
                _said("q-held", "04-radio", "p-askel", "“Our bolts held,”", type="direct", denies=("q-bolts",)),
                _said("q-police", "01-wire", None, "Nine people were hurt when the old one fell on 2 February"),
            ),
            claims=_claims(),
            questions=(r.Question("u-pay", "It is not known who will pay for it.", (cite("02-post", "It is not known who will pay for it."),)),),
        ),
        brief=(
            r.Line(OFFER, offer, ("o1",), "single"),
            r.Line(PUT_OFF, (cite("03-echo", PUT_OFF), cite("03-echo", "not open before autumn 2032")), ("o2",), "planned"),
            r.Line("Nine or eleven people were hurt.", (cite("01-wire", "Nine people were hurt"), cite("03-echo", "Eleven people were hurt")), ("o1", "o2"), "disputed"),
        ),
        machine_rewritten=(r.MachineRewritten("05-mix", (sign,), None),),
    )  # fmt: skip


@pytest.fixture
def account() -> r.Account:
    return r.Account(
        dateline="0.1.0",
        as_of="2032-03-08",
        inputs=tuple(r.Input(key, key * 4) for key in TEXTS),
        failed=(r.Failure("empty.txt", "the file is empty"),),
        reports=tuple(_report(key) for key in TEXTS),
        stories=(_told(),),
    )
