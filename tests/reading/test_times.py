"""Times: what a reporter would read off each expression."""

import json
from datetime import date

import pytest

from sayso.model.article import Article
from sayso.model.lines import line, restore
from sayso.model.page import Page
from sayso.model.text import Span, Told
from sayso.model.when import When
from sayso.reading import time_calendar as cal
from sayso.reading.time_tree import moved
from sayso.reading.times import times


def told(text: str, language: str, published: str | None = "2024-05-15") -> list[When]:
    dated = Told(published, "command line") if published else None
    article = Article(Span("doc-1", 0, len(text)), (), language, published=dated)
    return list(times(Page(article, text, 0)))


def values(text: str, language: str, published: str | None = "2024-05-15") -> dict[str, str]:
    return {w.text: w.value for w in told(text, language, published)}


def test_a_history_is_dated_by_the_year_it_told_last():
    text = (
        "У 1911 році завод збудували. У 1912 році його продали, а 3 березня 1913 року закрили.\n"
        "У 1914 році почалася війна. 5 квітня прийшов наказ. У 1915 році цех згорів.\n"
        "У липні 1916 року приїхала комісія. У серпні вона поїхала."
    )
    found = values(text, "uk", "2018-05-19")
    assert found["5 квітня"] == "1914-04-05"
    assert found["серпні"] == "1916-08"


def test_news_with_one_look_back_is_dated_by_its_publication():
    text = "The mill opened in 1911. It closed on 3 March and the sale was agreed in April."
    assert values(text, "en")["3 March"] == "2024-03-03"


@pytest.mark.parametrize(
    ("language", "text"), [("en", "He came on 19 February."), ("ru", "Это было 19 февраля.")]
)
def test_a_full_stop_belongs_to_the_sentence(language, text):
    assert not told(text, language)[0].text.endswith(".")


def test_without_a_publication_date_nothing_becomes_today():
    (found,) = told("The strike began on 4 August.", "en", None)
    assert (found.value, found.basis, found.earliest) == ("XXXX-08-04", "unresolved", None)


def test_a_year_nobody_knows_is_bounded_by_what_the_article_dates():
    text = "The strike began on 4 August. The mill was sold on 10 March 2021."
    first, _ = told(text, "en", None)
    assert (first.value, first.earliest, first.latest) == ("XXXX-08-04", "2020-08-04", None)
    assert "2021-03-10" in first.derivation


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The mill burned on 3 December."),
        ("ru", "Цех сгорел 3 декабря."),
        ("uk", "Цех згорів 3 грудня."),
        ("ar", "احترق المصنع في 3 كانون الأول."),
        ("fa", "کارخانه ۱۲ آذر سوخت."),
        ("he", "המפעל נשרף ב-3 בדצמבר."),
    ],
)
def test_no_day_is_put_into_the_future_without_a_word_that_looks_ahead(language, text):
    (found,) = told(text, language, "2024-05-15")
    assert found.earliest[:7] in ("2023-12", "2023-11")


@pytest.mark.parametrize(
    ("language", "text", "words", "value"),
    [
        ("ru", "В прошлом году завод закрыли.", "прошлом году", "2023"),
        ("ru", "Неделей ранее там был пожар.", "Неделей ранее", "2024-W19"),
        ("uk", "Минулими вихідними горів склад.", "Минулими вихідними", "2024-W19-WE"),
        ("ar", "ارتفع الإنتاج العام الماضي.", "العام الماضي", "2023"),
        ("ar", "وقع ذلك في القرن التاسع عشر.", "القرن التاسع عشر", "18"),
        ("fa", "بیست و دوم بهمن راهپیمایی شد.", "بیست و دوم بهمن", "2024-02-11"),
        ("fa", "ساعت ۷:۴۵ برخاست.", "ساعت ۷:۴۵", "2024-05-15T07:45"),
        ("he", "הרבעון הראשון של 2024 היה קשה.", "רבעון הראשון של 2024", "2024-Q1"),
        ("he", "הכביש נסגר בפסח.", "פסח", "2024-04-23"),
        (
            "en",
            "He sold it on the evening of 6 January.",
            "the evening of 6 January",
            "2024-01-06TEV",
        ),
        ("he", 'הגשר נפתח בט"ו בשבט תשפ"ה.', 'ט"ו בשבט תשפ"ה', "2025-02-13"),
        ("he", "הגשר נפתח באחד באפריל.", "אחד באפריל", "2024-04-01"),
        ("he", "הוא נעצר ביום שני בשעה 16:20.", "יום שני בשעה 16:20", "2024-05-13T16:20"),
        ("ar", "وقع ذلك في 8 أيار الساعة 04:55.", "8 أيار الساعة 04:55", "2024-05-08T04:55"),
        (
            "ar",
            "انفجر في 8 أيار عند السابعة والنصف صباحا.",
            "8 أيار عند السابعة والنصف صباحا",
            "2024-05-08T07:30",
        ),
        ("ar", "يعود خلال الأيام المقبلة.", "خلال الأيام المقبلة", "FUTURE_REF"),
        ("fa", "آبان سال گذشته آمد.", "آبان سال گذشته", "2023-11"),
        ("ru", "Накануне сотни людей вышли на площадь.", "Накануне", "2024-05-14"),
        ("uk", "Порт будували у ХХ столітті.", "ХХ столітті", "19"),
        (
            "en",
            "It happened on the night of Friday, Jan. 5.",
            "the night of Friday, Jan. 5",
            "2024-01-05TNI",
        ),
        ("en", "Wool prices rose over the past decade.", "the past decade", "P10Y"),
        ("en", "He left last Oct. 23 for good.", "last Oct. 23", "2023-10-23"),
    ],
)
def test_values_in_six_languages(language, text, words, value):
    assert values(text, language).get(words) == value


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Водителю 46 лет, номер дела 1987."),
        ("ru", "Программа «Сегодня вечером» закрыта."),
        ("ar", "وعمره 46 سنة."),
        ("he", "הוא בן 46 שנים."),
        ("en", "The ticket cost $2000."),
        ("en", "She told 60 Minutes so."),
        ("en", "He met Jan Kavan there."),
        ("en", "The show Tonight Live covered it."),
        ("ar", "حضر آلان رود."),
        ("ar", "سعره 1990 دينارا."),
    ],
)
def test_ages_numbers_and_programmes_are_no_times(language, text):
    assert not told(text, language)


