"""Documents in forms at which other programs failed in public: exports, mail, archives, clippings."""

from __future__ import annotations

import base64
import gzip
import quopri
import zlib
from email.message import EmailMessage
from pathlib import Path

import documents
import pytest

from dateline.read import read
from dateline.read.formats import encodings
from dateline.records import Failure, Report

EXPORTS = Path(__file__).with_name("exports")
SALT = "Salt works of Tarn burns all night"
BATH = "Bath to close for good"
FIRE = "A fire broke out in the salt works of Tarn on Monday night and burned until the morning, the fire service said."
HURT = "Nobody was hurt. The director, Ole Friske, said that the works would stand still for at least three weeks."
COUNCIL = (
    "The council of Holm decided on Tuesday to close the swimming bath in the old harbour for good, after forty years."
)


def both(path: Path) -> tuple[list[Report], list[Failure]]:
    found = list(read([path]))
    return [one for one in found if isinstance(one, Report)], [one for one in found if isinstance(one, Failure)]


def written(folder: Path, name: str, content: bytes) -> tuple[list[Report], list[Failure]]:
    (folder / name).write_bytes(content)
    return both(folder / name)


ECHO, POST, BOTE, COURRIER = "The Tarn Echo", "Holm Post", "Tarner Bote", "Le Courrier de Tarn"
LONG = f"{BATH} after forty years; Council of Holm decides with nine votes against six"  # wrapped in the file
OLA = ("Ola Tveit",)


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("nexis-with-correction", (SALT, "The Tarn Echo (North)", OLA), (LONG, POST, ())),
        ("nexis-with-cover", (SALT, ECHO, OLA), (BATH, POST, ("Mia Lund", "Per Askel"))),
        ("nexis-named-headline", (SALT, ECHO, ("Ola Tveit", "Per Askel")), (BATH, ECHO, ())),
        ("nexis-single", (SALT, ECHO, OLA), None),
        ("nexis-german", ("Saline von Tarn brennt die ganze Nacht", BOTE, OLA), ("Bad wird geschlossen", "Holmer Post", ())),
        ("nexis-latin-1", ("Saline brennt", BOTE, OLA), ("Bad zu", BOTE, ())),
        ("nexis-french", ("La saline de Tarn brûle toute la nuit", COURRIER, OLA), ("Les bains fermeront", COURRIER, ())),
        ("factiva-shown", (SALT, ECHO, OLA), (BATH, POST, ())),
        ("factiva-kickers", (SALT, ECHO, ()), (BATH, POST, ("Mia Lund", "Per Askel"))),
        ("factiva-coded", (SALT, ECHO, OLA), (BATH, POST, ())),
    ],
)  # fmt: skip
def test_an_export_is_its_reports(name: str, first: tuple[object, ...], second: tuple[object, ...] | None) -> None:
    found, failed = both(EXPORTS / f"{name}.txt")
    assert failed == []
    wanted = [(*first, "2031-03-04"), *([(*second, "2031-03-05")] if second else [])]
    assert [(one.title, one.outlet, one.authors, one.published.value) for one in found] == wanted


@pytest.mark.parametrize("path", sorted(EXPORTS.iterdir()), ids=lambda path: path.stem)
def test_what_files_a_report_is_not_told(path: Path) -> None:
    found = both(path)[0]
    assert found
    for one in found:
        assert 1 <= one.body.count("\n\n") + 1 <= 3
        assert one.body.endswith((".", ".)"))
        for word in (
            "%",
            "LOAD",
            "Load-Date",
            "words",
            "JOURNAL",
            "Copyright",
            "PUB",
            "isalt",
            "SPRACHE",
            "LANGUE",
            "URL",
        ):
            assert word not in one.text, word


