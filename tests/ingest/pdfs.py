"""PDFs written by hand: words at places on pages, in any script, without a font file."""

FONT = b"""<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H
/DescendantFonts [4 0 R] /ToUnicode 5 0 R >>"""
GLYPHS = b"""<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /DW 500
/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>
/FontDescriptor << /Type /FontDescriptor /FontName /Plain /Flags 4 /FontBBox [0 -200 1000 800]
/ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>"""
LETTERS = b"""/CIDInit /ProcSet findresource begin begincmap /CMapName /X def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end"""


def pdf(pages: list[list[tuple[float, float, float, str]]]) -> bytes:
    """Each page is a list of (left, baseline, size, words); letters are half their size wide."""
    kids = b" ".join(b"%d 0 R" % (6 + 2 * n) for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        *(FONT, GLYPHS, _stream(LETTERS)),
    ]
    for number, page in enumerate(pages):
        drawn = b"".join(
            b"BT /F %g Tf 1 0 0 1 %g %g Tm <%s> Tj ET\n"
            % (size, left, base, words.encode("utf-16-be").hex().encode())
            for left, base, size, words in page
        )
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R "
            b"/Resources << /Font << /F 3 0 R >> >> >>" % (7 + 2 * number)
        )
        objects.append(_stream(drawn))
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    rows = b"".join(b"%010d 00000 n \n" % at for at in places)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, rows)
    trailer = b"trailer << /Root 1 0 R /Size %d >>\n" % (len(objects) + 1)
    return out + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(out)


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def column(left: float, top: float, words: str, across: int = 30, size: float = 10):
    """Lines of at most `across` letters under each other, from the top."""
    lines, line = [], ""
    for word in words.split():
        if len(line) + len(word) + 1 > across:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    lines.append(line)
    return [(left, top - n * size * 1.3, size, text) for n, text in enumerate(lines)]
