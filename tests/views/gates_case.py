"""A small invented case in six languages, made by hand, with everything a page has to withstand."""

from sayso.model.article import Article, Boundary, Copy, Zone
from sayso.model.claim import Attribution, Claim, Figure, Holder
from sayso.model.collection import Collection
from sayso.model.entity import Entity, Name
from sayso.model.event import Event, Part
from sayso.model.failure import Failure
from sayso.model.ids import sha256
from sayso.model.judgement import Judgement
from sayso.model.mention import Link, Mention, Role
from sayso.model.page import Page
from sayso.model.standing import Relation, Standing
from sayso.model.text import Document, Span, Told
from sayso.model.when import When
from sayso.views.holdings import Holdings, Source

TEXTS = {
    "en": (
        "Dam gates failed, officials say\r\n"
        "The Gazette, 12 March 2024\r\n"
        "Three unnamed officials told the agency that <b>two gates</b> failed on 10 March.\r\n"
        "</div></script><script>alert('read me')</script> & so on.\r\n"
        "Photo: A. Example/Agency\r\n"
    ),
    "wire": (
        "Wire copy\nThree unnamed officials told the agency that two gates failed on 10 March.\n"
        "The minister, Ivan Orlenko, denied it 😀.\n"
    ),
    "ru": "Министр Иван Орленко заявил, что ворота целы.\nПозже он отказался от слов.\n",
    "uk": "Міністр Іван Орленко заявив, що брама ціла.\n",
    "ar": "قال الوزير إيفان أورلينكو إن البوابتين \u202eسليمتان\u202c تماما.\n",
    "fa": "وزیر ایوان اورلنکو گفت که دروازه‌ها سالم است.\n",
    "he": "השר איוון אורלנקו אמר כי השערים תקינים.\n",
}
WORDS = {
    "en": ("Three unnamed officials", "told", "<b>two gates</b> failed on 10 March", None),
    "wire": ("Three unnamed officials", "told", "two gates failed on 10 March", "Ivan Orlenko"),
    "ru": ("Министр Иван Орленко", "заявил", "ворота целы", "Иван Орленко"),
    "uk": ("Міністр Іван Орленко", "заявив", "брама ціла", "Іван Орленко"),
    "ar": ("الوزير إيفان أورلينكو", "قال", "البوابتين \u202eسليمتان", "إيفان أورلينكو"),
    "fa": ("وزیر ایوان اورلنکو", "گفت", "دروازه‌ها سالم است", "ایوان اورلنکو"),
    "he": ("השר איוון אורלנקו", "אמר", "השערים תקינים", "איוון אורלנקו"),
}
SCRIPTS = {"ru": "Cyrl", "uk": "Cyrl", "ar": "Arab", "fa": "Arab", "he": "Hebr"}


def document(name: str) -> Document:
    data = TEXTS[name].encode()
    made = f"{name}.txt"
    return Document(sha256(data), "plain/1", TEXTS[name], "text/plain", made, "utf-8")


def at(doc: Document, words: str) -> Span:
    start = doc.text.index(words)
    return doc.span(start, start + len(words))


def page(name: str) -> Page:
    doc = document(name)
    language = "en" if name == "wire" else name
    holder, cue, content, called = WORDS[name]
    article = _article(doc, name, language)
    said = at(doc, content)
    when = _when(doc, article) if "10 March" in doc.text else None
    mention = called and Mention(
        at(doc, called), "PER", called, called.casefold(), "vnrlnk", language, article.id
    )
    speaks = mention if mention and called in holder else None
    chain = (
        Attribution(Holder("outlet"), "narrated", (said,)),
        Attribution(
            Holder(
                "person" if speaks else "anonymous",
                at(doc, holder),
                holder,
                speaks.id if speaks else None,
                None if speaks else 3,
            ),
            "indirect",
            (said,),
            at(doc, cue),
            because=("cue_verb",),
        ),
    )
    claim = Claim(
        article.id,
        (said,),
        chain,
        figures=_figures(doc, name),
        about=(mention.id,) if mention and not speaks else (),
        about_time=(when.id,) if when else (),
        because=("cue_verb",),
    )
    event = Event(
        "ACCIDENT",
        (said,),
        article.id,
        when=when.id if when and name == "en" else None,
        earliest="2024-03-10" if name == "en" else None,
        latest="2024-03-10" if name == "en" else None,
        parts=(Part("target", said, content),),
        reported_by=(claim.id,),
    )
    title = holder.split()[0]
    role = mention and name in ("ru", "uk") and Role(mention.id, at(doc, title), title)
    return Page.of(doc, article).having(tuple(x for x in (mention, when, claim, event, role) if x))