@pytest.mark.parametrize(
    ("name", "at", "words", "label"),
    [
        ("nexis-with-correction", 0, "A report on Tuesday misstated the name", "notice"),
        ("nexis-with-correction", 0, "PHOTO: The salt works", "caption"),
        ("nexis-with-cover", 0, "Works to stand still", "deck"),
        ("nexis-with-cover", 0, "The salt works on Tuesday morning.", "caption"),
        ("nexis-with-cover", 0, "The director is Ole Friske", "notice"),
        ("nexis-named-headline", 1, "The roof would cost 2.1 million", "notice"),
        ("nexis-named-headline", 1, "Photo: The bath in March.", "caption"),
        ("nexis-single", 0, "an earlier version misnamed", "notice"),
        ("nexis-french", 0, "Trois semaines", "deck"),
    ],
)
def test_what_stands_beside_a_report_is_labelled(name: str, at: int, words: str, label: str) -> None:
    report = both(EXPORTS / f"{name}.txt")[0][at]
    (block,) = (block for block in report.blocks if report.text[block.start :].startswith(words))
    assert block.label == label


@pytest.mark.parametrize(
    "line",
    ["Ticker: TSW (TNX) (80%)", "Organization: FRISKE SALT AB (90%); FIRE SERVICE OF TARN (54%)", "City: TARN (92%)",
     "Country: VAEL (95%)", "Publication-Type: Newspaper; Web Publication", "Journal Code: TE", "Load-Date: March 5, 2031",
     "Subject: FIRES (90%); SALT (77%)"],
)  # fmt: skip
@pytest.mark.parametrize("headed", [True, False])
def test_fields_behind_a_text_in_word(tmp_path: Path, line: str, headed: bool) -> None:
    lines = [SALT, ECHO, "March 4, 2031 Tuesday", "Section: NEWS", "Length: 40 words", "Body", FIRE, HURT]
    lines += ["Classification"] * headed + [line, "Industry: SALT MINING (88%)", "Language: ENGLISH", "End of Document"]
    (found,), failed = written(tmp_path, "one.docx", documents.word(lines))
    assert failed == [] and found.body == f"{FIRE}\n\n{HURT}" and found.language == "en" and found.title == SALT


@pytest.mark.parametrize("suffix", ["docx", "rtf", "pdf"])
@pytest.mark.parametrize("source", ["The Tarn Echo, 4 March 2031", "Tarn Echo | March 4, 2031", "4 March 2031"])
def test_a_clipping_has_its_masthead(tmp_path: Path, suffix: str, source: str) -> None:
    lines = [SALT, "By Ola Tveit", source, FIRE, HURT, COUNCIL]
    made = {"docx": documents.word, "rtf": documents.rtf, "pdf": lambda told: documents.pdf([told])}[suffix](lines)
    (found,), failed = written(tmp_path, f"one.{suffix}", made)
    assert failed == [] and (found.title, found.authors) == (SALT, OLA)
    assert found.published.value == "2031-03-04"
    assert found.outlet == (source[: source.index("Echo") + 4] if "Echo" in source else None)


def message(subject: str, sender: str, text: str | None, rich: str | None = None) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["Subject"], made["To"] = f"{sender} <news@paper.example>", subject, "desk@desk.example"
    made["Date"] = "Tue, 04 Mar 2031 09:00:00 +0100"
    if text:
        made.set_content(text)
    if rich and text:
        made.add_alternative(rich, subtype="html")
    elif rich:
        made.set_content(rich, subtype="html")
    return made


INNER = message(SALT, "Tarn Echo", f"{FIRE}\n\n{HURT}")
RICH = message(SALT, "Tarn Echo", None, f"<html><body><h1>{SALT}</h1><p>{FIRE}</p><p>{HURT}</p></body></html>")
TWICE = message(SALT, "Tarn Echo", FIRE, f"<p>{FIRE}</p><p>{HURT}</p>")


def by_hand(kind: str, coding: str, content: bytes) -> bytes:
    """A message with another attached, written as no library would write it."""
    return (
        "From: Desk <desk@desk.example>\nSubject: Fwd: for you\nDate: Wed, 05 Mar 2031 09:00:00 +0100\nMIME-Version: 1.0\n"
        f"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nFor you, from the night.\n\n"
        f"--b\n{kind}\n{coding}\n"
    ).encode() + content + b"\n--b--\n"  # fmt: skip


