"""What does an article say about itself: when it was changed, in which section it stood, where it was written?"""

import pytest

from sayso.articles.dates import days
from sayso.articles.split import split
from sayso.ingest.read import read
from sayso.model.article import Article
from sayso.model.text import Metadata, Raw, Told

BODIES = {
    "en": "The ferry company said that it had known of the crack in the hull for a whole year.",
    "ru": "Паромная компания сообщила, что знала о трещине в корпусе судна целый год.",
    "uk": "Поромна компанія повідомила, що знала про тріщину в корпусі судна цілий рік.",
    "ar": "قالت شركة العبّارات إنها كانت تعلم بوجود الشق في هيكل السفينة منذ عام كامل.",
    "fa": "شرکت کشتیرانی اعلام کرد که از یک سال پیش از ترک بدنه کشتی خبر داشته است.",
    "he": "חברת המעבורות הודיעה כי ידעה על הסדק בגוף האונייה במשך שנה שלמה.",
}


def article(text: str, **more) -> tuple[Article, object]:
    document = read(Raw("a.txt", text.encode(), as_article=True, **more))
    (found,) = [r for r in split(document) if isinstance(r, Article)]
    return found, document


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Published 4 May 2026, updated 6 May 2026"),
        ("ru", "Опубликовано: 4 мая 2026, обновлено: 6 мая 2026"),
        ("uk", "Опубліковано 4 травня 2026 | Оновлено 6 травня 2026"),
        ("ar", "تاريخ النشر: 4 مايو 2026 - تم التحديث: 6 مايو 2026"),
        ("fa", "انتشار: ۱۴ اردیبهشت ۱۴۰۵ - به‌روزرسانی: ۱۶ اردیبهشت ۱۴۰۵"),
        ("he", "פורסם: 4.5.2026, עודכן: 6.5.2026"),
    ],
)
def test_the_day_of_a_change_is_no_day_of_publication(language, line):
    found, document = article(
        f"Ferry crack known\n{line}\n\n{BODIES[language]}\n{BODIES[language]}\n"
    )
    assert (found.published.text, found.updated.text) == ("2026-05-04", "2026-05-06")
    assert document.words(found.updated.span)
    assert found.date_conflicts == ()


@pytest.mark.parametrize(
    ("language", "opening", "place"),
    [
        ("en", "HALVAN, May 4 (Reuters) - ", "HALVAN"),
        ("en", "ORVIK BAY (AP) — ", "ORVIK BAY"),
        ("ru", "КИЕВ, 3 марта (Интерфакс) — ", "КИЕВ"),
        ("ru", "Москва. 4 мая. ИНТЕРФАКС - ", "Москва"),
        ("uk", "ЛЬВІВ, 4 травня (Укрінформ) — ", "ЛЬВІВ"),
        ("ar", "القاهرة (رويترز) - ", "القاهرة"),
        ("ar", "دبي في 4 مايو (أ ف ب) - ", "دبي"),
        ("fa", "تهران (ایرنا) - ", "تهران"),
        ("he", "חיפה, 4 במאי (רויטרס) - ", "חיפה"),
    ],
)
def test_a_dateline_tells_its_place(language, opening, place):
    found, document = article(f"{opening}{BODIES[language]}\n\n{BODIES[language]}\n")
    assert found.place
    assert found.place.text == place
    assert document.words(found.place.span) == place


@pytest.mark.parametrize(
    "opening", ["EXCLUSIVE (Reuters) - ", "UPDATE (AP) — ", "(Reuters) - ", ""]
)
def test_what_is_no_place_is_none(opening):
    assert article(f"{opening}{BODIES['en']}\n\n{BODIES['en']}\n")[0].place is None


@pytest.mark.parametrize(
    ("language", "line", "section"),
    [
        ("en", "Section: World", "World"),
        ("en", "Home > News > Northern shore", "Northern shore"),
        ("ru", "Рубрика: Экономика", "Экономика"),
        ("uk", "Головна » Економіка", "Економіка"),
        ("ar", "القسم: اقتصاد", "اقتصاد"),
        ("fa", "خانه / اقتصادی", "اقتصادی"),
        ("he", "מדור: כלכלה", "כלכלה"),
    ],
)
def test_a_line_above_the_body_tells_the_section(language, line, section):
    found, document = article(f"{line}\n\n{BODIES[language]}\n\n{BODIES[language]}\n")
    assert found.section
    assert found.section.text == section
    assert document.words(found.section.span) == section


def test_a_section_named_below_the_body_or_without_a_path_is_none():
    body = BODIES["en"]
    assert article(f"{body}\n\n{body}\n\nSection: World\n")[0].section is None
    assert article(f"Ferry / crack\n\n{body}\n\n{body}\n")[0].section is None


def test_a_change_before_the_publication_is_unknown():
    told = Metadata(published=Told("2026-05-04", "meta"), updated=Told("2026-05-01", "meta"))
    assert article(f"{BODIES['en']}\n", metadata=told)[0].updated is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("۱۴ اردیبهشت ۱۴۰۵", "2026-05-04"),
        ("۱۴۰۵/۰۲/۱۴", "2026-05-04"),
        ("30 اسفند 1403", "2025-03-20"),
        ("۱ فروردین ۱۴۰۴", "2025-03-21"),
        ("۱ مهر ۱۳۹۹", "2020-09-22"),
    ],
)
def test_a_day_of_the_iranian_calendar_is_a_day(words, day):
    assert [d.iso for d in days(words)] == [day]
    assert days("۱۴ مهر ماه") == []
