"""Do names of two scripts meet where claims are compared, and only those that may be one?"""

from affair import affair

from sayso.model.entity import Entity, Name
from sayso.model.judgement import Judgement
from sayso.model.mention import Link
from sayso.weigh.named import Names


def named(**names: tuple[str, str, str]) -> tuple[Entity, ...]:
    """Entities by id: kind, language, name."""
    return tuple(
        Entity(i, kind, (Name(text, language, "", 1),), (f"m-{i}",))
        for i, (kind, language, text) in sorted(names.items())
    )


def classes(entities: tuple[Entity, ...], links: tuple[Link, ...] = ()) -> Names:
    collection = affair("[Gazette] The Corvina sank.").having((*entities, *links))
    return Names(collection)


def test_one_name_in_three_scripts_is_one_class() -> None:
    names = classes(
        named(a=("PER", "en", "Beltra"), b=("ORG", "ru", "Бельтру"), c=("ORG", "fa", "بلترا"))
    )
    assert names.of("b") == names.of("c") == "a"
    assert names.kinds["a"] == "ORG"


def test_a_name_that_could_be_either_of_two_joins_neither() -> None:
    names = classes(
        named(a=("LOC", "en", "Varn"), b=("LOC", "en", "Brenn"), c=("LOC", "he", "ברן"))
    )
    assert (names.of("a"), names.of("b"), names.of("c")) == ("a", "b", "c")


def test_who_is_kept_apart_stays_apart() -> None:
    two = named(a=("PER", "en", "Toren Marik"), b=("PER", "uk", "Торен Марік"))
    assert classes(two).of("b") == "a"
    assert classes(two, (Link("a", "b", "apart", ("two people",)),)).of("b") == "b"
    parted = affair(
        "[Gazette] The Corvina sank.",
        judgements=(Judgement(("a", "b"), "not same", "J", "2026-01-01"),),
    ).having(two)
    assert Names(parted).of("b") == "b"


def test_an_organisation_called_by_what_its_words_mean() -> None:
    names = classes(
        named(a=("ORG", "en", "Health Ministry"), b=("ORG", "ru", "Министерство здравоохранения"))
    )
    assert names.of("b") == "a"


def test_a_known_name_is_heard_where_nobody_marked_it() -> None:
    collection = affair("[כרמל (he)] חברת בלטרה נמכרה.").having(named(a=("ORG", "en", "Beltra")))
    page = collection.pages[0]
    heard = list(Names(collection).heard(page, page.claims[0].content[0]))
    assert [(h.named, page.text[h.start : h.stop]) for h in heard] == [("a", "בלטרה")]