def _article(doc: Document, name: str, language: str) -> Article:
    if name != "en":
        span = doc.span(0, len(doc.text))
        told = Told("2024-03-13", "sidecar") if name == "wire" else None
        return Article(
            span, (), language, publisher=Told(f"{name} press", "sidecar"), published=told
        )
    head = at(doc, "Dam gates failed, officials say")
    start = doc.text.index("The Gazette")
    return Article(
        doc.span(start, len(doc.text)),
        (Zone("credit", at(doc, "Photo: A. Example/Agency"), "credit_line"),),
        language,
        headline=head,
        publisher=Told("The Gazette", "visible text", at(doc, "The Gazette")),
        published=Told("2024-03-12", "visible text", at(doc, "12 March 2024")),
    )


def _when(doc: Document, article: Article) -> When:
    span = at(doc, "10 March")
    return When(
        span, "10 March", "DATE", "2024-03-10", article.id, "2024-03-10", "2024-03-10", "day"
    )


def _figures(doc: Document, name: str) -> tuple[Figure, ...]:
    if name not in ("en", "wire"):
        return ()
    return (Figure(at(doc, "two gates"), 2.0, "gates", "=", "gates"),)


def collection() -> Collection:
    pages = sorted((page(name) for name in TEXTS), key=lambda p: p.article.id)
    by = {p.source.removesuffix(".txt"): p for p in pages}
    mentions = sorted(m.id for p in pages for m in p.mentions)
    names = tuple(
        Name(m.surface, m.language, SCRIPTS.get(m.language, "Latn"), 1)
        for p in pages
        for m in p.mentions
    )
    roles = tuple(r for p in pages for r in p.roles)
    entity = Entity(mentions[0], "PER", tuple(sorted(names)), tuple(mentions), roles)
    echo = _standing(by, ("en", "wire"), ("anonymous-root", "conflicting"))
    whole = _standing(by, ("ar", "fa", "he", "ru", "uk"), ())
    echo = _related(echo, whole, by)
    shared = (at(document("en"), "Three unnamed"), at(document("wire"), "Three unnamed"))
    return Collection(
        tuple(pages),
        judgements=(
            Judgement((entity.id,), "same", "<i>ann</i>", "2024-05-01T00:00:00Z", "one man"),
        ),
        copies=(Copy(by["wire"].article.id, by["en"].article.id, 0.8, (shared,), ("same words",)),),
        entities=(entity,),
        links=(Link(mentions[0], mentions[1], "same", ("same skeleton",)),),
        standings=(echo, whole),
    )


def _standing(by: dict[str, Page], names: tuple[str, ...], flags: tuple[str, ...]) -> Standing:
    claims = tuple(by[n].claims[0].id for n in names)
    return Standing(
        claims,
        tuple(by[n].article.id for n in names),
        names,
        1,
        1,
        "one origin",
        flags,
        groups=(claims,),
        because=("the chain ends at the same words",),
    )


def _related(echo: Standing, other: Standing, by: dict[str, Page]) -> Standing:
    pair = (by["en"].claims[0].id, by["ru"].claims[0].id)
    relation = Relation(other.id, "contradicts", ("failed against whole",), pair)
    doc = document("wire")
    return Standing(
        echo.claims,
        echo.articles,
        echo.outlets,
        1,
        1,
        "one origin",
        echo.flags,
        (relation,),
        echo.groups,
        echo.because,
        (at(doc, "denied it"),),
    )


def holdings() -> Holdings:
    documents = tuple(document(name) for name in TEXTS)
    failed = b"\x00\x01 not a text"
    sources = tuple(Source(d.origin, d.id, d.sha256) for d in documents)
    return Holdings(
        "The <gates> affair",
        "0.1.0",
        "0" * 20,
        documents,
        {sha256(x): x for x in (*(t.encode() for t in TEXTS.values()), failed)},
        (*sources, Source("<broken>.bin", "", sha256(failed))),
        collection(),
        (Boundary(at(documents[0], "The Gazette"), True, 1.0, ("outlet_line",)),),
        (Failure("<broken>.bin", "read", "it is no text: it holds NUL; try a text file"),),
    )
