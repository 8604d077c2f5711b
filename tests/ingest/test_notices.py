"""Are letters that are not what they seem told, with their probable reading, and left as they stand?"""

import pytest

from sayso.ingest.notices import notices
from sayso.ingest.read import read
from sayso.model.text import Raw

RUSSIAN = "Министр транспорта подал в отставку, сообщила газета «Залив»."
UKRAINIAN = "Міністр транспорту подав у відставку, повідомила газета «Затока» у вівторок."
ARABIC = "أعلنت الوزارة يوم الثلاثاء أن عدد القتلى ارتفع إلى أربعة عشر شخصا"
PERSIAN = "وزارت کشور روز سه‌شنبه اعلام کرد که شمار کشته‌شدگان بیشتر شده است"
HEBREW = "שר התחבורה הודיע היום כי הוא מתפטר מתפקידו לאחר פרסום הדוח"
ENGLISH = (
    "The minister’s “plan” – leaked on Monday – café, Köln, façade, naïve, Łódź, €5 and 20 °C."
)
SHOUTED = RUSSIAN.upper()
PLAIN = (SHOUTED, RUSSIAN, UKRAINIAN, ARABIC, PERSIAN, HEBREW, ENGLISH)


@pytest.mark.parametrize("text", PLAIN)
def test_ordinary_writing_is_no_cause_for_a_notice(text):
    assert notices(text) == ()


@pytest.mark.parametrize(
    ("text", "page", "reads"),
    [
        (RUSSIAN, "cp1251", "Министр"),
        (RUSSIAN, "latin-1", "Министр"),
        (UKRAINIAN, "cp1251", "Міністр"),
        (ARABIC, "cp1256", "أعلنت"),
        (HEBREW, "latin-1", "שר"),
        ("It cost “much” more", "cp1252", "“"),
        ("The café closed", "cp1252", "é"),
    ],
)
def test_utf8_read_as_a_code_page_is_shown_with_its_reading(text, page, reads):
    wrong = text.encode().decode(page, "replace")
    document = read(Raw("a.txt", wrong.encode()))
    assert document.text == wrong
    assert any("UTF-8 read as" in w and reads[:2] in w for w in document.warnings)


@pytest.mark.parametrize(
    ("text", "meant", "taken"),
    [
        (RUSSIAN, "cp1251", "latin-1"),
        (ARABIC, "cp1256", "cp1252"),
        (HEBREW, "cp1255", "latin-1"),
        (RUSSIAN, "koi8_r", "cp1251"),
        (RUSSIAN, "cp1251", "koi8_r"),
    ],
)
def test_a_code_page_read_as_another_is_shown(text, meant, taken):
    wrong = " ".join([text] * 2).encode(meant, "ignore").decode(taken, "ignore")
    assert any("probably reads" in said for said in notices(wrong)), wrong


def test_two_alphabets_in_one_name_are_told():
    said = notices("Счёт открыт на имя Ivаn Pеtrov в банке.")
    assert "'Ivаn' at character 19" in said[0]
    assert notices("Студенты МГУ и VIPы из IT-компании Wi-Fi") == ()


def test_controls_are_told_but_not_joiners_where_they_belong():
    assert "U+202E (1)" in notices("safe\u202eevil")[0]
    assert "U+200B (2)" in notices("a\u200bb\u200bc")[0]
    assert notices("می\u200cخواهم و کرد\u200f، گفت") == ()


def test_broken_bytes_are_counted_and_shown():
    data = RUSSIAN.encode() + b"\xff\xfe\xff" + RUSSIAN.encode()
    document = read(Raw("a.txt", data))
    assert document.text.count("\ufffd") == 3
    assert document.warnings[0].startswith("3 places are not valid utf-8")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((t, e) for t in (RUSSIAN,) for e in ("cp1251", "koi8-r")),
        (UKRAINIAN, "cp1251"),
        (ARABIC, "cp1256"),
        (HEBREW, "cp1255"),
        *((t, e) for t in PLAIN for e in ("utf-16", "utf-16-le", "utf-16-be")),
    ],
)
def test_one_sentence_is_enough_to_tell_the_encoding(text, encoding):
    assert read(Raw("a.txt", text.encode(encoding, "ignore"))).text == text.encode(
        encoding, "ignore"
    ).decode(encoding)


SHORT = {
    "cp1251": (
        "Паромная компания сообщила в понедельник, что знала о трещине в корпусе.",
        "ПОРТ ЗАКРЫТ ДО ОСЕНИ, сообщило министерство. Рейсы отменены.",
        "Міністр транспорту подав у відставку, повідомила газета у вівторок ввечері.",
    ),
    "koi8-r": (
        "Паромная компания сообщила в понедельник, что знала о трещине в корпусе.",
        "Порт закрыт до осени, сообщило министерство транспорта. Рейсы отменены.",
    ),
    "cp1256": (
        "قالت شركة العبارات يوم الاثنين إنها كانت تعلم بوجود الشق في هيكل السفينة.",
        "أعلنت الوزارة إغلاق الميناء حتى الخريف بعد الحادث الأخير في المدينة",
        "بندر تا پاييز بسته مي‌ماند و وزارت راه گزارش خود را منتشر خواهد کرد",
    ),
    "cp1255": (
        "חברת המעבורות הודיעה ביום שני כי ידעה על הסדק בגוף האונייה.",
        "הנמל ייסגר עד הסתיו, הודיע משרד התחבורה ביום שלישי בערב, לאחר האסון.",
        "המשטרה עצרה שני חשודים בפרשה, והם יובאו מחר להארכת מעצרם בבית המשפט.",
        "ראש העירייה אמר כי השיפוצים בבתי הספר יסתיימו עד תחילת שנת הלימודים",
    ),
}


@pytest.mark.parametrize(("encoding", "text"), [(e, t) for e, ts in SHORT.items() for t in ts])
def test_sixty_characters_are_enough_to_tell_an_old_encoding(encoding, text):
    assert read(Raw("a.txt", text.encode(encoding))).text == text