def attached(inner: EmailMessage | bytes, **said: str) -> bytes:
    """A message with another attached by the library."""
    made = message("Fwd: for you", "Desk", "For you, from the night.")
    if isinstance(inner, bytes):
        made.add_attachment(inner, **said)
    else:
        made.add_attachment(inner)
    return made.as_bytes()


MESSAGE = "Content-Type: message/rfc822"
MAILS = {
    "as it is": attached(INNER),
    "of HTML": attached(RICH),
    "of both": attached(TWICE),
    "in base 64": by_hand(MESSAGE, "Content-Transfer-Encoding: base64\n", base64.encodebytes(INNER.as_bytes())),
    "quoted": by_hand(MESSAGE, "Content-Transfer-Encoding: quoted-printable\n", quopri.encodestring(INNER.as_bytes())),
    "as a file": attached(INNER.as_bytes(), maintype="application", subtype="octet-stream", filename="salt.eml"),
    "as a text": attached(INNER.as_bytes(), maintype="text", subtype="plain", filename="salt.eml"),
    "without a name": attached(RICH.as_bytes(), maintype="application", subtype="octet-stream", filename="ATT00001"),
    "as global": by_hand("Content-Type: message/global", "", INNER.as_bytes()),
    "in a mail in a mail": by_hand(
        MESSAGE, "", by_hand(MESSAGE, "", INNER.as_bytes()).replace(b"boundary=b", b"boundary=c").replace(b"--b", b"--c")
    ),
}  # fmt: skip


@pytest.mark.parametrize("how", MAILS)
def test_an_attached_message_has_its_own_masthead(tmp_path: Path, how: str) -> None:
    found, failed = written(tmp_path, "one.eml", MAILS[how])
    assert failed == []
    (inner,) = (one for one in found if FIRE in one.body)
    assert (inner.title, inner.outlet) == (SALT, "Tarn Echo")
    assert (inner.published.value or "").startswith("2031-03-04") and HURT in inner.body
    assert [one.title for one in found if one is not inner] == ["Fwd: for you"] * (2 if "mail in" in how else 1)


@pytest.mark.parametrize(
    "head",
    [
        "---------- Forwarded message ---------\nFrom: Tarn Echo <news@paper.example>\nDate: Tue, 4 Mar 2031 at 09:00\n"
        "Subject: {title}\nTo: <desk@desk.example>",
        "-----Original Message-----\nFrom: Tarn Echo [mailto:news@paper.example]\nSent: 4 March 2031 09:00\nTo: Desk\n"
        "Subject: {title}",
        "Begin forwarded message:\n\nFrom: Tarn Echo <news@paper.example>\nSubject: {title}\n"
        "Date: March 4, 2031 at 9:00:00 AM GMT+1\nTo: desk@desk.example",
        "-----Ursprüngliche Nachricht-----\nVon: Tarn Echo <news@paper.example>\nGesendet: Dienstag, 4. März 2031 09:00\n"
        "An: Desk\nBetreff: {title}",
        "---------- Message transféré ---------\nDe : Tarn Echo <news@paper.example>\nDate : mar. 4 mars 2031 à 09:00\n"
        "Objet : {title}\nÀ : <desk@desk.example>",
    ],
)
@pytest.mark.parametrize("own", ["Worth a line tomorrow, says the night desk.\n\n", ""])
def test_a_message_forwarded_in_the_text_has_its_own_masthead(tmp_path: Path, head: str, own: str) -> None:
    text = f"{own}{head.format(title=SALT)}\n\n{FIRE}\n\n{HURT}\n"
    found, failed = written(tmp_path, "one.eml", message(f"Fwd: {SALT}", "Desk", text).as_bytes())
    assert failed == [] and len(found) == 1 + bool(own)
    inner = found[-1]
    assert (inner.title, inner.outlet) == (SALT, "Tarn Echo") and inner.body.split("\n")[0] == FIRE
    assert (inner.published.value or "").startswith("2031-03-04")
    assert not own or found[0].outlet == "Desk"


