"""What is written for other programs, read back by readers that are not ours."""

from __future__ import annotations

import io
import json
import re
import sys
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import bibtexparser
import docx
import pyarrow.parquet as pq
import pypdfium2
import pytest
from followthemoney import model
from prov.model import ProvDerivation, ProvDocument, ProvEntity

from dateline import cli, flow
from dateline import contract as shapes
from dateline.errors import InputError
from dateline.records import Account, Reason
from dateline.show.forms import registry, tables

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def one(account: Account, form: str) -> bytes:
    (content,) = registry.files(account, form).values()
    return content


def value(account: Account, form: str) -> Any:
    return json.loads(one(account, form))


@pytest.mark.parametrize("form", registry.names("account"))
def test_the_same_account_gives_the_same_bytes(form: str, account: Account) -> None:
    made = registry.files(account, form)
    assert all(made.values())
    assert made == registry.files(shapes.load(Account, shapes.account(account)), form)


@pytest.mark.parametrize("form", registry.names("account"))
def test_an_account_without_a_story_and_hostile_words_can_be_written(form: str, account: Account) -> None:
    assert registry.files(replace(account, stories=(), reports=(), inputs=()), form)
    bad = "\x1b[31m\ud800 \\input{x} =1+1 }{ <b> \u202e"
    told = replace(account.stories[0], title=bad, people=tuple(replace(p, name=bad) for p in account.stories[0].people))
    reports = tuple(replace(r, title=bad, outlet=bad, authors=(bad,)) for r in account.reports)
    for content in registry.files(replace(account, stories=(told,), reports=reports), form).values():
        assert b"\x1b" not in content or form in ("parquet", "docx", "pdf")


def test_every_form_says_what_it_leaves_out_but_those_that_hold_all() -> None:
    whole = {"json", "md", "html", "parquet", "csv", "cites"}
    assert {name for name, form in registry.FORMS.items() if not form.leaves} == whole


def test_word_has_a_footnote_for_each_reference(account: Account) -> None:
    content = one(account, "docx")
    document = docx.Document(io.BytesIO(content))
    assert document.paragraphs[0].text == "Footbridge to Rask put off"
    assert document.paragraphs[0].style is not None
    assert document.paragraphs[0].style.name == "Heading 1"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        body, notes = (ElementTree.fromstring(archive.read(f"word/{name}.xml")) for name in ("document", "footnotes"))
        types = archive.read("[Content_Types].xml").decode()
        assert "/word/footnotes.xml" in types
        assert "footnotes.xml" in archive.read("word/_rels/document.xml.rels").decode()
    asked = [ref.get(f"{W}id") for ref in body.iter(f"{W}footnoteReference")]
    told = {note.get(f"{W}id"): "".join(t.text or "" for t in note.iter(f"{W}t")) for note in notes}
    assert len(asked) == len(set(asked)) > 10
    assert set(asked) | {"-1", "0"} == set(told)
    first = told[asked[0] or ""]
    assert first.startswith(
        " Tern News, 10 Feb 2032: “Mayor Petra Vell on Tuesday offered the town of Rask a footbridge"
    )
    assert first.endswith("of 01-wire)")


def test_pdf_holds_the_brief_and_its_notes(account: Account) -> None:
    document = pypdfium2.PdfDocument(one(account, "pdf"))
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    for line in account.stories[0].brief:
        assert line.text in text
    marked = re.search(r"Nine or eleven people were hurt\. \[(\d+) (\d+)\] \(disputed\)", text)
    assert marked is not None
    assert f" {marked[1]} Tern News, 10 Feb 2032: “Nine people were hurt”" in text
    assert document.get_metadata_dict()["Title"] == "Footbridge to Rask put off"


def test_pdf_says_which_letters_its_font_has_not(account: Account) -> None:
    told = replace(account.stories[0], title="Bridge 橋 for Łódź, Москва")
    document = pypdfium2.PdfDocument(one(replace(account, stories=(told,)), "pdf"))
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    assert "Bridge [?] for Łódź, Москва" in text
    assert "1 letter that this font has not" in text


