"""What deserves a reader's first look: what is echoed, conflicting, updated, or rests on one voice?"""

from collections.abc import Mapping
from typing import NamedTuple

from markupsafe import Markup

from sayso.model.standing import Relation, Standing, Wording
from sayso.views.catalogue import Catalogue
from sayso.views.graph import Picture, picture
from sayso.views.sheet import Report, Sheet

PER_PAGE = 200
ON_INDEX = 5


class Kind(NamedTuple):
    """A kind of finding: `word` names its page, `means` says what the machine saw, no more."""

    word: str
    title: str
    means: str


KINDS = (
    Kind(
        "echoed",
        "Echoed",
        "Several articles carry it, and all of them lead back to one origin.",
    ),
    Kind(
        "conflicting",
        "Conflicting",
        "Reports of the same thing do not agree: in a figure, a date, or in yes and no.",
    ),
    Kind("denied", "Denied", "Somebody denies it, in words that the articles carry."),
    Kind(
        "updated",
        "Updated",
        "A later report gives a newer state of the same count or matter; this is no contradiction.",
    ),
    Kind(
        "reworded",
        "One quotation in different words",
        "Articles put different words into the mouth of one voice: a translation, a slip or a misquotation.",
    ),
    Kind(
        "matched",
        "Matched from several origins",
        "At least two origins carry it. Whether that confirms it is for a person to assess.",
    ),
    Kind(
        "undecided",
        "Carried by several, origins undecided",
        "Several articles carry it; whether they lead back to one origin or more cannot be told.",
    ),
    Kind(
        "not-confirmed",
        "Not confirmed, as the sources themselves say",
        "A source says that it could not verify or confirm this.",
    ),
    Kind(
        "anonymous-root",
        "Resting on unnamed people",
        "The chain ends at somebody without a name, who may be the same as any other source.",
    ),
    Kind("circular", "Circular", "The chain comes back to an outlet that cites it."),
    Kind(
        "misfit",
        "Dates that do not fit",
        "A report is older than the article of the outlet that it cites.",
    ),
    Kind(
        "left-out",
        "Left out by others",
        "One outlet carries it; others who tell the story and quote the same voice do not.",
    ),
    Kind(
        "unattributed",
        "Unattributed",
        "The article says it in its own voice and names nobody.",
    ),
    Kind(
        "uncorroborated",
        "Uncorroborated",
        "One article carries it, from one origin; nothing read here says the same.",
    ),
    Kind(
        "copied",
        "Carried by copies only",
        "The articles that carry it are copies of one text, so they are one report.",
    ),
)


class Link(NamedTuple):
    """How a finding relates to another one, with the words of both sides."""

    kind: str
    reports: tuple[Report, ...]
    place: str | None
    because: tuple[str, ...]


class Worded(NamedTuple):
    """Two reports of one quotation and, pairwise, the words that each has alone."""

    here: Report
    there: Report
    words: tuple[tuple[Markup, Markup], ...]


class Finding(NamedTuple):
    """A standing, ready to be shown."""

    standing: Standing
    lead: Report
    groups: tuple[tuple[Report, ...], ...]
    links: tuple[Link, ...]
    caveats: tuple[Markup, ...]
    counts: tuple[str, ...]
    kinds: tuple[str, ...]
    picture: Picture | None
    worded: tuple[Worded, ...]


def kinds_of(standing: Standing, texts: Mapping[str, str]) -> tuple[str, ...]:
    """The kinds a standing belongs to, in the order of `KINDS`; `texts` as in `Catalogue.texts`."""
    found = set(standing.flags)
    if standing.at_most == 1 and len(standing.articles) > 1:
        one_text = len({texts.get(a, a) for a in standing.articles}) == 1
        found.add("copied" if one_text else "echoed")
    if len(standing.articles) > 1 and standing.at_least <= 1 < standing.at_most:
        found.add("undecided")
    if standing.at_least > 1:
        found.add("matched")
    found |= {"reworded"} if standing.wordings else set()
    found |= {"misfit"} if standing.misfits else set()
    found |= {"left-out"} if standing.silent else set()
    if standing.at_most <= 1 and len(standing.articles) <= 1:
        found.add("uncorroborated")
    return tuple(kind.word for kind in KINDS if kind.word in found)


