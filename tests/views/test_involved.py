"""Whom did somebody meet, and what else befell them, as the page about them shows it?"""

from sayso.model.collection import Collection
from sayso.model.entity import Entity, Name
from sayso.model.event import Event, Happening, Part
from sayso.model.page import Page
from sayso.model.text import Document
from sayso.views.catalogue import catalogue
from sayso.views.holdings import Holdings
from sayso.views.involved import involved, involvements
from sayso.views.sheet import Sheet
from tests.resolve.pages import page

MET = "[PER Ann Lee] met [PER Bo Rask] in [LOC Rome]."
HELD = "[PER Ann Lee] was arrested."


def told(read: Page, kind: str, verb: str, roles: tuple[str, ...], negated: bool = False) -> Event:
    at = read.text.index(verb)
    parts = tuple(
        Part(role, m.span, m.surface, m.id)
        for role, m in zip(roles, sorted(read.mentions, key=lambda m: m.span), strict=True)
    )
    place = next((p.mention for p in parts if p.role == "place"), None)
    return Event(
        kind,
        (read.span(at, at + len(verb)),),
        read.article.id,
        place=place,
        parts=parts,
        negated=negated,
    )


def case(*, negated: bool = False) -> Sheet:
    met, held = page(MET), page(HELD, number=2)
    talk = told(met, "consult", "met", ("actor", "target", "place"), negated)
    arrest = told(held, "arrest", "arrested", ("target",))
    by_name: dict[str, list] = {}
    for mention in (*met.mentions, *held.mentions):
        by_name.setdefault(mention.surface, []).append(mention)
    entities = tuple(
        Entity(
            f"ent-{i}", ms[0].kind, (Name(name, "en", "Latn", len(ms)),), tuple(m.id for m in ms)
        )
        for i, (name, ms) in enumerate(sorted(by_name.items()))
    )
    happenings = (
        Happening("consult", (talk.id,), "2024-03-10", "2024-03-10"),
        Happening("arrest", (arrest.id,), "2024-03-04", "2024-03-04"),
    )
    pages = (met.having((talk,)), held.having((arrest,)))
    documents = tuple(
        Document(f"{number:064d}", "text/1", p.text, "text/plain", "a.txt", "utf-8")
        for number, p in zip((0, 2), pages, strict=True)
    )
    collection = Collection(pages, entities=entities, happenings=happenings)
    return Sheet(catalogue(Holdings("t", "0", "s", documents, {}, (), collection)), "../")


def test_who_met_whom_when_and_where():
    sheet = case()
    of = involvements(sheet.catalogue)
    assert [one.kind for one in of["ent-0"]] == ["arrest", "consult"]
    assert [one.kind for one in of["ent-1"]] == ["consult"]
    shown = involved(sheet, "ent-1", of["ent-1"][0])
    assert (shown.kind, shown.when, shown.part) == ("consult", "10 March 2024", ("target",))
    assert [other.striptags() for other in shown.others] == ["Ann Lee"]
    assert shown.place
    assert shown.place.striptags() == "Rome"
    assert shown.words.striptags() == "met"


def test_a_place_is_where_and_takes_no_part():
    assert "ent-2" not in involvements(case().catalogue)


def test_a_meeting_that_nobody_says_took_place_says_so():
    sheet = case(negated=True)
    (_, met) = involvements(sheet.catalogue)["ent-0"]
    assert involved(sheet, "ent-0", met).denied
