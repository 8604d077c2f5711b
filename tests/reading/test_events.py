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


UNLISTED = [
    ("he", "המועצה הטילה סנקציות על חברת וסטה ב-12 במאי.", {}, "sanction",
     {"actor": "המועצה", "target": "חברת וסטה"}),
    ("he", "חוקרים תקפו אוטובוס ב-12 במאי.", {}, "assault", {"actor": "חוקרים", "target": "אוטובוס"}),
    ("he", "ב-12 במאי פיטר ראש העיר את דן כרמל.", {"דן כרמל": "PER"}, "dismiss",
     {"actor": "ראש העיר", "target": "דן כרמל"}),
    ("ar", "هاجم مسلحون حافلة في 12 أيار.", {}, "assault", {"actor": "مسلحون", "target": "حافلة"}),
    ("ar", "اتهمت النيابة في 12 أيار النائب تيمور جلال.", {"تيمور جلال": "PER"}, "accuse",
     {"actor": "النيابة", "target": "النائب تيمور جلال"}),
    ("fa", "پلیس راننده جلال عرفانی را ۱۲ مه بازداشت کرد.", {"جلال عرفانی": "PER"}, "arrest",
     {"actor": "پلیس", "target": "راننده جلال عرفانی"}),
    ("fa", "بازپرسان ۱۲ مه از نینا صبوری بازجویی کردند.", {"نینا صبوری": "PER"}, "investigate",
     {"actor": "بازپرسان", "target": "نینا صبوری"}),
    ("uk", "Ніну Соболеву 12 травня допитали слідчі.", {"Ніну Соболеву": "PER"}, "investigate",
     {"actor": "слідчі", "target": "Ніну Соболеву"}),
    ("uk", "12 травня прокуратура звинуватила Тимура Галієва.", {"Тимура Галієва": "PER"}, "accuse",
     {"actor": "прокуратура", "target": "Тимура Галієва"}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "named", "kind", "wanted"), [*FLAT, *UNLISTED])
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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "وصل كريم إلى رأس العين في 12 أيار."),
        ("he", "הוא יישאר במעצר עד 12 במאי."),
        ("fa", "او تا ۱۲ مه در بازداشت می‌ماند."),
    ],
)
def test_a_noun_of_happening_without_its_verb_tells_no_event(language, text):
    assert not read(text, language, {})


def test_a_verb_that_lends_itself_is_part_of_the_anchor():
    (event,) = read("המועצה הטילה סנקציות על חברת וסטה.", "he", {})
    page = page_of("המועצה הטילה סנקציות על חברת וסטה.", "he", {})
    assert [page.words(span) for span in event.anchor] == ["הטילה", "סנקציות"]


def test_who_is_hurt_is_hurt_on_the_day_of_the_sentence_before():
    _, hurt = read("Вибух стався 3 травня. Постраждали десять робітників.", "uk", {})
    assert (hurt.kind, hurt.earliest) == ("injure", "2024-05-03")


def test_an_event_takes_the_day_of_its_own_clause():
    text = "Траулер прийшов 12 травня, розвантажили його 14 травня."
    (event,) = read(text, "uk", {})
    assert event.earliest == "2024-05-14"


def test_one_visits_a_country_and_does_not_meet_it():
    text = "Вадим Лосєв 12 травня відвідав Верію."
    (event,) = read(text, "uk", {"Вадим Лосєв": "PER", "Верію": "LOC"})
    assert parts(event) == {"actor": "Вадим Лосєв"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Лист начальника пожежної частини пролежав 12 травня у столі."),
        ("fa", "مردم ۱۲ مه خواستار برکناری وزیر شدند."),
    ],
)
def test_adjectives_and_demands_tell_no_event(language, text):
    assert not read(text, language, {})


def test_a_day_that_only_dates_the_pivot_does_not_date_the_event():
    text = "The Corvina docked on 19 February, three weeks before the blast of 12 March."
    event = next(e for e in read(text, "en", {"Corvina": "ORG"}) if e.kind == "transfer")
    assert event.earliest == "2024-02-19"


def test_who_stands_before_a_colon_does_not_take_part():
    (event,) = read("رئیس گمرک: کشتی کوروینا در ۱۲ مه پهلو گرفت.", "fa", {"کوروینا": "ORG"})
    assert "رئیس" not in " ".join(parts(event).values())


def test_a_name_that_is_also_a_verb_tells_no_event():
    (event,) = read("פיטר לנג התפטר ב-2 במאי.", "he", {"פיטר לנג": "PER"})
    assert parts(event) == {"actor": "פיטר לנג"}