def counted(number: int, one: str, many: str) -> str:
    """A count with its name.

    >>> counted(1, "outlet", "outlets"), counted(3, "outlet", "outlets")
    ('1 outlet', '3 outlets')
    """
    return f"{number} {one if number == 1 else many}"


def counts(standing: Standing) -> tuple[str, ...]:
    """The four counts, never mixed; origins as a range where the reasons leave one."""
    low, high = standing.at_least, standing.at_most
    origins = counted(low, "origin", "origins") if low == high else f"{low} to {high} origins"
    return (
        counted(len(standing.claims), "report", "reports"),
        counted(len(standing.articles), "article", "articles"),
        counted(len(standing.outlets), "outlet", "outlets"),
        origins,
    )


def sorted_out(catalogue: Catalogue) -> dict[str, list[str]]:
    """Kind -> standing ids, the widest carried first; and where each standing is shown."""
    out: dict[str, list[str]] = {kind.word: [] for kind in KINDS}
    ordered = sorted(catalogue.standings.values(), key=lambda s: _rank(catalogue, s))
    for standing in ordered:
        if not all(c in catalogue.claims for c in standing.claims):
            continue
        for word in kinds_of(standing, catalogue.texts):
            if word == "conflicting" and _told_by_other(standing, out[word]):
                continue
            out[word].append(standing.id)
            address = f"{page_name(word, (len(out[word]) - 1) // PER_PAGE)}#{standing.id}"
            catalogue.places.setdefault(standing.id, address)
    return out


def _told_by_other(standing: Standing, listed: list[str]) -> bool:
    """Whether every conflict of the standing is already shown from its other side."""
    others = [r.to for r in standing.relations if r.kind == "contradicts"]
    return bool(others) and all(other in listed for other in others)


def page_name(word: str, number: int) -> str:
    """The file of a kind's page; the first has no number."""
    return f"findings/{word}{f'-{number + 1}' if number else ''}.html"


def finding(sheet: Sheet, standing_id: str) -> Finding:
    """A standing with its reports in groups of one origin each."""
    standing = sheet.catalogue.standings[standing_id]
    grouped = standing.groups or (standing.claims,)
    groups = tuple(
        tuple(sheet.report(c) for c in sorted(group, key=lambda c: _order(sheet.catalogue, c)))
        for group in grouped
    )
    lead = min(standing.claims, key=lambda c: _order(sheet.catalogue, c))
    return Finding(
        standing,
        sheet.report(lead),
        groups,
        tuple(_link(sheet, relation) for relation in standing.relations),
        tuple(sheet.quote(span) for span in standing.not_confirmed),
        counts(standing),
        kinds_of(standing, sheet.catalogue.texts),
        picture(sheet, standing),
        tuple(_worded(sheet, w) for w in standing.wordings),
    )


def _worded(sheet: Sheet, wording: Wording) -> Worded:
    here, there = (sheet.report(c) for c in wording.claims)
    words = (
        (sheet.quote(a), sheet.quote(b)) for a, b in zip(wording.here, wording.there, strict=True)
    )
    return Worded(here, there, tuple(words))


def _link(sheet: Sheet, relation: Relation) -> Link:
    reports = tuple(sheet.report(c) for c in relation.claims if c in sheet.catalogue.claims)
    if not reports and relation.to in sheet.catalogue.standings:
        other = sheet.catalogue.standings[relation.to].claims
        reports = (sheet.report(min(other, key=lambda c: _order(sheet.catalogue, c))),)
    return Link(relation.kind, reports, sheet.place(relation.to), relation.because)


def _order(catalogue: Catalogue, claim_id: str) -> tuple[str, str, int, str]:
    """Earliest published first, undated last; then by article and place in it."""
    claim = catalogue.claims[claim_id]
    page = catalogue.pages[claim.article]
    told = catalogue.published(page) or "9999"
    return (told, claim.article, catalogue.numbers[claim_id], claim_id)


def _rank(catalogue: Catalogue, standing: Standing) -> tuple[int, int, int, int, str]:
    own_voice = all(not catalogue.claims[c].told for c in standing.claims if c in catalogue.claims)
    return (
        -len(standing.outlets),
        -len(standing.articles),
        -len(standing.claims),
        int(own_voice),
        standing.id,
    )
