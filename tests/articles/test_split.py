"""Is a heap cut where its articles begin, with nothing lost and every line labelled?"""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.articles.split import split
from sayso.model.article import Article, Boundary
from sayso.model.text import Document, Metadata, Told

FERRY = """\
PORT AMBER, May 4 (Seawire) - A ferry with 200 people aboard ran aground off Port Amber on Monday, the coastguard said.
Captain Ines Corvo told Seawire that the hull of the ferry had cracked in a storm a year ago.
"We asked for a repair twice," Corvo said. "The ferry company told us to wait for the winter."
The ferry company said that the hull had been inspected in March and that the crack was harmless.
Corvo has left the company. The coastguard has opened an inquiry into the ferry and its hull.
Reporting by the Port Amber bureau; reprinted by The Bay Herald on 4 May 2026
Sign up for our newsletter and never miss a story.
"""
BUDGET = """\
Parliament rejects the school budget
By Ada Brun, The Bay Herald, 6 May 2026
Parliament rejected the government's school budget on Wednesday by three votes, the speaker said.
Finance minister Joan Talve said the budget for schools would return to parliament in June.
Teachers' unions welcomed the vote. Talve had proposed to close forty small schools in the north.
"Small schools are the heart of the villages," union leader Per Anders said of the budget.
[Photo: B. Holt/Seawire]Joan Talve leaves parliament
Talve did not answer questions. Parliament votes again on the school budget after the summer.
Comments (12)
"""
MOST = """\
Міст у Зарічному закрили на ремонт
7 травня 2026 року, «Зарічна правда»
Міст через річку у Зарічному закрили на ремонт до осені, повідомила міська рада у четвер.
За словами мера Івана Дубка, опори мосту не ремонтували тридцять років.
«Ми не можемо ризикувати людьми», — сказав Дубко журналістам біля мосту.
Підписуйтесь на наш Telegram-канал
"""


def document_of(text: str, **facts) -> Document:
    return Document("0" * 64, "text/1", text, "text/plain", "heap.txt", "utf-8", **facts)


def articles(text: str, **facts) -> list[Article]:
    return [a for a in split(document_of(text, **facts)) if isinstance(a, Article)]


def starts(text: str) -> list[str]:
    return [text[a.span.start :].split("\n")[0][:28] for a in articles(text)]


def kinds(text: str, article: Article) -> dict[str, str]:
    return {text[z.span.start : z.span.stop]: z.kind for z in article.zones}


def test_three_articles_in_two_languages():
    assert starts(FERRY + BUDGET + MOST) == [
        "PORT AMBER, May 4 (Seawire) ",
        "Parliament rejects the schoo",
        "Міст у Зарічному закрили на ",
    ]


def test_one_article_stays_one():
    for text in (FERRY, BUDGET, MOST):
        assert len(articles(text)) == 1


def test_every_decision_has_reasons():
    found = [b for b in split(document_of(FERRY + MOST)) if isinstance(b, Boundary)]
    cuts = [b for b in found if b.cut]
    assert len(cuts) == 2
    assert any("language changes" in reason for reason in cuts[1].because)


def test_a_quoted_line_in_another_language_is_no_cut():
    lines = FERRY.splitlines(keepends=True)
    mixed = "".join([*lines[:3], "«Нам велели ждать», — сказал механик парома.\n", *lines[3:]])
    assert len(articles(mixed)) == 1


def test_zones_cut_glued_pieces_at_the_right_place():
    (article,) = articles(BUDGET)
    found = kinds(BUDGET, article)
    assert found["[Photo: B. Holt/Seawire]"] == "credit"
    assert found["Joan Talve leaves parliament"] == "caption"
    assert found["Comments (12)"] == "comments"
    assert found["Parliament rejects the school budget"] == "headline"
    assert found["By Ada Brun, The Bay Herald, 6 May 2026"] == "byline"


def test_a_dateline_is_cut_from_the_lede():
    (article,) = articles(FERRY)
    assert article.zones[0].kind == "dateline"
    assert FERRY[article.zones[1].span.start :].startswith("A ferry with 200")


def test_who_and_when():
    (article,) = articles(BUDGET)
    assert (article.byline.text, article.published.text) == ("Ada Brun", "2026-05-06")
    words = BUDGET[article.published.span.start : article.published.span.stop]
    assert words == "6 May 2026"


def test_a_dateline_without_a_year_takes_it_only_from_the_same_day():
    assert articles(FERRY)[0].published.text == "2026-05-04"
    assert articles(FERRY.replace("on 4 May 2026", "on 5 May 2026"))[0].published is None


def test_a_publication_line_after_the_body_dates_nothing():
    text = "\n".join(FERRY.splitlines()[1:5]) + "\nPublished 2 April 2026 | Culture | Festival\n"
    assert articles(text)[0].published is None


def test_the_collector_wins_over_the_text():
    given = Metadata(published=Told("2026-05-09", "sidecar"))
    (article,) = articles(BUDGET, metadata=given)
    assert article.published.basis == "sidecar"
    assert [c.text for c in article.date_conflicts] == ["2026-05-06"]


def test_joined_headlines_at_the_top_find_their_articles():
    top = "Ferry aground off Port Amber with 200 aboardМіст у Зарічному закрили на ремонт\n"
    text = top + FERRY + MOST.split("\n", 1)[1]
    first, second = articles(text)
    assert text[first.headline.start : first.headline.stop].endswith("200 aboard")
    assert text[second.headline.start : second.headline.stop].startswith("Міст")
    assert first.span.start == len(top)


