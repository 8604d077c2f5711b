"""What does a claim say, in a form that can be compared with other claims, also across languages?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.load import lexicon, words
from sayso.model.claim import Claim, Figure
from sayso.model.collection import Collection
from sayso.model.mention import Mention
from sayso.model.page import Page
from sayso.model.text import Span
from sayso.model.when import When
from sayso.weigh.doubts import is_doubt
from sayso.weigh.figures import Measure, measures
from sayso.weigh.named import Heard, Names
from sayso.weigh.words import Word, content_words, fold, has_passive, tokens

SENTENCE = 7
STANCES = ("fact", "possibility", "plan", "order", "question", "supposition", "doubt")


@dataclass(frozen=True, slots=True)
class Named:
    """A name inside a claim: the entity it stands for, its kind, and how it is written there."""

    entity: str
    kind: str
    surface: str


@dataclass(frozen=True, slots=True)
class Proposition:
    """What one claim says, apart from who says it.

    `positive` is False for a negated assertion and for the denial of an assertion. `features` are
    the keys it is matched by: `e:` entity, `c:` concept, `w:` word of one language, `f:` figure,
    `n:` bare number, `d:` date. `dates` are [earliest, latest] ISO days. `published` is the ISO day
    of the article, when known. `b:` is a broader concept.
    `holder` is the entity that says it, `voice` who says it within the article, an entity, words or ""; `sentences` are its longer
    stretches, folded.
    """

    claim: str
    article: str
    language: str
    stance: str
    positive: bool
    denies: bool
    passive: bool
    named: tuple[Named, ...]
    measures: tuple[Measure, ...]
    dates: tuple[tuple[str, str], ...]
    features: frozenset[str]
    words: dict[str, str]
    published: str | None
    holder: str | None = None
    voice: str = ""
    sentences: frozenset[str] = frozenset()
    spans: tuple[Span, ...] = ()

    def kinds(self) -> dict[str, frozenset[str]]:
        """Kind of name -> the entities of that kind."""
        kinds = {n.kind for n in self.named}
        return {k: frozenset(n.entity for n in self.named if n.kind == k) for k in kinds}


@cache
def labels() -> frozenset[str]:
    """Words before a number that is a name."""
    return frozenset(w.casefold() for w in words("any", "number_labels"))


def stance(claim: Claim) -> str:
    """What the claim commits its source to: only a `fact` is an assertion of fact."""
    if claim.act == "ask" or claim.modality == "asked":
        return "question"
    if claim.act in ("order", "want"):
        return "order"
    if claim.act == "promise" or claim.modality == "planned":
        return "plan"
    if claim.act == "suppose" or claim.modality == "conditional":
        return "supposition"
    if claim.act == "refuse to confirm":
        return "doubt"
    return "possibility" if claim.modality == "possible" else "fact"


def published_day(page: Page) -> str | None:
    """The ISO day of publication, when it is known to the day."""
    told = page.article.published
    day = told.text[:10] if told else ""
    parts = day.split("-")
    known = [len(p) for p in parts] == [4, 2, 2] and all(p.isdecimal() for p in parts)
    return day if known else None


def propositions(
    collection: Collection, dropped: frozenset[str], names: Names
) -> Iterator[Proposition]:
    """One per claim that is not dropped, in the order of pages and claims."""
    for page in collection.pages:
        if page.article.id in dropped:
            continue
        reader = _Reader(page, names)
        for claim in page.claims:
            if claim.id not in dropped:
                yield reader.proposition(claim)


class _Reader:
    """The names, dates and words of one article, looked up once for all of its claims."""

    def __init__(self, page: Page, names: Names) -> None:
        self.page = page
        self.names = names
        self.entity_of = names.of_mention
        self.mentions = {m.id: m for m in page.mentions}
        self.whens = {w.id: w for w in page.whens}
        self.published = published_day(page)

    def proposition(self, claim: Claim) -> Proposition:
        page, language = self.page, self.page.article.language
        heard = [h for s in claim.content for h in self.names.heard(page, s)]
        named = self._named(claim, heard)
        dates = self._dates(claim)
        masked = self._masked(heard)
        pieces = [(s, self._words(s, masked)) for s in claim.content]
        counted = [f for f in claim.figures if not self._is_label(f)]
        figures = measures(counted, pieces, language)
        said = [w for _, words in pieces for w in words]
        features, shown = _features([w for w in said if not in_figure(w, counted)], language)
        for when in self._whens(claim):
            if when.type == "DURATION" and when.value:
                features.add(f"f:{when.value}")
                shown[f"f:{when.value}"] = when.text
        for n in named:
            features.add(f"e:{n.entity}")
            shown[f"e:{n.entity}"] = n.surface
        for m in figures:
            features.add(m.key)
            shown[m.key] = m.words
        for earliest, latest in dates:
            features.add(f"d:{earliest}/{latest}")
            shown[f"d:{earliest}/{latest}"] = earliest
        text = " ".join(page.words(s) for s in claim.content)
        taken = "doubt" if is_doubt(text, language) else stance(claim)
        return Proposition(
            claim=claim.id,
            article=page.article.id,
            language=language,
            stance=taken,
            positive=not claim.negated and claim.act != "deny",
            denies=claim.act == "deny",
            passive=has_passive(text, language),
            named=named,
            measures=figures,
            dates=dates,
            features=frozenset(features),
            words=shown,
            published=self.published,
            holder=self._holder(claim),
            voice=self._voice(claim),
            sentences=self._sentences(claim),
            spans=claim.content,
        )

    def _voice(self, claim: Claim) -> str:
        """The innermost holder: its entity where the name is known, else its words."""
        if not claim.told:
            return ""
        holder = claim.told[-1].holder
        return self.entity_of.get(holder.mention or "", holder.words.casefold())

    def _holder(self, claim: Claim) -> str | None:
        link = claim.told[-1] if claim.told else None
        return self.entity_of.get(link.holder.mention or "") if link else None

    def _sentences(self, claim: Claim) -> frozenset[str]:
        """Pieces of at least `SENTENCE` words, folded."""
        said = [[w for _, _, w in tokens(self.page.words(s))] for s in claim.content]
        return frozenset(" ".join(ws) for ws in said if len(ws) >= SENTENCE)

    def _named(self, claim: Claim, heard: list[Heard]) -> tuple[Named, ...]:
        """Names inside the content in their order, then those it is about without naming them."""
        inside = [m for m in self.page.mentions if any(s.covers(m.span) for s in claim.content)]
        inside.sort(key=lambda m: (m.span.start, m.span.stop))
        held = {link.holder.mention for link in claim.told}
        ids = {m.id for m in inside}
        about = [i for i in claim.about if i in self.mentions and i not in ids | held]
        placed = [(m.span.start, self._entity(m), m.kind, m.surface) for m in inside]
        placed += [(h.start, h.named, "", self._surface(h)) for h in heard]
        placed.sort(key=lambda x: x[0])
        told = [self.mentions[i] for i in about]
        placed += [(0, self._entity(m), m.kind, m.surface) for m in told]
        out: dict[str, Named] = {}
        for _, entity, kind, surface in placed:
            out.setdefault(entity, Named(entity, self.names.kinds.get(entity, kind), surface))
        return tuple(out.values())

    def _entity(self, mention: Mention) -> str:
        return self.entity_of.get(mention.id, f"{mention.kind}:{mention.normal}")

    def _surface(self, heard: Heard) -> str:
        return self.page.text[heard.start - self.page.base : heard.stop - self.page.base]

    def _whens(self, claim: Claim) -> list[When]:
        inside = [w for w in self.page.whens if any(s.covers(w.span) for s in claim.content)]
        ids = {w.id for w in inside}
        pivots = [w.pivot for w in inside if w.pivot]
        inside = [w for w in inside if not any(p.covers(w.span) for p in pivots)]
        return inside + [
            self.whens[i] for i in claim.about_time if i in self.whens and i not in ids
        ]

    def _dates(self, claim: Claim) -> tuple[tuple[str, str], ...]:
        found = {
            (w.earliest, w.latest)
            for w in self._whens(claim)
            if w.earliest and w.latest and w.type in ("DATE", "TIME")
        }
        return tuple(sorted(found))

    def _is_label(self, figure: Figure) -> bool:
        """Whether the number names something and counts nothing: "Warehouse No. 9"."""
        at = figure.span.start - self.page.base
        before = self.page.text[max(0, at - 12) : at].split()
        return bool(before) and before[-1].strip('«"(').casefold() in labels()

    def _masked(self, heard: list[Heard]) -> list[tuple[int, int]]:
        """Words that are matched as names or dates, and so not as words."""
        spans = [m.span for m in self.page.mentions] + [w.span for w in self.page.whens]
        return [(s.start, s.stop) for s in spans] + [(h.start, h.stop) for h in heard]

    def _words(self, piece: Span, masked: list[tuple[int, int]]) -> list[Word]:
        """Content words of a piece in document offsets, without the masked ones."""
        found = content_words(self.page.words(piece), self.page.article.language)
        placed = [w._replace(start=w.start + piece.start, stop=w.stop + piece.start) for w in found]
        near = [(a, b) for a, b in masked if a < piece.stop and piece.start < b]
        return [w for w in placed if not any(a < w.stop and w.start < b for a, b in near)]


def in_figure(word: Word, counted: Sequence[Figure]) -> bool:
    """Whether the figure already says it: "40" and "tonnes" of "40 tonnes of fertiliser"."""
    for figure in counted:
        if figure.span.start <= word.start and word.stop <= figure.span.stop:
            return len(figure.of) < 3 or fold(figure.of).find(word.key) < 0
    return False


def _features(said: list[Word], language: str) -> tuple[set[str], dict[str, str]]:
    features: set[str] = set()
    shown: dict[str, str] = {}
    broader = lexicon("any", "broader").entries
    for word in said:
        if word.concept:
            key = f"c:{word.concept}"
            if wider := broader.get(word.concept):
                features.add(f"b:{wider[0]}")
        elif word.key.isdecimal():
            key = f"n:{word.key}"
        else:
            key = f"w:{language}:{word.key}"
        features.add(key)
        shown.setdefault(key, word.concept or word.key)
    return features, shown
