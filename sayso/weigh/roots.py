"""Where does one claim come from, and what ties it to other claims?"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from sayso.language.skeleton import skeleton
from sayso.lexicon.load import lexicon, words
from sayso.model.claim import Attribution, Claim
from sayso.model.collection import Collection
from sayso.model.entity import Entity
from sayso.model.page import Page
from sayso.settings import LANGUAGES
from sayso.weigh.named import Names, meaning, sound_alike, telling
from sayso.weigh.propositions import published_day
from sayso.weigh.words import Word, content_words, fold

SITE = re.compile(r"[a-zA-Z][\w+.-]*://(?:[^/@]*@)?([^/:?#]+)")
SENTENCE = 9  # words from which on the same words are no accident
QUOTED = re.compile(r"[«\"“„]([^»\"”“]+)[»\"”“]")
OPEN_KINDS = ("anonymous", "unknown", "outlet")


@dataclass(frozen=True, slots=True)
class Root:
    """The origin of one claim as its own article tells it.

    `ties` are (key, why): claims that share a key have one origin. `open` says that it may
    coincide with any other (unnamed, unknown, an outlet's own voice). `outlet` is the publisher's name
    for matching, `publisher` as it is written, `published` the ISO day. `cites` are outlets named, `steps`
    who cites whom along the chain, by outlet; `meant` the concepts a body or its speaker is called by.
    """

    claim: str
    article: str
    outlet: str
    publisher: str
    published: str | None
    kind: str
    shown: str
    ties: tuple[tuple[str, str], ...]
    open: bool
    state: bool
    cites: tuple[str, ...]
    entity: str | None = None
    steps: tuple[tuple[str, str], ...] = ()
    meant: frozenset[str] = frozenset()
    language: str = ""


def outlet_name(page: Page) -> str:
    """The publisher as written, else the site or file the text came from."""
    if page.article.publisher:
        return page.article.publisher.text.strip()
    site = SITE.match(page.article.url or "")
    return site[1].lower() if site else page.source or page.article.id


def plain_name(name: str) -> str:
    """An outlet's name for matching: folded, without article and domain ending."""
    low = fold(name).removeprefix("www.").removeprefix("the ").strip()
    for ending in (".com", ".org", ".net", ".example", ".info"):
        low = low.removesuffix(ending)
    return low


def _without_sort(words_of: str) -> str:
    """The name of an outlet without what it is: "the magazine Lanterna", in any language."""
    return " ".join(w for w in words_of.split() if fold(w) not in _sorts())


@cache
def _sorts() -> frozenset[str]:
    """Words for a paper, a station, an agency, in all languages."""
    rows = (r for code in LANGUAGES for r in lexicon(code, "anonymous").entries.items())
    found = {fold(word) for word, row in rows if row[0] == "outlet"}
    return frozenset(found | {f"ال{word}" for word in found} | {f"ה{word}" for word in found})


def _verbatim(claim: Claim, page: Page) -> list[tuple[str, str]]:
    """Nobody writes a long sentence twice: word for word the same, it has one author."""
    said = " ".join(page.words(s) for s in claim.content).casefold().split()
    if len(said) < SENTENCE:
        return []
    return [(f"words {' '.join(said)}", "word for word the same sentence")]


class Origins:
    """What is known of all articles and entities, looked up once."""

    def __init__(self, collection: Collection, names: Names) -> None:
        maybe = [(k.a, k.b) for k in collection.links if k.verdict == "possibly"]
        self.names = names
        self.possibly = names.pairs() | {x for a, b in maybe for x in ((a, b), (b, a))}
        self.pages = {p.article.id: p for p in collection.pages}
        self.entity_of = collection.entity_of()
        self.entities = {e.id: e for e in collection.entities}
        self.mentions = {m.id: m for p in collection.pages for m in p.mentions}
        self.passages = defaultdict(list)
        group = _copy_groups(collection)
        for copy in collection.copies:
            for ours, theirs in copy.shared:
                self.passages[copy.article].append((ours, group[copy.article]))
                self.passages[copy.of].append((theirs, group[copy.of]))
        self.parties = {e.id: self._party(e) for e in collection.entities}
        self.publishers = frozenset(plain_name(outlet_name(p)) for p in self.pages.values())
        self.outlets = self._outlets()
        self.sounding = self._sounding(collection)
        self.relayed = self._relayed(collection)
        self.quoting = self._quoting(names)

    def _quoting(self, names: Names) -> dict[str, frozenset[str]]:
        """The class of an innermost voice -> the articles that quote it."""
        found: dict[str, set[str]] = defaultdict(set)
        for page in self.pages.values():
            for claim in page.claims:
                mention = claim.told[-1].holder.mention if claim.told else None
                if named := names.of_mention.get(mention or ""):
                    found[named].add(page.article.id)
        return {named: frozenset(articles) for named, articles in found.items()}

    def _relayed(self, collection: Collection) -> frozenset[str]:
        """Outlets whose unnamed sources other outlets pass on."""
        told = (
            (p, c.told)
            for p in collection.pages
            for c in p.claims
            if c.told and c.told[-1].holder.kind in ("anonymous", "unknown")
        )
        found = {
            (self.outlet_of(k), plain_name(outlet_name(p)))
            for p, links in told
            for k in links
            if self.is_outlet(k)
        }
        return frozenset(cited for cited, own in found if cited != own)

    def _outlets(self) -> dict[str, str]:
        """Any known name of an outlet of the case -> its name as a publisher."""
        own = sorted(self.publishers)
        out = {name: name for name in own}
        for entity in self.entities.values():
            names = {plain_name(n.text) for n in entity.names}
            publisher = next((n for n in own if n in names), None)
            if publisher:
                out.update((n, publisher) for n in names - out.keys())
        return out

    def _sounding(self, collection: Collection) -> dict[str, set[str]]:
        """Skeleton of a publisher's name, or of an outlet that is cited -> what may be called so."""
        found: dict[str, set[str]] = defaultdict(set)
        for name in sorted(set(self.outlets.values())):
            found[skeleton(name)].add(name)
        links = (k for p in collection.pages for c in p.claims for k in c.told)
        cited = {n for k in links if k.holder.kind == "outlet" for n in self._called(k)[:1]}
        for name in sorted(cited):
            alike = found[skeleton(name)]
            if not any(sound_alike(name, known) for known in alike):
                alike.add(name)
        # few outlets are in a case, so that a sound tells sooner here than among all names
        return {s: names for s, names in found.items() if telling(s) or len(s.replace(" ", "")) > 2}

    def is_outlet(self, link: Attribution) -> bool:
        """An outlet by kind, or by the name of a publisher of the case, in any script."""
        return link.holder.kind == "outlet" or (
            link.holder.kind in ("institution", "unknown", "person")
            and self.outlet_of(link) in self.publishers
        )

    def _party(self, entity: Entity) -> tuple[str, ...]:
        """Whom an entity speaks for: organisations of its roles, and their party, and so on."""
        found: list[str] = []
        todo = [entity.id]
        while todo:
            known = self.entities.get(todo.pop(0))
            if known is None or known.id in found:
                continue
            found.append(known.id)
            of = [self.entity_of.get(r.of) for r in known.roles if r.of and r.tense is None]
            todo.extend(sorted({x for x in (*of, known.party) if x}))
        return tuple(found)

    def outlet_of(self, link: Attribution) -> str:
        """The outlet a link names: as a publisher of the case, else by its entity, else its words."""
        called = self._called(link)
        known = next((self.outlets[n] for n in called if n in self.outlets), None)
        entity = self.entity_of.get(link.holder.mention or "")
        return known or self._sounds_like(called) or entity or (called[0] if called else "")

    def _called(self, link: Attribution) -> list[str]:
        """What the outlet of a link is called, plain: its name in quotes first."""
        entity = self.entities.get(self.entity_of.get(link.holder.mention or "", ""))
        names = [n.text for n in entity.names] if entity else []
        quoted = QUOTED.findall(link.holder.words)
        bare = _without_sort(link.holder.words)
        return [plain_name(n) for n in (*quoted, *names, bare, link.holder.words) if n]

    def _sounds_like(self, spoken: Sequence[str]) -> str | None:
        """The one outlet of the case, published or cited, that is called so in another script."""
        for name in spoken:
            found = {n for n in self.sounding.get(skeleton(name), ()) if sound_alike(n, name)}
            if len(found) == 1:
                return found.pop()
        return None

    def passes_on(self, claim: Claim) -> bool:
        """Whether the claim stands in a passage that its article shares with another."""
        return bool(self._copied(claim))

    def root(self, claim: Claim) -> Root:
        page = self.pages[claim.article]
        named = [k for k in claim.told if k.holder.kind != "unknown" or self.is_outlet(k)]
        told = named or list(claim.told)
        inner = told[-1] if told else None
        outlets = [self.outlet_of(k) for k in claim.told if self.is_outlet(k)]
        via = outlets[-1] if outlets else plain_name(outlet_name(page))
        if inner is None:
            kind, shown = "own voice", outlet_name(page)
            ties, entity = [(f"outlet {via}", f"both are in the own voice of {shown}")], None
        else:
            kind, shown = inner.holder.kind, inner.holder.words or "somebody"
            kind = "outlet" if self.is_outlet(inner) else kind
            ties, entity = self._ties(inner, page, via)
        ties.extend(self._copied(claim))
        if kind in ("own voice", "outlet", "anonymous"):
            ties.extend(_verbatim(claim, page))
        ties.append((f"claim {claim.id}", ""))
        unnamed = kind in ("person", "document") and entity is None
        return Root(
            claim=claim.id,
            article=claim.article,
            outlet=plain_name(outlet_name(page)),
            publisher=outlet_name(page),
            published=published_day(page),
            kind=kind,
            shown=shown,
            ties=tuple(ties),
            open=kind in OPEN_KINDS or kind == "own voice" or unnamed,
            state=inner is not None and self._of_state(inner, page, entity),
            cites=tuple(o for o in outlets if o and o != plain_name(outlet_name(page))),
            steps=tuple(pairwise([plain_name(outlet_name(page)), *outlets])),
            entity=entity,
            language=page.article.language,
            meant=self._meant(inner, page, entity) if inner else frozenset(),
        )

    def _meant(self, link: Attribution, page: Page, entity: str | None) -> frozenset[str]:
        """The concepts of the words a body or its speaker is called by, in any language."""
        if link.holder.kind not in ("institution", "person"):
            return frozenset()
        known = self.entities.get(entity or "")
        named = known.names if known and known.kind == "ORG" else ()
        said = list(self._spoken(link, page))
        said.extend(w for n in named for w in content_words(n.text, n.language))
        return frozenset(w.concept for w in said if w.concept)

    def _ties(
        self, link: Attribution, page: Page, via: str
    ) -> tuple[list[tuple[str, str]], str | None]:
        holder = link.holder
        entity = self.entity_of.get(holder.mention or "", holder.mention)
        spoken = " ".join(sorted(w.concept or w.key for w in self._spoken(link, page)))
        if self.is_outlet(link):
            return [(f"outlet {via}", f"both rest on {holder.words}")], None
        ties = self._houses(link, page)
        if holder.kind == "anonymous":
            if via != plain_name(outlet_name(page)):
                ties.append((f"outlet {via}", f"both rest on what {via} passes on"))
            if via != plain_name(outlet_name(page)) or via in self.relayed:
                ties.append((f"unnamed {via}", f"the unnamed source of one outlet: {holder.words}"))
            ties.append(
                (f"unnamed {via} {spoken}", f"the same unnamed source of {via}: {holder.words}")
            )
            return ties, None
        if holder.kind == "unknown":
            named = all(w.concept for w in self._spoken(link, page))
            tie = (f"institution {spoken}", f"both name {holder.words}")
            return ([tie] if spoken and named else []), None
        if entity:
            for party in self.parties.get(entity, (entity,)):
                ties.append((f"party {party}", self._why(holder.words, entity, party)))
                ties.extend(self._maybe(holder.words, party))
        called = self._spoken(link, page)
        if holder.kind == "institution" and (
            not entity or [bool(w.concept) for w in called] == [True]
        ):
            ties.append((f"institution {spoken}", f"both name {holder.words}"))
        elif not entity:
            ties.append((f"words {page.article.id} {spoken}", f"both name {holder.words}"))
        return ties, entity

    def _maybe(self, words: str, entity: str) -> list[tuple[str, str]]:
        """Ties to what has the same name in another script, or means the same in another language.

        Only for names of two words and more: whoever says the same under the same full name is one source.
        """
        known = self.entities.get(entity)
        full = [n for n in known.names if len(n.text.split()) > 1] if known else []
        out = []
        if full:
            why = f"{words}: {full[0].text} is called so in both"
            out.append((f"named {self.names.of(entity)}", why))
        for name in full if known and known.kind == "ORG" else ():
            if means := meaning(name.text, name.language):
                why = f"both name {name.text}"
                out.append((f"institution {' '.join(sorted(means))}", why))
        return out

    def _why(self, words: str, entity: str, party: str) -> str:
        if entity == party:
            return f"the same source: {words}"
        known = self.entities.get(party)
        house = known.names[0].text if known and known.names else party
        return f"{words} speaks for {house}"

    def _spoken(self, link: Attribution, page: Page) -> tuple[Word, ...]:
        return content_words(link.holder.words, page.article.language)

    def _houses(self, link: Attribution, page: Page) -> list[tuple[str, str]]:
        """Organisations named inside the holder's words: "a Harbour Ministry official"."""
        span = link.holder.span
        if span is None:
            return []
        inside = {
            self.entity_of[m.id]
            for m in page.mentions
            if m.kind == "ORG" and span.covers(m.span) and m.id in self.entity_of
        }
        return [
            (f"party {p}", self._why(link.holder.words, e, p))
            for e in sorted(inside)
            for p in self.parties[e]
        ]

    def _copied(self, claim: Claim) -> list[tuple[str, str]]:
        return [
            (f"copy {group}", "the same text, copied")
            for span, group in self.passages.get(claim.article, ())
            if span.meets(claim.content[0])
        ][:1]

    def _of_state(self, link: Attribution, page: Page, entity: str | None) -> bool:
        """Whether the source speaks for a state, by the words used for it."""
        language = page.article.language
        if language not in LANGUAGES:
            return False
        known = self.entities.get(entity or "")
        said = [link.holder.words]
        if known:
            said.extend(r.words for r in known.roles)
        stems = {fold(w) for w in words(language, "government")}
        tokens = fold(" ".join(said)).split()
        return any(t.startswith(s) for t in tokens for s in stems)


def _copy_groups(collection: Collection) -> dict[str, str]:
    """Article -> the smallest article id it shares text with, through any number of copies."""
    group: dict[str, str] = {}
    for copy in collection.copies:
        ours = {copy.article, copy.of}
        joined = {group.get(a, a) for a in ours}
        least = min(joined)
        group.update(dict.fromkeys((*ours, *(x for x, g in group.items() if g in joined)), least))
    return group


def order(roots: Sequence[Root]) -> list[Root]:
    """Attributed before own voice, then by claim."""
    return sorted(roots, key=lambda r: (r.kind == "own voice", r.claim))