def test_each_cite_is_an_annotation_that_reads_back(cup: Account) -> None:
    made = value(cup, "webannotation")
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
    items = made["first"]["items"]
    assert (made["type"], made["first"]["type"], made["total"]) == (
        "AnnotationCollection",
        "AnnotationPage",
        len(items),
    )
    assert len({item["id"] for item in items}) == len(items)
    texts = {report.id: report.text for report in cup.reports}
    places = set()
    for item in items:
        assert item["type"] == "Annotation"
        assert item["body"][0]["id"].startswith("urn:dateline:")
        quoted, at = item["target"]["selector"]
        assert (quoted["type"], at["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        (report,) = [key for key in texts if item["id"].split(":")[4] == key]
        text = texts[report]
        assert text[at["start"] : at["end"]] == quoted["exact"]
        assert text[: at["start"]].endswith(quoted["prefix"])
        assert text[at["end"] :].startswith(quoted["suffix"])
        places.add((report, at["start"], at["end"]))
    brief = [cite for line in cup.stories[0].brief for cite in line.cites]
    assert {(cite.report, cite.start, cite.end) for cite in brief} <= places


# What the schema of ninjs 2.1 allows of an item, of what is written here (additionalProperties is false there).
NINJS = {
    "uri", "standard", "type", "language", "title", "firstcreated", "versioncreated", "by", "headlines", "descriptions",
    "bodies", "people", "organisations", "events", "infosources", "associations",
}  # fmt: skip
INSIDE = {
    "headlines": {"role", "value", "contenttype"}, "descriptions": {"role", "value", "contenttype"},
    "bodies": {"role", "value", "contenttype", "charcount", "wordcount"}, "people": {"name", "rel", "uri"},
    "organisations": {"name", "rel", "uri"}, "events": {"name", "rel", "uri"},
    "infosources": {"name", "role", "uri", "literal"}, "standard": {"name", "version", "schema"},
}  # fmt: skip


def _is_ninjs(item: dict[str, Any], more: set[str]) -> None:
    assert set(item) <= NINJS | more
    assert item["uri"].startswith("urn:")
    for stamp in ("firstcreated", "versioncreated"):
        if stamp in item:
            assert datetime.fromisoformat(item[stamp]).tzinfo is not None
    for name, allowed in INSIDE.items():
        some = item.get(name, [])
        for inner in some if isinstance(some, list) else [some]:
            assert set(inner) <= allowed


def test_ninjs_keeps_to_its_schema(account: Account) -> None:
    item = value(account, "ninjs")
    _is_ninjs(item, set())
    assert item["type"] == "text"
    assert item["headlines"][0]["value"] == "Footbridge to Rask put off"
    assert item["bodies"][0]["charcount"] == len(item["bodies"][0]["value"])
    assert "Nine or eleven people were hurt." in item["bodies"][0]["value"]
    assert [source["literal"] for source in item["infosources"]] == [report.id for report in account.reports]
    several = value(replace(account, stories=(account.stories[0], replace(account.stories[0], id="s-other"))), "ninjs")
    assert several["type"] == "composite"
    for inner in several["associations"]:
        _is_ninjs(inner, {"name"})
        assert inner["name"]


def test_followthemoney_takes_every_entity_and_value(cup: Account) -> None:
    lines = one(cup, "ftm").decode().splitlines()
    proxies = [model.get_proxy(json.loads(line)) for line in lines]
    ids = {proxy.id for proxy in proxies}
    assert len(ids) == len(proxies)
    for line, proxy in zip(lines, proxies, strict=True):
        given = json.loads(line)["properties"]
        for name, values in given.items():
            kept = proxy.get(name)
            prop = proxy.schema.get(name)
            assert prop is not None
            assert kept, (proxy.schema.name, name, values)
            if prop.type.name == "entity":
                assert set(values) <= ids
        proxy.schema.validate({"properties": {name: proxy.get(name) for name in given}})
    kinds = {proxy.schema.name for proxy in proxies}
    assert {"Article", "Event", "Person", "Documentation"} <= kinds
    told = cup.stories[0].findings.timeline
    assert sum(proxy.schema.name == "Event" for proxy in proxies) == len(told)


def test_prov_is_read_by_prov(account: Account) -> None:
    made = ProvDocument.deserialize(content=one(account, "prov").decode(), format="json")
    entities = {str(record.label) for record in made.get_records(ProvEntity)}
    assert "Tern News, 10 Feb 2032" in entities
    assert "“Burgomaster Vell proffers pedestrian…”, undated" in entities
    (derived,) = made.get_records(ProvDerivation)
    assert len(list(made.get_records(ProvEntity))) == len(account.reports) + len(account.stories[0].origins)
    edge = replace(account.stories[0].edges[0], direction="unknown", why=(Reason("direction-unknown"),))
    other = replace(account, stories=(replace(account.stories[0], edges=(edge,)),))
    again = ProvDocument.deserialize(content=one(other, "prov").decode(), format="json")
    assert list(again.get_records(ProvDerivation)) == []
    assert one(other, "prov").decode().count("Nothing in them says which took it from which.") == 2
    assert derived is not None


def test_bibtex_is_read_by_a_parser_of_bibtex(account: Account) -> None:
    hard = replace(account.reports[1], title="50% of {Rask} & co: C:\\x_y #1", authors=("Ada Lind, staff", "Jo Berg"))
    made = replace(account, reports=(account.reports[0], hard, *account.reports[2:]))
    library = bibtexparser.parse_string(one(made, "bibtex").decode())
    assert library.failed_blocks == []
    assert len(library.entries) == len(account.reports)
    fields = [{field.key: field.value for field in entry.fields} for entry in library.entries]
    assert fields[1]["url"] == "https://post.example/a?b=1&c=2"
    assert fields[1]["author"] == "{Ada Lind, staff} and {Jo Berg}"
    assert fields[1]["title"] == r"{50\% of \{Rask\} \& co: C:\textbackslash{}x\_y \#1}"
    assert (fields[0]["year"], fields[0]["month"], fields[0]["day"]) == ("2032", "2", "10")
    assert "year" not in fields[4]


def test_csl_has_what_citation_managers_need(account: Account) -> None:
    items = value(account, "csl")
    assert [item["id"] for item in items] == [report.id for report in account.reports]
    assert items[0]["issued"] == {"date-parts": [[2032, 2, 10]]}
    assert (items[0]["type"], items[0]["container-title"]) == ("article-newspaper", "Tern News")
    assert items[3]["type"] == "webpage"
    assert "URL" not in items[3]  # its address is no web address


@pytest.fixture(scope="module")
def parquet(cup: Account) -> dict[str, Any]:
    return {
        name.removesuffix(".parquet"): pq.read_table(io.BytesIO(content))
        for name, content in registry.files(cup, "parquet").items()
    }


def test_parquet_holds_every_table(cup: Account, parquet: dict[str, Any]) -> None:
    assert set(parquet) == set(tables.NAMES)
    for name, read in parquet.items():
        made = tables.table(cup, name)
        assert read.column_names == list(made.columns)
        assert read.num_rows == len(made.rows)
        assert all(set(row) <= set(made.columns) for row in made.rows), name
    found = cup.stories[0].findings
    assert parquet["statements"].num_rows == len(found.statements)
    assert parquet["deeds"].num_rows == len(found.deeds)
    assert parquet["plans"].num_rows == sum(len(plan.history) for plan in found.plans)
    assert parquet["timeline"].column("date").to_pylist() == [entry.date for entry in found.timeline]


def test_the_table_of_cites_reads_back(cup: Account, parquet: dict[str, Any]) -> None:
    texts = {row["id"]: row["text"] for row in parquet["reports"].to_pylist()}
    rows = parquet["cites"].to_pylist()
    assert rows
    for row in rows:
        assert texts[row["report"]][row["start"] : row["end"]] == row["text"]
    ids = {name: set(parquet[name].column("id").to_pylist()) for name in {row["of"] for row in rows}}
    assert all(row["id"] in ids[row["of"]] for row in rows)
    about = {(cite.report, cite.start) for _, cite in flow.cited(cup.stories[0].findings.timeline)}
    assert about == {(row["report"], row["start"]) for row in rows if row["of"] == "timeline"}


def test_tables_without_rows_have_their_columns(account: Account) -> None:
    read = pq.read_table(io.BytesIO(registry.files(account, "parquet")["deeds.parquet"]))
    assert (read.num_rows, "plover" in read.column_names) == (0, True)


def test_what_is_not_installed_is_named_with_its_remedy(account: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "dateline.show.forms.parquet", raising=False)
    with pytest.raises(InputError, match=re.escape("pip install 'dateline[parquet]'")):
        registry.files(account, "parquet")


def _run(*words: object) -> int:
    with pytest.raises(SystemExit) as left:
        cli.main([str(word) for word in words])
    return int(left.value.code or 0)


def test_the_verb_writes_what_was_kept(
    account: Account, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    kept = tmp_path / "account.json"
    kept.write_text(shapes.text(shapes.account(account)))
    assert _run("export", "--account", kept, "--format", "csl") == 0
    assert json.loads(capsysbinary.readouterr().out)[0]["id"] == "01-wire"
    assert _run("export", "--account", kept, "--format", "docx", "--out", tmp_path / "a.docx") == 0
    assert docx.Document(str(tmp_path / "a.docx")).paragraphs
    assert _run("export", "--account", kept, "--format", "parquet", "--out", tmp_path / "tables") == 0
    assert {path.stem for path in (tmp_path / "tables").iterdir()} == set(tables.NAMES)
    assert _run("export", "--format", "list") == 0
    assert b"Leaves out" in capsysbinary.readouterr().out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--format", "nix"], b"is no form of account"),
        (["--format", "parquet"], b"--out"),
        (["--format", "csl", "--account", "no.json"], b"no.json"),
        (["--format", "csl", "--account", "no.json", "reports"], b"alone"),
        (["--format", "csl", "--out", "no/such/folder.json"], b"cannot be written"),
    ],
)
def test_bad_use_is_said_before_long_work(
    words: list[str], says: bytes, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert _run("export", *words) == 2
    assert says in capsysbinary.readouterr().err
