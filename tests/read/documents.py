"""Small documents in every format, made of invented reports."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib

import docx

FIRST = "The harbour bridge of Rask will stay shut until the autumn, Mayor Petra Vell told the town council on Friday."
SECOND = (
    "Two of its bolts had failed, and no builder has yet been found who could replace them before the winter storms."
)
PAGE = (
    "<!doctype html><html lang='en'><head><title>Bridge shut | The Rask Post</title>"
    "<meta property='og:site_name' content='The Rask Post'><meta property='article:published_time' "
    "content='2031-03-14T09:30:00Z'></head><body><article><h1>Bridge shut</h1><p>By Ann Pell</p>"
    f"<p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
)
RSS = (
    '<?xml version="1.0"?><!-- a feed --><rss version="2.0"><channel><title>The Rask Post</title>'
    "<link>https://post.example/</link><language>en</language>"
    "<item><title>Bridge shut</title><link>https://post.example/bridge</link><author>Ann Pell</author>"
    f"<pubDate>Fri, 14 Mar 2031 09:30:00 GMT</pubDate><description>&lt;p&gt;{FIRST}&lt;/p&gt;&lt;script&gt;x()"
    "&lt;/script&gt;</description></item><item><title>Fair opens</title></item><item/></channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Rask Post</title><entry><title>Bridge shut</title>'
    '<link href="https://post.example/bridge"/><author><name>Ann Pell</name></author>'
    f"<published>2031-03-14T09:30:00Z</published><updated>2031-03-15T08:00:00Z</updated><content>{FIRST}</content>"
    "</entry></feed>"
)
SITEMAP = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://post.example/bridge</loc>'
    "<news:news><news:publication><news:name>The Rask Post</news:name><news:language>en</news:language>"
    "</news:publication><news:publication_date>2031-03-14</news:publication_date><news:title>Bridge shut</news:title>"
    "</news:news></url></urlset>"
)
NITF = (
    "<nitf><head><title>Bridge</title><docdata><date.issue norm='20310314T093000Z'/>"
    "<doc.copyright holder='North Press'/></docdata></head><body><body.head><hedline><hl1>Bridge shut</hl1></hedline>"
    "<byline>By <person>Ann Pell</person></byline><dateline><location>RASK</location></dateline></body.head>"
    f"<body.content><block><p>{FIRST}</p><p>{SECOND}</p></block></body.content></body></nitf>"
)
NEWSML = (
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="https://press.example/1" xml:lang="en"><itemMeta>'
    '<provider literal="North Press"/><versionCreated>2031-03-14T10:00:00Z</versionCreated>'
    "<firstCreated>2031-03-14T09:30:00Z</firstCreated></itemMeta><contentMeta><creator><name>Ann Pell</name></creator>"
    "<headline>Bridge shut</headline></contentMeta><contentSet><inlineXML><html xmlns='http://www.w3.org/1999/xhtml'>"
    f"<body><p>{FIRST}</p><p>{SECOND}</p></body></html></inlineXML></contentSet></newsItem>"
)
BRIDGE = "https://post.example/bridge"
_STAMPS = "20310314093000"
GDELT_EVENTS = "\t".join(["1001", "20310314", "203103", "2031", *["x"] * 55, _STAMPS, BRIDGE]) + "\n"
GDELT_MENTIONS = "\t".join(["1001", _STAMPS, _STAMPS, "1", "post.example", BRIDGE, *["1"] * 8, "", ""]) + "\n"
GDELT_GKG = (
    "\t".join([f"{_STAMPS}-0", _STAMPS, "1", "post.example", BRIDGE, *["x"] * 21])
    + "\t<PAGE_AUTHORS>Ann Pell</PAGE_AUTHORS><PAGE_PRECISEPUBTIMESTAMP>20310314091500</PAGE_PRECISEPUBTIMESTAMP>"
    "<PAGE_TITLE>Bridge &amp; road shut</PAGE_TITLE>\n"
)
MEDIA_CLOUD = (
    "id,indexed_date,language,media_name,media_url,publish_date,title,url\n"
    f"9f,2031-03-15 01:02:03,en,The Rask Post,post.example,2031-03-14,Bridge shut,{BRIDGE}\n"
)
MAIL = (
    "From: The Rask Post <news@post.example>\r\nTo: reader@mail.example\r\nSubject: Bridge shut\r\n"
    "Date: Fri, 14 Mar 2031 09:30:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    f"{FIRST}\r\n\r\n{SECOND}\r\n"
)
FORWARDED = (
    "From: Desk <desk@post.example>\r\nSubject: two for you\r\nMIME-Version: 1.0\r\n"
    "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
    '--b\r\nContent-Type: text/html\r\nContent-Disposition: attachment; filename="../../one.html"\r\n\r\n'
    f"{PAGE}\r\n--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=two.txt\r\n\r\n"
    f"Fair of Holm opens in the rain\r\n\r\n{SECOND}\r\n--b--\r\n"
)
MHTML = (
    "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://post.example/bridge\r\nSubject: Bridge\r\n"
    "Date: Sat, 15 Mar 2031 09:30:00 +0000\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
    f"--b\r\nContent-Type: text/html\r\n\r\n{PAGE}\r\n--b--\r\n"
)
NEXIS = [
    "Bridge shut", "The Rask Post", "March 14, 2031 Friday 9:30 AM GMT", "Copyright 2031 Rask Media All Rights Reserved",
    "Section: NEWS; Pg. 3", "Length: 38 words", "Byline: Ann Pell and Jon Askel", "Body", FIRST, SECOND,
    "Load-Date: March 15, 2031", "End of Document",
    "Fair opens", "Holm Herald", "March 15, 2031 Saturday", "Copyright 2031 Holm Herald", "Length: 20 words", "Body",
    "The fair of Holm opened on Saturday with more boats in the harbour than in any year since the war, its clerk said.",
    "Load-Date: March 16, 2031", "End of Document",
]  # fmt: skip
FACTIVA = [
    "HD Bridge shut", "BY By Ann Pell", "WC 38 words", "PD 14 March 2031", "SN The Rask Post", "LA English", f"LP {FIRST}",
    f"TD {SECOND}", "AN Document RSKPST0020310314ea3e0001b", "Document RSKPST0020310314ea3e0001b",
    "Fair opens", "Jon Askel", "120 words", "15 March 2031", "Holm Herald", "HOLMH", "English", "Copyright 2031 Holm Herald",
    "The fair of Holm opened on Saturday with more boats in the harbour than in any year since the war, its clerk said.",
    "Document HOLMH00020310315ea3f0002c",
]  # fmt: skip


def word(lines: list[str]) -> bytes:
    """A Word document of paragraphs."""
    document, out = docx.Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(out)
    return out.getvalue()


def rtf(lines: list[str]) -> bytes:
    """An RTF document of paragraphs."""
    return ("{\\rtf1\\ansi " + "".join(f"{line}\\par\n" for line in lines) + "}").encode("ascii")


def pdf(pages: list[list[str]], deflated: bool = False) -> bytes:
    """A PDF of pages of lines, in Helvetica; just what the format asks for."""
    bodies: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for lines in pages:
        shown = "".join(f"({line.replace('(', '').replace(')', '')}) Tj T*\n" for line in lines)
        stream = f"BT /F1 9 Tf 40 800 Td 12 TL\n{shown}ET".encode("latin-1")
        filtered = b"/Filter /FlateDecode " if deflated else b""
        stream = zlib.compress(stream) if deflated else stream
        bodies.append(b"<< %s/Length %d >>\nstream\n%s\nendstream" % (filtered, len(stream), stream))
        kids.append(len(bodies) + 1)
        bodies.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>"
            % (len(bodies))
        )
    bodies[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % kid for kid in kids), len(kids))
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, table))


def warc(pages: list[tuple[str, str, bytes]], gzipped: bool = True) -> bytes:
    """A WARC of (address, further HTTP header lines, body), each record a gzip member where it is gzipped."""
    out = b""
    for number, (address, headers, body) in enumerate(pages):
        http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{headers}\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2031-03-14T10:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012d}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        record = head.encode() + http + b"\r\n\r\n"
        out += gzip.compress(record, mtime=0) if gzipped else record
    return out


def zipped(members: dict[str, bytes]) -> bytes:
    """A ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()
