"""Lighting spans never changes the text, however they overlap."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from sayso.views.lit import Lit, light
from sayso.views.passage import shown, tongue, verbatim
from sayso.views.quotations import PageReader


class Held(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self.depth = 0

    def handle_starttag(self, tag, attrs):
        self.depth += 1

    def handle_endtag(self, tag):
        self.depth -= 1

    def handle_data(self, data):
        self.words += data


def held(html: str) -> Held:
    reader = Held()
    reader.feed(html)
    reader.close()
    return reader


TEXT = st.text(st.sampled_from("aЖע𝄞 <>&\"'\r\n\u202e\u2069\x00"), min_size=1, max_size=40)


@st.composite
def lit_texts(draw):
    text = draw(TEXT)
    pairs = draw(
        st.sets(
            st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(
                lambda p: p[0] < p[1]
            ),
            max_size=8,
        )
    )
    lits = [
        Lit(7 + a, 7 + b, ("k-x",), href="#there" if a % 2 else "", notes=((1, "#c", "claim 1"),))
        for a, b in sorted(pairs)
    ]
    return text, lits


@given(lit_texts())
def test_the_text_stays_the_text_and_every_span_has_its_id_once(case):
    text, lits = case
    html = str(light(text, 7, lits))
    found = held(html)
    assert found.words == shown(text)
    assert found.depth == 0
    reader = PageReader()
    reader.feed(html)
    reader.close()
    assert sorted(reader.ids) == sorted(f"s-{x.start}-{x.stop}" for x in lits)


@given(TEXT)
def test_verbatim_words_read_back(text):
    assert held(str(verbatim(text))).words == shown(text)


def test_a_zone_is_labelled_and_cut_where_a_span_leaves_it():
    html = str(light("abcdef", 0, [Lit(0, 4, ("zone",), zone="caption"), Lit(2, 6, ("k-claim",))]))
    assert 'data-zone="caption"' in html
    assert html.count('id="s-2-6"') == 1
    assert 'class="k-claim cont"' in html


def test_a_language_tag_from_a_source_cannot_leave_its_attribute():
    assert tongue('en" onload="x') == 'lang="" dir="auto"'
    assert tongue("he") == 'lang="he" dir="rtl"'
