"""Every kind of claim in the languages without a parse of their own, and every text with any marks in it."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.article import Article
from sayso.model.claim import Claim
from sayso.model.page import Page
from sayso.model.text import Document
from sayso.reading.claims import claims
from sayso.reading.quotes import quotations
from sayso.reading.speech import SHORT, words_in


def page(text: str, language: str) -> Page:
    """The text as one article."""
    document = Document(
        hashlib.sha256(text.encode()).hexdigest(), "t", text, "text/plain", "a", "utf-8"
    )
    return Page.of(document, Article(document.span(0, len(text)), (), language))


def told(text: str, language: str) -> list[str]:
    """The told claims as lines: [outer > inner] content (act)."""
    return [line(text, c) for c in claims(page(text, language)) if c.told]


def line(text: str, claim: Claim) -> str:
    holders = " > ".join(link.holder.words or "?" for link in claim.told)
    content = " / ".join(text[s.start : s.stop] for s in claim.content)
    return f"[{holders}] {content} ({claim.act})"


CHAINS = [
    (
        "ru",
        "Газета пишет, что двое лоцманов сказали агентству, что баржа сядет на мель.",
        "[Газета > двое лоцманов] баржа сядет на мель (assert)",
    ),
    (
        "uk",
        "Газета пише, що двоє лоцманів сказали агентству, що баржа сяде на мілину.",
        "[Газета > двоє лоцманів] баржа сяде на мілину (assert)",
    ),
    (
        "uk",
        "За даними газети «Пристань», боцман казав слідчим, що не чув сирени.",
        "[газети «Пристань» > боцман] не чув сирени (assert)",
    ),
    (
        "ar",
        "كتبت الصحيفة أن مرشدين اثنين قالا للوكالة إن القارب سيجنح.",
        "[الصحيفة > مرشدين اثنين] القارب سيجنح (assert)",
    ),
    (
        "fa",
        "روزنامه نوشت که دو ناخدا به این خبرگزاری گفتند که قایق به گل می‌نشیند.",
        "[روزنامه > دو ناخدا] قایق به گل می‌نشیند (assert)",
    ),
    (
        "he",
        "העיתון כתב ששני נווטים אמרו לסוכנות כי הסירה תטבע מחר.",
        "[העיתון > שני נווטים] הסירה תטבע מחר (assert)",
    ),
    (
        "he",
        "לפי דיווח בעיתון מפי גורם בנמל, הסירה תטבע מחר.",
        "[דיווח בעיתון > גורם בנמל] הסירה תטבע מחר (assert)",
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("language", "text", "wanted"), CHAINS)
def test_who_reports_whom(language: str, text: str, wanted: str) -> None:
    assert told(text, language) == [wanted]


KINDS = [
    # a quotation split by the author's words
    ("ru", "«Мы ждём, — сказал лоцман. — Вода уйдёт».", "[лоцман] Мы ждём / Вода уйдёт (assert)"),
    (
        "uk",
        "«Ми чекаємо, — сказав лоцман. — Вода зійде».",
        "[лоцман] Ми чекаємо / Вода зійде (assert)",
    ),
    # a line of dialogue
    ("ru", "— Мы ждём, — сказал лоцман. — Вода уйдёт.", "[лоцман] Мы ждём / Вода уйдёт (assert)"),
    (
        "uk",
        "— Ми чекаємо, — сказав лоцман. — Вода зійде.",
        "[лоцман] Ми чекаємо / Вода зійде (assert)",
    ),
    # questions
    ("ru", "Лоцман спросил, когда уйдёт вода.", "[Лоцман] когда уйдёт вода (ask)"),
    ("uk", "Лоцман спитав, коли зійде вода.", "[Лоцман] коли зійде вода (ask)"),
    ("he", "הנווט שאל מתי ייפתח הנמל.", "[הנווט] מתי ייפתח הנמל (ask)"),
    ("fa", "شهردار پرسید که بندر کی باز می‌شود.", "[شهردار] بندر کی باز می‌شود (ask)"),
    # not ruled out
    ("ru", "Мэр не исключил, что порт закроют.", "[Мэр] порт закроют (suppose)"),
    ("uk", "Мер не виключив, що порт закриють.", "[Мер] порт закриють (suppose)"),
    ("ar", "ولم يستبعد الوزير أن يغلق الميناء.", "[الوزير] يغلق الميناء (suppose)"),
    ("he", "השר לא שלל שהנמל ייסגר.", "[השר] הנמל ייסגר (suppose)"),
    # denied
    ("ru", "Он отрицает, что брал деньги.", "[Он] брал деньги (deny)"),
    ("uk", "Він заперечує, що брав гроші.", "[Він] брав гроші (deny)"),
    ("fa", "او تکذیب کرد که پول گرفته است.", "[او] پول گرفته است (deny)"),
    ("he", "הוא הכחיש שלקח כסף.", "[הוא] לקח כסף (deny)"),
    # would not comment
    (
        "ru",
        "Мэр отказался комментировать аварию.",
        "[Мэр] комментировать аварию (refuse to confirm)",
    ),
    ("uk", "Мер відмовився коментувати аварію.", "[Мер] коментувати аварію (refuse to confirm)"),
    ("ar", "رفض الوزير التعليق على الحادث.", "[الوزير] التعليق على الحادث (refuse to confirm)"),
    ("he", "השר סירב להגיב על התאונה.", "[השר] להגיב על התאונה (refuse to confirm)"),
    # ordered
    ("ru", "Суд приказал вернуть груз.", "[Суд] вернуть груз (order)"),
    ("uk", "Суд наказав повернути вантаж.", "[Суд] повернути вантаж (order)"),
    ("ar", "أمرت المحكمة بدفع الدين.", "[المحكمة] بدفع الدين (order)"),
    ("fa", "دادگاه دستور داد بار بازگردانده شود.", "[دادگاه] بار بازگردانده شود (order)"),
    ("he", "בית המשפט הורה להשיב את המטען.", "[בית המשפט] להשיב את המטען (order)"),
    # a document says
    ("ru", "В докладе говорится, что вода грязная.", "[докладе] вода грязная (assert)"),
    ("uk", "У доповіді йдеться, що вода брудна.", "[доповіді] вода брудна (assert)"),
    ("ar", "وجاء في التقرير أن المياه ملوثة.", "[التقرير] المياه ملوثة (assert)"),
    ("fa", "در گزارش آمده است که آب آلوده است.", "[گزارش] آب آلوده است (assert)"),
    ("he", "בדוח נכתב כי המים מזוהמים.", "[דוח] המים מזוהמים (assert)"),
    # nobody is named
    ("ru", "Якобы в порту уже нет топлива.", "[?] в порту уже нет топлива (assert)"),
    ("uk", "Нібито в порту вже немає пального.", "[?] в порту вже немає пального (assert)"),
    ("ar", "يُزعم أن الميناء بلا وقود.", "[?] الميناء بلا وقود (assert)"),
    ("fa", "گویا در بندر دیگر سوخت نیست.", "[?] در بندر دیگر سوخت نیست (assert)"),
    ("he", "לכאורה אין עוד דלק בנמל.", "[?] אין עוד דלק בנמל (assert)"),
]


@pytest.mark.model
@pytest.mark.parametrize(("language", "text", "wanted"), KINDS)
def test_kinds_of_claims(language: str, text: str, wanted: str) -> None:
    assert told(text, language) == [wanted]


@pytest.mark.model
@pytest.mark.parametrize(
    ("language", "text", "kept"),
    [
        ("ru", "«Мы ждём», — сказал лоцман в Telegram.", "в Telegram"),
        ("uk", "Двоє лоцманів розповіли газеті, що баржа зникла.", "газеті"),
        ("ar", "وقال مرشدان للصحيفة إن القارب اختفى.", "للصحيفة"),
        ("he", '"לא נעזוב את המקום הזה", אמר הנווט בטלגרם.', "בטלגרם"),
    ],
)
def test_a_medium_is_kept_and_does_not_speak(language: str, text: str, kept: str) -> None:
    (claim,) = (c for c in claims(page(text, language)) if c.told)
    (link,) = claim.told
    assert link.medium is not None
    assert text[link.medium.start : link.medium.stop] == kept


@pytest.mark.model
def test_we_recall_is_the_papers_own_voice() -> None:
    text = "Напомним, баржа села на мель в среду вечером."
    assert told(text, "ru") == []


WORDS = {
    "ru": ["мэр", "сказал,", "что", "вода", "уйдёт", "по словам", "источника", "заявил"],
    "uk": ["мер", "сказав,", "що", "вода", "зійде", "за словами", "джерела", "заявив"],
    "ar": ["قال", "الوزير", "إن", "الماء", "بحسب", "مصدر", "نفى", "أن"],
    "fa": ["وزیر", "گفت", "که", "آب", "به گفته", "منبع", "افزود", "است"],
    "he": ["השר", "אמר", "כי", "המים", "לדברי", "מקור", "שאמר", "ואמר"],
    "en": ["the mayor", "said", "that", "water", "according to", "a source", "denied", "it"],
}
MARKS = [
    "«",
    "»",
    "“",
    "”",
    "„",
    "״",
    '"',
    "'",
    "’",
    "–",
    "—",
    "- ",
    "\n",
    "\n— ",
    ".",
    ", ",
    ": ",
    "?",
]


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str]:
    """A language and a text of its words with any marks, opened, closed or neither."""
    language = draw(st.sampled_from(sorted(WORDS)))
    pieces = draw(
        st.lists(st.sampled_from([*WORDS[language], *MARKS, " "]), min_size=1, max_size=40)
    )
    return language, " ".join(pieces) if draw(st.booleans()) else "".join(pieces)


@pytest.mark.model
@settings(max_examples=120, deadline=None, derandomize=True)
@given(texts())
def test_no_text_fails_and_spans_read_back(drawn: tuple[str, str]) -> None:
    language, text = drawn
    whole = page(text, language)
    found = list(claims(whole))
    assert found == list(claims(whole))
    for claim in found:
        links = [s for link in claim.chain for s in link.scope]
        for span in [*claim.content, *links]:
            assert 0 <= span.start < span.stop <= len(text)
        for link in claim.told:
            if link.holder.span is not None:
                assert link.holder.words == text[link.holder.span.start : link.holder.span.stop]


@pytest.mark.model
@settings(max_examples=120, deadline=None, derandomize=True)
@given(texts())
def test_every_long_quotation_is_in_a_claim(drawn: tuple[str, str]) -> None:
    language, text = drawn
    whole = page(text, language)
    taken = [(s.start, s.stop) for c in claims(whole) for s in c.content]
    taken += [(s.start, s.stop) for c in claims(whole) for link in c.told for s in link.scope]
    for q in quotations(text, whole.prose()):
        if q.depth == 0 and not q.dash and words_in(text, q.inner, q.outer) > SHORT:
            assert any(a < q.outer and q.inner < b for a, b in taken), text[q.start : q.stop]


BEHIND = [
    ("ar", "انهار الجسر في المدينة، قالت الشرطة.", "[الشرطة] انهار الجسر في المدينة (assert)"),
    ("fa", "بازرسان تخلفی در مناقصه نیافتند، این وزارتخانه اعلام کرد.", "[این وزارتخانه] بازرسان تخلفی در مناقصه نیافتند (assert)"),
    ("uk", "Міст обвалився вночі, повідомляє «Річковий вісник».", "[Річковий вісник] Міст обвалився вночі (assert)"),
    ("uk", "Міст обвалився вночі, розповів «Вартовому» сторож.", "[сторож] Міст обвалився вночі (assert)"),
    ("ru", "Мост рухнул ночью, сообщает «Речной вестник».", "[Речной вестник] Мост рухнул ночью (assert)"),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("language", "text", "expected"), BEHIND)
def test_who_stands_behind_what_was_said_is_its_speaker(
    language: str, text: str, expected: str
) -> None:
    assert expected in told(text, language)


PAPERS = [
    ("en", "The paper printed a letter according to which the store was full.", "letter", "the store was full"),
    ("ru", "Издание опубликовало письмо, согласно которому склад охраняли.", "письмо", "склад охраняли"),
    ("uk", "Редакція отримала лист, у якому йдеться, що склад охороняли.", "лист", "склад охороняли"),
    ("ar", "نشرت الصحيفة وثيقة جاء فيها أن المستودع كان فارغا.", "وثيقة", "المستودع كان فارغا"),
    ("fa", "روزنامه سندی منتشر کرد که بر اساس آن انبار خالی بود.", "سندی", "انبار خالی بود"),
    ("he", "העיתון פרסם מסמך שלפיו המחסן היה ריק.", "מסמך", "המחסן היה ריק"),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("language", "text", "paper", "said"), PAPERS)
def test_a_document_says_what_hangs_on_it(language: str, text: str, paper: str, said: str) -> None:
    found = [c for c in claims(page(text, language)) if c.told]
    assert f"[{paper}] {said} (assert)" in [line(text, c) for c in found]
    assert "document" in [c.told[-1].holder.kind for c in found]


@pytest.mark.model
@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Dorun denied receiving any money.", "[Dorun] receiving any money (deny)"),
        ("ar", "نفى الوزير تعاطي الرشوة.", "[الوزير] تعاطي الرشوة (deny)"),
    ],
)
def test_what_somebody_denies_doing_is_a_denial(language: str, text: str, expected: str) -> None:
    assert expected in told(text, language)


@pytest.mark.model
def test_to_ask_somebody_to_do_something_is_no_question() -> None:
    (claim,) = [
        c for c in claims(page("The mayor asked residents not to spread rumours.", "en")) if c.told
    ]
    assert claim.act == "order"


@pytest.mark.model
@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Компания купит большой завод в порту.", "planned"),
        ("ru", "Компания купила большой завод в порту.", "actual"),
        ("ar", "ستغلق البلدية الجسر القديم في المدينة غدا.", "planned"),
        ("ar", "سيارة البلدية احترقت أمام الجسر القديم في المدينة.", "actual"),
        ("uk", "Рада голосуватиме за новий закон про порти.", "planned"),
    ],
)
def test_what_is_still_to_come_is_planned(language: str, text: str, expected: str) -> None:
    assert [c.modality for c in claims(page(text, language))] == [expected]
