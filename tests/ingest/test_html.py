"""Does a page's text read as a browser shows it, with its furniture marked and its facts told?"""

from sayso.ingest.read import read
from sayso.model.text import Metadata, Raw, Told

BODY = (
    "<p>The ferry company said on Monday that it had known of the crack in the hull for a year, and "
    "that the repair had been put off twice.</p>"
    "<p>&ldquo;We were told to wait,&rdquo; said the captain, Ines Corvo, who has since left the "
    "company and now works in another port.</p>"
    "<p>The ministry has opened an inquiry. Its report is due in the autumn, a spokesman said, and "
    "will be published in full.</p>"
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Ferry crack was known - Bay Herald</title>
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "datePublished":
"2026-05-04T23:30:00+03:00", "author": {{"name": "Ada Brun"}}, "publisher": {{"name": "Bay Herald"}},
"headline": "Ferry crack was known"}}]}}</script>
<meta property="article:published_time" content="2026-05-05">
<link rel="canonical" href="https://bay.example/2026/05/04/ferry"></head><body>
<nav><a>Home</a> <a>Sea</a></nav><article><h1>Ferry  crack
was known</h1><p class="byline">Ada Brun</p>
<figure><img><figcaption>The ferry in May</figcaption></figure>{BODY}
<div style="display: none">hidden words</div><template>more hidden</template></article>
<section class="comments"><p>Shame on them, I say.</p></section><footer>All rights reserved</footer>
</body></html>"""


def page(html: str, name: str = "page.html", metadata: Metadata = Metadata()):  # noqa: B008
    return read(Raw(name, html.encode(), metadata))


def marked(document, kind):
    return [document.text[m.start : m.stop] for m in document.marks if m.kind == kind]


def test_blocks_stand_on_lines_and_white_space_is_one():
    text = page("<html><body><p>a  b\n c</p><ul><li>x</li><li>y<br>z</ul>1<b>2</b></body>").text
    assert text == "a b c\nx\ny\nz\n12"


def test_table_cells_are_kept_apart_and_entities_decoded():
    text = page("<html><body><table><tr><td>A&amp;B<td>&nbsp;C</table><pre>k  l</pre>").text
    assert text == "A&B\t\xa0C\nk  l"


def test_nothing_hidden_shows():
    document = page(PAGE)
    assert "hidden" not in document.text
    assert "datePublished" not in document.text


def test_escaped_markup_is_text():
    assert page("<html><body>&lt;script&gt;x&lt;/script&gt;").text == "<script>x</script>"


def test_furniture_is_marked_and_body_is_body():
    document = page(PAGE)
    assert marked(document, "headline") == ["Ferry crack was known"]
    assert marked(document, "caption") == ["The ferry in May"]
    assert marked(document, "byline") == ["Ada Brun"]
    assert "Home Sea" in marked(document, "boilerplate")
    assert "Shame on them, I say." in marked(document, "comments")
    assert (
        sum(t.startswith(("The ferry c", "“We", "The min")) for t in marked(document, "body")) == 3
    )


def test_what_the_page_says_of_itself_and_where_it_disagrees():
    told = page(PAGE).metadata
    assert told.published == Told("2026-05-04", "json-ld")
    assert [c.text for c in told.conflicts] == ["2026-05-05"]
    assert (told.publisher.text, told.byline.text) == ("Bay Herald", "Ada Brun")
    assert told.url.text == "https://bay.example/2026/05/04/ferry"


def test_the_collector_wins_and_the_page_is_kept_as_conflict():
    given = Metadata(published=Told("2026-04-30", "sidecar"))
    told = page(PAGE, metadata=given).metadata
    assert told.published == Told("2026-04-30", "sidecar")
    assert [c.text for c in told.conflicts] == ["2026-05-04", "2026-05-05"]


def test_an_undated_page_stays_undated():
    assert (
        page("<html><body><p>Words about 4 May 2026 and nothing else.</p>").metadata.published
        is None
    )


def test_a_declared_charset_is_believed_unless_the_bytes_are_utf8():
    html = '<html><head><meta charset="windows-1251"></head><body><p>Порт закрыт</p></body></html>'
    assert read(Raw("a.html", html.encode("cp1251"))).text == "Порт закрыт"
    document = read(Raw("a.html", html.encode()))
    assert document.text == "Порт закрыт"
    assert "valid UTF-8" in document.warnings[0]


def test_a_deep_page_is_read_without_the_extractor():
    document = page("<html><body>" + "<div>" * 400 + "<p>At the bottom of it all</p>")
    assert document.text == "At the bottom of it all"
    assert any("nests" in w for w in document.warnings)


def test_a_page_of_furniture_says_so():
    document = page("<html><body><nav>Home</nav><footer>Contact</footer></body></html>")
    assert any("no body" in w for w in document.warnings)


def test_a_table_that_only_arranges_the_page_hides_no_body():
    document = page(
        "<html><body><table><tr><td><a>Home</a> <a>Sea</a></td></tr><tr><td><a>Other news of the day</a>"
        f"</td><td><h1>Ferry crack was known</h1>{BODY}</td></tr></table></body></html>"
    )
    body = marked(document, "body")
    assert sum(t.startswith(("The ferry c", "“We", "The min")) for t in body) == 3
    assert "Home Sea" not in body
