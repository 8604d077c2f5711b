"""Archives and messages made in memory, as collectors and attackers make them."""

import base64
import gzip
import hashlib
import io
import tarfile
import zipfile
from email.message import EmailMessage

STORY = "The ferry company said on Monday that it had known of the crack in the hull for a year.\n"
PAGE = (
    "<!doctype html><html lang='en'><head><title>Ferry crack was known</title>"
    "<meta property='article:published_time' content='2026-05-04'></head><body><article>"
    "<h1>Ferry crack was known</h1><p>The ferry company said on Monday that it had known of the "
    "crack in the hull for a year, and that the repair had been put off twice.</p><p>The ministry "
    "has opened an inquiry. Its report is due in the autumn, a spokesman said.</p></article></body>"
)


def zipped(files: dict[str, bytes | str], pack: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", pack) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(files: dict[str, bytes], mode: str = "w", links: dict[str, str] | None = None) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        for kind, (name, target) in enumerate((links or {}).items()):
            info = tarfile.TarInfo(name)
            info.type = (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE)[kind % 3]
            info.linkname = target
            archive.addfile(info)
    return out.getvalue()


def message(subject: str, body: str, attached: dict[str, bytes] | None = None) -> bytes:
    mail = EmailMessage()
    mail["From"] = "Ада Брун <ada@herald.example>"
    mail["To"] = "desk@gazette.example"
    mail["Subject"] = subject
    mail["Date"] = "Mon, 04 May 2026 23:30:00 +0300"
    mail["Message-ID"] = "<1@herald.example>"
    mail.set_content(body)
    for name, data in (attached or {}).items():
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def warc(pages: dict[str, str], packed: bool = True, spoil: bool = False) -> bytes:
    out = b""
    for url, html in pages.items():
        body = html.encode()
        kind = "image/png" if url.endswith(".png") else "text/html; charset=utf-8"
        http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        told = base64.b32encode(hashlib.sha1(body).digest()).decode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
            "WARC-Date: 2026-06-01T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nWARC-Payload-Digest: sha1:{told}\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        record = head.encode() + http + b"\r\n\r\n"
        record = record.replace(b"the hull", b"the mast") if spoil else record
        out += gzip.compress(record, mtime=0) if packed else record
    return out


def response(header: bytes, body: bytes, kind: bytes = b"text/html; charset=utf-8") -> bytes:
    """A web archive of one page with a header of the server's."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: " + kind + b"\r\n" + header + b"\r\n\r\n" + body
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://b.example/1\r\n"
        b"WARC-Date: 2026-06-01T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
    )
    return head % len(http) + http + b"\r\n\r\n"
