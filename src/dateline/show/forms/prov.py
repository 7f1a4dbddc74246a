"""Where reports' words come from, as W3C PROV-JSON: reports and origins are entities, outlets agents, a tie a derivation.

A tie of which nobody knows who took from whom is no derivation: it stands as `dateline:shares` on both reports.
"""

from __future__ import annotations

from typing import Any

from dateline import wording
from dateline.cite import content_id
from dateline.records.account import Account, Told
from dateline.records.report import Report
from dateline.records.story import Edge
from dateline.show import inert, words

Json = Any  # what json.dumps takes
_KINDS = {"copy": "prov:Quotation", "excerpt": "prov:Quotation", "rewrite": "prov:Revision"}


def account(made: Account) -> Json:
    """One document; names are hashed from ids, which stand beside them."""
    out: Json = {
        "prefix": {"dateline": "urn:dateline:"},
        "entity": {_report(one.id): _entity(one) for one in made.reports},
        "agent": {},
        "wasAttributedTo": {},
        "wasDerivedFrom": {},
        "specializationOf": {},
    }
    for one in made.reports:
        if one.outlet:
            agent = _name("outlet", one.outlet)
            out["agent"][agent] = {"prov:label": _plain(one.outlet), "prov:type": _qualified("prov:Organization")}
            pair = {"prov:entity": _report(one.id), "prov:agent": agent}
            out["wasAttributedTo"][f"_:a{len(out['wasAttributedTo'])}"] = pair
    for told in made.stories:
        _story(out, told)
    return {key: some for key, some in out.items() if some}


def _story(out: Json, told: Told) -> None:
    for origin in told.origins:
        name = _name("origin", told.id, origin.id)
        out["entity"][name] = {
            "prov:label": _plain(origin.label),
            "prov:type": _qualified("dateline:origin"),
            "dateline:story": told.id,
            "dateline:why": _plain(wording.sentences(origin.why)),
        }
        for report in origin.reports:
            pair = {"prov:specificEntity": _report(report), "prov:generalEntity": name}
            out["specializationOf"][f"_:s{len(out['specializationOf'])}"] = pair
    for edge in told.edges:
        if edge.direction == "from-to":
            out["wasDerivedFrom"][f"_:d{len(out['wasDerivedFrom'])}"] = _derived(edge)
        else:
            for here, there in ((edge.from_, edge.to), (edge.to, edge.from_)):
                told_of = out["entity"][_report(here)].setdefault("dateline:shares", [])
                told_of.append(_plain(f"{words.tie(edge)} {there}: {wording.sentences(edge.why)}"))


def _derived(edge: Edge) -> Json:
    kind = _KINDS.get(edge.kind)
    return {
        "prov:generatedEntity": _report(edge.from_),
        "prov:usedEntity": _report(edge.to),
        **({"prov:type": _qualified(kind)} if kind else {}),
        "dateline:kind": edge.kind,
        "dateline:containment": {"$": f"{edge.containment:g}", "type": "xsd:double"},
        "dateline:why": _plain(wording.sentences(edge.why)),
    }


def _entity(report: Report) -> Json:
    out: Json = {"prov:label": _plain(words.source(report)), "prov:type": _qualified("dateline:report")}
    out |= {"dateline:id": _plain(report.id), "dateline:sha256": report.sha256}
    link = words.link(report.url)
    return out | ({"prov:location": link} if link else {})


def _qualified(name: str) -> Json:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


def _report(name: str) -> str:
    return _name("report", name)


def _name(kind: str, *parts: str) -> str:
    return f"dateline:{content_id(kind, *parts)}"


def _plain(text: str) -> str:
    return inert.plain(words.one_line(text))