@pytest.mark.parametrize(
    "top",
    [
        "Prosecutors look into DeskWork and its founder",
        "DeskWork, which lets out desks in forty cities, was searched by the police on Monday.",
    ],
)
def test_a_brand_with_a_capital_inside_is_not_two_headlines(top):
    body = (
        "DeskWork said on Tuesday that it would help the prosecutors, who spoke of forty cases.\n"
    )
    for article in articles(f"{top}\n{body * 3}"):
        head = article.headline
        assert head is None or f"{top}\n{body * 3}"[head.start : head.stop] in (top, body.strip())


def test_as_article_is_exactly_one():
    assert len(articles(FERRY + BUDGET + MOST, as_article=True)) == 1


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_nothing_gives_nothing(text):
    assert articles(text) == []


LINE = st.sampled_from(
    [*(FERRY + BUDGET + MOST).splitlines(), "", "***", "Image 1 of 4Image 2 of 4"]
)


@given(st.lists(LINE, max_size=25))
def test_nothing_is_lost_and_nothing_overlaps(lines):
    text = "\n".join(lines)
    found = articles(text)
    assert all(a.span.stop <= b.span.start for a, b in pairwise(found))
    assert found == articles(text)
    for article in found:
        spots = [(z.span.start, z.span.stop) for z in article.zones]
        assert all(a[1] <= b[0] for a, b in pairwise(spots))
        covered = "".join(text[a:b] for a, b in spots)
        whole = text[article.span.start : article.span.stop]
        assert "".join(covered.split()) == "".join(whole.split())


INTERVIEW = """\
"We counted every ship twice"
By Ada Brun, The Bay Herald, 6 May 2026
Harbour master Ines Corvo has run the port of Amber for nine years. She talks about fog and paper.
Q: When did you first see the crack in the hull?
A: In the spring of last year, after the storm. I wrote it down in the register the same night.
Q: Who read your report?
A: The company's engineer. He thanked me and put it into a drawer, as engineers like to do.
Q: Do you sleep well?
A: Since I left, yes. Fog no longer wakes me, and nobody rings at four about a lost container.
"""
LIVE = """\
Storm over Port Amber: live
10:05
The harbour is closed to all ships until further notice, the harbour master says on the radio.
11:30
Trains to the northern districts stop running. Passengers are taken to the sports hall by bus.
13:45
The bakery on Mill Street gives bread to everyone who is stuck. The queue is long but cheerful.
16:20
Schools will stay shut tomorrow, the education office tells parents by text message.
"""


@pytest.mark.parametrize("text", [INTERVIEW, LIVE], ids=["interview", "live page"])
def test_questions_and_entries_make_one_article(text):
    assert len(articles(text)) == 1


@pytest.mark.parametrize("change", [("\n", "\r\n"), ("\n", "\n\n"), ("\n", "\n\t")])
def test_line_ends_blank_lines_and_tabs_change_no_cut(change):
    def firsts(text):
        return [text[a.span.start :].split()[:4] for a in articles(text)]

    heap = FERRY + BUDGET + MOST
    assert firsts(heap.replace(*change)) == firsts(heap)


def test_a_signed_article_on_the_same_event_is_another():
    other = (
        "By Per Holt, The Ledger, 5 May 2026\n"
        "A ferry that ran aground off Port Amber on Monday had a cracked hull, its former captain says.\n"
        "Ines Corvo told The Ledger that the ferry company knew of the crack in the hull for a year.\n"
        "The coastguard is looking into the ferry company's papers and wants to hear Corvo again.\n"
    )
    assert len(articles(FERRY + other)) == 2


def test_headlines_whose_bodies_are_elsewhere_name_no_article():
    top = "Ferry aground off Port Amber with 200 aboardWheat prices fall for a third week\n"
    (article,) = articles(top + FERRY)
    assert article.headline is not None
    assert top[: article.headline.stop].endswith("aboard")


def test_foot_lines_of_another_page_stay_out_of_the_body():
    text = FERRY + "Published 2 April 2026 | Culture\nRead next: The festival returns\n" + BUDGET
    first, second = articles(text)
    assert (first.published.text, second.published.text) == ("2026-05-04", "2026-05-06")
    foot = [z.kind for z in first.zones if "festival" in text[z.span.start : z.span.stop]]
    assert foot == ["boilerplate"]


def test_a_later_update_is_neither_publication_nor_conflict():
    text = BUDGET.replace("6 May 2026\n", "6 May 2026\nUpdated 8 May 2026, 10:30\n")
    (article,) = articles(text)
    assert article.published.text == "2026-05-06"
    assert article.date_conflicts == ()


def test_two_dates_of_publication_are_kept_as_a_conflict():
    (article,) = articles(BUDGET.replace("6 May 2026\n", "6 May 2026\nPublished 7 May 2026\n"))
    assert article.published.text == "2026-05-06"
    assert [c.text for c in article.date_conflicts] == ["2026-05-07"]


def test_an_outlet_is_known_from_the_foot_of_another_of_its_pages():
    signed = "מאת דנה ברוך, עיתון הים\nהמעבורת עלתה על שרטון ביום שני ואיש לא נפגע, מסרה המשטרה בהודעה.\n"
    heap = FERRY + signed + "הירשמו לניוזלטר של עיתון הים\n"
    assert articles(heap)[-1].publisher.text == "עיתון הים"


def test_an_advertisement_within_an_article_is_no_end():
    lines = BUDGET.splitlines(keepends=True)
    broken = "".join([*lines[:5], "Advertisement\n", "Article continues below\n", *lines[5:]])
    assert len(articles(broken)) == 1