def test_a_digest_is_its_messages(tmp_path: Path) -> None:
    parts = "".join(f"--b\n\n{one.as_string()}\n" for one in (INNER, message(BATH, "Holm Post", COUNCIL)))
    head = "From: D <d@d.example>\nSubject: Digest\nMIME-Version: 1.0\nContent-Type: multipart/digest; boundary=b\n\n"
    found, failed = written(tmp_path, "one.eml", f"{head}{parts}--b--\n".encode())
    assert failed == [] and [(one.title, one.outlet) for one in found] == [(SALT, "Tarn Echo"), (BATH, "Holm Post")]


PAGE = documents.PAGE.encode()
CHUNKED, GZIPPED = "Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n"


def chunks(body: bytes, behind: str = "", size: int = 200, trailer: str = "", form: str = "x") -> bytes:
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    out = b"".join(f"{len(part):{form}}{behind}\r\n".encode() + part + b"\r\n" for part in parts)
    return out + f"0{behind}\r\n{trailer}\r\n".encode()


@pytest.mark.parametrize(
    ("fields", "body"),
    [
        (CHUNKED, chunks(PAGE, ";x=y")),
        (CHUNKED, chunks(PAGE, ' ; name="a b"', form="X")),
        (CHUNKED, chunks(PAGE, trailer="X-Sum: 1\r\n")),
        (CHUNKED, chunks(PAGE, form="06x")),
        (CHUNKED, chunks(PAGE)[:-40]),
        (CHUNKED, PAGE),
        ("transfer-encoding: Chunked\r\n", chunks(PAGE)),
        ("Transfer-Encoding: gzip, chunked\r\n", chunks(gzip.compress(PAGE))),
        ("Transfer-Encoding: identity\r\nContent-Encoding: identity\r\n", PAGE),
        ("", chunks(PAGE)),
        ("", gzip.compress(PAGE)),
        (CHUNKED, chunks(gzip.compress(PAGE))),
        (CHUNKED + GZIPPED, chunks(gzip.compress(PAGE))),
        (CHUNKED + GZIPPED, gzip.compress(PAGE)),
        (CHUNKED + GZIPPED, PAGE),
        (GZIPPED, PAGE),
        (GZIPPED, gzip.compress(PAGE)[:-6]),
        (GZIPPED, gzip.compress(gzip.compress(PAGE))),
        (GZIPPED, gzip.compress(PAGE[:300]) + gzip.compress(PAGE[300:])),
        ("Content-Encoding: gzip, gzip\r\n", gzip.compress(gzip.compress(PAGE))),
        ("Content-Encoding: br\r\n", gzip.compress(PAGE)),
        ("Content-Encoding: br\r\n", PAGE),
        ("Content-Encoding: deflate\r\n", PAGE),
        ("Content-Encoding: deflate\r\n", zlib.compress(PAGE)),
        ("Content-Encoding: deflate\r\n", zlib.compress(PAGE)[2:-4]),
    ],
)
def test_a_record_is_read_by_its_bytes(tmp_path: Path, fields: str, body: bytes) -> None:
    archive = documents.warc([("https://post.example/bridge", fields, body)], False)
    (found,), failed = written(tmp_path, "a.warc", archive)
    assert failed == [] and found.title == "Bridge shut" and documents.FIRST in found.body


@pytest.mark.parametrize("text", [b"14\r\nmen sailed.", b"2031\n\nThe year began.", b"abc\r\nabc", b"0 is a number"])
def test_a_number_at_the_start_of_a_text_is_no_chunk(text: bytes) -> None:
    assert encodings.undone(text, "", "") == encodings.undone(text, "chunked", "") == text