def test_no_expression_runs_over_a_full_stop():
    found = values("Розмову відкладали з початку вересня. Завтра делегація відлітає.", "uk")
    assert found["Завтра"] == "2024-05-16"


def test_the_evening_of_that_day_is_the_day_told_before():
    found = values("Поезд сошёл с рельсов 3 мая. Вечером того же дня путь открыли.", "ru")
    assert found["Вечером того же дня"] == "2024-05-03TEV"


def test_a_corrected_publication_date_moves_what_was_counted_from_it():
    text = "It opened two weeks ago, on 3 May 2020."
    before, after = told(text, "en", "2024-05-15"), told(text, "en", "2024-06-15")
    assert [w.value for w in before] == ["2024-W18", "2020-05-03"]
    assert [w.value for w in after] == ["2024-W22", "2020-05-03"]
    assert "publication on 15 June 2024" in after[0].derivation


def test_an_eve_of_a_disaster_is_counted_from_the_day_of_the_disaster():
    text = "The dam burst on 6 June 2023. Phones were cut on the eve of the disaster."
    (eve,) = [w for w in told(text, "en") if w.pivot]
    assert (eve.value, eve.basis) == ("2023-06-05", "pivot")


def test_the_week_before_last():
    assert values("Она уехала на позапрошлой неделе.", "ru")["позапрошлой неделе"] == "2024-W18"


def test_until_and_planned_look_ahead():
    assert (
        values("They planned a march in the square on Saturday.", "en")["Saturday"] == "2024-05-18"
    )
    assert values("They said they had met on Saturday.", "en")["Saturday"] == "2024-05-11"


NEWS = {
    "en": "The strike began on 4 August 2023. On Friday the union met; a week later it voted. In March it won.",
    "ru": "Забастовка началась 4 августа 2023 года. В пятницу профсоюз собрался, вчера он голосовал.",
    "uk": "Страйк почався 4 серпня 2023 року. У п'ятницю профспілка зібралася, вчора голосувала.",
    "ar": "بدأ الإضراب في 4 أغسطس 2023. واجتمعت النقابة يوم الجمعة، وصوتت أمس.",
    "fa": "اعتصاب ۴ اوت ۲۰۲۳ آغاز شد. اتحادیه دیروز رای داد و هفته گذشته نشست داشت.",
    "he": "השביתה החלה ב-4 באוגוסט 2023. האיגוד התכנס ביום שישי והצביע אתמול.",
}


@pytest.mark.parametrize("language", NEWS)
def test_the_kept_trees_give_what_reading_anew_gives(language):
    text = NEWS[language]
    before, after = told(text, language), told(text, language, "2021-11-02")
    assert moved(before, date(2021, 11, 2), language) == tuple(after)
    assert moved(after, date(2024, 5, 15), language) == tuple(before)
    assert before[0].value == after[0].value == "2023-08-04"
    assert [w.value for w in before[1:]] != [w.value for w in after[1:]]


def test_an_article_that_gains_a_publication_date_needs_no_second_reading():
    before = told(NEWS["en"], "en", None)
    assert moved(before, date(2024, 5, 15), "en") == tuple(told(NEWS["en"], "en"))


BLAST = "The blast of 12 March 2024 killed two. Three weeks before the blast the ship had docked."


def test_a_tree_is_data_and_comes_back_unchanged():
    for when in told(BLAST, "en"):
        assert restore(When, json.loads(line(when))) == when


def test_a_corrected_pivot_moves_what_was_counted_from_it():
    whens = told(BLAST, "en")
    day, offset = whens[0], whens[-1]
    assert (offset.value, offset.tree.op, offset.tree.pivot) == ("2024-W08", "offset", day.id)
    known = {day.id: cal.day(date(2024, 4, 12))}
    assert moved(whens, date(2024, 5, 15), "en", known)[-1].value == "2024-W12"
    assert moved(whens, date(2024, 5, 15), "en")[-1] == offset


def test_a_day_in_apposition_wins_and_the_disagreement_is_kept():
    text = (
        "The vote of 12 May 2024 was close. It began on 2 April 2024, three weeks before the vote."
    )
    (offset,) = [w for w in told(text, "en") if w.tree.op == "offset"]
    assert offset.value == "2024-04-02"
    assert offset.disagrees == "counting gives the week of 15 to 21 April 2024"
