"""Is furniture known by its words and shape in six languages, and prose left alone?"""

import pytest

from sayso.articles.furniture import furniture
from sayso.articles.lines import lines
from sayso.model.text import Document


def label(text: str) -> str:
    """The kinds of a line's pieces, joined; "prose" when it has none."""
    document = Document("0", "text/1", text, "text/plain", "a.txt", "utf-8")
    return "+".join(p.kind for p in furniture(lines(document))[0].pieces) or "prose"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("boilerplate", "You have read 2 of your 4 free articles this month."),
        ("boilerplate", "Подпишитесь на наш Telegram-канал, чтобы не пропустить главное"),
        ("boilerplate", "Читайте також: Хто збудував міст"),
        ("boilerplate", "جميع الحقوق محفوظة © 2026"),
        ("boilerplate", "برای دریافت خبرنامهٔ ما ایمیل خود را وارد کنید."),
        ("boilerplate", "כל הזכויות שמורות לעיתון"),
        ("comments", "14 responses"),
        ("comments", "Загрузка комментариев…"),
        ("comments", "Увійдіть, щоб залишити коментар"),
        ("comments", "أضف تعليقا"),
        ("comments", "תגובות (7)"),
        ("residue", "Slide 2 of 7Slide 3 of 7"),
        ("residue", "تصویر ۲ از ۵"),
        ("residue", "תמונה 3 מתוך 7"),
        ("residue", "* * *"),
        ("credit", "Photo by R. Amsel / Getty Images"),
        ("credit+caption", "[Фото: Р. Амзель/ТАСС]Паром у причала"),
        ("caption+credit", "The ferry at the pier. Photo: R. Amsel/Reuters"),
        ("credit+caption+residue", "[Photo: R. Amsel/AFP]The ferry at noon. Image 2 of 5"),
        ("byline", "By Ada Brun and Per Holt"),
        ("byline", "Автор: Ольга Дубко"),
        ("byline", "מאת דנה ברוך, עיתון הים"),
        ("dateline", "Published 4 May 2026, 10:30"),
        ("dateline", "12 травня 2026 року, «Морська газета»"),
        ("dateline", "کرانه، ۱۵ مارس ۲۰۲۶"),
        ("dateline", "LONDON (Reuters) - The ferry sank on Monday, officials said."),
        ("prose", "By Monday the toll had risen to nine."),
        ("prose", "Источник в правительстве сообщил о решении."),
        ("prose", "Comments by the minister caused anger in the north of the country on Friday."),
        ("prose", "The report, dated 4 May 2026, lists nine ships and their owners by name."),
        ("prose", "He asked the crew to share this news with the families of the dead."),
        ("prose", "Реклама на дорогах опасна, считают в министерстве."),
    ],
)
def test_a_line_is_what_it_is(kind, text):
    assert label(text) == kind
