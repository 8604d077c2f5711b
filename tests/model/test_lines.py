import json

from hypothesis import given
from hypothesis import strategies as st

from sayso.model.article import Article, Zone
from sayso.model.claim import Attribution, Claim, Figure, Holder
from sayso.model.lines import digest, line, restore
from sayso.model.text import Span, Told

spans = st.builds(
    lambda start, size: Span("doc-1", start, start + size),
    st.integers(0, 10_000),
    st.integers(1, 500),
)
links = st.builds(
    Attribution,
    holder=st.builds(
        Holder,
        kind=st.sampled_from(["person", "unknown"]),
        span=st.none() | spans,
        words=st.text(),
        mention=st.none() | st.text(),
        count=st.none() | st.integers(1, 9),
    ),
    manner=st.sampled_from(["direct", "indirect"]),
    scope=st.lists(spans, max_size=2).map(tuple),
    cue=st.none() | spans,
    hedges=st.lists(spans, max_size=2).map(tuple),
)
claims = st.builds(
    Claim,
    article=st.text(),
    content=st.lists(spans, min_size=1, max_size=3).map(tuple),
    chain=st.lists(links, max_size=3).map(tuple),
    figures=st.lists(
        st.builds(
            Figure, spans, st.floats(0, 1e9), st.text(), st.sampled_from(["=", ">"]), st.text()
        ),
        max_size=2,
    ).map(tuple),
)


@given(claims)
def test_a_claim_written_down_is_read_back_unchanged(claim):
    back = restore(Claim, json.loads(line(claim)))
    assert back == claim
    assert back.id == claim.id


def test_an_article_written_down_is_read_back_unchanged():
    article = Article(
        Span("doc-1", 0, 90),
        (Zone("byline", Span("doc-1", 3, 9), "by + name"),),
        "uk",
        headline=Span("doc-1", 0, 2),
        published=Told("2031-04-05", "sidecar"),
    )
    assert restore(Article, json.loads(line(article))) == article


@given(claims, claims)
def test_two_records_with_one_digest_are_one_record(a, b):
    assert (digest(a) == digest(b)) == (a == b)


@given(claims)
def test_a_claims_id_rests_on_its_words_and_links_alone(claim):
    other = Claim("another article", claim.content, claim.chain, act="deny", negated=True)
    assert other.id == claim.id
