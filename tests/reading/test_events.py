"""Events: who did what to whom, as a reporter would note it."""

import pytest

from sayso.model.article import Article
from sayso.model.event import Event
from sayso.model.mention import Mention
from sayso.model.page import Page
from sayso.model.text import Span, Told
from sayso.reading.events import events
from sayso.reading.times import times

Names = dict[str, str]


def page_of(text: str, language: str, named: Names) -> Page:
    """A page whose names are given: text of the name -> kind."""
    article = Article(
        Span("d", 0, len(text)), (), language, published=Told("2024-05-15", "sidecar")
    )
    page = Page(article, text, 0)
    mentions = []
    for name, kind in named.items():
        at = text.index(name)
        mentions.append(
            Mention(page.span(at, at + len(name)), kind, name, name, name, language, article.id)
        )
    page = page.having(tuple(mentions))
    return page.having(tuple(times(page)))


def read(text: str, language: str, named: Names) -> list[Event]:
    return list(events(page_of(text, language, named)))


def parts(event: Event) -> dict[str, str]:
    return {p.role: p.text for p in event.parts}


FLAT = [
    ("ar", "اعتقلت الشرطة سمير حداد في 12 أيار.", {"سمير حداد": "PER"}, "arrest",
     {"actor": "الشرطة", "target": "سمير حداد"}),
    ("fa", "پلیس سمیر حداد را روز ۱۲ مه بازداشت کرد.", {"سمیر حداد": "PER"}, "arrest",
     {"actor": "پلیس", "target": "سمیر حداد"}),
    ("he", "ויקטור אולסן נעצר ב-12 במאי.", {"ויקטור אולסן": "PER"}, "arrest",
     {"target": "ויקטור אולסן"}),
    ("he", "רון כספי נפגש עם עומר דאוי ב-12 במאי.", {"רון כספי": "PER", "עומר דאוי": "PER"}, "consult",
     {"actor": "רון כספי", "target": "עומר דאוי"}),
    ("uk", "Поліція заарештувала Саміра Хадада 12 травня.", {"Саміра Хадада": "PER"}, "arrest",
     {"actor": "Поліція", "target": "Саміра Хадада"}),
    ("uk", "Віктора Олсена затримали 12 травня.", {"Віктора Олсена": "PER"}, "arrest",
     {"target": "Віктора Олсена"}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "named", "kind", "wanted"), FLAT)
def test_parts_by_the_order_of_the_words(language, text, named, kind, wanted):
    (event,) = read(text, language, named)
    assert (event.kind, parts(event), event.earliest) == (kind, wanted, "2024-05-12")


@pytest.mark.model
@pytest.mark.parametrize(
    ("language", "text", "named", "wanted"),
    [
        ("en", "Samir Hadad was arrested by police on 12 May.", {"Samir Hadad": "PER"},
         {"actor": "police", "target": "Samir Hadad"}),
        ("ru", "Самира Хадада арестовала полиция 12 мая.", {"Самира Хадада": "PER"},
         {"actor": "полиция", "target": "Самира Хадада"}),
    ],
)  # fmt: skip
def test_parts_by_the_parse(language, text, named, wanted):
    (event,) = read(text, language, named)
    assert parts(event) == wanted
    assert event.because[1].endswith("by the parse")


@pytest.mark.model
def test_figures_of_speech_without_anybody_are_no_events():
    assert not read("The shares met a wall and the price met resistance.", "en", {})
